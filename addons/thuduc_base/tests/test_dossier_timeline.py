from odoo.tests import freeze_time, tagged

from .common import ThuducCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-16 03:00:00")
class TestDossierTimeline(ThuducCase):
    """Docket, deadlines and papers of a dossier in one line of time."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dossier.record_event("accepted", "2026-03-02")

    def rows(self, **wanted):
        return [
            row
            for row in self.dossier.with_user(self.officer)._timeline()
            if all(row[name] == value for name, value in wanted.items())
        ]

    def test_open_deadline_stays_ahead_even_when_overdue(self):
        (row,) = self.rows(kind="deadline")
        self.assertEqual(
            (row["date"], row["state"], row["ahead"]), ("2026-03-12", "overdue", True)
        )
        self.assertEqual(self.dossier._timeline()[0]["kind"], "deadline")

    def test_met_deadline_stands_on_the_day_it_was_met(self):
        self.dossier.record_event("opinion", "2026-03-10")
        (row,) = self.rows(kind="deadline")
        self.assertEqual(
            (row["date"], row["state"], row["ahead"]), ("2026-03-10", "met", False)
        )
        self.assertIn("12/03/2026", row["detail"])

    def test_withdrawn_event_stays_with_its_reason(self):
        self.dossier.record_event("asked", "2026-03-05").withdraw("Nhập nhầm")
        (row,) = self.rows(kind="event", title="asked")
        self.assertEqual((row["state"], row["detail"]), ("withdrawn", "Nhập nhầm"))
        self.assertFalse(self.rows(kind="deadline", title="T-05"))

    def test_rows_name_their_proceeding_where_several_have_run(self):
        self.assertEqual({row["lane"] for row in self.rows()}, {False})
        proceeding_type = self.dossier.proceeding_ids.type_id
        self.dossier.open_proceeding(proceeding_type.code)
        lanes = {row["lane"] for row in self.rows()}
        self.assertEqual(lanes, {proceeding_type.name})

    def test_gap_is_flagged(self):
        self.dossier.record_event("judgment", "2026-03-06")
        (row,) = self.rows(title="judgment")
        self.assertEqual(row["state"], "gap")

    def test_meeting_to_come_is_ahead_and_past_one_is_not_repeated(self):
        self.dossier.record_event(
            "asked", "2026-03-05", scheduled_at="2026-03-20 01:30:00"
        )
        self.dossier.record_event(
            "granted", "2026-03-05", scheduled_at="2026-03-10 01:30:00"
        )
        (row,) = self.rows(kind="meeting")
        self.assertEqual(
            (row["title"], row["date"], row["ahead"]), ("asked", "2026-03-20", True)
        )

    def test_paper_is_told_once(self):
        paper = self.env["thuduc.document"].create(
            {"dossier_id": self.dossier.id, "subject": "Văn bản ghi ý kiến"}
        )
        self.assertTrue(self.rows(kind="document", id=paper.id))
        self.dossier.record_event("opinion", "2026-03-10", document_id=paper.id)
        self.assertFalse(self.rows(kind="document"))

    def test_rows_are_ordered_newest_first(self):
        self.dossier.record_event("asked", "2026-03-05")
        past = [row["date"] for row in self.rows(ahead=False)]
        self.assertEqual(past, sorted(past, reverse=True))
        flags = [row["ahead"] for row in self.rows()]
        self.assertEqual(flags, sorted(flags, reverse=True))

    def test_more_events_cost_no_more_queries(self):
        self._count_queries()
        before = self._count_queries()
        for day in ("2026-03-05", "2026-03-06", "2026-03-07"):
            self.dossier.record_event("asked", day)
        self.assertLessEqual(self._count_queries(), before + 2)

    def _count_queries(self):
        self.env.flush_all()
        self.env.invalidate_all()
        start = self.env.cr.sql_log_count
        self.dossier._timeline()
        return self.env.cr.sql_log_count - start
