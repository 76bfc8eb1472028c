"""Every term that a person can see is translated: i18n/vi.po is complete.

Needs a database with the addons: its name is in THUDUC_DATABASE.
"""

import os
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from workbench import odoo, places

SHOWN = 30
DATABASE = os.environ["THUDUC_DATABASE"]


@pytest.fixture(scope="session")
def templates(tmp_path_factory) -> Path:
    """Export the terms of all addons at once: starting Odoo takes most of the time."""
    folder = tmp_path_factory.mktemp("terms")
    script = f"""
from odoo.tools.translate import trans_export
for addon in {places.own_addons()!r}:
    with open(f"{folder}/{{addon}}.pot", "wb") as file:
        trans_export(None, [addon], file, "po", env)
"""
    subprocess.run(
        odoo.command("shell", "-d", DATABASE, "--no-http", "--log-level=error"),
        input=script,
        env=odoo.environment(),
        stdout=sys.stderr,
        text=True,
        check=True,
    )
    return folder


@pytest.mark.parametrize("addon", places.own_addons())
def test_every_term_is_translated(addon, templates):
    wanted = {_key(entry) for entry in _read(templates / f"{addon}.pot")}
    done = {_key(entry) for entry in _translations(addon) if entry.translated()}
    missing = sorted(wanted - done)
    assert not missing, f"{len(missing)} of {len(wanted)} terms: {missing[:SHOWN]}"


@pytest.mark.parametrize("addon", places.own_addons())
def test_no_translation_is_left_over(addon, templates):
    wanted = {_key(entry) for entry in _read(templates / f"{addon}.pot")}
    left_over = sorted({_key(entry) for entry in _translations(addon)} - wanted)
    assert not left_over, f"{len(left_over)} no longer said: {left_over[:SHOWN]}"


@pytest.mark.parametrize("addon", places.own_addons())
def test_no_translation_is_in_doubt(addon):
    assert not [entry.msgid for entry in _translations(addon) if entry.fuzzy]


def _translations(addon):
    return _read(places.ADDONS / addon / "i18n" / "vi.po")


def _read(path):
    return polib.pofile(str(path)) if path.exists() and path.stat().st_size else []


def _key(entry):
    return entry.msgid
