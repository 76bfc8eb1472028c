from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import ExtensionRefused

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestValidationLaw(CaseCase):
    """Rules that no entry may break: periods and their history."""

    def test_validation_04_one_extension_of_at_most_seven_days(self):
        """LTTHC 128.1: once, by number or by a date that the court states."""
        case = self.case(("FI_NOTICE_RECEIVED", "2026-11-09"))
        self.assertEqual(self.due(case, "FI-02"), "2026-11-19")
        for values in ({"extension_amount": 8}, {"stated_date": "2026-11-27"}):
            with self.assertRaises(ExtensionRefused), self.cr.savepoint():
                case.record_event("FI_OPINION_EXTENDED", "2026-11-18", **values)
        case.record_event("FI_OPINION_EXTENDED", "2026-11-18", stated_date="2026-11-26")
        self.assertEqual(self.due(case, "FI-02"), "2026-11-26")
        with self.assertRaises(ExtensionRefused), self.cr.savepoint():
            case.record_event("FI_OPINION_EXTENDED", "2026-11-19", extension_amount=1)

    def test_validation_04_day_fixed_by_the_judge_is_stated(self):
        """LTTHC 83.4 (FI-06): such a paper has no period but its day."""
        case = self.case(("FI_ACCEPTED", "2026-11-02"))
        for values in ({}, {"stated_date": "2026-11-08"}):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                case.record_event("FI_EVIDENCE_DATE_SET", "2026-11-09", **values)
        case.record_event(
            "FI_EVIDENCE_DATE_SET", "2026-11-09", stated_date="2026-12-01"
        )
        self.assertEqual(self.due(case, "FI-06"), "2026-12-01")

    def test_validation_14_withdrawn_trigger_supersedes(self):
        """A deadline whose trigger is taken back stays, superseded, with its past."""
        case = self.case(("FI_ACCEPTED", "2026-11-02"))
        notice = case.record_event("FI_NOTICE_RECEIVED", "2026-11-09")
        deadline = self.deadline(case, "FI-02")
        notice.withdraw("Nhập nhầm")
        self.assertTrue(deadline.exists())
        self.assertEqual(deadline.state, "superseded")
        self.assertEqual(deadline.trigger_event_id, notice)
        self.assertEqual(deadline.change_ids[:1].new_state, "superseded")

    def test_validation_15_deadline_keeps_how_it_was_counted(self):
        """Nominal end, due day, the computation line by line, and which change of the
        calendar moved it."""
        case = self.case(("FI_NOTICE_RECEIVED", "2026-11-13"))
        deadline = self.deadline(case, "FI-02")
        self.assertEqual(str(deadline.date_nominal), "2026-11-23")
        self.assertEqual(str(deadline.date_due), "2026-11-23")
        self.assertTrue(deadline.steps)
        self.env["thuduc.calendar.day"].create(
            {"date": "2026-11-23", "kind": "swap_off", "name": "Nghỉ bù"}
        )
        self.assertEqual(str(deadline.date_nominal), "2026-11-23")
        self.assertEqual(str(deadline.date_due), "2026-11-24")
        [change] = deadline.change_ids
        self.assertEqual(str(change.calendar_date), "2026-11-23")
