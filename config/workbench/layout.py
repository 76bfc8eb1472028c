"""`make format`: lay out Python and XML as `make lint` wants them."""

import re
import subprocess

from . import odoo, places, venv
from .progress import say

WIDTH = 88
INDENT = " " * 4
TAG = re.compile(
    r"(?P<indent> *)<(?P<name>[\w.-]+)"
    r"(?P<attributes>(?:\s+[\w:.@-]+=\"[^\"]*\")+)\s*(?P<end>/?>)"
)
ATTRIBUTE = re.compile(r"[\w:.@-]+=\"[^\"]*\"")


def format_all() -> None:
    """Format every file of the checkout that a tool can format."""
    ruff = [str(venv.python()), "-m", "ruff"]
    for command in (["check", "--fix", "-s", "."], ["format", "-q", "."]):
        subprocess.run(
            [*ruff, *command], cwd=places.ROOT, env=odoo.environment(), check=False
        )
    for file in sorted(places.ADDONS.rglob("*.xml")):
        before = file.read_text()
        after = break_long_tags(before)
        if after != before:
            file.write_text(after)
            say(f"  {file.relative_to(places.ROOT)}")


def break_long_tags(text: str) -> str:
    """Give each attribute of a tag that is too long a line of its own."""
    return "\n".join(_break(line) for line in text.split("\n"))


def is_too_long(line: str) -> bool:
    """Tell whether a line begins with a tag of several attributes past the width."""
    tag = TAG.match(line)
    if not tag or len(tag.group()) <= WIDTH:
        return False
    return len(ATTRIBUTE.findall(tag["attributes"])) > 1


def _break(line: str) -> str:
    if not is_too_long(line):
        return line
    tag = TAG.match(line)
    attributes = ATTRIBUTE.findall(tag["attributes"])
    inner = "".join(f"\n{tag['indent']}{INDENT}{one}" for one in attributes)
    rest = line[tag.end() :]
    return f"{tag['indent']}<{tag['name']}{inner}\n{tag['indent']}{tag['end']}{rest}"
