import base64

from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import IncompletePaper

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestCaseOpinion(CaseCase):
    """The written opinion: Article 128.1 LTTHC."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["thuduc.register"].create(
            {
                "name": "Sổ văn bản đi",
                "code": "CV",
                "agency_id": cls.ward.id,
                "symbol": "{number}/UBND",
                "is_default": True,
            }
        )

    def opinion(self):
        case = self.case(
            ("FI_ACCEPTED", "2026-02-24", {"document_number": "39/2026/TLST-HC"}),
            ("FI_NOTICE_RECEIVED", "2026-02-26", {"document_number": "35/TB-TLVA"}),
        )
        self.env["thuduc.case.object"].create(
            {"case_id": case.id, "number": "10/QĐ-UBND", "issuer_id": self.ward.id}
        )
        action = case.action_write_opinion()
        return case, self.env["thuduc.document"].browse(action["res_id"])

    def test_the_draft_is_made_from_the_file(self):
        case, paper = self.opinion()
        self.assertEqual(paper.form_id.code, "VBYK")
        self.assertIn("Nguyễn Văn Thử", paper.subject)
        self.assertIn("10/QĐ-UBND", paper.body)
        self.assertEqual(paper.capacity, "collective")
        self.assertEqual(case.action_write_opinion()["res_id"], paper.id)

    def test_unfinished_text_does_not_leave_the_desk(self):
        _case, paper = self.opinion()
        with self.assertRaises(IncompletePaper):
            paper.action_submit()

    def test_issuing_it_meets_the_ten_days(self):
        case, paper = self.opinion()
        paper.body = "<p>Đề nghị bác yêu cầu khởi kiện.</p>"
        as_root = paper.sudo()
        as_root.action_submit()
        as_root.action_approve()
        as_root.action_issue()
        self.assertEqual(self.deadline(case, "FI-02").state, "met")
        self.assertEqual(case.stage_id.code, "F20")
        self.assertEqual(self.events(case, "FI_OPINION_SENT").document_id.id, paper.id)
        self.assertEqual(self.due(case, "FI-04"), "2026-03-09")
        pdf = base64.b64decode(paper.sudo().attachment_id.datas)
        self.assertTrue(pdf.startswith(b"%PDF"))

    def test_it_answers_a_notice(self):
        with self.assertRaises(UserError):
            self.case().action_write_opinion()

    def test_a_person_in_office_is_named_by_the_office(self):
        case = self.case(defendant_capacity="person")
        self.assertEqual(
            case._defendant_name(), "Chủ tịch Ủy ban nhân dân phường Thử Nghiệm"
        )
