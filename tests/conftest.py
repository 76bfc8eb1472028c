"""Make the workbench importable, however pytest is started."""

import sys
from pathlib import Path

CONFIG = str(Path(__file__).resolve().parents[1] / "config")
if CONFIG not in sys.path:
    sys.path.insert(0, CONFIG)
