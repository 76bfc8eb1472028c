from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .enforcement_case import EnforcementCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestValidationEnforcement(EnforcementCase):
    """Validation rules 9 to 11: what an enforcement needs and proves."""

    def test_validation_09_enforcement_needs_an_effective_judgment(self):
        """Article 309: or a provisional measure; never opened by hand."""
        case = self.judged()
        with self.assertRaises(ValidationError):
            case.dossier_id.open_proceeding("EN")

    def test_validation_10_reported_only_when_four_papers_are_there(self):
        """Article 311.2: court, procuracy, enforcement agency, superior."""
        case = self.effective()
        enforcement = case.enforcement_ids
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("EN_RESULT_REPORTED", "2026-05-25")
        enforcement.notice_ids[:3].write({"date": "2026-05-25", "number": "70/BC"})
        self.assertEqual(enforcement.reports_text, "3/4")
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("EN_RESULT_REPORTED", "2026-05-25")
        self.assertEqual(self.deadline(case, "EN-03").state, "overdue")
        with self.assertRaises(ValidationError), self.cr.savepoint():
            enforcement.notice_ids[3].date = "2026-05-26"
        self.report(case, "2026-05-26")
        self.assertEqual(self.deadline(case, "EN-03").state, "met")

    def test_validation_10_completion_is_reported_again(self):
        """What was reported unfinished is told to the four once more."""
        case = self.effective()
        self.report(case)
        enforcement = case.enforcement_ids
        self.obligation(case, date_done="2026-09-01", evidence="QĐ 1")
        self.assertFalse(enforcement.completion_reported)
        enforcement.action_add_final_reports()
        enforcement.action_add_final_reports()
        self.assertEqual(len(enforcement.notice_ids), 8)
        self.assertEqual(enforcement.reports_text, "4/4")
        self.assertEqual(
            str(self.events(case, "EN_RESULT_REPORTED").date), "2026-05-25"
        )

    def test_validation_11_the_property_part_never_completes(self):
        """Article 311.1.h: neither alone nor by being open."""
        case = self.effective()
        self.obligation(
            case,
            "Bồi thường",
            is_property=True,
            date_done="2026-05-05",
            evidence="UNC 1",
        )
        self.assertFalse(self.events(case, "EN_COMPLETED"))
        self.obligation(case, date_done="2026-05-20", evidence="QĐ 1")
        self.assertEqual(str(self.events(case, "EN_COMPLETED").date), "2026-05-20")
