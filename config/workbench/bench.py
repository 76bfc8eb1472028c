"""`make bench`: each file of tests/bench says a number and the limit it must keep.

A file that names `env` runs in Odoo's shell, on a copy of the demo database; the
others run as plain Python. A file fails by its exit status.
"""

import ast
import subprocess
from pathlib import Path

from . import database, odoo, places, venv
from .progress import say
from .tally import Tally

BENCH = places.ROOT / "tests" / "bench"


def run_all(source: str, only: tuple[str, ...] = ()) -> Tally:
    """Run all benches, or those of the given names."""
    tally = Tally()
    copy = f"{source}_bench"
    files = [file for file in sorted(BENCH.glob("*.py")) if _is_chosen(file, only)]
    if any(needs_odoo(file) for file in files):
        database.drop(copy)
        database.copy(source, copy)
    for file in files:
        say(f"\n  {file.stem}")
        status = _run(file, copy)
        failure = f"exit status {status}" if status else None
        tally.check(f"bench {file.stem}", failure)
    database.drop(copy)
    return tally


def needs_odoo(file: Path) -> bool:
    """Tell whether a bench asks for Odoo's environment."""
    names = (
        n for n in ast.walk(ast.parse(file.read_text())) if isinstance(n, ast.Name)
    )
    return any(name.id == "env" for name in names)


def _is_chosen(file: Path, only: tuple[str, ...]) -> bool:
    return not file.stem.startswith("_") and (not only or file.stem in only)


def _run(file: Path, name: str) -> int:
    if needs_odoo(file):
        with file.open() as code:
            shell = ("shell", "-d", name, "--no-http", "--log-level=warn")
            return odoo.call(*shell, stdin=code, cwd=BENCH)
    done = subprocess.run([venv.python(), file], env=odoo.environment(), check=False)
    return done.returncode
