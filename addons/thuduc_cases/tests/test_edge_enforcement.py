from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .enforcement_case import EnforcementCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestEdgeEnforcement(EnforcementCase):
    """Edge cases of practice in the enforcement of judgments."""

    def reason(self, code):
        return self.env["thuduc.case.outcome"].search([("code", "=", code)]).id

    def test_edge_10_split_per_ward(self):
        """Land in several new wards: each ward has the duty of its own."""
        case = self.effective()
        duty = self.obligation(case, "Cấp giấy chứng nhận", kind="certificate")
        wards = self.env["thuduc.agency"].create(
            [
                {"name": f"UBND phường {n}", "code": f"T-W{n}", "kind": "commune"}
                for n in (1, 2, 3)
            ]
        )
        wizard = self.env["thuduc.case.obligation.split"].create(
            {"obligation_id": duty.id, "agency_ids": wards.ids}
        )
        wizard.action_split()
        duties = case.enforcement_ids.obligation_ids
        self.assertEqual(duties.agency_id, wards)
        self.assertEqual(len(duties), 3)
        self.assertEqual(set(duties.mapped("kind")), {"certificate"})
        self.assertEqual((duties - duty).split_from_id, duty)
        duties[:2].write({"date_done": "2026-05-20", "evidence": "GCN"})
        self.assertEqual(case.stage_id.code, "E45")
        with self.assertRaises(UserError):
            self.env["thuduc.case.obligation.split"].create(
                {"obligation_id": duty.id}
            ).action_split()

    def test_edge_13_the_agency_wins(self):
        """Article 311.1.a: nothing to perform, the decision goes on being performed;
        the agency may ask to force the plaintiff; still counted as received."""
        case = self.effective(outcome="fi_rejected")
        enforcement = case.enforcement_ids
        self.assertEqual(enforcement.monitored, "no")
        self.assertFalse(self.due(case, "EN-01"))
        self.assertFalse(enforcement.age_bucket)
        case.record_event("EN_NO_CONTENT", "2026-04-28")
        self.obligation(case, "Tiếp tục thi hành quyết định", kind="continue")
        self.assertEqual(case.stage_id.code, "E90")
        self.assertEqual(self.due(case, "EN-05-U"), "2027-05-21")
        case.record_event(
            "EN_FORCED_REQUESTED",
            "2026-06-01",
            outcome_id=self.env.ref("thuduc_cases.outcome_forced_by_agency").id,
        )
        self.assertEqual(self.deadline(case, "EN-05-U").state, "met")
        self.assertEqual(self.due(case, "EN-06"), "2026-06-08")
        self.assertIn("UBND", enforcement.forced_requested_by)
        case.record_event("EN_FORCED_DECIDED", "2026-06-05")
        self.assertFalse(self.due(case, "EN-07"))
        self.assertEqual(case.stage_id.code, "E90")
        received = self.env["thuduc.case.enforcement"].search(
            [("case_id", "=", case.id), ("monitored", "=", "no")]
        )
        self.assertEqual(received, enforcement)

    def test_edge_15_a_judgment_that_only_annuls(self):
        """Article 310: does a new decision have to be issued? Not complete before."""
        case = self.effective()
        enforcement = case.enforcement_ids
        duty = self.obligation(case, "Hủy Quyết định số 77", kind="cancel")
        self.assertTrue(enforcement.asks_new_decision)
        duty.write({"date_done": "2026-05-05", "evidence": "QĐ 80"})
        self.assertNotEqual(case.stage_id.code, "E40")
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("EN_COMPLETED", "2026-05-06")
        action = enforcement.action_ask_explanation()
        asked = self.env["thuduc.event.type"].browse(
            action["context"]["default_type_id"]
        )
        self.assertEqual(asked.code, "EN_EXPLANATION_REQUESTED")
        self.assertEqual(enforcement.new_decision, "ask")
        case.record_event("EN_EXPLANATION_REQUESTED", "2026-05-15")
        self.assertEqual(self.due(case, "EN-10"), "2026-06-01")
        case.record_event("EN_EXPLANATION_RECEIVED", "2026-05-28")
        enforcement.action_no_new_decision()
        self.assertFalse(enforcement.asks_new_decision)
        self.assertEqual(case.stage_id.code, "E40")

    def test_edge_15_a_new_decision_is_an_obligation_of_its_own(self):
        case = self.effective()
        enforcement = case.enforcement_ids
        self.obligation(
            case, "Hủy", kind="cancel", date_done="2026-05-05", evidence="QĐ 80"
        )
        enforcement.action_new_decision_needed()
        self.assertEqual(case.stage_id.code, "E45")
        self.assertEqual(enforcement.open_count, 1)
        self.assertFalse(enforcement.asks_new_decision)

    def test_edge_16_waiting_for_others_extends_nothing(self):
        """Article 311.2: the thirty days run on while other bodies are asked."""
        case = self.effective()
        duty = self.obligation(case)
        before = self.due(case, "EN-01")
        request = self.env["thuduc.case.obligation.request"].create(
            {
                "obligation_id": duty.id,
                "name": "Chi nhánh Văn phòng đăng ký đất đai",
                "date_asked": "2026-05-04",
            }
        )
        self.assertTrue(case.enforcement_ids.is_waiting_for_others)
        self.assertEqual(duty.waiting_for, request.name)
        self.env["thuduc.case.obstacle"].create(
            {
                "obligation_id": duty.id,
                "reason_id": self.reason("NE_OTHERS"),
                "date_from": "2026-05-12",
                "note": "Chưa có trích lục",
            }
        )
        self.assertEqual(self.due(case, "EN-01"), before)
        self.assertEqual(self.deadline(case, "EN-01").state, "overdue")
        request.date_answered = "2026-05-20"
        self.assertFalse(case.enforcement_ids.is_waiting_for_others)

    def test_edge_17_the_property_part_goes_to_civil_enforcement(self):
        """Article 311.1.h: money has a state of its own and blocks nothing."""
        case = self.effective()
        money = self.obligation(
            case, "Bồi thường", kind="payment", is_property=True, amount=250000000
        )
        duty = self.obligation(case)
        self.assertEqual(money.property_state, "open")
        money.date_forwarded = "2026-05-10"
        self.assertEqual(money.property_state, "forwarded")
        duty.write({"date_done": "2026-05-20", "evidence": "QĐ 1"})
        self.assertEqual(case.stage_id.code, "E40")
        self.assertFalse(self.events(case, "EN_PROPERTY_PERFORMED"))
        money.write({"date_done": "2026-06-10", "evidence": "UNC 12"})
        self.assertEqual(money.property_state, "performed")
        self.assertTrue(self.events(case, "EN_PROPERTY_PERFORMED"))

    def test_edge_18_partial_execution_is_not_completion(self):
        """Complete only when every duty is proved."""
        case = self.effective()
        enforcement = case.enforcement_ids
        first, second = self.obligation(case), self.obligation(case, "Cấp GCN")
        first.write({"date_done": "2026-05-05", "evidence": "QĐ 1"})
        second.progress = 60
        self.assertEqual(enforcement.progress, 80)
        self.assertEqual(case.stage_id.code, "E45")
        self.assertTrue(enforcement.is_unfinished)
        second.progress = 100
        self.assertEqual(enforcement.progress, 99, "Done is what is proved.")
        self.assertEqual(case.stage_id.code, "E45")

    def test_edge_18_an_obstacle_has_a_history(self):
        case = self.effective()
        enforcement = case.enforcement_ids
        event = case.record_event(
            "EN_UNFINISHED",
            "2026-06-01",
            outcome_id=self.reason("NE_MONEY"),
            note="Chưa bố trí ngân sách",
        )
        obstacle = enforcement.obstacle_ids
        self.assertEqual(obstacle.event_id, event)
        self.assertEqual(obstacle.note, "Chưa bố trí ngân sách")
        self.assertEqual(enforcement.obstacle_reason_id.code, "NE_MONEY")
        self.assertEqual(case.stage_id.code, "E50")
        obstacle.date_to = "2026-07-01"
        self.assertFalse(enforcement.obstacle_reason_id)
        written = self.env["thuduc.case.obstacle"].create(
            {
                "enforcement_id": enforcement.id,
                "reason_id": self.reason("NE_LAND"),
                "date_from": "2026-07-10",
            }
        )
        self.assertEqual(written.event_id.code, "EN_UNFINISHED")
        self.assertEqual(enforcement.obstacle_reason_id.code, "NE_LAND")
        self.assertEqual(len(enforcement.obstacle_ids), 2)
        written.event_id.withdraw("Nhập nhầm")
        self.assertFalse(enforcement.obstacle_reason_id)

    def test_edge_20_a_mere_request_pauses_nothing(self):
        """Article 261: only deferral and stay pause the thirty days."""
        case = self.effective()
        before = self.due(case, "EN-01")
        case.record_event("EN_CASSATION_REQUESTED", "2026-05-04")
        self.assertEqual(self.due(case, "EN-01"), before)
        self.assertNotEqual(self.deadline(case, "EN-01").state, "suspended")

    def test_edge_14_a_provisional_measure_is_performed_at_once(self):
        """Articles 309.5, 311.1.g: an enforcement of its own, without thirty days."""
        case = self.case(
            ("FI_ACCEPTED", "2026-03-02"),
            ("FI_NOTICE_RECEIVED", "2026-03-02"),
            ("FI_MEASURE_RECEIVED", "2026-04-01", {"document_number": "1/QĐ-BPKCTT"}),
        )
        enforcement = case.enforcement_ids
        self.assertEqual(len(enforcement), 1)
        self.assertTrue(enforcement.is_immediate)
        self.assertEqual(enforcement.judgment_number, "1/QĐ-BPKCTT")
        self.assertEqual(self.due(case, "EN-02"), "2026-04-01")
        self.assertEqual(self.deadline(case, "EN-02").state, "overdue")
        for code in ("EN-01", "EN-14", "CR-01"):
            self.assertFalse(self.due(case, code), code)
        self.obligation(case, date_done="2026-04-01", evidence="QĐ 12")
        self.assertEqual(self.deadline(case, "EN-02").state, "met")

    def test_two_enforcements_of_one_lawsuit(self):
        """Each event goes to the enforcement whose button was pressed."""
        case = self.effective()
        case.record_event("FI_MEASURE_RECEIVED", "2026-02-02")
        judgment = case.enforcement_ids.filtered(lambda e: not e.is_immediate)
        wizard = self.env["thuduc.event.record"].with_context(
            **judgment.action_record_event()["context"]
        )
        plan = self.env.ref("thuduc_cases.event_type_en_plan_approved")
        wizard.create({"type_id": plan.id, "date": "2026-05-04"}).action_record()
        event = self.events(case, "EN_PLAN_APPROVED")
        self.assertEqual(event.proceeding_id, judgment.proceeding_id)
