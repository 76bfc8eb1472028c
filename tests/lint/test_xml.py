"""XML that can be parsed, is indented alike and can be read without scrolling."""

import pytest
from lxml import etree
from workbench import layout, places

FILES = sorted(
    path for path in places.ADDONS.rglob("*.xml") if "__pycache__" not in path.parts
)
INDENT = 4


def _name(path):
    return str(path.relative_to(places.ADDONS))


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_is_well_formed_and_formatted(path):
    text = path.read_text()
    etree.fromstring(text.encode())
    problems = [
        f"line {number}: {problem}"
        for number, line in enumerate(text.splitlines(), 1)
        for problem in _problems(line)
    ]
    if not text.endswith("\n"):
        problems.append("no newline at the end")
    assert not problems, problems


def _problems(line):
    if "\t" in line:
        yield "tab"
    if line != line.rstrip():
        yield "space at the end"
    if line.lstrip().startswith("<") and _indent(line) % INDENT:
        yield f"indented by {_indent(line)}"
    if layout.is_too_long(line):
        yield "long tag: one attribute a line (make format)"


def _indent(line):
    return len(line) - len(line.lstrip(" "))
