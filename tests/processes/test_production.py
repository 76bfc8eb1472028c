"""The processes of docker-compose.yml run from the same files, without containers.

Needs a database with the addons: its name is in THUDUC_DATABASE.
"""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from workbench import database, odoo, places, system, venv

SOURCE = os.environ["THUDUC_DATABASE"]
CONTAINER = places.CONFIG / "container"
PATIENCE = 90


class Office:
    """The web workers, the cron worker and the proxy on free ports."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.database = f"{SOURCE}_processes"
        self.web, self.live, self.door, self.health = (_free_port() for _n in range(4))
        self._running: list[subprocess.Popen] = []

    def open(self):
        """Copy the database, then start what the compose file starts."""
        database.drop(self.database)
        database.copy(SOURCE, self.database)
        for name in ("db_password", "master_password", "admin_password"):
            (self.folder / name).write_text("a secret")
        self._start([CONTAINER / "entrypoint", "web"], self._odoo_environment())
        self._start([CONTAINER / "entrypoint", "cron"], self._odoo_environment())
        caddyfile = self.folder / "Caddyfile"
        caddyfile.write_text(self._proxy_configuration())
        caddy = [system.caddy(), "run", "--adapter", "caddyfile", "--config", caddyfile]
        self._start(caddy, self._proxy_environment())
        self._wait()

    def close(self):
        """Stop all processes, drop the database."""
        for process in self._running:
            os.killpg(process.pid, signal.SIGTERM)
        for process in self._running:
            process.wait(30)
        database.drop(self.database)

    def ask(self, path, port=None):
        """Return (status, body) of a page behind the proxy."""
        url = f"http://127.0.0.1:{port or self.door}{path}"
        request = urllib.request.Request(url, headers={"X-Odoo-Database": ""})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def call(self, *arguments):
        """Run one command of the entry point."""
        entry = [str(CONTAINER / "entrypoint"), *arguments]
        return subprocess.run(entry, env=self._odoo_environment(), check=False)

    def _start(self, command, environment):
        log = (self.folder / f"{len(self._running)}.log").open("w")
        self._running.append(
            subprocess.Popen(
                [str(part) for part in command],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        )

    def _odoo_environment(self):
        configuration = (CONTAINER / "odoo.conf").read_text()
        local = {
            "/mnt/extra-addons": str(places.ADDONS),
            "/var/lib/odoo": str(places.DATA),
            "gevent_port = 8072": f"gevent_port = {self.live}",
            "http_interface = 0.0.0.0": f"http_port = {self.web}\n"
            "http_interface = 127.0.0.1",
        }
        for there, here in local.items():
            assert there in configuration, there
            configuration = configuration.replace(there, here)
        (self.folder / "odoo.conf").write_text(configuration)
        # Odoo starts its live process by calling its own script again.
        script = "import odoo.cli\n\nodoo.cli.main()\n"
        (self.folder / "start").write_text(script)
        return {
            **odoo.environment(),
            "SECRETS": str(self.folder),
            "ODOO_RC": str(self.folder / "odoo.conf"),
            "ODOO": f"{venv.python()} {self.folder / 'start'}",
            "PGDATABASE": self.database,
            "HTTP_PORT": str(self.web),
            "WORKERS": "2",
        }

    def _proxy_configuration(self):
        text = (CONTAINER / "Caddyfile").read_text()
        return text.replace("localhost:8080", f"localhost:{self.health}")

    def _proxy_environment(self):
        return {
            **os.environ,
            "HOME": str(self.folder),
            "DOMAIN": f"http://127.0.0.1:{self.door}",
            "TLS": "public",
            "WEB": f"127.0.0.1:{self.web}",
            "LIVE": f"127.0.0.1:{self.live}",
        }

    def _wait(self):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for process in self._running:
                assert process.poll() is None, process.args
            if self._answers("/web/login") == 200 and self._answers("/websocket") < 500:
                return
            time.sleep(0.5)
        pytest.fail(self._logs())

    def _answers(self, path):
        try:
            return self.ask(path)[0]
        except OSError:
            return 503

    def _logs(self):
        logs = sorted(self.folder.glob("*.log"))
        return "\n".join(log.read_text()[-2000:] for log in logs)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    place = Office(tmp_path_factory.mktemp("office"))
    try:
        place.open()
        yield place
    finally:
        place.close()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_people_reach_the_login_page_through_the_proxy(office):
    status, page = office.ask("/web/login")
    assert status == 200
    assert 'name="login"' in page


def test_the_health_checks_say_well(office):
    assert office.call("healthy-web").returncode == 0
    assert office.ask("/health", port=office.health)[0] == 200


@pytest.mark.parametrize(("late", "status"), [("1 minute", 0), ("2 hours", 1)])
def test_jobs_that_nobody_runs_are_a_failure_of_health(office, late, status):
    when = f"now() AT TIME ZONE 'utc' - interval '{late}'"
    database.query(office.database, f"UPDATE ir_cron SET nextcall = {when}")
    assert office.call("healthy-cron").returncode == status


@pytest.mark.parametrize(
    "path", ["/web/database/manager", "/xmlrpc/2/common", "/jsonrpc"]
)
def test_the_proxy_keeps_closed_what_nobody_needs(office, path):
    assert office.ask(path)[0] == 404


def test_the_live_connection_goes_to_its_own_process(office):
    status, _page = office.ask("/websocket")
    assert status == 400, "an ordinary request is no websocket"
    assert office.ask("/websocket", port=office.live)[0] == status


def test_the_number_of_workers_is_what_was_asked(office):
    assert json.loads(office.ask("/web/health")[1])["status"] == "pass"
    listing = subprocess.run(
        ["ps", "-o", "args=", "--ppid", str(office._running[0].pid)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    assert len(listing.splitlines()) == 3, "two workers and the live connection"
