"""Every rule shipped, against a transcription of the law made apart from the data."""

import csv
from pathlib import Path

from odoo import fields
from odoo.tests import TransactionCase, freeze_time, tagged

YARDSTICK = Path(__file__).with_name("yardstick.csv")
TYPES = ("sanction_handling", "sanction_execution", "sanction_seizure")


@tagged("post_install", "-at_install")
@freeze_time("2026-11-20 03:00:00")
class TestSanctionRules(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with YARDSTICK.open() as file:
            cls.yardstick = list(csv.DictReader(file))
        cls.rules = cls.env["thuduc.deadline.rule"].search(
            [("proceeding_type_id.code", "in", TYPES)]
        )

    def _rule(self, line):
        day = fields.Date.to_date(line["trigger_date"])
        return self.rules.filtered(
            lambda rule: rule.code == line["code"] and rule._in_force(day)
        )

    def test_each_rule_is_as_long_as_the_law_says(self):
        for line in self.yardstick:
            with self.subTest(code=line["code"], day=line["trigger_date"]):
                rule = self._rule(line)
                self.assertEqual(len(rule), 1)
                self.assertEqual(rule.amount, int(line["amount"]))
                self.assertEqual(rule.unit, line["unit"])
                self.assertEqual(rule.verified, line["verified"] == "1")

    def test_each_rule_cites_its_article(self):
        for line in self.yardstick:
            with self.subTest(code=line["code"], day=line["trigger_date"]):
                provision = self._rule(line).provision_id
                law = provision.document_id.display_name
                if line["article"].startswith("Điều"):
                    self.assertEqual(f"Điều {provision.article} {law}", line["article"])
                else:
                    self.assertEqual(law, line["article"])

    def test_worked_examples_end_on_the_day_worked_out_by_hand(self):
        count = self.env["thuduc.calendar.day"]._count
        for line in self.yardstick:
            if line["unit"] == "hour":
                continue
            with self.subTest(code=line["code"], day=line["trigger_date"]):
                rule = self._rule(line)
                day = fields.Date.to_date(line["trigger_date"])
                end = count(day, rule.amount, rule.unit, roll=rule.roll)
                self.assertEqual(str(end.due), line["due"])

    def test_every_rule_has_a_yardstick(self):
        measured = {rule.id for line in self.yardstick for rule in self._rule(line)}
        unmeasured = self.rules.filtered(lambda rule: rule.id not in measured)
        self.assertFalse(unmeasured.mapped("display_name"))

    def test_unverified_numbers_ask_for_confirmation(self):
        for rule in self.rules.filtered(lambda rule: not rule.verified):
            self.assertIn("Cần xác nhận", rule.note, rule.code)
