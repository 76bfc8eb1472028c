from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged

from .hearing_case import HearingCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-09 03:00:00")
class TestCaseRequest(HearingCase):
    """Documents asked for: Articles 93, 193.3 and 325 LTTHC."""

    def requested(self, code="FI_EVIDENCE_REQUESTED", date="2026-03-02", **values):
        case = self.case(
            ("FI_ACCEPTED", "2025-12-01"),
            ("FI_NOTICE_RECEIVED", "2025-12-03"),
            (code, date, {"document_number": "21/2026/QĐ-CCTLCC", **values}),
        )
        return case.request_ids

    def answer(self, request, **values):
        wizard = (
            self.env["thuduc.case.request.answer"]
            .with_user(self.officer)
            .create({"request_id": request.id, "document_number": "88/UBND", **values})
        )
        wizard.action_answer()
        return wizard

    def test_a_request_is_due_within_the_law_and_before_in_the_office(self):
        """Article 93.3: 15 days from Monday 2 March 2026, three working days less."""
        request = self.requested()
        self.assertEqual(str(request.date_due), "2026-03-17")
        self.assertEqual(str(request.date_internal), "2026-03-12")
        self.assertEqual(request.state, "new")
        self.assertEqual(request.asker, "court")
        self.assertEqual(request.asker_name, self.court.name)
        self.assertEqual(request.document_number, "21/2026/QĐ-CCTLCC")

    def test_the_margin_is_a_setting(self):
        self.env["ir.config_parameter"].set_param(
            "thuduc_cases.request_margin_days", "5"
        )
        self.assertEqual(str(self.requested().date_internal), "2026-03-10")

    def test_related_documents_have_their_own_period(self):
        """Article 193.3: 30 days."""
        request = self.requested("FI_RELATED_DOC_REQUESTED")
        self.assertEqual(str(request.date_due), "2026-04-01")
        self.answer(request, outcome_id=self.result_id("answer_full"))
        case = request.case_id
        self.assertTrue(self.events(case, "FI_RELATED_DOC_ANSWERED"))
        self.assertEqual(request.state, "answered")

    def test_on_appeal(self):
        with freeze_time("2026-04-10 03:00:00"):
            case = self.judged()
            case.record_event("FI_APPEAL_OWN", "2026-04-01")
            case.record_event("AP_ACCEPTED", "2026-04-08")
            case.record_event("AP_EVIDENCE_REQUESTED", "2026-04-09")
            request = case.request_ids
            self.assertEqual(str(request.date_due), "2026-04-24")
            self.answer(request)
        self.assertTrue(self.events(case, "AP_EVIDENCE_PROVIDED"))

    def test_answered_in_time_with_proof(self):
        """The answer is an event of the docket, and meets the deadline."""
        request = self.requested()
        file = (
            self.env["ir.attachment"]
            .with_user(self.officer)
            .create({"name": "bien-nhan.pdf", "raw": b"%PDF-1.4"})
        )
        self.answer(request, method="post", proof="RR123VN", attachment_ids=file.ids)
        event = self.events(request.case_id, "FI_EVIDENCE_PROVIDED")
        self.assertEqual(event.answers_id, request.event_id)
        self.assertEqual(event.attachment_ids, file)
        self.assertEqual(event.document_number, "88/UBND")
        self.assertEqual(request.state, "answered")
        self.assertEqual(request.answer_proof, "RR123VN")
        self.assertEqual(self.deadline(request.case_id, "FI-05").state, "met")
        with self.assertRaises(UserError):
            self.answer(request)

    def test_refused_with_reasons(self):
        """Article 93.3: who has none says why, in writing."""
        request = self.requested()
        request.line_ids = [
            Command.create(
                {"name": "Hồ sơ đo đạc", "state": "none", "reason": "Đã hủy"}
            )
        ]
        wizard = self.env["thuduc.case.request.answer"].create(
            {"request_id": request.id}
        )
        self.assertEqual(wizard.outcome_id.code, "ANSWER_REFUSED")
        self.assertIn("Đã hủy", wizard.reasons)
        wizard.reasons = False
        with self.assertRaises(UserError):
            wizard.action_answer()
        wizard.reasons = "Hồ sơ đã hủy theo quy định."
        wizard.action_answer()
        self.assertEqual(request.state, "refused")
        self.assertEqual(request.answer_note, "Hồ sơ đã hủy theo quy định.")

    def test_part_of_it(self):
        request = self.requested()
        request.line_ids = [
            Command.create({"name": "Quyết định", "state": "found"}),
            Command.create({"name": "Bản đồ", "state": "none", "reason": "Không lưu"}),
        ]
        wizard = self.env["thuduc.case.request.answer"].create(
            {"request_id": request.id}
        )
        self.assertEqual(wizard.outcome_id.code, "ANSWER_PART")
        wizard.action_answer()
        self.assertEqual(request.state, "answered")

    def test_late(self):
        """Article 325: overdue, then answered late."""
        request = self.requested()
        with freeze_time("2026-03-20 03:00:00"):
            self.env["thuduc.deadline"]._cron_update_overdue()
            request.invalidate_recordset()
            self.assertEqual(request.state, "overdue")
            self.assertEqual(request.urgency, "overdue")
            self.assertIn("325", request.consequence)
            wizard = self.answer(request)
            self.assertIn("325", wizard.warning)
            self.assertEqual(request.state, "answered_late")
            self.assertTrue(request.is_late)

    def test_answered_by_an_event_recorded_by_hand(self):
        request = self.requested()
        request.case_id.record_event("FI_EVIDENCE_PROVIDED", "2026-03-06")
        self.assertEqual(request.state, "answered")
        self.events(request.case_id, "FI_EVIDENCE_PROVIDED").withdraw("Nhầm.")
        self.assertEqual(request.state, "new")

    def test_two_requests_each_with_its_answer(self):
        case = self.requested().case_id
        case.record_event("FI_EVIDENCE_REQUESTED", "2026-03-04")
        first, second = case.request_ids.sorted("date_received")
        self.answer(second)
        self.assertEqual(first.state, "new")
        self.assertEqual(second.state, "answered")

    def test_withdrawn(self):
        request = self.requested()
        request.write({"user_id": self.officer.id})
        request.event_id.withdraw("Nhầm vụ án.")
        self.assertFalse(request.active)
        self.assertFalse(request.activity_ids)

    def test_a_litigant_asks(self):
        case = self.case(("FI_ACCEPTED", "2025-12-01"))
        party = case.party_ids[:1]
        case.record_event("FI_EVIDENCE_REQUESTED", "2026-03-02", party_id=party.id)
        self.assertEqual(case.request_ids.asker, "party")
        self.assertEqual(case.request_ids.asker_name, party.name)

    def test_assigning_tells_the_person(self):
        request = self.requested()
        request.with_user(self.officer).user_id = self.outsider
        self.assertEqual(request.state, "assigned")
        task = request.activity_ids
        self.assertEqual(task.user_id, self.outsider)
        self.assertEqual(str(task.date_deadline), "2026-03-12")
        self.assertTrue(request.with_user(self.outsider).has_access("read"))
        request.with_user(self.outsider).action_start()
        self.assertEqual(request.state, "collecting")
        request.with_user(self.officer).user_id = self.officer
        self.assertEqual(request.activity_ids.user_id, self.officer)
        self.answer(request)
        self.assertFalse(request.activity_ids)

    def test_who_collects_may_send_but_not_answer(self):
        request = self.requested()
        request.with_user(self.officer).user_id = self.outsider
        request.with_user(self.outsider).message_post(body="Gửi hồ sơ.")
        wizard = (
            self.env["thuduc.case.request.answer"]
            .with_user(self.outsider)
            .create({"request_id": request.id})
        )
        with self.assertRaises(AccessError):
            wizard.action_answer()

    def test_who_may_open_the_lawsuit_sees_the_request(self):
        request = self.requested()
        model = self.env["thuduc.case.request"]
        for user in (self.officer, self.legal, self.leader):
            self.assertIn(request, model.with_user(user).search([]))
        self.assertNotIn(request, model.with_user(self.outsider).search([]))
        with self.assertRaises(AccessError):
            request.with_user(self.legal).note = "x"
