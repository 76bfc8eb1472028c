"""Which Odoo test classes exist, read from the source without importing it."""

import ast
from dataclasses import dataclass
from pathlib import Path

from . import places

# A browser test takes as long as this many others.
BROWSER_WEIGHT = 15
BROWSER_WORDS = ("start_tour(", "browser_js(", "click_everywhere(")


@dataclass(frozen=True)
class TestClass:
    """A class with tests, in the file where it is defined."""

    __test__ = False

    addon: str
    name: str
    methods: tuple[str, ...]
    tags: frozenset[str]
    weight: int

    @property
    def spec(self) -> str:
        """How Odoo's --test-tags names it."""
        return f"/{self.addon}:{self.name}"

    @property
    def is_standard(self) -> bool:
        """Tell whether it runs without being asked for."""
        return "-standard" not in self.tags

    @property
    def wants_demo(self) -> bool:
        """Tell whether it looks at the demo data."""
        return "demo_data" in self.tags


def test_classes() -> list[TestClass]:
    """Return the test classes of all addons of this checkout."""
    rooms = [places.ADDONS / name / "tests" for name in places.own_addons()]
    files = [file for room in rooms for file in sorted(room.glob("test_*.py"))]
    return [found for file in files for found in _classes(file)]


def share_out(classes: list[TestClass], hands: int) -> list[list[TestClass]]:
    """Deal the classes to `hands` of about the same weight, heaviest first."""
    shares: list[list[TestClass]] = [[] for _hand in range(hands)]
    for one in sorted(classes, key=lambda c: (-c.weight, c.addon, c.name)):
        min(shares, key=lambda share: sum(c.weight for c in share)).append(one)
    return shares


def _classes(file: Path) -> list[TestClass]:
    text = file.read_text()
    addon = file.relative_to(places.ADDONS).parts[0]
    found = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            source = ast.get_source_segment(text, node) or ""
            methods = _methods(node)
            browser = sum(source.count(word) for word in BROWSER_WORDS)
            weight = 1 + len(methods) + browser * BROWSER_WEIGHT
            tags = frozenset(_tags(node))
            found.append(TestClass(addon, node.name, methods, tags, weight))
    return found


def _methods(node: ast.ClassDef) -> tuple[str, ...]:
    functions = (part for part in node.body if isinstance(part, ast.FunctionDef))
    return tuple(f.name for f in functions if f.name.startswith("test_"))


def _tags(node: ast.ClassDef) -> list[str]:
    calls = [call for call in node.decorator_list if isinstance(call, ast.Call)]
    return [
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "tagged"
        for argument in call.args
        if isinstance(argument, ast.Constant)
    ]
