from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .docket_case import DocketCase


@tagged("post_install", "-at_install")
class TestDeadlineRule(DocketCase):
    def test_versions_may_not_overlap(self):
        self.opinion_rule.date_to = "2025-06-30"
        with self.assertRaises(ValidationError):
            self._rule("T-02", "accepted", 12, date_from="2025-06-30")
        self._rule("T-02", "accepted", 12, date_from="2025-07-01")

    def test_unreadable_condition_is_refused_with_the_rule_named(self):
        for condition in ["[('no_such_field', '=', 1)]", "not python at all"]:
            with (
                self.subTest(condition=condition),
                self.assertRaisesRegex(ValidationError, "T-02"),
                self.cr.savepoint(),
            ):
                self.opinion_rule.condition = condition
