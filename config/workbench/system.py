"""The packages of the operating system that Odoo, its tests and papers need."""

import glob
import os
import shutil
import sys

from .progress import StepFailed, say, step
from .shell import run, works

PANGO = "/usr/lib/*/libpangoft2-1.0.so.0"
SUBSET = "/usr/lib/*/libharfbuzz-subset.so.0"
NEEDED = {
    "postgresql": lambda: bool(glob.glob("/usr/lib/postgresql/*/bin/initdb")),
    "chromium": lambda: bool(shutil.which("chromium") or shutil.which("google-chrome")),
    "fonts-liberation": lambda: bool(glob.glob("/usr/share/fonts/truetype/liberation*")),
    "fonts-dejavu-core": lambda: bool(glob.glob("/usr/share/fonts/truetype/dejavu")),
    "libpangoft2-1.0-0": lambda: bool(glob.glob(PANGO)),
    "libharfbuzz-subset0": lambda: bool(glob.glob(SUBSET)),
    "libmagic1": lambda: bool(glob.glob("/usr/lib/*/libmagic.so.1")),
    "poppler-utils": lambda: bool(shutil.which("pdftotext")),
    "ca-certificates": lambda: bool(glob.glob("/etc/ssl/certs/ca-certificates.crt")),
    "npm": lambda: bool(shutil.which("npm")),
    "python3-venv": lambda: works([sys.executable, "-c", "import ensurepip, venv"]),
}


def missing_packages() -> list[str]:
    """Return the Debian packages that are needed and not there."""
    return [name for name, present in NEEDED.items() if not present()]


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


def warn_if_root() -> None:
    """Odoo and Chromium as root are fine on a throw-away machine only."""
    if os.geteuid() == 0:
        say("  ! running as root: fine for a container or CI, not for a desktop")
