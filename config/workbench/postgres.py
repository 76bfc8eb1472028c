"""A private PostgreSQL server of this project, reached by a socket only.

Where `PGHOST` is set, that server is used instead, and left alone.
"""

import getpass
import glob
import os
import pwd
from pathlib import Path

from . import places
from .progress import StepFailed, step
from .shell import only_one, run, works

PORT = "54319"
ROLE = "thuduc"
SUPERUSER = "postgres"
SETTINGS = """
listen_addresses = ''
port = {port}
unix_socket_directories = '{socket}'
max_connections = 200
shared_buffers = 512MB
work_mem = 16MB
maintenance_work_mem = 256MB
max_wal_size = 4GB
synchronous_commit = off
jit = off
"""
# A person who may read this cache may use its server: peer authentication.
ACCESS = "local all all peer map=thuduc\n"


def is_own() -> bool:
    """Tell whether the private server is used."""
    return not os.environ.get("PGHOST")


def environment() -> dict[str, str]:
    """Return the variables by which Odoo and psql find the server."""
    if not is_own():
        return {}
    return {"PGHOST": str(_socket()), "PGPORT": PORT, "PGUSER": ROLE}


def ensure() -> None:
    """Start the private server, creating it first if needed."""
    if not is_own():
        _check_given()
        return
    if _is_up():
        return
    with only_one("postgresql"), step("database server"):
        if not (_home() / "complete").exists():
            _create()
        if not _is_up():
            _start()
        _ensure_role()


def stop() -> None:
    """Stop the private server, if it runs."""
    if is_own() and _home().exists() and _is_up():
        stop = [_tool("pg_ctl"), "-D", _data(), "-m", "fast", "stop"]
        run([*_as_owner(), *stop], "stopping PostgreSQL", cwd=Path("/"))


def is_idle() -> bool:
    """Tell whether nobody but the asker is connected."""
    sql = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
    counting = ["psql", "-d", "postgres", "-Atc", sql]
    return run(counting, "counting", env=environment()).strip() == "1"


def _check_given() -> None:
    if not works(["psql", "-d", "postgres", "-c", "select 1"]):
        raise StepFailed(
            f"no PostgreSQL answers at PGHOST={os.environ['PGHOST']}",
            "correct PGHOST, PGPORT, PGUSER and PGPASSWORD, or unset PGHOST",
        )


def _tool(name: str) -> str:
    found = glob.glob(f"/usr/lib/postgresql/*/bin/{name}")
    if not found:
        raise StepFailed(f"{name} not found", "install the package postgresql")
    return max(found, key=lambda path: int(path.split("/")[4]))


def _as_owner() -> list[str]:
    """PostgreSQL refuses to run as root: use Debian's own user for it then."""
    return ["runuser", "-u", SUPERUSER, "--"] if os.geteuid() == 0 else []


def _owner() -> str:
    return SUPERUSER if os.geteuid() == 0 else getpass.getuser()


def _home() -> Path:
    """Return the server's folder, which its user must be able to enter."""
    inside = places.CACHE / "postgresql"
    if os.geteuid() != 0 or _is_open_to_all(places.CACHE):
        return inside
    home = Path(pwd.getpwnam(SUPERUSER).pw_dir)
    return home / f"thuduc-{places.short_hash(str(places.CACHE))}"


def _is_open_to_all(folder: Path) -> bool:
    way = [path for path in (folder, *folder.parents) if path.exists()]
    return all(path.stat().st_mode & 0o001 for path in way)


def _data() -> Path:
    return _home() / "data"


def _socket() -> Path:
    """Return the socket's folder; a path over 100 characters would be refused."""
    inside = _home() / "socket"
    if len(str(inside)) < 80:
        return inside
    return Path("/tmp") / f"thuduc-{places.short_hash(str(inside))}"


def _is_up() -> bool:
    probe = ["psql", "-d", "postgres", "-c", "select 1"]
    return works(probe, env={**environment(), "PGUSER": SUPERUSER})


def _create() -> None:
    _make_home()
    owner = _as_owner()
    run([*owner, "rm", "-rf", _data()], "removing an incomplete server")
    initdb = [_tool("initdb"), "-D", _data(), "-U", SUPERUSER]
    encoding = ["--encoding=UTF8", "--locale=C.UTF-8"]
    run([*owner, *initdb, *encoding], "initdb", cwd=Path("/"))
    (_data() / "pg_hba.conf").write_text(ACCESS)
    (_data() / "pg_ident.conf").write_text(_identity_map())
    with (_data() / "postgresql.conf").open("a") as settings:
        settings.write(SETTINGS.format(port=PORT, socket=_socket()))
    run([*owner, "touch", _home() / "complete"], "marking the server complete")


def _make_home() -> None:
    user = pwd.getpwnam(_owner())
    _home().mkdir(parents=True, exist_ok=True)
    os.chown(_home(), user.pw_uid, user.pw_gid)


def _identity_map() -> str:
    """Map this person and the server's own user to both roles."""
    users = sorted({getpass.getuser(), _owner()})
    pairs = [(user, role) for user in users for role in (ROLE, SUPERUSER)]
    return "".join(f"thuduc {user} {role}\n" for user, role in pairs)


def _start() -> None:
    owner = _as_owner()
    run([*owner, "mkdir", "-p", _socket()], "creating the socket's folder")
    run(
        [*owner, _tool("pg_ctl"), "-D", _data(), "-l", _home() / "log", "-w", "start"],
        "starting PostgreSQL",
        advice=f"read {_home() / 'log'}",
        cwd=Path("/"),
    )


def _ensure_role() -> None:
    command = f"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') THEN
                CREATE ROLE {ROLE} LOGIN CREATEDB;
            END IF;
        END $$
    """
    run_as_superuser("postgres", command)


def run_as_superuser(database: str, command: str) -> None:
    """Run SQL with all rights; on a given server, with the rights that one has."""
    env = environment()
    if env:
        env["PGUSER"] = SUPERUSER
    run(
        ["psql", "-v", "ON_ERROR_STOP=1", "-q", "-d", database, "-c", command],
        "SQL",
        env=env,
    )
