"""`make run` and `make stop`: one demo database and one server for it."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from . import database, odoo, places, testbed
from .progress import StepFailed, say, step
from .shell import only_one

LOGINS = ("officer", "head", "legal", "leader", "clerk", "auditor", "admin")
SETTLE = places.CONFIG / "scripts" / "settle.py"
PATIENCE = 120


@dataclass(frozen=True)
class Server:
    """The Odoo server of one database."""

    database: str
    port: int

    @classmethod
    def from_environment(cls) -> "Server":
        """Read DB and PORT, the two settings of `make run`."""
        return cls(os.environ.get("DB", "thuduc"), int(os.environ.get("PORT", "8069")))

    @property
    def address(self) -> str:
        """The page where one logs in."""
        return f"http://localhost:{self.port}/web/login"

    @property
    def log(self) -> Path:
        """What the server says."""
        return places.LOGS / f"{self.database}.log"

    @property
    def _pid_file(self) -> Path:
        return places.RUN / f"{self.database}.pid"

    def running_pid(self) -> int | None:
        """Return the server's process, if it is alive and really this server."""
        if not self._pid_file.exists():
            return None
        pid = int(self._pid_file.read_text().split()[0])
        command = Path(f"/proc/{pid}/cmdline")
        words = command.read_bytes().split(b"\0") if command.exists() else []
        return pid if self.database.encode() in words else None

    def runs_on_its_port(self) -> bool:
        """Tell whether the server runs, and where it is wanted."""
        if not self.running_pid():
            return False
        return self._pid_file.read_text().split()[1] == str(self.port)

    def start(self) -> None:
        """Start in the background and wait until people can log in."""
        self._check_port()
        with step(f"server on port {self.port}"), self.log.open("a") as log:
            process = subprocess.Popen(
                odoo.command(
                    *("-d", self.database, f"--db-filter=^{self.database}$"),
                    f"--http-port={self.port}",
                ),
                env=odoo.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
            self._pid_file.write_text(f"{process.pid} {self.port}\n")
            self._wait(process)

    def stop(self) -> None:
        """Stop the server and wait until it is gone."""
        pid = self.running_pid()
        if pid:
            os.kill(pid, signal.SIGTERM)
            deadline = time.monotonic() + 10
            while self.running_pid() and time.monotonic() < deadline:
                time.sleep(0.1)
            if self.running_pid():
                os.kill(pid, signal.SIGKILL)
        self._pid_file.unlink(missing_ok=True)

    def _check_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", self.port))
            except OSError as error:
                raise StepFailed(
                    f"port {self.port} is in use by another program",
                    f"choose another one: make run PORT={self.port + 1}",
                ) from error

    def _wait(self, process: subprocess.Popen) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if process.poll() is not None:
                break
            if _answers(f"http://127.0.0.1:{self.port}/web/login"):
                return
            time.sleep(0.3)
        raise StepFailed("the server does not answer", f"read {self.log}")


def run() -> None:
    """Bring the demo database up to date with the addons, and serve it."""
    server = Server.from_environment()
    places.make_rooms()
    with only_one(f"run-{server.database}"):
        if not database.exists(server.database):
            server.stop()
            _build(server.database)
        else:
            _update(server)
        if not server.runs_on_its_port():
            server.stop()
            server.start()
    _tell(server)


def _build(name: str) -> None:
    testbed.ensure_template()
    addons = places.own_addons()
    with step(f"database {name}: {', '.join(addons)} with demo data"):
        testbed.build(name, addons, demo=True, finish=SETTLE)


def _update(server: Server) -> None:
    wanted, have = testbed.fingerprint(), testbed.remembered(server.database)
    if wanted == have:
        return
    server.stop()
    name = server.database
    present = testbed.installed(name)
    new = [addon for addon in wanted if addon not in present]
    changed = [a for a in wanted if a in present and wanted[a] != have.get(a)]
    with step(f"database {name}: updating {', '.join(new + changed)}"):
        options = ["-i", ",".join(new)] if new else []
        options += ["-u", ",".join(changed)] if changed else []
        testbed.call_odoo(name, *options, what=f"{name}-update")
        testbed.run_script(name, SETTLE, f"{name}-settle")
        testbed.remember(name, wanted)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _tell(server: Server) -> None:
    say(f"\n  Ready: {server.address}")
    say("  Demo logins, the password is the login:")
    say(f"    {'  '.join(LOGINS)}")
    say(f"  Log: {server.log}    Stop: make stop\n")
