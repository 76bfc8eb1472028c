from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestJudgment(CaseCase):
    """The sheet of a judgment: its parts, who received it, who pays."""

    def sheet(self, case, code="FI_JUDGMENT_PRONOUNCED"):
        return case.judgment_ids.filtered(lambda j: j.code == code)

    def receipt(self, judgment, who, date, **values):
        return (
            self.env["thuduc.case.judgment.receipt"]
            .with_user(self.officer)
            .create(
                {"judgment_id": judgment.id, "who": who, "date": date, **values},
            )
        )

    def test_the_sheet_tells_what_the_event_tells(self):
        case = self.judged(document_number="40/2026/HC-ST")
        judgment = self.sheet(case)
        self.assertEqual(judgment.case_id, case)
        self.assertEqual(judgment.number, "40/2026/HC-ST")
        self.assertEqual(str(judgment.date), "2026-03-20")
        self.assertEqual(judgment.favour, "lose")
        judgment.with_user(self.officer).number = "41/2026/HC-ST"
        self.assertEqual(judgment.event_id.document_number, "41/2026/HC-ST")
        self.assertEqual(case.current_round_id.judgment_number, "41/2026/HC-ST")

    def test_a_withdrawn_judgment_puts_its_sheet_away(self):
        case = self.judged()
        self.events(case, "FI_JUDGMENT_PRONOUNCED").withdraw("Nhập nhầm")
        self.assertFalse(case.judgment_ids)

    def test_to_enter_a_receipt_is_to_record_it(self):
        """Articles 104, 107: the day of the signature counts."""
        case = self.judged(presence="absent")
        judgment = self.sheet(case)
        receipt = self.receipt(judgment, "agency", "2026-03-27", method="post")
        [event] = self.events(case, "FI_JUDGMENT_RECEIVED")
        self.assertEqual(receipt.event_id, event)
        self.assertEqual(receipt.method, "post")
        self.assertEqual(self.due(case, "AP-02"), "2026-04-13")
        receipt.date = "2026-03-30"
        self.assertEqual(self.due(case, "AP-02"), "2026-04-14")
        receipt.unlink()
        self.assertFalse(self.events(case, "FI_JUDGMENT_RECEIVED"))
        self.assertFalse(judgment.receipt_ids)

    def test_a_recorded_receipt_is_on_the_sheet(self):
        case = self.judged()
        party = case.party_ids[:1]
        case.record_event("FI_JUDGMENT_SERVED", "2026-03-27", party_id=party.id)
        [receipt] = self.sheet(case).receipt_ids
        self.assertEqual((receipt.who, receipt.party_id), ("party", party))

    def test_receipts_name_the_decision_that_was_received(self):
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05"),
            ("FI_SUSPENDED", "2026-02-02"),
            ("FI_RESUMED", "2026-03-02"),
            ("FI_TERMINATED", "2026-04-06"),
        )
        suspended = self.sheet(case, "FI_SUSPENDED")
        terminated = self.sheet(case, "FI_TERMINATED")
        self.receipt(terminated, "agency", "2026-04-09")
        self.receipt(suspended, "agency", "2026-02-05")
        self.receipt(terminated, "party", "2026-04-13", party_id=case.party_ids[:1].id)
        self.assertEqual(len(terminated.receipt_ids), 2)
        self.assertEqual(len(suspended.receipt_ids), 1)
        self.assertEqual(str(self.deadline(case, "AP-03-L").date_due), "2026-04-20")

    def test_a_receipt_needs_its_day_and_party(self):
        judgment = self.sheet(self.judged())
        for who, date in (("agency", False), ("party", "2026-03-27")):
            with (
                self.subTest(who=who),
                self.assertRaises(ValidationError),
                self.cr.savepoint(),
            ):
                self.receipt(judgment, who, date)

    def test_damages_are_the_sum_of_the_parts(self):
        judgment = self.sheet(self.judged())
        judgment.part_ids = [
            (0, 0, {"text": "Bồi thường A", "relief": "damages", "amount": 5_000_000}),
            (0, 0, {"text": "Bồi thường B", "relief": "damages", "amount": 3_000_000}),
            (0, 0, {"text": "Hủy QĐ", "relief": "annul", "amount": 7}),
        ]
        self.assertEqual(judgment.damages_ordered, 8_000_000)

    def test_obligations_follow_from_the_effective_parts(self):
        """Article 311.1: what is ordered is drafted as a duty, once."""
        case = self.judged()
        judgment = self.sheet(case)
        judgment.part_ids = [
            (0, 0, {"text": "Hủy QĐ 12", "relief": "annul"}),
            (0, 0, {"text": "Bồi thường", "relief": "damages", "amount": 9}),
            (0, 0, {"text": "Kiến nghị", "relief": "liability"}),
        ]
        self.assertFalse(judgment.can_make_obligations)
        self.run_cron()
        judgment.invalidate_recordset()
        self.assertTrue(judgment.can_make_obligations)
        judgment.with_user(self.officer).action_make_obligations()
        duties = case.enforcement_ids.obligation_ids
        self.assertEqual(duties.mapped("kind"), ["new_decision", "payment"])
        self.assertEqual(duties.mapped("is_property"), [False, True])
        judgment.invalidate_recordset()
        self.assertFalse(judgment.can_make_obligations)

    def test_open_recommendations_are_found(self):
        """Article 193: what the court recommends is answered."""
        judgment = self.sheet(self.judged())
        recommendation = self.env["thuduc.case.judgment.recommendation"].create(
            {"judgment_id": judgment.id, "text": "Xem xét trách nhiệm"}
        )
        search = self.env["thuduc.case.judgment"].search
        open_ = [("recommendation_ids.is_open", "=", True)]
        self.assertIn(judgment, search(open_))
        recommendation.date_answered = "2026-05-04"
        self.assertNotIn(judgment, search(open_))

    def test_only_the_lawsuits_own_people_see_it(self):
        judgment = self.sheet(self.judged())
        found = self.env["thuduc.case.judgment"].with_user(self.outsider)
        self.assertFalse(found.search([("id", "=", judgment.id)]))
        found = self.env["thuduc.case.judgment"].with_user(self.legal)
        self.assertTrue(found.search([("id", "=", judgment.id)]))
