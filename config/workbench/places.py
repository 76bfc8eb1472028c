"""Where things live: the checkout, and the cache that all checkouts share."""

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADDONS = ROOT / "addons"
CONFIG = ROOT / "config"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "thuduc"
LOGS = CACHE / "log"
RUN = CACHE / "run"
DATA = CACHE / "data"


def short_hash(text: str) -> str:
    """Return eight characters that stand for `text` in a file name."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def tree_hash(folder: Path, leave_out: tuple[str, ...] = ()) -> str:
    """Return a hash of all files below `folder`, names and contents."""
    digest = hashlib.sha256()
    skipped = {"__pycache__", *leave_out}
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder)
        if file.is_file() and skipped.isdisjoint(inside.parts):
            digest.update(str(inside).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def make_rooms() -> None:
    """Create the folders for logs, process files and attachments."""
    for room in (LOGS, RUN, DATA):
        room.mkdir(parents=True, exist_ok=True)


def own_addons() -> list[str]:
    """Return the names of the installable addons of this checkout."""
    return sorted(path.parent.name for path in ADDONS.glob("*/__manifest__.py"))
