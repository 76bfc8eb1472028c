from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestCase(CaseCase):
    def test_a_lawsuit_opens_its_first_round(self):
        case = self.case()
        self.assertEqual(case.kind, "case")
        self.assertRegex(case.name, r"^VA-2026-\d{4}$")
        self.assertEqual(case.round_ids.round_type, "FI")
        self.assertEqual(case.round_ids.court_id, self.court)
        self.assertEqual(case.stage_id.code, "P10")
        self.assertEqual(case.dossier_id._concrete(), case)

    def test_parties_and_successor_are_named(self):
        successor = self.env["thuduc.agency"].create(
            {"name": "Kế thừa", "code": "T-CASE-KT", "kind": "commune"}
        )
        self.ward.write({"date_to": "2025-06-30", "successor_ids": successor.ids})
        case = self.case()
        self.assertEqual(case.plaintiff_names, "Nguyễn Văn Thử")
        self.assertEqual(case.original_agency_id, self.ward)
        self.assertEqual(case.current_agency_id, successor)

    def test_the_docket_tells_number_dates_and_result(self):
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05", {"document_number": "12/2026/TLST-HC "}),
            (
                "FI_NOTICE_RECEIVED",
                "2026-01-09",
                {"document_number": "9/TB-TLVA", "document_date": "2026-01-06"},
            ),
        )
        self.assertRecordValues(
            case.round_ids,
            [
                {
                    "docket_no": "12/2026/TLST-HC",
                    "docket_year": "2026",
                    "court_level": "regional",
                    "notice_no": "9/TB-TLVA",
                }
            ],
        )
        self.assertEqual(str(case.acceptance_date), "2026-01-05")
        self.assertEqual(case.docket_no, "12/2026/TLST-HC")

    def test_validation_13_docket_number_unique_per_court_year_and_kind(self):
        self.case(("FI_ACCEPTED", "2026-01-05", {"document_number": "7/2026/TLST-HC"}))
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(UniqueViolation),
            self.cr.savepoint(),
        ):
            again = self.case(
                ("FI_ACCEPTED", "2026-01-05", {"document_number": "7/2026/tlst-hc"})
            )
            again.flush_recordset()
        other = self.env.ref("thuduc_cases.court_hcmc")
        self.case(
            ("FI_ACCEPTED", "2026-01-05", {"document_number": "7/2026/TLST-HC"}),
            court_id=other.id,
        )

    def test_receipt_is_not_before_acceptance_or_the_paper(self):
        case = self.case(("FI_ACCEPTED", "2026-01-05"))
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("FI_NOTICE_RECEIVED", "2026-01-02")
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.record_event(
                "FI_NOTICE_RECEIVED", "2026-01-08", document_date="2026-01-09"
            )

    def test_pronouncement_is_not_before_the_trial_decision(self):
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05"), ("FI_TRIAL_DECISION", "2026-02-10")
        )
        with self.assertRaises(DocketContradiction):
            case.record_event("FI_JUDGMENT_PRONOUNCED", "2026-02-09")

    def test_a_case_happens_once(self):
        case = self.case(("FI_ACCEPTED", "2026-01-05"))
        with self.assertRaises(DocketContradiction):
            case.record_event("FI_ACCEPTED", "2026-01-06")

    def test_an_outcome_belongs_to_its_event(self):
        case = self.case(("FI_ACCEPTED", "2026-01-05"))
        with self.assertRaises(ValidationError):
            case.record_event(
                "FI_SUSPENDED", "2026-02-02", outcome_id=self.result_id("fi_accepted")
            )

    def test_late_papers_leave_a_gap_and_no_error(self):
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05"),
            ("FI_TRIAL_DECISION", "2026-02-25"),
        )
        self.assertEqual(case.stage_id.code, "F30")
        case.record_event("FI_OPINION_SENT", "2026-01-20")
        case.record_event("FI_NOTICE_RECEIVED", "2026-01-12")
        self.assertEqual(case.stage_id.code, "F30")
        self.assertEqual(self.deadline(case, "FI-02").state, "met")

    def test_withdrawing_an_event_takes_back_its_deadline(self):
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05"), ("FI_NOTICE_RECEIVED", "2026-02-25")
        )
        self.assertEqual(self.due(case, "FI-02"), "2026-03-09")
        self.events(case, "FI_NOTICE_RECEIVED").withdraw("Nhập nhầm")
        self.assertFalse(self.due(case, "FI-02"))
        case.record_event("FI_NOTICE_RECEIVED", "2026-02-26")
        self.assertEqual(self.due(case, "FI-02"), "2026-03-09")

    def test_who_reads_and_writes(self):
        case = self.case(("FI_ACCEPTED", "2026-01-05"))
        for user in (self.outsider,):
            with self.assertRaises(AccessError):
                case.with_user(user).read(["plaintiff_names"])
        as_legal = case.with_user(self.legal)
        self.assertTrue(as_legal.plaintiff_names)
        self.assertTrue(as_legal.round_ids.docket_year is not None)
        with self.assertRaises(AccessError):
            as_legal.title = "đổi"
        with self.assertRaises(AccessError):
            as_legal.record_event("FI_NOTICE_RECEIVED", "2026-01-09")

    def test_children_follow_the_access_of_the_case(self):
        case = self.case()
        challenged = self.env["thuduc.case.object"].create(
            {"case_id": case.id, "number": "1/QĐ-UBND"}
        )
        self.assertEqual(challenged.with_user(self.officer).number, "1/QĐ-UBND")
        self.assertEqual(challenged.with_user(self.legal).number, "1/QĐ-UBND")
        with self.assertRaises(AccessError):
            challenged.with_user(self.legal).number = "2"
        with self.assertRaises(AccessError):
            challenged.with_user(self.outsider).read(["number"])
        case.confidential = True
        with self.assertRaises(AccessError):
            challenged.with_user(self.legal).read(["number"])
