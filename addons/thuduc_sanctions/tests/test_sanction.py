"""The journey of a sanction, by the people who make it."""

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import Form, freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction, IncompletePaper

from .sanction_case import WITHOUT_PERMIT, SanctionCase


@tagged("post_install", "-at_install")
@freeze_time("2026-10-07 03:00:00")
class TestSanction(SanctionCase):
    def test_opening_a_sanction_opens_its_handling(self):
        sanction = self.sanction(violation=None)
        self.assertEqual(sanction.kind, "sanction")
        self.assertRegex(sanction.name, r"^XP-2026-\d{5}$")
        self.assertEqual(sanction.measure_ids.type_id.code, "sanction_handling")
        self.assertStage(sanction, "S00_INTAKE")

    def test_hour_of_discovery_is_an_event(self):
        """It starts the period for the minutes, and follows when corrected."""
        sanction = self.sanction(detected_at="2026-10-05 03:00:00", violation=None)
        self.assertStage(sanction, "S01_CHECK")
        self.assertDue(sanction, "DL-01", "2026-10-08")
        sanction.detected_at = "2026-10-06 03:00:00"
        self.assertEqual(len(sanction.event_ids), 1)
        self.assertDue(sanction, "DL-01", "2026-10-09")

    def test_minutes_are_not_dated_before_the_discovery(self):
        with self.assertRaises(DocketContradiction):
            self.sanction(("detected", "2026-10-06"), ("minutes", "2026-10-05"))

    def test_next_steps_are_offered(self):
        sanction = self.sanction(("detected", "2026-10-05"))
        offered = sanction.possible_event_type_ids.mapped("code")
        self.assertEqual(offered[0], "minutes")
        self.assertNotIn("minutes_delivered", offered)
        self.assertNotIn("closed", offered)

    def test_other_units_see_nothing(self):
        sanction = self.sanction()
        for record in (sanction, sanction.act_ids, sanction.measure_ids):
            with self.subTest(model=record._name), self.assertRaises(AccessError):
                record.with_user(self.outsider).read(["display_name"])

    def test_officers_read_the_law_and_do_not_write_it(self):
        violation = self.env.ref(WITHOUT_PERMIT).with_user(self.officer)
        self.assertTrue(violation.name)
        with self.assertRaises(AccessError):
            violation.fine_max = 1

    def test_dialog_of_the_minutes_tells_the_right_to_explain(self):
        sanction = self.sanction(("detected", "2026-10-05"), violation=WITHOUT_PERMIT)
        wizard = self.env["thuduc.event.record"].with_user(self.officer)
        wizard = wizard.with_context(default_dossier_id=sanction.dossier_id.id)
        with Form(wizard) as dialog:
            dialog.type_id = self.env.ref("thuduc_sanctions.event_handling_minutes")
            self.assertIn("Article 61", dialog.notice)
            dialog.type_id = self.env.ref("thuduc_sanctions.event_handling_submitted")
            self.assertFalse(dialog.notice)

    def test_decision_opens_the_execution_and_follows_it(self):
        sanction = self.sanction(("detected", "2026-10-05"), ("minutes", "2026-10-05"))
        issued = sanction.record_event("decision_issued", "2026-10-06")
        self.assertStage(sanction, "S20_SERVE")
        self.assertDue(sanction, "DL-50", "2026-10-09")
        issued.date = "2026-10-05"
        self.assertDue(sanction, "DL-50", "2026-10-08")
        issued.withdraw("Nhập nhầm")
        self.assertStage(sanction, "S04_MINUTES")
        self.assertNotRunning(sanction, "DL-50", "DL-58")

    def test_cancelled_decision_returns_to_the_draft(self):
        """Decree 118/2021, Article 15."""
        sanction = self.sanction(
            ("detected", "2026-10-05"),
            ("minutes", "2026-10-05"),
            ("decision_issued", "2026-10-06"),
            ("decision_cancelled_new", "2026-10-07"),
        )
        self.assertStage(sanction, "S12_DECIDE")
        sanction.record_event("decision_issued", "2026-10-07")
        self.assertStage(sanction, "S20_SERVE")

    def test_every_stage_is_known_and_reached(self):
        """But the correction of a decision, which leaves the stage where it is."""
        for code in ("handling", "execution", "seizure"):
            proceeding_type = self.env.ref(f"thuduc_sanctions.type_{code}")
            reached = proceeding_type.event_type_ids.to_stage_id
            left = proceeding_type.stage_ids - reached
            self.assertLessEqual(set(left.mapped("code")), {"S70_CORRECTED"})


@tagged("post_install", "-at_install")
class TestJourney(SanctionCase):
    """Builds without a permit: minutes, explanation, decision, service, payment."""

    def on(self, day):
        return freeze_time(f"{day} 03:00:00")

    def test_minutes_to_closing(self):
        with self.on("2026-10-05"):
            sanction = self.sanction(
                violation=WITHOUT_PERMIT, detected_at="2026-10-05 02:00:00"
            )
            self.make_minutes(sanction)
        with self.on("2026-10-08"):
            sanction.record_event("explanation_written", "2026-10-08")
            self.assertStage(sanction, "S10_EXPLAIN")
            self.assertDue(sanction, "DL-17", "2026-11-05")
        with self.on("2026-10-20"):
            decision = self.decide(sanction)
        with self.on("2026-10-22"):
            self.serve(sanction, decision)
        with self.on("2026-11-10"):
            self.pay(sanction, 35_000_000, "2026-11-09")
            # due on Monday 2 November, the tenth day being a Sunday
            self.assertEqual(sanction.late_days, 7)
            self.assertEqual(sanction.late_amount, 122_500)
            self.assertStage(sanction, "S50_EXECUTED")
        with self.on("2026-11-20"):
            sanction.record_event("closed", "2026-11-20")
            self.assertEqual(sanction.state, "closed")
            self.assertDue(sanction, "DL-101", "2027-11-09")
            self.assertEqual(str(sanction.decision_date), "2026-10-20")

    def make_minutes(self, sanction):
        action = sanction.action_draft_minutes()
        minutes = sanction.env["thuduc.document"].browse(action["res_id"])
        with self.assertRaisesRegex(IncompletePaper, "explanations"):
            minutes.action_issue()
        sanction.explanation_addressee = "Chủ tịch Ủy ban nhân dân phường Thử Nghiệm"
        sanction.act_ids.time_start = "2026-10-05 02:00:00"
        minutes.action_issue()
        self.assertStage(sanction, "S04_MINUTES")
        self.assertEqual(sanction.minutes_number, "01/BB-VPHC")
        self.assertEqual(self.deadline(sanction, "DL-01").state, "met")
        again = sanction.action_draft_minutes()
        self.assertEqual(again["res_id"], minutes.id)

    def decide(self, sanction):
        action = sanction.action_draft_decision()
        decision = sanction.env["thuduc.document"].browse(action["res_id"])
        decision.action_submit()
        decision.with_user(self.leader).action_approve()
        decision.with_user(self.clerk).action_issue()
        self.assertStage(sanction, "S20_SERVE")
        self.assertEqual(sanction.decision_number, "01/QĐ-XPHC")
        self.assertEqual(decision.dossier_id.state, "open")
        return decision

    def serve(self, sanction, decision):
        """“Đã giao quyết định” starts the ten days of Article 73.1."""
        self.env["thuduc.service"].with_user(self.officer).create(
            {"document_id": decision.id, "result": "success"}
        )
        self.assertStage(sanction, "S21_SERVED")
        self.assertEqual(sanction.served_date, fields.Date.to_date("2026-10-22"))
        self.assertDue(sanction, "DL-56", "2026-11-02")
