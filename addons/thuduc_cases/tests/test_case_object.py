from odoo import fields
from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestCaseObject(CaseCase):
    """What is challenged, whether in time (Article 116), and its own paper."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lawsuit = cls.case(cls)

    def object(self, case=None, **values):
        return self.env["thuduc.case.object"].create(
            {"case_id": (case or self.lawsuit).id, "number": "10/QĐ-UBND", **values}
        )

    def file_petition(self, date, case=None):
        docket = self.round(case or self.lawsuit)
        kinds = docket.type_id.event_type_ids.mapped("code")
        if "FI_PETITION_FILED" not in kinds:
            self.skipTest("no such event yet")
        return (case or self.lawsuit).record_event("FI_PETITION_FILED", date)

    def test_chain_c8_one_day_late(self):
        """Received 2024-06-17, one year to 2025-06-17, postmark 2025-06-18."""
        challenged = self.object(known_date="2024-06-17")
        self.file_petition("2025-06-18")
        self.assertEqual(str(challenged.limitation_date), "2025-06-17")
        self.assertEqual(challenged.limitation_state, "late")
        self.assertEqual(challenged.limitation_days_late, 1)
        self.assertTrue(self.lawsuit.limitation_warning)
        plea = challenged._limitation_plea()
        self.assertIn("điểm g khoản 1 Điều 143", plea)
        self.assertIn("17/06/2025", plea)

    def test_the_written_opinion_pleads_it(self):
        case = self.case(
            ("FI_PETITION_NOTICED", "2026-01-02"),
            ("FI_ACCEPTED", "2026-01-05"),
            ("FI_NOTICE_RECEIVED", "2026-01-08"),
        )
        self.object(case, known_date="2024-06-17")
        self.file_petition("2025-06-18", case)
        body = case._opinion_body()
        self.assertIn("quá thời hiệu 1 ngày", body)
        self.assertIn("Điều 116", body)

    def test_on_the_last_day_is_in_time(self):
        challenged = self.object(known_date="2024-06-17")
        self.file_petition("2025-06-17")
        self.assertEqual(challenged.limitation_state, "in_time")
        self.assertFalse(self.lawsuit.limitation_warning)

    def test_days_left_out_move_the_end(self):
        """Article 116.4: force majeure and objective obstacles do not count."""
        challenged = self.object(known_date="2024-06-17")
        challenged.exclusion_ids = [
            Command.create(
                {
                    "date_from": "2024-08-01",
                    "date_to": "2024-08-10",
                    "reason": "force_majeure",
                    "evidence": "Giấy ra viện",
                }
            ),
            # Partly the same days, each counts once.
            Command.create(
                {
                    "date_from": "2024-08-06",
                    "date_to": "2024-08-12",
                    "reason": "obstacle",
                    "evidence": "Xác nhận của UBND",
                }
            ),
            # After the end: changes nothing.
            Command.create(
                {
                    "date_from": "2025-12-01",
                    "date_to": "2025-12-05",
                    "reason": "obstacle",
                    "evidence": "–",
                }
            ),
        ]
        self.file_petition("2025-06-18")
        # 12 days: 2025-06-17 + 12 = Sunday 2025-06-29, moved to Monday.
        self.assertEqual(str(challenged.limitation_date), "2025-06-30")
        self.assertEqual(challenged.limitation_state, "in_time")

    def test_unknown_is_said_with_what_is_missing(self):
        challenged = self.object()
        self.assertEqual(challenged.limitation_state, "unknown")
        first = challenged.limitation_result
        challenged.known_date = "2024-06-17"
        self.assertEqual(challenged.limitation_state, "unknown")
        self.assertNotEqual(challenged.limitation_result, first)
        self.assertFalse(challenged._limitation_plea())

    def test_nobody_knows_a_decision_before_it_is_made(self):
        with self.assertRaises(ValidationError):
            self.object(date="2026-01-02", known_date="2026-01-01")

    def test_each_kind_has_its_period(self):
        """Article 116.2 and 116.3."""
        codes = {
            "decision": "PL-01",
            "omission": "PL-01",
            "dismissal": "PL-01",
            "complaint_first": "PL-02",
            "complaint_second": "PL-02",
            "voters": False,
        }
        for kind, code in codes.items():
            self.assertEqual(self.object(kind=kind).limitation_code, code)
        self.assertEqual(
            self.object(kind="omission", limitation_code="PL-03").limitation_code,
            "PL-03",
        )

    def test_the_docket_holds_the_day_of_knowledge(self):
        docket = self.round(self.lawsuit)
        if "FI_CHALLENGED_KNOWN" not in docket.type_id.event_type_ids.mapped("code"):
            self.skipTest("no such event yet")
        challenged = self.object(known_date="2024-06-17")
        known = self.events(self.lawsuit, "FI_CHALLENGED_KNOWN")
        self.assertEqual(str(known.date), "2024-06-17")
        self.assertTrue(known.automatic)
        challenged.known_date = "2024-06-20"
        known = self.events(self.lawsuit, "FI_CHALLENGED_KNOWN")
        self.assertEqual(str(known.date), "2024-06-20")
        challenged.known_date = False
        self.assertFalse(self.events(self.lawsuit, "FI_CHALLENGED_KNOWN"))

    def paper(self, dossier=None):
        return self.env["thuduc.document"].create(
            {
                "dossier_id": (dossier or self.case().dossier_id).id,
                "direction": "out",
                "subject": "Xử phạt vi phạm hành chính",
                "agency_id": self.ward.id,
                "date": "2026-01-15",
            }
        )

    def test_a_paper_of_this_office_fills_the_object(self):
        paper = self.paper()
        challenged = self.env["thuduc.case.object"].create(
            {"case_id": self.lawsuit.id, "document_id": paper.id}
        )
        self.assertEqual(challenged.date, fields.Date.to_date("2026-01-15"))
        self.assertEqual(challenged.issuer_id, self.ward)
        self.assertEqual(challenged.excerpt, paper.subject)
        self.assertEqual(challenged.drafter_id, self.unit)
        self.assertEqual(challenged.document_dossier_id, paper.dossier_id)

    def test_the_paper_knows_the_suit_against_it(self):
        paper = self.paper()
        self.assertFalse(paper.case_count)
        self.object(document_id=paper.id)
        paper.invalidate_recordset()
        self.assertEqual(paper.with_user(self.officer).case_count, 1)
        action = paper.with_user(self.officer).action_open_cases()
        self.assertEqual(action["res_id"], self.lawsuit.id)
        self.lawsuit.confidential = True
        self.assertFalse(paper.with_user(self.legal).case_count)

    def test_the_judgment_proposes_what_became_of_the_decision(self):
        case = self.judged("fi_part")
        challenged = self.object(case)
        self.assertFalse(challenged.proposed_state)
        self.run_cron()
        challenged.invalidate_recordset()
        self.assertEqual(challenged.proposed_state, "annulled_part")
        challenged.action_take_proposed_state()
        self.assertEqual(challenged.state, "annulled_part")
        self.assertFalse(challenged.proposed_state)
