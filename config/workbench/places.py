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


def tree_hash(*folders: Path) -> str:
    """Return a hash of all files below `folders`, names and contents."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if _counts(path)):
            digest.update(str(file.relative_to(folder)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def own_addons() -> list[str]:
    """Return the names of the installable addons of this checkout."""
    return sorted(path.parent.name for path in ADDONS.glob("*/__manifest__.py"))
