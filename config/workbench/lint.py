"""The checks that need no running Odoo; and the pure Python tests."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from . import odoo, places, venv
from .progress import step
from .tally import Tally, from_junit

TESTS = places.ROOT / "tests"
PURE = "*/tests/pure"
NEED_DATABASE = {"faults", "journeys", "load", "processes", "translations"}
CONCISE = ["--output-format=concise"]
SHELL_SCRIPTS = (
    "config/thuduc",
    "config/container/entrypoint",
    "config/postgresql/create_database.sh",
    ".ci/run",
)


def run_linters() -> Tally:
    """Run each linter as one check."""
    tally = Tally()
    for title, command in _linters():
        with step(title):
            done = subprocess.run(
                command,
                cwd=places.ROOT,
                env=odoo.environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
        tally.check(title, done.stdout if done.returncode else None)
    return tally


def _linters() -> list[tuple[str, list[str]]]:
    python = str(venv.python())
    addons = [str(places.ADDONS / name) for name in places.own_addons()]
    linters = [
        ("ruff check", [python, "-m", "ruff", "check", *CONCISE, "."]),
        ("ruff format", [python, "-m", "ruff", "format", "--check", *CONCISE, "."]),
        ("pylint-odoo", [python, "-m", "pylint", *addons]),
    ]
    if shutil.which("shellcheck"):
        linters.append(("shellcheck", ["shellcheck", *SHELL_SCRIPTS]))
    return linters


def run_pytest(folder: Path, **environment: str) -> Tally:
    """Run the tests below `folder` with pytest, without Odoo's plugin."""
    title = f"pytest {folder.relative_to(places.ROOT)}"
    with step(title), tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "junit.xml"
        quiet = ["-q", "--tb=short", "-p", "no:odoo", f"--junitxml={report}"]
        done = subprocess.run(
            [str(venv.python()), "-m", "pytest", *quiet, str(folder)],
            cwd=places.ROOT,
            env={**odoo.environment(), "PYTHONPATH": str(places.CONFIG), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if not report.exists():
            return Tally(failures=[f"{title} did not run\n{done.stdout}"])
        tally = from_junit(report.read_text())
    if done.returncode and not tally.failures:
        tally.check(title, done.stdout)
    return tally


def test_folders(*, with_database: bool) -> list[Path]:
    """Return the folders for pytest: those of tests/ and the addons' pure tests."""
    folders = sorted({file.parent for file in TESTS.glob("*/test_*.py")})
    wanted = [f for f in folders if (f.name in NEED_DATABASE) == with_database]
    return wanted if with_database else wanted + sorted(places.ADDONS.glob(PURE))
