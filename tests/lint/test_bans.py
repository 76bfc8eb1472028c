"""What no file of an addon may contain (style guide, bans that linters do not know)."""

import ast
import csv
import re

import pytest
from workbench import places

PYTHON = sorted(places.ADDONS.rglob("*.py"))
MARKUP = sorted(
    path
    for pattern in ("*.xml", "*.js")
    for path in places.ADDONS.rglob(pattern)
    if "lib" not in path.parts
)
VIEWS = [path for path in MARKUP if "static" not in path.parts]
ACCESS = sorted(places.ADDONS.rglob("ir.model.access.csv"))
EVERYBODY = {"", "base.group_public", "base.group_portal"}

# what → (regular expression, folders in which it is allowed)
PYTHON_BANS = {
    "cr.execute: use env.execute_query(SQL(…))": (r"\bcr\.execute\(", {"migrations"}),
    "cr.commit: a cron uses _commit_progress": (r"\bcr\.commit\(", {"tests"}),
    'Markup(f"…"): nothing is escaped': (r"Markup\(\s*rf?[\"']|Markup\(\s*f", set()),
    "strftime: use the formatting helpers": (r"\.strftime\(", {"legal_time", "tests"}),
    "a linter silenced for size": (r"noqa:.*\b(C901|E501|PLR09)", set()),
    "odoo.osv is deprecated": (r"odoo\.osv", set()),
    "_sql_constraints is ignored by Odoo 19": (r"_sql_constraints", set()),
}
MARKUP_BANS = {
    "a left-over note": r"\b(TODO|FIXME|XXX)\b",
    "t-raw does not escape": r"\bt-raw\b",
}
VIEW_BANS = {
    "attrs and states are gone": r"\b(attrs|states)=\"\{",
    "a tree view is a list": r"<tree\b",
}


def _name(path):
    return str(path.relative_to(places.ADDONS))


def _places(path, pattern):
    lines = path.read_text().splitlines()
    return [number for number, line in enumerate(lines, 1) if re.search(pattern, line)]


@pytest.mark.parametrize("what", PYTHON_BANS)
def test_python_ban(what):
    pattern, allowed = PYTHON_BANS[what]
    found = {
        _name(path): lines
        for path in PYTHON
        if allowed.isdisjoint(path.parts) and (lines := _places(path, pattern))
    }
    assert not found, f"{what}: {found}"


@pytest.mark.parametrize("what", MARKUP_BANS)
def test_markup_ban(what):
    found = {
        _name(path): lines
        for path in MARKUP
        if (lines := _places(path, MARKUP_BANS[what]))
    }
    assert not found, f"{what}: {found}"


@pytest.mark.parametrize("what", VIEW_BANS)
def test_view_ban(what):
    found = {
        _name(path): lines
        for path in VIEWS
        if (lines := _places(path, VIEW_BANS[what]))
    }
    assert not found, f"{what}: {found}"


def test_sudo_says_which_right_it_replaces():
    """A comment stands right above each `sudo()`, or the docstring speaks of it."""
    found = {
        _name(path): bare
        for path in PYTHON
        if "tests" not in path.parts and (bare := list(_bare_sudo(path.read_text())))
    }
    assert not found, found


def _bare_sudo(text):
    lines = text.splitlines()
    for function in ast.walk(ast.parse(text)):
        if not isinstance(function, ast.FunctionDef):
            continue
        documented = "sudo" in (ast.get_docstring(function) or "")
        for number in range(function.lineno, function.end_lineno + 1):
            near = lines[max(0, number - 4) : number]
            explained = documented or any("#" in line for line in near)
            if "sudo()" in lines[number - 1] and not explained:
                yield number


@pytest.mark.parametrize("path", ACCESS, ids=_name)
def test_access_is_given_to_named_groups(path):
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    open_to_all = [row["id"] for row in rows if row["group_id:id"] in EVERYBODY]
    assert not open_to_all, open_to_all
