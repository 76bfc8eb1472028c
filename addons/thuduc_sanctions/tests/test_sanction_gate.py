"""Articles 61, 65 and 66 at the desk: the decision that the law forbids stays there."""

from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import IncompletePaper

from ..exceptions import SanctionBarred
from .sanction_case import WITHOUT_PERMIT, SanctionCase


@tagged("post_install", "-at_install")
class TestSanctionGate(SanctionCase):
    def decision(self, sanction):
        action = sanction.action_draft_decision()
        return sanction.env["thuduc.document"].browse(action["res_id"])

    @freeze_time("2026-10-14 03:00:00")
    def test_last_day_of_the_period_is_in_time(self):
        decision = self.decision(self.sanction(("minutes", "2026-10-05")))
        decision.action_submit()
        self.assertEqual(decision.state, "submitted")

    @freeze_time("2026-10-15 03:00:00")
    def test_no_fine_after_the_period_for_the_decision(self):
        """Article 66.1 with 65.1.c: the seven working days ended on 14 October."""
        sanction = self.sanction(("minutes", "2026-10-05"))
        with self.assertRaisesRegex(SanctionBarred, "66.1"):
            self.decision(sanction).action_submit()
        self.assertIn("65.2", sanction.decision_bar)

    @freeze_time("2026-10-15 03:00:00")
    def test_remedies_only_stay_open(self):
        """Article 65.2: MQĐ15 is still possible."""
        sanction = self.sanction(("minutes", "2026-10-05"))
        sanction.record_event("remedy_decided", "2026-10-15")
        self.assertStage(sanction, "S20_SERVE")

    @freeze_time("2026-10-15 03:00:00")
    def test_a_longer_period_opens_the_gate_again(self):
        sanction = self.sanction(
            ("minutes", "2026-10-05"), ("verification_started", "2026-10-09")
        )
        self.assertFalse(sanction.decision_bar)
        self.decision(sanction).action_submit()

    @freeze_time("2026-10-09 03:00:00")
    def test_no_fine_after_the_limitation(self):
        """Articles 6.1 and 65.1.c: drunk in public on 7 October 2025, one year."""
        sanction = self.sanction(
            ("act_ended", "2025-10-07"),
            ("minutes", "2026-10-05"),
            violation="thuduc_sanctions.violation_b005",
        )
        with self.assertRaisesRegex(SanctionBarred, "65.1.c"):
            self.decision(sanction).action_submit()

    @freeze_time("2026-10-07 03:00:00")
    def test_the_violator_is_heard_first(self):
        """Article 61: wait for the explanation, or record that it is waived."""
        sanction = self.sanction(("minutes", "2026-10-05"), violation=WITHOUT_PERMIT)
        decision = self.decision(sanction)
        with self.assertRaisesRegex(SanctionBarred, "12/10/2026"):
            decision.action_submit()
        sanction.record_event("explanation_waived", "2026-10-07")
        decision.action_submit()
        self.assertEqual(decision.state, "submitted")

    @freeze_time("2026-10-14 03:00:00")
    def test_requested_session_is_held_first(self):
        """Article 61.3."""
        sanction = self.sanction(
            ("minutes", "2026-10-05"),
            ("explanation_oral_requested", "2026-10-06"),
            violation=WITHOUT_PERMIT,
        )
        with self.assertRaisesRegex(SanctionBarred, "61.3"):
            self.decision(sanction).action_submit()
        sanction.record_event("explanation_session", "2026-10-13")
        self.decision(sanction).action_submit()

    @freeze_time("2026-10-07 03:00:00")
    def test_unknown_violator_is_not_sanctioned(self):
        """Article 65.1.b."""
        sanction = self.sanction(("minutes", "2026-10-05"), kind="unknown")
        with self.assertRaisesRegex(SanctionBarred, "65.1.b"):
            self.decision(sanction).action_submit()

    @freeze_time("2026-10-07 03:00:00")
    def test_children_are_not_sanctioned(self):
        """Under 14."""
        sanction = self.sanction(("minutes", "2026-10-05"))
        sanction.party_ids.birth_date = "2013-01-01"
        sanction.act_ids.time_start = "2026-10-05 02:00:00"
        sanction.act_ids.main_sanction = "warning"
        with self.assertRaisesRegex(SanctionBarred, "134"):
            self.decision(sanction).action_submit()

    @freeze_time("2026-10-07 03:00:00")
    def test_decision_without_a_fine_is_incomplete(self):
        sanction = self.sanction(("minutes", "2026-10-05"))
        sanction.act_ids.fine_amount = 0
        with self.assertRaisesRegex(IncompletePaper, "fine of each act"):
            self.decision(sanction).action_submit()

    @freeze_time("2026-11-20 03:00:00")
    def test_a_late_decision_that_was_made_is_recorded(self):
        """A fact is a fact: the period is met late and stays visible."""
        sanction = self.sanction(
            ("minutes", "2026-10-05"), ("decision_issued", "2026-10-20")
        )
        self.assertEqual(self.deadline(sanction, "DL-15").state, "met_late")
        self.assertFalse(sanction.decision_bar)
