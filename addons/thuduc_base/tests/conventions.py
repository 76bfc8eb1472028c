"""What holds for each of our addons; an addon subclasses this with its name."""

import ast
from pathlib import Path

from odoo.modules.module import get_module_path
from odoo.tests import TransactionCase

# Rooms whose files the manifest lists one by one.
LISTED_ROOMS = ("data", "demo", "report", "security", "views", "wizards")
LISTED_SUFFIXES = {".xml", ".csv"}


class ConventionsCase(TransactionCase):
    """Conventions that a machine can check, so that review need not."""

    allow_inherited_tests_method = True
    addon = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.root = Path(get_module_path(cls.addon))

    def own_models(self):
        """Models that the addon defines itself (not those that it extends)."""
        return [
            self.env[model.model]
            for model in self.env["ir.model"].search([("model", "=like", "thuduc.%")])
            if self.env[model.model]._original_module == self.addon
        ]

    def test_every_model_states_its_rule(self):
        for model in self.own_models():
            with self.subTest(model=model._name):
                *_extensions, definition = (
                    base
                    for base in type(model).__mro__
                    if base.__dict__.get("_name") == model._name
                    and base.__module__.startswith(f"odoo.addons.{self.addon}.")
                )
                self.assertTrue((definition.__doc__ or "").strip())

    def test_every_listed_file_exists_and_every_file_is_listed(self):
        manifest = ast.literal_eval((self.root / "__manifest__.py").read_text())
        listed = {*manifest.get("data", ()), *manifest.get("demo", ())}
        found = {
            str(path.relative_to(self.root))
            for room in LISTED_ROOMS
            for path in (self.root / room).rglob("*")
            if path.suffix in LISTED_SUFFIXES
        }
        self.assertEqual(listed, found)

    def test_every_test_file_is_run(self):
        imported = {
            alias.name
            for node in ast.parse((self.root / "tests/__init__.py").read_text()).body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        found = {path.stem for path in (self.root / "tests").glob("test_*.py")}
        self.assertEqual(found - imported, set())

    def test_every_access_line_has_a_group_of_ours(self):
        lines = self.env["ir.model.access"].search(
            [("model_id.model", "=like", "thuduc.%")]
        )
        outsiders = lines.filtered(
            lambda line: not line.group_id or line.group_id.share
        )
        self.assertFalse(outsiders.mapped("name"))

    def test_every_menu_can_be_opened_by_somebody_of_ours(self):
        menus = self.env["ir.ui.menu"].search([("action", "!=", False)])
        for menu in menus:
            xml_id = menu.get_external_id()[menu.id]
            if xml_id.startswith(f"{self.addon}.") and menu.action:
                model = getattr(menu.action, "res_model", False)
                with self.subTest(menu=xml_id):
                    self.assertTrue(not model or model in self.env)

    def test_no_file_is_longer_than_one_can_read(self):
        for path in self.root.rglob("*.py"):
            with self.subTest(path=path.name):
                self.assertLessEqual(len(path.read_text().splitlines()), 420)
