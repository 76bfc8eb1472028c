"""Create, copy and drop databases that sort and search Vietnamese rightly."""

import shutil
import time
from pathlib import Path

from . import places, postgres
from .progress import StepFailed
from .shell import run

DROP_ATTEMPTS = 5
EXTENSIONS = places.CONFIG / "postgresql" / "extensions.sql"


def exists(name: str) -> bool:
    """Tell whether there is a database `name`."""
    return name in query("postgres", "select datname from pg_database").splitlines()


def create(name: str) -> None:
    """Create an empty database with Vietnamese collation."""
    locale = ["--locale-provider=icu", "--icu-locale=vi-VN", "--locale=C.UTF-8"]
    _run(["createdb", "-T", "template0", "-E", "UTF8", *locale, name])
    postgres.run_as_superuser(name, EXTENSIONS.read_text())


def copy(source: str, name: str) -> None:
    """Copy a database together with its files."""
    _run(["createdb", "-T", source, "--strategy=file_copy", name])
    if _files(source).is_dir():
        shutil.copytree(_files(source), _files(name), dirs_exist_ok=True)


def rename(old: str, new: str) -> None:
    """Rename a database and its files."""
    query("postgres", f'ALTER DATABASE "{old}" RENAME TO "{new}"')
    shutil.rmtree(_files(new), ignore_errors=True)
    if _files(old).is_dir():
        _files(old).rename(_files(new))


def drop(name: str) -> None:
    """Drop a database and its files, whoever is connected.

    A worker that vacuums the database belongs to the server's superuser: a forced drop
    is then refused, while a plain one sends the worker away.
    """
    for attempt in range(1, DROP_ATTEMPTS + 1):
        force = ["--force"] if attempt % 2 else []
        try:
            _run(["dropdb", "--if-exists", *force, name])
            break
        except StepFailed:
            if attempt == DROP_ATTEMPTS:
                raise
            time.sleep(1)
    shutil.rmtree(_files(name), ignore_errors=True)


def query(name: str, sql: str) -> str:
    """Return the unaligned answer of `sql`."""
    return _run(["psql", "-v", "ON_ERROR_STOP=1", "-d", name, "-Atc", sql]).strip()


def comment(name: str) -> str:
    """Return the comment on a database."""
    sql = "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
    return query("postgres", f"{sql} WHERE datname = '{name}'")


def set_comment(name: str, text: str) -> None:
    """Note something about a database outside of it."""
    query("postgres", f"COMMENT ON DATABASE \"{name}\" IS '{text}'")


def _files(name: str) -> Path:
    return places.DATA / "filestore" / name


def _run(command: list[str]) -> str:
    return run(command, command[0], env=postgres.environment())
