from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged

from ..exceptions import TransitionNotAllowed
from .paper_case import PaperCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-10 03:00:00")
class TestService(PaperCase):
    """Service of papers: the day of service starts the clocks."""

    def setUp(self):
        super().setUp()
        self.document = self.issued(date="2026-03-05")

    def serve(self, **values):
        return (
            self.env["thuduc.service"]
            .with_user(self.officer)
            .create({"document_id": self.document.id, "date": "2026-03-06", **values})
        )

    def served_events(self):
        return self.proceeding.event_ids.filtered(
            lambda event: event.code == "served" and not event.withdrawn
        )

    def test_success_records_the_event(self):
        service = self.serve(result="success")
        event = self.served_events()
        self.assertEqual(service.event_id, event)
        self.assertEqual(str(event.date), "2026-03-06")
        self.assertEqual(event.party_id, self.party)
        self.assertTrue(event.automatic)
        self.assertEqual(self.proceeding.stage_id.code, "judged")

    def test_absence_records_nothing(self):
        self.serve(result="absent", reason="Không có nhà")
        self.assertFalse(self.served_events())

    def test_refusal_with_minutes_counts_as_served(self):
        """Law on Handling of Administrative Violations, Article 70."""
        service = self.serve(result="refused", reason="Không ký nhận")
        self.assertFalse(self.served_events())
        service.is_served = True
        self.assertTrue(self.served_events())

    def test_corrected_day_corrects_the_event(self):
        service = self.serve(result="success")
        service.date = "2026-03-09"
        self.assertEqual(str(self.served_events().date), "2026-03-09")

    def test_no_longer_a_success_withdraws_the_event(self):
        service = self.serve(result="success")
        service.write({"result": "returned", "reason": "Nhầm người"})
        self.assertFalse(self.served_events())
        service.write({"result": "success"})
        self.assertEqual(service.event_id, self.served_events())

    def test_nobody_is_served_before_the_paper_or_in_the_future(self):
        for day in ("2026-03-04", "2026-03-11"):
            with self.subTest(day), self.assertRaises(ValidationError):
                self.serve(result="success", date=day)

    def test_only_issued_papers_are_served(self):
        draft = self.paper()
        with self.assertRaises(ValidationError):
            self.serve(document_id=draft.id)

    def test_failure_tells_why(self):
        with self.assertRaises(ValidationError):
            self.serve(result="returned")

    def test_proof_is_seen_by_whoever_sees_the_service(self):
        files = self.env["ir.attachment"].with_user(self.officer)
        file = files.create({"name": "Giấy báo phát", "raw": b"x"})
        self.assertFalse(file.with_user(self.head).has_access("read"))
        self.serve(result="success", proof_ids=[Command.link(file.id)])
        self.assertTrue(file.with_user(self.head).has_access("read"))
        self.assertFalse(file.with_user(self.other_officer).has_access("read"))

    def test_event_is_not_chosen_by_hand(self):
        service = self.serve(result="pending")
        with self.assertRaises(TransitionNotAllowed):
            service.write({"event_id": self.proceeding.event_ids[:1].id})
