from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import Form, freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestEdgeLaw(CaseCase):
    """Cases that practitioners hit: periods and procedures."""

    def test_edge_02_independent_claim_moves_acceptance(self):
        """LTTHC 125.5: the preparation is counted anew, the first reckoning is kept."""
        case = self.case(("FI_ACCEPTED", "2026-03-02"))
        self.assertEqual(self.due(case, "FI-10"), "2026-07-02")
        case.record_event(
            "FI_INDEPENDENT_CLAIM", "2026-04-01", party_id=case.party_ids[-1].id
        )
        case.record_event("FI_REACCEPTED", "2026-04-13", document_number="2/TB-TA")
        self.assertEqual(self.due(case, "FI-10"), "2026-08-13")
        self.assertEqual(str(case.acceptance_date), "2026-04-13")
        [change] = self.deadline(case, "FI-10").change_ids
        self.assertEqual(str(change.old_date_due), "2026-07-02")
        self.assertEqual(str(change.new_date_due), "2026-08-13")
        self.assertTrue(self.events(case, "FI_ACCEPTED"))

    def test_edge_08_transfer_restarts_every_clock(self):
        """LTTHC 34: complaint in three working days; all counts anew elsewhere."""
        case = self.case(
            ("FI_ACCEPTED", "2026-10-01", {"document_number": "8/2026/TLST-HC"}),
            ("FI_NOTICE_RECEIVED", "2026-10-05"),
            ("FI_TRANSFERRED", "2026-11-19"),
        )
        first, second = case.round_ids.sorted("id")
        self.assertEqual(first.stage_id.code, "F60")
        self.assertEqual(self.due(case, "FI-17"), "2026-11-24")
        self.assertFalse(second.court_id)
        open_before = first.deadline_ids.filtered(
            lambda d: d.state in ("running", "overdue")
        )
        self.assertEqual(open_before.mapped("code"), ["FI-17"])
        second.court_id = self.env.ref("thuduc_cases.court_regional_1_hcmc")
        case.record_event("FI_ACCEPTED", "2026-11-20", document_number="3/2026/TLST-HC")
        case.record_event("FI_NOTICE_RECEIVED", "2026-11-20")
        again = {d.code: str(d.date_due) for d in second.deadline_ids}
        self.assertEqual(again["FI-10"], "2027-03-22")
        self.assertEqual(again["FI-02"], "2026-11-30")
        self.assertEqual(case.docket_no, "3/2026/TLST-HC")
        case.record_event("FI_TRANSFER_COMPLAINED", "2026-11-20")
        self.assertEqual(self.deadline(case, "FI-17").state, "met")
        self.assertEqual(self.due(case, "FI-17B"), "2026-11-25")

    def test_edge_22_voters_fast_lane(self):
        """LTTHC 199, 202: two days and two days, no appeal, effective at once."""
        case = self.case()
        case.round_ids.procedure = "voters"
        case.record_event("FI_ACCEPTED", "2026-03-02")
        self.assertEqual(self.due(case, "FI-34A"), "2026-03-04")
        case.record_event("FI_TRIAL_DECISION", "2026-03-03")
        self.assertEqual(self.due(case, "FI-34B"), "2026-03-05")
        for code in ("FI-10", "FI-18"):
            self.assertFalse(self.due(case, code))
        case.record_event(
            "FI_JUDGMENT_PRONOUNCED",
            "2026-03-05",
            outcome_id=self.result_id("fi_accepted"),
            agency_presence="present",
        )
        for code in ("AP-01", "AP-01-L", "AP-04A", "AP-04B", "FI-30"):
            self.assertFalse(self.due(case, code), code)
        self.assertEqual(str(case.round_ids.effective_date), "2026-03-05")
        self.assertFalse(self.events(case, "FI_WINDOWS_CLOSED"))

    def test_edge_22_suit_about_voters_before_the_election(self):
        """LTTHC 116.2.c: until five days before the election."""
        case = self.case(
            (
                "FI_VOTERS_ANSWERED",
                "2026-03-02",
                {"scheduled_at": "2026-03-15 00:00:00"},
            )
        )
        self.assertEqual(self.due(case, "PL-04"), "")
        line = case.deadline_ids.filtered(lambda d: d.code == "PL-04")
        self.assertEqual(str(line.date_due), "2026-03-10")

    def abroad(self, *happened):
        """Judged on 2025-12-05 against the absence of a plaintiff abroad."""
        case = self.case()
        plaintiff = case.party_ids[0]
        plaintiff.abroad = True
        case.round_ids.procedure = "foreign"
        case.record_event("FI_ACCEPTED", "2025-03-03")
        case.record_event(
            "FI_JUDGMENT_PRONOUNCED",
            "2025-12-05",
            agency_presence="present",
            outcome_id=self.result_id("fi_rejected"),
            absent_party_ids=[Command.set(plaintiff.ids)],
        )
        for code, day in happened:
            case.record_event(code, day, party_id=plaintiff.id)
        return case

    def test_edge_23_party_abroad_delays_the_effect(self):
        """LTTHC 307: thirty days from service, twelve months if never served."""
        self.assertFalse(self.round(self.abroad())._effective_on())
        served = self.abroad(("FI_JUDGMENT_SERVED", "2026-06-15"))
        self.assertFalse(self.due(served, "AP-02-L"))
        self.assertEqual(str(self.round(served)._effective_on()), "2026-07-16")
        never = self.abroad(("FI_TRIED_WITHOUT_ABROAD", "2025-12-05"))
        self.assertEqual(self.due(never, "AP-19B"), "2026-12-07")
        self.assertEqual(str(self.round(never)._effective_on()), "2026-12-08")
        self.run_cron()
        self.assertFalse(self.events(never, "FI_EFFECTIVE"))

    def test_edge_23_party_that_came_home_has_the_usual_period(self):
        case = self.abroad(("FI_JUDGMENT_SERVED", "2026-06-15"))
        case.party_ids[0].abroad = False
        self.assertEqual(str(self.round(case)._effective_on()), "2026-07-01")

    def test_edge_23_hearing_of_a_case_with_a_foreign_element(self):
        """LTTHC 304: from the day of the notice, not that of its receipt."""
        case = self.case()
        case.round_ids.procedure = "foreign"
        case.record_event("FI_ACCEPTED", "2026-10-01")
        case.record_event(
            "FI_NOTICE_RECEIVED", "2026-10-12", document_date="2026-10-05"
        )
        self.assertFalse(self.due(case, "FI-10"))
        self.assertEqual(self.due(case, "FI-32A2"), "2027-04-05")
        self.assertEqual(self.due(case, "FI-32B2"), "2027-06-07")

    def test_edge_24_electronic_service_keeps_its_receipt(self):
        """LTTHC 102, 104: the e-receipt proves the day from which the period runs."""
        case = self.case(("FI_ACCEPTED", "2026-11-02"))
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.record_event(
                "FI_NOTICE_RECEIVED", "2026-11-05", service_method="electronic"
            )
        notice = case.record_event(
            "FI_NOTICE_RECEIVED",
            "2026-11-05",
            service_method="electronic",
            service_proof="GD-2026-11-05-0001",
        )
        self.assertEqual(self.due(case, "FI-02"), "2026-11-16")
        with self.assertRaises(ValidationError), self.cr.savepoint():
            notice.service_proof = False

    def test_edge_24_dialog_asks_how_a_paper_was_served(self):
        case = self.case(("FI_ACCEPTED", "2026-11-02"))
        event_types = self.env["thuduc.event.type"]
        received = event_types.search([("code", "=", "FI_NOTICE_RECEIVED")], limit=1)
        dialog = Form(
            self.env["thuduc.event.record"]
            .with_user(self.officer)
            .with_context(
                default_dossier_id=case.dossier_id.id, default_type_id=received.id
            )
        )
        dialog.date = "2026-11-05"
        dialog.service_method = "electronic"
        dialog.service_proof = "GD-1"
        dialog.save().action_record()
        [notice] = self.events(case, "FI_NOTICE_RECEIVED")
        self.assertEqual(notice.service_proof, "GD-1")

    def test_edge_25_two_inconsistent_periods(self):
        """LTTHC 84.5 gives three working days, 98.3 five: both for information."""
        case = self.case(
            ("FI_ACCEPTED", "2026-11-02"), ("FI_COURT_COLLECTED", "2026-11-20")
        )
        for code, due in (("FI-07A", "2026-11-25"), ("FI-07B", "2026-11-27")):
            self.assertEqual(self.due(case, code), due)
            self.assertEqual(self.deadline(case, code).severity, "info")
        case.record_event("FI_COURT_EVIDENCE_NOTICED", "2026-11-21")
        states = {self.deadline(case, code).state for code in ("FI-07A", "FI-07B")}
        self.assertEqual(states, {"met"})
