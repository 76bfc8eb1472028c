from odoo.tests import freeze_time, tagged

from ..exceptions import DocketContradiction
from ..models.deferred_replay import DeferredReplay
from .docket_case import DocketCase


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestDeferredReplay(DocketCase):
    def record(self, proceeding):
        proceeding.record_event("opinion", "2026-03-10")
        proceeding.record_event("accepted", "2026-03-02")

    def test_one_replay_gives_what_many_give(self):
        self.record(self.proceeding)
        other = self._proceeding(self._dossier())
        with other._deferring_replay() as waiting:
            self.record(other.with_context(**waiting))
            self.assertFalse(other.deadline_ids)
        self.assertEqual(other.stage_id, self.proceeding.stage_id)
        self.assertEqual(
            other.deadline_ids.mapped("date_due"),
            self.proceeding.deadline_ids.mapped("date_due"),
        )
        self.assertEqual(
            other.deadline_ids.mapped("state"),
            self.proceeding.deadline_ids.mapped("state"),
        )

    def test_contradiction_is_found_at_the_end(self):
        with (
            self.assertRaises(DocketContradiction),
            self.proceeding._deferring_replay() as waiting,
        ):
            proceeding = self.proceeding.with_context(**waiting)
            proceeding.record_event("accepted", "2026-03-10")
            proceeding.record_event("opinion", "2026-03-02")

    def test_corrections_wait_too(self):
        event = self.proceeding.record_event("accepted", "2026-03-02")
        with self.proceeding._deferring_replay() as waiting:
            event.with_context(**waiting).date = "2026-03-03"
            self.assertEqual(str(self.deadline().date_start), "2026-03-02")
        self.assertEqual(str(self.deadline().date_start), "2026-03-03")

    def test_nobody_defers_from_outside(self):
        outside = self.proceeding.with_context(**{DeferredReplay.KEY: True})
        outside.record_event("accepted", "2026-03-02")
        self.assertTrue(self.deadline())
