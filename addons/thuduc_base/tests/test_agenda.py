from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .common import ThuducCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-16 03:00:00")
class TestAgenda(ThuducCase):
    """Deadlines and meetings in one calendar, visible to whom they concern."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dossier.record_event("accepted", "2026-03-10")
        cls.deadline = cls.dossier.deadline_ids
        cls.hearing = cls.dossier.record_event(
            "asked", "2026-03-12", scheduled_at="2026-03-20 01:30:00", place="Tòa án"
        )

    def rows(self, user=None):
        agenda = self.env["thuduc.agenda"].with_user(user or self.officer)
        return agenda.search([("dossier_id", "=", self.dossier.id)])

    def meetings(self):
        return self.rows().filtered(lambda row: row.kind == "meeting").event_id

    def test_deadline_stands_on_its_due_day_for_everybody(self):
        row = self.rows().filtered(lambda r: r.deadline_id == self.deadline)
        for zone in ("Asia/Ho_Chi_Minh", "UTC", "America/New_York"):
            with self.subTest(zone=zone):
                local = fields.Datetime.context_timestamp(
                    row.with_context(tz=zone), row.start
                )
                self.assertEqual(local.date(), self.deadline.date_due)
        self.assertTrue(row.all_day)

    def test_meeting_stands_at_its_hour_and_place(self):
        row = self.rows().filtered(lambda r: r.event_id == self.hearing)
        self.assertRecordValues(
            row,
            [
                {
                    "kind": "meeting",
                    "start": self.hearing.scheduled_at,
                    "place": "Tòa án",
                    "all_day": False,
                    "agency_id": self.unit.id,
                    "user_id": self.officer.id,
                }
            ],
        )

    def test_rows_of_both_kinds_name_the_record_behind_them(self):
        for row in self.rows():
            with self.subTest(kind=row.kind):
                self.assertEqual(bool(row.deadline_id), row.kind == "deadline")
                self.assertEqual(bool(row.event_id), row.kind == "meeting")
                behind = row.deadline_id or row.event_id
                self.assertEqual(behind.dossier_id, row.dossier_id)

    def test_met_deadline_leaves_the_calendar(self):
        self.dossier.record_event("opinion", "2026-03-13")
        self.assertNotIn(self.deadline, self.rows().deadline_id)

    def test_withdrawn_meeting_leaves_the_calendar(self):
        self.hearing.withdraw("Nhập nhầm")
        self.assertFalse(self.meetings())

    def test_new_day_replaces_the_day_fixed_before(self):
        again = self.dossier.record_event(
            "asked", "2026-03-13", scheduled_at="2026-03-25 01:30:00"
        )
        self.assertEqual(self.meetings(), again)

    def test_postponement_replaces_the_day_that_it_answers(self):
        postponed = self.dossier.record_event(
            "answered",
            "2026-03-13",
            scheduled_at="2026-03-27 01:30:00",
            answers_id=self.hearing.id,
        )
        self.assertEqual(self.meetings(), postponed)

    def test_postponement_without_a_new_day_takes_the_day_away(self):
        self._name_the_day("asked", "answered")
        self.dossier.record_event("answered", "2026-03-13")
        self.assertFalse(self.meetings())
        self.assertFalse(self.dossier.event_ids._still_scheduled())

    def test_events_under_one_name_replace_each_other(self):
        self._name_the_day("asked", "answered")
        again = self.dossier.record_event(
            "answered", "2026-03-13", scheduled_at="2026-03-27 01:30:00"
        )
        self.assertEqual(self.meetings(), again)
        self.assertEqual(self.rows().mapped("name").count("Phiên tòa"), 1)

    def _name_the_day(self, *codes):
        for code in codes:
            self.event_type[code].schedule_name = "Phiên tòa"

    def test_calendar_and_line_of_time_agree(self):
        self._name_the_day("answered")
        for code, moment in (
            ("asked", "2026-03-21 02:00:00"),
            ("answered", "2026-03-22 02:00:00"),
            ("asked", "2026-03-23 02:00:00"),
            ("answered", False),
        ):
            self.dossier.record_event(code, "2026-03-14", scheduled_at=moment)
            self.assertEqual(self.meetings(), self.dossier.event_ids._still_scheduled())

    def test_archived_dossier_leaves_the_calendar(self):
        self.dossier.active = False
        self.assertFalse(self.rows())

    def test_others_see_what_they_see_of_the_deadlines(self):
        users = (
            self.officer
            | self.colleague
            | self.head
            | self.leader
            | self.clerk
            | self.auditor
            | self.other_officer
            | self.other_head
        )
        for confidential in (False, True):
            self.dossier.confidential = confidential
            for user in users:
                with self.subTest(user=user.login, confidential=confidential):
                    seen = self.env["thuduc.deadline"].with_user(user)
                    seen = seen.search([("dossier_id", "=", self.dossier.id)])
                    rows = self.rows(user)
                    self.assertEqual(bool(rows), bool(seen))

    def test_nobody_writes_here(self):
        with self.assertRaises(AccessError):
            self.rows(self.manager).write({"name": "khác"})
