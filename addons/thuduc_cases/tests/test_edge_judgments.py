"""Edge cases of practice around judgments and appeals, by their numbers."""

from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestEdgeJudgments(CaseCase):
    def parts(self, case, *texts):
        judgment = case.judgment_ids.filtered(
            lambda j: j.code == "FI_JUDGMENT_PRONOUNCED"
        )
        return self.env["thuduc.case.judgment.part"].create(
            [
                {"judgment_id": judgment.id, "text": text, "relief": "annul"}
                for text in texts
            ]
        )

    def appealed(self, case, date, part, **values):
        event = case.record_event("FI_APPEAL_OTHER", date, **values)
        if part:
            event.appeal_ids.write({"scope": "parts", "part_ids": part.ids})
        return event

    def test_edge_04_decision_amended_during_the_case(self):
        """Articles 57.4, 143.1.e: the case ends only with the plaintiff's consent."""
        case = self.case(("FI_ACCEPTED", "2026-01-05"))
        challenged = self.env["thuduc.case.object"].create(
            {"case_id": case.id, "number": "1/QĐ"}
        )
        event = case.record_event(
            "FI_OBJECT_AMENDED",
            "2026-02-02",
            document_number="2/QĐ-UBND",
            outcome_id=self.result_id("object_cancelled"),
        )
        self.assertEqual(challenged.state, "cancelled")
        self.assertFalse(self.round(case).date_end)
        event.withdraw("Nhập nhầm")
        self.assertEqual(challenged.state, "valid")

    def test_edge_04_commitments_on_appeal_are_enforced(self):
        """Article 235: the commitments stand in the judgment and bind."""
        case = self.judged()
        case.record_event("FI_APPEAL_OWN", "2026-04-01")
        case.record_event(
            "AP_OBJECT_AMENDED",
            "2026-05-04",
            outcome_id=self.result_id("object_amended"),
        )
        case.record_event(
            "AP_JUDGMENT",
            "2026-06-10",
            outcome_id=self.result_id("ap_annulled_235"),
        )
        case.record_event("AP_JUDGMENT_RECEIVED", "2026-06-24")
        judgment = case.judgment_ids.filtered(lambda j: j.code == "AP_JUDGMENT")
        judgment.part_ids = [(0, 0, {"text": "Cam kết", "relief": "commitment"})]
        [enforcement] = case.enforcement_ids.filtered("active")
        self.assertEqual(enforcement.monitored, "yes")
        self.assertTrue(self.due(case, "EN-01"))
        judgment.action_make_obligations()
        self.assertEqual(enforcement.obligation_ids.name, "Cam kết")

    def test_edge_04_withdrawal_on_appeal_needs_consent(self):
        """Article 234"""
        case = self.judged()
        case.record_event("FI_APPEAL_OTHER", "2026-04-01")
        case.record_event("AP_WITHDRAWAL_ASKED", "2026-05-04")
        answer = case.record_event(
            "AP_WITHDRAWAL_ANSWERED",
            "2026-05-06",
            outcome_id=self.result_id("consent_no"),
        )
        ended = {"outcome_id": self.result_id("ap_annulled_234")}
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("AP_JUDGMENT", "2026-06-10", **ended)
        answer.outcome_id = self.result_id("consent_yes")
        case.record_event("AP_JUDGMENT", "2026-06-10", **ended)
        self.assertEqual(case.favour, "win")
        self.assertFalse(case.enforcement_ids.filtered("active"))

    def test_edge_11_each_appeal_has_its_own_scope(self):
        """Articles 209.2, 215, 229.3: one abandons, one withdraws, one goes on."""
        case = self.judged()
        first, second, third, fourth = self.parts(case, "A", "B", "C", "D")
        plaintiff, related = case.party_ids[:2]
        own = case.record_event("FI_APPEAL_OWN", "2026-04-01")
        own.appeal_ids.write({"scope": "parts", "part_ids": (first | second).ids})
        self.appealed(case, "2026-03-30", third, party_id=related.id)
        case.record_event(
            "FI_PROTEST", "2026-04-14", outcome_id=self.result_id("protest_superior")
        ).appeal_ids.write({"scope": "parts", "part_ids": second.ids})
        self.assertEqual(len(case.appeal_ids), 3)
        self.run_cron()
        parts = first | second | third | fourth
        states = parts.mapped("effect_state")
        self.assertEqual(states, ["appealed", "appealed", "appealed", "effective"])

        case.record_event("AP_APPELLANT_ABANDONED", "2026-05-04", party_id=related.id)
        parts.invalidate_recordset()
        self.assertFalse(self.round(case, "AP").date_end)
        self.assertEqual(third.effect_state, "effective")
        self.assertEqual(str(third.effective_date), "2026-04-21")

        case.record_event(
            "AP_APPEAL_WITHDRAWN",
            "2026-05-11",
            answers_id=own.id,
            outcome_id=self.result_id("withdrawn_all"),
        )
        parts.invalidate_recordset()
        self.assertEqual(first.effect_state, "appealed")
        case.record_event("AP_PARTLY_TERMINATED", "2026-05-18", answers_id=own.id)
        parts.invalidate_recordset()
        self.assertEqual(str(first.effective_date), "2026-05-18")
        self.assertEqual(second.effect_state, "appealed")
        self.assertEqual(len(case.enforcement_ids.filtered("active")), 2)
        self.assertTrue(plaintiff)

    def test_edge_11_when_all_abandon_the_round_ends(self):
        """Article 209.2: the judgment takes effect as if nobody had appealed."""
        case = self.judged()
        plaintiff, related = case.party_ids[:2]
        for party in (plaintiff, related):
            case.record_event("FI_APPEAL_OTHER", "2026-03-30", party_id=party.id)
            case.record_event("AP_FEE_NOTICE_OTHER", "2026-04-13", party_id=party.id)
        case.record_event("AP_APPELLANT_ABANDONED", "2026-04-27", party_id=plaintiff.id)
        self.assertEqual(self.round(case, "AP").stage_id.code, "A10")
        last = case.record_event(
            "AP_APPELLANT_ABANDONED", "2026-04-28", party_id=related.id
        )
        self.assertEqual(self.round(case, "AP").stage_id.code, "Z90")
        self.run_cron()
        self.assertEqual(str(self.events(case, "FI_EFFECTIVE").date), "2026-04-21")
        last.withdraw("Nhập nhầm")
        self.assertEqual(self.round(case, "AP").stage_id.code, "A10")
        self.assertFalse(self.events(case, "FI_EFFECTIVE"))

    def late_after_effect(self, part=None, **values):
        """Effective, enforcement begun, then a late appeal (against ``part``)."""
        case = self.judged()
        parts = self.parts(case, "A", "B")
        self.run_cron()
        case.record_event("FI_JUDGMENT_RECEIVED", "2026-03-27")
        case.record_event("EN_PLAN_APPROVED", "2026-05-04")
        case.judgment_ids.action_make_obligations()
        event = case.record_event(
            "FI_APPEAL_OTHER", "2026-05-04", note="Nằm viện.", **values
        )
        self.assertEqual(event.appeal_ids.state, "late")
        if part is not None:
            event.appeal_ids.write({"scope": "parts", "part_ids": parts[part].ids})
        return case, parts

    def test_edge_12_late_appeal_accepted_stops_the_enforcement(self):
        """Article 208: it stops by itself, what was done stays as evidence."""
        case, _parts = self.late_after_effect()
        enforcement = case.enforcement_ids
        enforcement.obligation_ids[0].write(
            {"date_done": "2026-05-06", "evidence": "QĐ 5"}
        )
        accepted = case.record_event("AP_LATE_ACCEPTED", "2026-05-25")
        self.assertFalse(self.events(case, "FI_EFFECTIVE"))
        self.assertTrue(enforcement.active)
        self.assertEqual(enforcement.stage_id.code, "Z90")
        self.assertEqual(str(self.events(case, "EN_STOPPED").date), "2026-05-25")
        self.assertEqual(enforcement.obligation_ids[0].evidence, "QĐ 5")
        self.assertTrue(self.events(case, "EN_PLAN_APPROVED"))
        self.assertEqual(case.stage_id.code, "A10")

        accepted.withdraw("Nhập nhầm")
        self.run_cron()
        self.assertTrue(self.events(case, "FI_EFFECTIVE"))
        self.assertFalse(self.events(case, "EN_STOPPED"))
        self.assertEqual(case.enforcement_ids.filtered("active"), enforcement)
        self.assertFalse(enforcement.date_end)

    def test_edge_12_late_appeal_stops_only_its_part(self):
        """Articles 208, 215: the other part goes on being enforced."""
        case, _parts = self.late_after_effect(part=1)
        enforcement = case.enforcement_ids
        kept, stopped = enforcement.obligation_ids
        case.record_event("AP_LATE_ACCEPTED", "2026-05-25")
        (kept | stopped).invalidate_recordset()
        self.assertTrue(self.events(case, "FI_PARTLY_EFFECTIVE"))
        self.assertFalse(self.events(case, "FI_EFFECTIVE"))
        self.assertEqual(case.enforcement_ids.filtered("active"), enforcement)
        self.assertFalse(self.events(case, "EN_STOPPED"))
        self.assertEqual((kept.is_stopped, stopped.is_stopped), (False, True))
        kept.write({"date_done": "2026-06-01", "evidence": "QĐ 5"})
        self.assertEqual(enforcement._deciding_obligations(), kept)

    def test_edge_12_also_where_a_person_recorded_the_effect(self):
        case = self.judged()
        case.record_event("FI_EFFECTIVE", "2026-04-21")
        case.record_event("EN_PLAN_APPROVED", "2026-05-04")
        case.record_event("FI_APPEAL_OTHER", "2026-05-04", note="Nằm viện.")
        case.record_event("AP_LATE_ACCEPTED", "2026-05-25")
        self.assertFalse(self.events(case, "FI_EFFECTIVE"))
        self.assertEqual(case.enforcement_ids.stage_id.code, "Z90")

    def test_edge_26_a_correction_leaves_the_window(self):
        """Article 197: numbers change, the period to appeal does not."""
        case = self.judged(document_number="40/2026/HC-ST")
        before = {d.id: (d.date_due, d.state) for d in case.deadline_ids}
        [judgment] = case.judgment_ids
        case.record_event(
            "FI_JUDGMENT_CORRECTED", "2026-04-14", document_number="2/TB-TA"
        )
        judgment.number = "41/2026/HC-ST"
        after = {d.id: (d.date_due, d.state) for d in case.deadline_ids}
        self.assertEqual(after, before)
        self.assertEqual(judgment.correction_ids.document_number, "2/TB-TA")
        self.assertEqual(str(judgment.effective_date), "2026-04-21")

    def test_edge_11_an_appeal_is_not_widened_after_its_window(self):
        """Article 218"""
        case = self.judged()
        first, second = self.parts(case, "A", "B")
        event = self.appealed(case, "2026-03-30", first)
        sheet = event.appeal_ids
        with self.assertRaises(ValidationError), self.cr.savepoint():
            sheet.part_ids = first | second
        case.record_event("AP_APPEAL_CHANGED", "2026-04-03", answers_id=event.id)
        sheet.part_ids = first | second
