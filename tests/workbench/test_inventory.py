"""Sharing out loses no test, and a heavy class does not meet another one."""

from workbench import inventory
from workbench.inventory import TestClass


def _class(name, weight):
    return TestClass("addon", name, ("test_a",), frozenset(), weight)


def test_shares_are_of_about_the_same_weight():
    classes = [_class(f"T{n}", n) for n in (30, 20, 10, 5, 5)]
    first, second = inventory.share_out(classes, 2)
    assert {*first, *second} == set(classes)
    assert abs(sum(c.weight for c in first) - sum(c.weight for c in second)) <= 10


def test_classes_are_read_from_the_source(tmp_path, monkeypatch):
    monkeypatch.setattr(inventory.places, "ADDONS", tmp_path)
    folder = tmp_path / "some_addon" / "tests"
    folder.mkdir(parents=True)
    (folder.parent / "__manifest__.py").write_text("{}")
    (folder / "test_tour.py").write_text(
        '@tagged("post_install", "-at_install", "demo_data")\n'
        "class TestTour(HttpCase):\n"
        "    def test_story(self):\n"
        '        self.start_tour("/odoo", "story", login="head")\n'
    )
    (found,) = inventory.test_classes()
    assert found.spec == "/some_addon:TestTour"
    assert found.methods == ("test_story",)
    assert found.wants_demo
    assert found.is_standard
    assert found.weight > inventory.BROWSER_WEIGHT
