from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import Form, freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestLossCause(CaseCase):
    """A lawsuit that was lost is closed only with the cause of the loss."""

    def finished(self, outcome="fi_accepted"):
        case = self.judged(outcome)
        self.run_cron()
        case.record_event("FI_NO_APPEAL", "2026-04-01", note="Chấp nhận bản án.")
        case.record_event("EN_NO_CONTENT", "2026-05-04")
        case.record_event("EN_NO_CASSATION", "2026-05-05", note="Chấp nhận.")
        return case

    def test_a_lost_lawsuit_is_not_closed_without_its_cause(self):
        case = self.finished()
        self.assertTrue(case.is_loss_unexplained)
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.record_event("EN_CLOSED", "2026-06-01")
        self.explain_loss(case)
        self.assertFalse(case.is_loss_unexplained)
        case.record_event("EN_CLOSED", "2026-06-01")
        self.assertEqual(case.state, "closed")

    def test_a_lawsuit_won_is_closed_without(self):
        case = self.judged("fi_rejected")
        self.run_cron()
        case.record_event("FI_NO_APPEAL", "2026-04-01", note="Án có lợi.")
        case.record_event("EN_NO_CONTENT", "2026-05-04")
        case.record_event("EN_CLOSED", "2026-06-01")
        self.assertEqual(case.state, "closed")

    def test_the_dialog_that_closes_asks_for_the_cause(self):
        case = self.finished()
        closing = self.env["thuduc.event.type"].search([("code", "=", "EN_CLOSED")])
        cause = self.env.ref("thuduc_cases.loss_cause_facts_value")
        dialog = (
            self.env["thuduc.event.record"]
            .with_user(self.officer)
            .create(
                {
                    "dossier_id": case.dossier_id.id,
                    "type_id": closing.id,
                    "date": "2026-06-01",
                }
            )
        )
        self.assertTrue(dialog.asks_loss)
        dialog.loss_cause_ids = [Command.set(cause.ids)]
        dialog.action_record()
        self.assertEqual(case.loss_cause_ids, cause)
        self.assertEqual(case.state, "closed")

    def test_who_signed_and_drafted_comes_from_the_decision(self):
        case = self.case()
        self.env["thuduc.case.object"].create(
            {
                "case_id": case.id,
                "number": "1/QĐ",
                "signer_name": "Trần Văn Ký",
                "drafter_id": self.unit.id,
            }
        )
        self.assertEqual(case.loss_decider, "Trần Văn Ký")
        self.assertEqual(case.loss_drafter_id, self.unit)

    def test_the_result_is_judged_otherwise_only_with_a_reason(self):
        case = self.judged("fi_part")
        round_ = case.current_round_id
        self.assertEqual(case.favour, "partial")
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.favour = "win"
        round_.write({"favour": "win", "favour_reason": "Chỉ hủy một khoản nhỏ."})
        self.assertEqual(case.favour, "win")
        self.events(case, "FI_JUDGMENT_PRONOUNCED").document_number = "5/2026/HC-ST"
        self.assertEqual(case.favour, "win")

    def test_headings_are_those_of_the_report(self):
        heads = self.env["thuduc.case.loss.cause"].search([("parent_id", "=", False)])
        self.assertLessEqual(
            {"COMPETENCE", "PROCEDURE", "CONTENT", "FACTS", "INACTION"},
            set(heads.mapped("code")),
        )
        self.assertTrue(all(head.child_ids for head in heads))

    def test_the_day_of_a_termination_is_proposed(self):
        """Articles 206.2, 213.2"""
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05"),
            ("FI_TERMINATED", "2026-03-02"),
            ("FI_DECISION_RECEIVED", "2026-03-05"),
        )
        dialog = Form(
            self.env["thuduc.event.record"]
            .with_user(self.officer)
            .with_context(default_dossier_id=case.dossier_id.id)
        )
        dialog.type_id = self.env["thuduc.event.type"].search(
            [("code", "=", "FI_TERMINATION_EFFECTIVE")]
        )
        self.assertEqual(str(dialog.date), "2026-03-17")
