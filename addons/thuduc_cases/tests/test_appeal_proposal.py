from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import FieldGuarded, TransitionNotAllowed

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-30 03:00:00")
class TestAppealProposal(CaseCase):
    """To appeal or not: proposed, decided by a leader, before the window closes."""

    def proposal(self, **values):
        proposal = self.judged().appeal_proposal_ids.with_user(self.officer)
        values = {"recommendation": "refrain", "reasons": "Án đúng.", **values}
        proposal.write(values)
        return proposal

    def test_it_opens_with_the_judgment_and_knows_its_end(self):
        """Article 206.1: due with the window, decided by the internal target."""
        case = self.judged()
        [proposal] = case.appeal_proposal_ids
        self.assertEqual(str(proposal.due_date), "2026-04-06")
        self.assertLess(proposal.target_date, proposal.due_date)
        self.assertEqual(proposal.days_left, 7)
        self.assertEqual((proposal.kind, proposal.state), ("appeal", "draft"))
        self.events(case, "FI_JUDGMENT_PRONOUNCED").date = "2026-03-19"
        self.assertEqual(str(proposal.due_date), "2026-04-03")

    def test_an_absent_agency_decides_from_its_receipt(self):
        case = self.judged(presence="absent")
        [proposal] = case.appeal_proposal_ids
        self.assertFalse(proposal.due_date)
        case.record_event("FI_JUDGMENT_RECEIVED", "2026-03-27")
        self.assertEqual(str(proposal.due_date), "2026-04-13")

    def test_not_to_appeal_is_recorded_by_the_decision(self):
        """Dispatch 85/TTg-V.I: with the reason."""
        proposal = self.proposal()
        proposal.action_submit()
        proposal.with_user(self.leader).action_refrain()
        [event] = self.events(proposal.case_id, "FI_NO_APPEAL")
        self.assertEqual((event.note, event.approver_id), ("Án đúng.", self.leader))
        self.assertEqual(self.deadline(proposal.case_id, "AP-01").state, "met")
        self.assertTrue(proposal.is_done)

    def test_to_appeal_waits_for_the_appeal(self):
        proposal = self.proposal(recommendation="act")
        proposal.action_submit()
        proposal.with_user(self.leader).action_act()
        self.assertEqual((proposal.decision, proposal.is_done), ("act", False))
        proposal.case_id.record_event("FI_APPEAL_OWN", "2026-03-30")
        self.assertTrue(proposal.is_done)

    def test_who_drafts_does_not_decide(self):
        proposal = self.proposal()
        with self.assertRaises(AccessError), self.cr.savepoint():
            proposal.with_user(self.officer).action_act()
        proposal.with_user(self.leader).action_submit()
        with self.assertRaises(AccessError), self.cr.savepoint():
            proposal.with_user(self.leader).action_refrain()
        proposal.with_user(self.deputy).action_refrain()
        self.assertEqual(proposal.approver_id, self.deputy)

    def test_steps_are_taken_in_order(self):
        proposal = self.proposal(reasons=False)
        with self.assertRaises(UserError), self.cr.savepoint():
            proposal.action_submit()
        with self.assertRaises(TransitionNotAllowed), self.cr.savepoint():
            proposal.with_user(self.leader).action_act()
        with self.assertRaises(FieldGuarded), self.cr.savepoint():
            proposal.state = "decided"
        proposal.reasons = "Án đúng."
        proposal.action_submit()
        with self.assertRaises(TransitionNotAllowed), self.cr.savepoint():
            proposal.reasons = "Khác."
        proposal.with_user(self.leader).remarks = "Nêu rõ căn cứ."
        proposal.with_user(self.leader).action_return()
        self.assertEqual(proposal.state, "draft")

    def test_an_officer_does_not_decide_past_the_leader(self):
        """While the period runs; later the past is only written down."""
        case = self.judged()
        with self.assertRaises(AccessError), self.cr.savepoint():
            case.record_event("FI_NO_APPEAL", "2026-03-30", note="Án đúng.")
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.with_user(self.leader).record_event("FI_NO_APPEAL", "2026-03-30")
        with freeze_time("2026-05-04"):
            case.record_event("FI_NO_APPEAL", "2026-03-30", note="Án đúng.")

    def test_leaders_find_it_among_their_work(self):
        proposal = self.proposal()
        proposal.action_submit()
        work = self.env["thuduc.my.work"].with_user(self.leader).what_waits()
        [section] = [s for s in work["sections"] if s["key"] == "appeal_proposals"]
        self.assertIn(proposal.id, [row["id"] for row in section["rows"]])

    def test_cassation_is_proposed_where_the_agency_lost_on_appeal(self):
        """Article 256"""
        for outcome, kinds in (
            ("ap_amended_lose", ["appeal", "cassation"]),
            ("ap_amended_win", ["appeal"]),
        ):
            with self.subTest(outcome=outcome):
                case = self.judged()
                case.record_event("FI_APPEAL_OTHER", "2026-03-23")
                case.record_event(
                    "AP_JUDGMENT", "2026-03-27", outcome_id=self.result_id(outcome)
                )
                found = case.appeal_proposal_ids.sorted("id").mapped("kind")
                self.assertEqual(found, kinds)
