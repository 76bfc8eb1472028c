from odoo.tests import freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-06-22 03:00:00")
class TestComplaint(CaseCase):
    """Complaint before the suit, and the petition before acceptance."""

    def complained(self, *happened):
        case = self.case(("FI_COMPLAINT_KNOWN", "2026-03-02"))
        for code, day, *more in happened:
            case.record_event(code, day, **(more[0] if more else {}))
        return case

    def test_a_complaint_opens_its_own_proceeding(self):
        """Law on Complaints 27, 28: ten days to accept, thirty to decide."""
        case = self.complained(
            ("CO_RECEIVED", "2026-03-02"), ("CO_ACCEPTED", "2026-03-09")
        )
        complaint = self.round(case, "CO")
        self.assertEqual(complaint.stage_id.code, "P01")
        self.assertEqual(case.stage_id.code, "P10")
        self.assertEqual(case.complaint_ids, complaint)
        self.assertEqual(self.deadline(case, "PL-06").state, "met")
        self.assertEqual(self.due(case, "PL-07"), "2026-04-08")
        case.record_event("CO_EXTENDED", "2026-04-01", extension_amount=15)
        self.assertEqual(self.due(case, "PL-07"), "2026-04-23")

    def test_the_decision_begins_the_period_to_sue(self):
        """LTTHC 116.3.a: one year from the receipt of the decision (PL-02)."""
        case = self.complained(
            ("CO_RECEIVED", "2026-03-02"),
            ("CO_ACCEPTED", "2026-03-09"),
            ("CO_DECIDED_FIRST", "2026-04-01"),
        )
        self.assertFalse(self.events(case, "FI_COMPLAINT_DECISION_KNOWN"))
        received = case.record_event("CO_FIRST_RECEIVED", "2026-04-06")
        self.assertEqual(self.due(case, "PL-02"), "2027-04-06")
        self.assertEqual(str(self.deadline(case, "PL-08").date_due), "2026-05-06")
        received.withdraw("Nhập nhầm")
        self.assertFalse(self.due(case, "PL-02"))

    def test_silence_begins_the_period_to_sue(self):
        """LTTHC 116.3.b: from the end of the period to decide (PL-03)."""
        case = self.complained(
            ("CO_RECEIVED", "2026-03-02"), ("CO_ACCEPTED", "2026-03-09")
        )
        [unanswered] = self.events(case, "FI_COMPLAINT_UNANSWERED")
        self.assertEqual(str(unanswered.date), "2026-04-08")
        self.assertEqual(self.due(case, "PL-03"), "2027-04-08")
        self.assertEqual(str(self.deadline(case, "PL-08B").date_due), "2026-05-08")
        case.record_event("CO_DECIDED_FIRST", "2026-06-01")
        self.assertFalse(self.events(case, "FI_COMPLAINT_UNANSWERED"))

    def test_silence_is_noticed_by_the_daily_job(self):
        with freeze_time("2026-03-20 03:00:00"):
            case = self.complained(
                ("CO_RECEIVED", "2026-03-02"), ("CO_ACCEPTED", "2026-03-09")
            )
            self.assertFalse(self.events(case, "FI_COMPLAINT_UNANSWERED"))
        self.run_cron()
        self.assertTrue(self.events(case, "FI_COMPLAINT_UNANSWERED"))

    def test_the_choice_of_the_court_ends_the_complaint(self):
        """LTTHC 33: what the plaintiff chose is settled, the other stops."""
        case = self.complained(
            ("CO_RECEIVED", "2026-03-02"), ("CO_ACCEPTED", "2026-03-09")
        )
        choice = case.record_event(
            "FI_COMPLAINT_CHOICE",
            "2026-03-20",
            outcome_id=self.result_id("choice_court"),
        )
        complaint = self.round(case, "CO")
        self.assertEqual(complaint.stage_id.code, "P09")
        self.assertEqual(self.deadline(case, "PL-07").state, "met")
        choice.withdraw("Nhập nhầm")
        self.assertEqual(complaint.stage_id.code, "P01")

    def test_the_numbers_after_the_change_of_law_are_to_be_confirmed(self):
        """Law 136/2025/QH15 from 1 July 2026: the periods were not seen."""
        with freeze_time("2026-07-20 03:00:00"):
            case = self.complained(("CO_RECEIVED", "2026-07-06"))
            rule = self.deadline(case, "PL-06").rule_id
        self.assertFalse(rule.verified)

    def test_a_petition_that_is_filed_in_time_meets_the_period(self):
        """LTTHC 116.2.a, chain C8: one day late is told."""
        for filed, state in (("2025-06-17", "met"), ("2025-06-18", "met_late")):
            case = self.case(
                ("FI_CHALLENGED_KNOWN", "2024-06-17"), ("FI_PETITION_FILED", filed)
            )
            self.assertEqual(self.due(case, "PL-01"), "2025-06-17")
            self.assertEqual(self.deadline(case, "PL-01").state, state)

    def test_a_right_of_others_lapses(self):
        case = self.case(("FI_CHALLENGED_KNOWN", "2024-06-17"))
        self.assertEqual(self.deadline(case, "PL-01").state, "superseded")

    def test_a_returned_petition_can_come_back(self):
        """LTTHC 124: complaint in seven days; the petition may be taken back."""
        case = self.case(("FI_PETITION_RETURNED", "2026-06-15"))
        self.assertEqual(case.stage_id.code, "P90")
        self.assertEqual(case.state, "closed")
        self.assertEqual(self.due(case, "PL-13A"), "2026-06-22")
        case.record_event("FI_RETURN_COMPLAINED", "2026-06-17")
        case.record_event("FI_RETURN_REVOKED", "2026-06-19")
        self.assertEqual(case.stage_id.code, "P10")
        self.assertEqual(case.state, "open")
        case.record_event("FI_ACCEPTED", "2026-06-22")
        self.assertEqual(case.stage_id.code, "F10")

    def test_dialogue_before_acceptance(self):
        """Law 58/2020: succeeds and is enforced, or the court goes on."""
        case = self.case(("FI_MEDIATOR_APPOINTED", "2026-06-01"))
        self.assertEqual(case.stage_id.code, "P05")
        self.assertEqual(self.due(case, "PL-14"), "2026-06-22")
        failed = case.record_event("FI_PRE_DIALOGUE_FAILED", "2026-06-10")
        self.assertEqual(case.stage_id.code, "P10")
        failed.withdraw("Nhập nhầm")
        case.record_event("FI_PRE_DIALOGUE_RECOGNISED", "2026-06-12")
        self.assertTrue(case.enforcement_ids)
        case.record_event("FI_DECISION_RECEIVED", "2026-06-15")
        self.assertEqual(self.due(case, "EN-01"), "2026-07-15")
