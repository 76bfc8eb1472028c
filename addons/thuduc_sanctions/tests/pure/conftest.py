"""The reader of decrees needs no Odoo: it is imported from the addon's folder."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

ADDON = Path(__file__).resolve().parents[2]
if str(ADDON) not in sys.path:
    sys.path.insert(0, str(ADDON))

settings.register_profile("pure", deadline=None, max_examples=200)
settings.load_profile("pure")


@pytest.fixture(scope="session")
def made_up_decree():
    """A short decree that no government has issued."""
    return (ADDON / "tests/made_up_decree.txt").read_text(encoding="utf-8")
