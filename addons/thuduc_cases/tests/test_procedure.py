from odoo.tests import freeze_time, tagged

from .case_case import CaseCase

PREPARED = ("FI-10", "SM-01", "SM-02")


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestProcedure(CaseCase):
    """The procedure decides which periods run (LTTHC 198-202, 245-253, 304-307)."""

    def dues(self, case, *codes):
        return {code: self.due(case, code) for code in codes if self.due(case, code)}

    def test_the_simplified_procedure_has_its_own_periods(self):
        """Article 247.1: instead of four months, a hearing within ten days."""
        case = self.case(("FI_ACCEPTED", "2026-05-04"))
        self.assertEqual(self.dues(case, *PREPARED), {"FI-10": "2026-09-04"})
        decided = case.record_event("FI_SIMPLIFIED", "2026-05-15")
        self.assertEqual(case.round_ids.procedure, "simplified")
        self.assertEqual(case.stage_id.code, "F30")
        self.assertEqual(
            self.dues(case, *PREPARED), {"SM-01": "2026-06-03", "SM-02": "2026-05-25"}
        )
        self.assertEqual(self.deadline(case, "SM-01").state, "met")
        decided.withdraw("Nhập nhầm")
        self.assertEqual(case.round_ids.procedure, "ordinary")
        self.assertEqual(self.dues(case, *PREPARED), {"FI-10": "2026-09-04"})

    def test_conversion_begins_the_preparation_again(self):
        """Article 246.3 (SM-09): the whole four months, from the conversion."""
        case = self.case(
            ("FI_ACCEPTED", "2026-05-04"),
            ("FI_SIMPLIFIED", "2026-05-15"),
            ("FI_ORDINARY", "2026-06-15"),
        )
        self.assertEqual(case.round_ids.procedure, "ordinary")
        self.assertEqual(case.stage_id.code, "F20")
        self.assertEqual(self.dues(case, *PREPARED), {"FI-10": "2026-10-15"})
        case.record_event("FI_PREPARATION_EXTENDED", "2026-10-01", extension_amount=2)
        self.assertEqual(self.due(case, "FI-10"), "2026-12-15")

    def test_an_open_duty_can_be_met_on_any_stage(self):
        """Article 128.1: the opinion is still due when the hearing is fixed already."""
        case = self.case(
            ("FI_ACCEPTED", "2026-11-02"),
            ("FI_NOTICE_RECEIVED", "2026-11-16"),
            ("FI_SIMPLIFIED", "2026-11-18"),
        )
        possible = self.round(case)._possible_event_types().mapped("code")
        self.assertIn("FI_OPINION_SENT", possible)
        case.record_event("FI_OPINION_SENT", "2026-11-20")
        self.assertEqual(self.deadline(case, "FI-02").state, "met")
        self.assertEqual(case.stage_id.code, "F30")
        possible = self.round(case)._possible_event_types().mapped("code")
        self.assertNotIn("FI_OPINION_SENT", possible)

    def test_entering_the_procedure_replays_the_docket(self):
        case = self.case(("FI_ACCEPTED", "2026-05-04"))
        for procedure, dues in (
            ("simplified", {"SM-01": "2026-06-03"}),
            ("voters", {"FI-34A": "2026-05-06"}),
            ("ordinary", {"FI-10": "2026-09-04"}),
        ):
            case.round_ids.procedure = procedure
            self.assertEqual(self.dues(case, "FI-34A", *PREPARED), dues)
        case.round_ids.is_competition = True
        self.assertEqual(self.dues(case, "FI-10", "FI-11"), {"FI-11": "2026-07-06"})

    def test_a_simplified_judgment_is_appealed_within_seven_days(self):
        """Articles 251, 252: 7 days, protests from the procuracy's receipt; the appeal
        stays simplified."""
        case = self.case(
            ("FI_ACCEPTED", "2026-05-04"),
            ("FI_SIMPLIFIED", "2026-05-15"),
            ("FI_JUDGMENT_PRONOUNCED", "2026-08-21", {"agency_presence": "present"}),
        )
        codes = ("AP-01", "AP-04A", "AP-04B", "SM-05", "SM-06A", "SM-06B")
        self.assertEqual(self.dues(case, *codes), {"SM-05": "2026-08-28"})
        self.assertFalse(self.round(case)._effective_on())
        case.record_event("FI_PROCURACY_RECEIVED", "2026-08-24")
        self.assertEqual(str(self.round(case)._effective_on()), "2026-09-04")
        case.record_event("FI_APPEAL_OTHER", "2026-08-26")
        appeal = case.round_ids.filtered(lambda r: r.round_type == "AP")
        self.assertEqual(appeal.procedure, "simplified")
        case.record_event("AP_ACCEPTED", "2026-09-14")
        self.assertEqual(self.dues(case, "AP-11", "SM-07"), {"SM-07": "2026-10-14"})

    def test_the_end_of_all_windows_is_recorded(self):
        """Articles 196.3, 216: counted from the last window of whoever it is."""
        case = self.judged(presence="absent")
        self.assertFalse(self.events(case, "FI_WINDOWS_CLOSED"))
        case.record_event("FI_JUDGMENT_RECEIVED", "2026-05-29")
        [closed] = self.events(case, "FI_WINDOWS_CLOSED")
        self.assertTrue(closed.automatic)
        self.assertEqual(str(closed.date), "2026-06-15")
        case.record_event("FI_APPEAL_OTHER", "2026-04-03")
        self.assertEqual(self.due(case, "AP-09"), "2026-06-22")

    def test_windows_close_by_the_passing_of_time(self):
        with freeze_time("2026-03-25 03:00:00"):
            case = self.judged()
            self.assertFalse(self.events(case, "FI_WINDOWS_CLOSED"))
        self.run_cron()
        [closed] = self.events(case, "FI_WINDOWS_CLOSED")
        self.assertEqual(str(closed.date), "2026-04-20")
        self.run_cron()
        self.assertEqual(len(self.events(case, "FI_WINDOWS_CLOSED")), 1)

    def test_the_file_is_forwarded_after_the_later_of_two_days(self):
        """Article 216: the end of the windows, or the receipt of the advance fee."""
        case = self.judged()
        case.record_event("FI_APPEAL_OWN", "2026-03-25")
        self.assertEqual(self.due(case, "AP-09"), "2026-04-28")
        case.record_event("AP_FEE_NOTICE", "2026-04-01")
        paid = case.record_event("AP_FEE_PAID", "2026-05-11")
        self.assertEqual(self.due(case, "AP-09"), "2026-05-18")
        paid.date = "2026-04-10"
        self.assertEqual(self.due(case, "AP-09"), "2026-04-28")

    def test_a_file_that_is_appealed_is_free_to_change_until_the_window_closes(self):
        """Article 218 (AP-18)."""
        case = self.judged()
        self.assertFalse(self.due(case, "AP-18"))
        with freeze_time("2026-03-30 03:00:00"):
            case.record_event("FI_APPEAL_OWN", "2026-03-25")
            self.assertEqual(self.due(case, "AP-18"), "2026-04-06")
