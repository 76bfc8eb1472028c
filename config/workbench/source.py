"""Find Odoo 19, or fetch it.

In this order: `ODOO_HOME`; an Odoo 19 that Python already imports; Debian's
package, unpacked but not installed; a shallow clone of the official repository.
"""

import os
import shutil
import sys
import tarfile
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import places
from .progress import StepFailed, say, step
from .shell import appears_at_once, run, works

SERIES = "19.0"
PACKAGE = "odoo-19"
REPOSITORY = "https://github.com/odoo/odoo"
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
# Debian's Odoo links to the fonts and scripts of these packages.
ASSETS = [
    "fonts-montserrat",
    "fonts-ocr-b",
    "fonts-roboto-unhinted",
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
    "fonts-font-awesome/bookworm",
    "fonts-inconsolata/bookworm",
]
# Left out by Debian for its licence; without it the web client logs an error.
SEGMENTATION = "@mediapipe/selfie_segmentation@0.1.1675465747"
SEGMENTATION_FILE = "selfie_segmentation.js"


def odoo_home() -> Path:
    """Return the folder from which `import odoo` works, fetching it if needed."""
    given = os.environ.get("ODOO_HOME")
    if given:
        return _checked(Path(given).expanduser().resolve())
    fetched = places.CACHE / "odoo" / SERIES
    if _is_odoo(_import_root(fetched)):
        return _import_root(fetched)
    imported = _imported()
    if imported:
        return imported
    return _fetch(fetched)


def _checked(home: Path) -> Path:
    if not _is_odoo(home):
        raise StepFailed(
            f"ODOO_HOME={home} holds no Odoo {SERIES}",
            "point it at a checkout of branch 19.0, or unset it",
        )
    return home


def _is_odoo(home: Path) -> bool:
    release = home / "odoo" / "release.py"
    return release.is_file() and "version_info = (19, 0" in release.read_text()


def _imported() -> Path | None:
    probe = "import odoo.release as r; print(r.__file__)"
    python = shutil.which("python3") or sys.executable
    if not works([python, "-c", probe]):
        return None
    home = Path(run([python, "-c", probe], "probe").strip()).parents[1]
    return home if _is_odoo(home) else None


def _import_root(fetched: Path) -> Path:
    unpacked = fetched / "usr" / "lib" / "python3" / "dist-packages"
    return unpacked if unpacked.is_dir() else fetched


def _fetch(target: Path) -> Path:
    with step(f"Odoo {SERIES}"), appears_at_once(target) as folder:
        mirror = debian_mirror()
        if not mirror:
            _clone(folder)
        else:
            _fetch_debian_or_clone(mirror, folder)
    return _import_root(target)


def debian_mirror() -> str | None:
    """Return the address of the Debian archive that this machine uses."""
    if not shutil.which("apt-get"):
        return None
    wanted = ["--format", "$(ORIGIN) $(COMPONENT) $(REPO_URI)", "Created-By: Packages"]
    listing = run(["apt-get", "indextargets", *wanted], "apt-get indextargets")
    for line in listing.splitlines():
        origin, component, uri = line.split(" ", 2)
        if (origin, component) == ("Debian", "main") and "security" not in uri:
            return uri
    return None


def _fetch_debian_or_clone(mirror: str, folder: Path) -> None:
    try:
        _fetch_debian(mirror, folder)
    except StepFailed as failure:
        say("  ! Debian's package is not to be had, trying Odoo's own repository")
        shutil.rmtree(folder)
        try:
            _clone(folder)
        except StepFailed:
            raise failure from None


def _fetch_debian(mirror: str, folder: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="thuduc-") as scratch:
        room = Path(scratch)
        _download_debian(mirror, room)
        with ThreadPoolExecutor(3) as pool:
            script = pool.submit(_segmentation_script, room)
            packages = sorted(room.glob("*.deb"))
            list(pool.map(lambda deb: _unpack(deb, folder), packages))
            lib = _import_root(folder) / "odoo/addons/mail/static/lib"
            destination = lib / "selfie_segmentation" / SEGMENTATION_FILE
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(script.result(), destination)


def _download_debian(mirror: str, room: Path) -> None:
    """Download by a private source list: the machine's own stays untouched."""
    sources = room / "sources.list"
    lines = [
        f"deb [signed-by={KEYRING}] {mirror} {suite} main\n"
        for suite in ("unstable", "bookworm")
    ]
    sources.write_text("".join(lines))
    for name in ("lists/partial", "cache/archives/partial"):
        (room / name).mkdir(parents=True)
    options = {
        "Dir::Etc::SourceList": sources,
        "Dir::Etc::SourceParts": "-",
        "Dir::State::Lists": room / "lists",
        "Dir::Cache": room / "cache",
        "APT::Sandbox::User": os.environ.get("USER", "root"),
        "Acquire::Languages": "none",
        "Acquire::Retries": "3",
    }
    apt = ["apt-get", *(f"-o{name}={value}" for name, value in options.items())]
    advice = "check the network, then repeat; or set ODOO_HOME to an Odoo 19"
    run([*apt, "update"], "reading Debian's package lists", advice=advice)
    run(
        [*apt, "download", PACKAGE, *ASSETS],
        f"downloading {PACKAGE}",
        advice=advice,
        cwd=room,
    )


def _unpack(package: Path, folder: Path) -> None:
    run(["dpkg", "-x", package, folder], f"unpacking {package.name}")


def _segmentation_script(room: Path) -> Path:
    """Fetch the one file that Debian leaves out.

    It blurs the background of video calls, which no office needs; so a machine
    without npm gets an empty file, rather than four hundred packages of npm.
    """
    script = room / SEGMENTATION_FILE
    if not shutil.which("npm"):
        script.write_text(
            "// Left out: the background of video calls is not blurred.\n"
        )
        return script
    advice = "check the network and `npm ping`, then repeat"
    run(["npm", "pack", SEGMENTATION], "npm pack", advice=advice, cwd=room)
    archive = next(room.glob("mediapipe-*.tgz"))
    with tarfile.open(archive) as content:
        member = content.extractfile(f"package/{SEGMENTATION_FILE}")
        script.write_bytes(member.read())
    return script


def _clone(folder: Path) -> None:
    run(
        ["git", "clone", "--depth", "1", "--branch", SERIES, REPOSITORY, folder],
        f"cloning Odoo {SERIES}",
        advice="check the network, or set ODOO_HOME to a checkout of Odoo 19",
    )
