"""The Python environment that Odoo runs in."""

import sys
from pathlib import Path

from . import places
from .progress import StepFailed, step
from .shell import run

REQUIREMENTS = places.CONFIG / "requirements"
SUPPORTED = ((3, 10), (3, 13))


def folder() -> Path:
    """Return the environment's folder: one for each version of Python."""
    return places.CACHE / "venv-{}.{}".format(*sys.version_info[:2])


def python() -> Path:
    """Return the environment's interpreter."""
    return folder() / "bin" / "python"


def ensure() -> None:
    """Create the environment, or bring it to the pinned requirements."""
    stamp = folder() / "requirements.stamp"
    files = sorted(REQUIREMENTS.glob("*.txt"))
    wanted = "".join(file.read_text() for file in files)
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    _check_version()
    with step("Python environment"):
        stamp.unlink(missing_ok=True)
        if not python().exists():
            run([sys.executable, "-m", "venv", "--clear", folder()], "python -m venv")
        run(
            [python(), "-m", "pip", "install", "-q", *(f"-r{file}" for file in files)],
            "pip install",
            advice="check the network and pip's configuration, then repeat",
        )
        stamp.write_text(wanted)


def link_odoo(home: Path) -> None:
    """Make `import odoo` work, and show pip the distribution `odoo`."""
    site = next(folder().glob("lib/python3*/site-packages"))
    (site / "odoo_home.pth").write_text(f"{home}\n")


def _check_version() -> None:
    low, high = SUPPORTED
    if not low <= sys.version_info[:2] <= high:
        raise StepFailed(
            f"Python {sys.version.split()[0]} does not run Odoo 19",
            "install Python 3.11 or 3.12 and set PYTHON to it",
        )
