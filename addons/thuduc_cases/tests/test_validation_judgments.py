"""Rules 5 to 7 that entries about judgments obey."""

from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestValidationJudgments(CaseCase):
    def test_validation_05_pronounced_after_the_trial_decision(self):
        """Articles 146, 149"""
        with self.assertRaises(DocketContradiction):
            self.case(
                ("FI_ACCEPTED", "2026-01-05"),
                ("FI_TRIAL_DECISION", "2026-03-09"),
                ("FI_JUDGMENT_PRONOUNCED", "2026-03-06"),
            )

    def test_validation_05_a_late_hearing_is_told(self):
        """Article 149: twenty days; told, not refused."""
        for held, told in (("2026-03-30", False), ("2026-04-20", True)):
            with self.subTest(held=held):
                case = self.case(
                    ("FI_ACCEPTED", "2026-01-05"),
                    ("FI_TRIAL_DECISION", "2026-03-09"),
                    ("FI_HEARING_HELD", held),
                    ("FI_JUDGMENT_PRONOUNCED", held),
                )
                self.assertEqual(bool(case.judgment_ids.warning), told)

    def test_validation_06_a_late_appeal_is_late_and_explained(self):
        """Articles 206.3, 207: the postmark counts."""
        case = self.judged()
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.record_event("FI_APPEAL_OTHER", "2026-04-07")
        late = case.record_event("FI_APPEAL_OTHER", "2026-04-07", note="Nằm viện.")
        self.assertTrue(late.appeal_ids.is_late)
        self.assertEqual(late.appeal_ids.late_reason, "Nằm viện.")
        late.date = "2026-04-06"
        self.assertFalse(late.appeal_ids.is_late)

    def test_validation_06_a_protest_of_the_same_level_has_fifteen_days(self):
        """Article 213.1: thirty are for the superior procuracy."""
        case = self.judged()
        values = {"outcome_id": self.result_id("protest_same")}
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.record_event("FI_PROTEST", "2026-04-14", **values)
        values["outcome_id"] = self.result_id("protest_superior")
        protest = case.record_event("FI_PROTEST", "2026-04-14", **values)
        self.assertFalse(protest.appeal_ids.is_late)

    def test_validation_07_no_effect_before_all_windows_closed(self):
        """Article 215.2"""
        case = self.judged()
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("FI_EFFECTIVE", "2026-04-20")
        event = case.record_event("FI_EFFECTIVE", "2026-04-21")
        with self.assertRaises(DocketContradiction):
            event.date = "2026-04-20"
