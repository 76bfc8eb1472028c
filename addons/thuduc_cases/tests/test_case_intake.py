from odoo.exceptions import ValidationError
from odoo.tests import Form, freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestCaseIntake(CaseCase):
    def intake(self, **values):
        return (
            self.env["thuduc.case.intake"]
            .with_user(self.officer)
            .create(
                {
                    "docket_no": "39/2026/TLST-HC",
                    "acceptance_date": "2026-02-24",
                    "notice_no": "35/TB-TLVA",
                    "notice_date": "2026-02-25",
                    "notice_received_date": "2026-02-27",
                    "plaintiff_name": "Nguyễn Thị Thử",
                    **(
                        {}
                        if "document_id" in values
                        else {"object_number": "10/QĐ-UBND"}
                    ),
                    "field_id": self.field.id,
                    **values,
                }
            )
        )

    def test_one_form_makes_the_file(self):
        """Articles 126 and 128: from receipt of the notice ten days run."""
        action = self.intake().action_take_in()
        case = self.env["thuduc.case"].browse(action["res_id"])
        self.assertEqual(case.stage_id.code, "F10")
        self.assertEqual(case.court_id, self.court)
        self.assertEqual(case.docket_no, "39/2026/TLST-HC")
        self.assertEqual(case.plaintiff_names, "Nguyễn Thị Thử")
        self.assertEqual(case.object_ids.number, "10/QĐ-UBND")
        self.assertEqual(case.original_agency_id, self.ward)
        self.assertEqual((case.agency_id, case.user_id), (self.unit, self.officer))
        self.assertEqual(self.due(case, "FI-02"), "2026-03-09")

    def test_a_notice_is_taken_in_once(self):
        self.intake().action_take_in()
        with self.assertRaises(ValidationError):
            self.intake(docket_no="39/2026/tlst-hc ")

    def test_validation_01_dates_in_order(self):
        for values in (
            {"notice_date": "2026-02-28"},
            {"acceptance_date": "2026-02-28"},
            {"notice_received_date": "2026-03-03"},
        ):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                self.intake(**values)

    def test_validation_01_first_order_only_warns(self):
        self.assertFalse(self.intake().warning)
        self.assertTrue(self.intake(notice_date="2026-02-23").warning)
        district = self.env.ref("thuduc_cases.court_thuduc")
        self.assertTrue(self.intake(court_id=district.id).warning)

    def test_the_form_proposes_the_office(self):
        form = Form(self.env["thuduc.case.intake"].with_user(self.officer))
        self.assertEqual(form.agency_id, self.ward)
        self.assertEqual(form.unit_id, self.unit)
        self.assertEqual(form.user_id, self.officer)

    def test_many_plaintiffs_at_once(self):
        intake = self.intake(
            more_plaintiffs="Trần Văn Hai; 1960; Nhà 2\nLê Thị Ba; 1970; Nhà 3"
        )
        self.assertEqual(intake.plaintiff_count, 3)
        case = intake._take_in()
        self.assertEqual(case.plaintiff_count, 3)
        self.assertEqual(
            case.party_ids.filtered(lambda p: p.name == "Lê Thị Ba").birth_year, 1970
        )
        self.assertIn("và 2 người khác", case.title)

    def test_what_was_entered_last_is_proposed(self):
        court = self.env.ref("thuduc_cases.court_hcmc")
        self.intake(court_id=court.id, received_by="Văn thư Lan")._take_in()
        form = Form(self.env["thuduc.case.intake"].with_user(self.officer))
        self.assertEqual(form.court_id, court)
        self.assertEqual(form.field_id, self.field)
        self.assertEqual(form.received_by, "Văn thư Lan")

    def test_a_paper_of_this_office_is_picked_not_typed(self):
        paper = self.env["thuduc.document"].create(
            {
                "dossier_id": self.case().dossier_id.id,
                "direction": "out",
                "subject": "Xử phạt vi phạm hành chính",
                "agency_id": self.ward.id,
                "date": "2026-01-15",
            }
        )
        intake = self.intake(document_id=paper.id)
        self.assertEqual(intake.object_excerpt, paper.subject)
        case = intake._take_in()
        self.assertEqual(case.object_ids.document_id, paper)
        self.assertEqual(str(case.object_ids.date), "2026-01-15")

    def test_a_lawsuit_that_may_be_the_same_is_told(self):
        case = self.intake()._take_in()
        again = self.intake(docket_no="40/2026/TLST-HC", plaintiff_name="Người Khác")
        self.assertEqual(again.similar_case_ids, case)
        self.assertFalse(
            self.intake(
                docket_no="41/2026/TLST-HC",
                plaintiff_name="Người Khác",
                object_number="77/QĐ-UBND",
            ).similar_case_ids
        )
