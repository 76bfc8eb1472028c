"""The packages of the operating system that Odoo, its tests and papers need."""

import glob
import os
import shutil
import sys
from pathlib import Path

from . import places
from .progress import StepFailed, step
from .shell import appears_at_once, run, works

# package → a file that shows that it is there
FILES = {
    "ca-certificates": "/etc/ssl/certs/ca-certificates.crt",
    "chromium": "/usr/bin/chromium",
    "fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu",
    "fonts-liberation": "/usr/share/fonts/truetype/liberation*",
    "libharfbuzz-subset0": "/usr/lib/*/libharfbuzz-subset.so.0",
    "libmagic1": "/usr/lib/*/libmagic.so.1",
    "libpangoft2-1.0-0": "/usr/lib/*/libpangoft2-1.0.so.0",
    "poppler-utils": "/usr/bin/pdftotext",
    "postgresql": "/usr/lib/postgresql/*/bin/initdb",
}


def missing_packages() -> list[str]:
    """Return the Debian packages that are needed and not there."""
    missing = [name for name, file in FILES.items() if not glob.glob(file)]
    if not works([sys.executable, "-c", "import ensurepip, venv"]):
        missing.append("python3-venv")
    return missing


def install_packages() -> None:
    """Install what is missing; without the right to do so, say the command."""
    missing = missing_packages()
    if not missing:
        return
    with step(f"system packages: {' '.join(missing)}"):
        prefix = _as_root(missing)
        environment = {"DEBIAN_FRONTEND": "noninteractive"}
        advice = "check the network and the package sources, then repeat"
        run([*prefix, "apt-get", "update"], "apt-get update", advice=advice)
        run(
            [*prefix, "apt-get", "install", "-y", "--no-install-recommends", *missing],
            "apt-get install",
            advice=advice,
            env=environment,
        )


def _as_root(missing: list[str]) -> list[str]:
    if os.geteuid() == 0:
        return []
    if works(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    raise StepFailed(
        "system packages are missing and only root may install them",
        f"run once: sudo apt-get install -y {' '.join(missing)}",
    )


def caddy() -> Path:
    """Return the proxy of the production profile, unpacked but not installed.

    Installed, it would at once serve port 80 of whoever only runs the tests.
    """
    installed = shutil.which("caddy")
    if installed:
        return Path(installed)
    unpacked = places.CACHE / "caddy"
    if not unpacked.exists():
        with appears_at_once(unpacked) as folder:
            run(["apt-get", "download", "caddy"], "downloading caddy", cwd=folder)
            package = next(folder.glob("caddy_*.deb"))
            run(["dpkg", "-x", package, folder], "unpacking caddy")
    return unpacked / "usr" / "bin" / "caddy"
