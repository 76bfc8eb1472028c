from odoo.tests import Form, freeze_time, tagged

from .hearing_case import HearingCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-09 03:00:00")
class TestHearingReschedule(HearingCase):
    """Several hearings are moved at once; each lawsuit for itself."""

    def reschedule(self, hearings, **values):
        wizard = (
            self.env["thuduc.case.hearing.reschedule"]
            .with_user(self.officer)
            .create(
                {
                    "hearing_ids": hearings.ids,
                    "document_number": "15/TB-TA",
                    **values,
                }
            )
        )
        wizard.action_reschedule()
        return wizard

    def test_to_one_day_at_the_same_hour(self):
        """Article 163: a postponement with the next day in each lawsuit."""
        cases = [self.trial(), self.trial("2026-03-20 07:30:00")]
        hearings = self.hearing(cases[0]) | self.hearing(cases[1])
        self.reschedule(hearings, new_date="2026-04-06")
        self.assertEqual(
            [str(self.hearing(case).start) for case in cases],
            ["2026-04-06 01:00:00", "2026-04-06 07:30:00"],
        )
        self.assertEqual(set(hearings.mapped("result")), {"postponed"})
        event = self.events(cases[0], "FI_HEARING_POSTPONED")
        self.assertEqual(event.document_number, "15/TB-TA")
        self.assertEqual(event.outcome_id.code, "POSTPONE_OTHER")

    def test_by_working_days(self):
        """Friday 20 March and five working days: Friday 27 March."""
        case = self.trial()
        self.reschedule(self.hearing(case), mode="shift_working", days=5)
        self.assertEqual(str(self.hearing(case).start), "2026-03-27 01:00:00")

    def test_by_days(self):
        case = self.trial()
        wizard = self.reschedule(self.hearing(case), mode="shift", days=8)
        self.assertEqual(str(self.hearing(case).start), "2026-03-28 01:00:00")
        self.assertTrue(wizard.line_ids.why_off, "28 March 2026 is a Saturday")

    def test_one_that_fails_does_not_stop_the_others(self):
        bad, good = self.trial("2026-03-20 01:00:00"), self.trial("2026-03-20 02:00:00")
        stale = self.hearing(bad)
        good_one = self.hearing(good)
        wizard = (
            self.env["thuduc.case.hearing.reschedule"]
            .with_user(self.officer)
            .create({"hearing_ids": (stale | good_one).ids, "new_date": "2026-04-06"})
        )
        bad.record_event(
            "FI_TERMINATED", "2026-03-09", outcome_id=self.result_id("term_b")
        )
        wizard.action_reschedule()
        lines = {line.hearing_id: line for line in wizard.line_ids}
        self.assertTrue(lines[stale].error)
        self.assertFalse(lines[stale].is_done)
        self.assertTrue(lines[good_one].is_done)
        self.assertEqual(str(self.hearing(good).start), "2026-04-06 02:00:00")
        self.assertFalse(self.events(bad, "FI_HEARING_POSTPONED"))
        self.assertIn("1", wizard.summary)

    def test_a_meeting_is_moved_by_its_own_event(self):
        """Article 137.3"""
        case = self.meeting()
        self.reschedule(self.hearing(case), new_date="2026-04-06")
        self.assertTrue(self.events(case, "FI_MEETING_POSTPONED"))
        self.assertEqual(self.hearing(case).summons_order, 2)

    def test_a_pronouncement_cannot_be_moved(self):
        case = self.trial("2026-03-09 01:00:00")
        self.close(self.hearing(case), "prolonged", next_at="2026-03-13 01:00:00")
        wizard = self.reschedule(self.hearing(case), new_date="2026-03-16")
        self.assertTrue(wizard.line_ids.error)

    def test_the_dialog_from_the_list(self):
        """The list of hearings opens it; each line shows from and to."""
        case = self.trial()
        hearing = self.hearing(case)
        action = hearing.with_user(self.officer).action_reschedule()
        dialog = Form(
            self.env[action["res_model"]]
            .with_user(self.officer)
            .with_context(**action["context"])
        )
        dialog.new_date = "2026-04-06"
        with dialog.line_ids.edit(0) as line:
            self.assertEqual(str(line.new_at), "2026-04-06 01:00:00")
            line.new_at = "2026-04-06 02:00:00"
        wizard = dialog.save()
        wizard.action_reschedule()
        self.assertFalse(wizard.line_ids.error)
        self.assertEqual(str(self.hearing(case).start), "2026-04-06 02:00:00")
