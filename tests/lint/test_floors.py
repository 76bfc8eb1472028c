"""Each addon can be read alone, downwards only."""

import ast
import re

import pytest
from workbench import places

FLOORS = {
    "thuduc_base": (),
    "thuduc_cases": ("thuduc_base",),
    "thuduc_sanctions": ("thuduc_base",),
    "thuduc_reports": ("thuduc_base", "thuduc_cases", "thuduc_sanctions"),
}
PRESENT = [name for name in places.own_addons() if name in FLOORS]
SOURCES = ("*.py", "*.xml", "*.csv", "*.js")


@pytest.mark.parametrize("addon", PRESENT)
def test_names_only_the_floors_below(addon):
    above = set(FLOORS) - set(FLOORS[addon]) - {addon}
    pattern = re.compile(rf"\b({'|'.join(sorted(above))})\b") if above else None
    found = [
        f"{path.relative_to(places.ADDONS)}: {match.group()}"
        for source in SOURCES
        for path in sorted((places.ADDONS / addon).rglob(source))
        if pattern and (match := pattern.search(path.read_text()))
    ]
    assert not found, found


@pytest.mark.parametrize("addon", PRESENT)
def test_depends_on_what_it_stands_on(addon):
    manifest = ast.literal_eval((places.ADDONS / addon / "__manifest__.py").read_text())
    ours = set(manifest["depends"]) & set(FLOORS)
    assert ours <= set(FLOORS[addon])
    assert addon == "thuduc_base" or ours


def test_the_law_of_time_knows_no_odoo():
    folder = places.ADDONS / "thuduc_base" / "legal_time"
    found = [
        path.name
        for path in sorted(folder.glob("*.py"))
        if re.search(r"^\s*(from|import) odoo", path.read_text(), re.MULTILINE)
    ]
    assert folder.is_dir()
    assert not found, found
