from datetime import date

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import freeze_time, new_test_user, tagged

from .docket_case import DocketCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-05 03:00:00")
class TestDeadline(DocketCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.recorder = new_test_user(
            cls.env, "t-recorder", groups="thuduc_base.group_officer"
        )
        cls.second = new_test_user(
            cls.env, "t-second", groups="thuduc_base.group_officer"
        )
        cls.agency.member_ids = cls.recorder | cls.second
        cls.proceeding.with_user(cls.recorder).record_event("accepted", "2026-03-02")
        cls.opinion = cls.proceeding.deadline_ids

    def test_explanation_tells_how_the_date_was_reached(self):
        text = "\n".join(self.opinion.steps)
        self.assertIn("02/03/2026", text)
        self.assertIn("12/03/2026", text)

    def test_days_left_counts_calendar_days(self):
        self.assertEqual(self.opinion.days_left, 7)

    def test_date_fixed_by_an_authority_replaces_the_computed_one(self):
        mine = self.opinion.with_user(self.recorder)
        mine.override("2026-03-20", "Công văn 12/TA của Tòa án")
        self.assertEqual(self.opinion.date_due, date(2026, 3, 20))
        self.assertTrue(self.opinion.is_stated)
        self.assertIn("20/03/2026", self.opinion.steps[-1])
        self.proceeding._replay()
        self.assertEqual(self.opinion.date_due, date(2026, 3, 20))
        mine.override(False, "Tòa án thu hồi công văn")
        self.assertEqual(self.opinion.date_due, date(2026, 3, 12))

    def test_fixed_date_before_the_start_is_refused(self):
        with self.assertRaises(ValidationError):
            self.opinion.override("2026-03-01", "Nhầm")

    def test_who_recorded_the_date_does_not_check_it(self):
        with self.assertRaises(AccessError):
            self.opinion.with_user(self.recorder).action_check()
        self.opinion.with_user(self.second).action_check()
        self.assertEqual(self.opinion.checked_by_id, self.second)

    def test_check_is_void_once_the_date_is_corrected(self):
        self.opinion.with_user(self.second).action_check()
        self.opinion.trigger_event_id.date = "2026-03-03"
        self.assertFalse(self.opinion.checked_by_id)

    def test_unconfirmed_calendar_is_told(self):
        year = self.env["thuduc.calendar.year"].search([("year", "=", 2026)])
        self.assertTrue(self.opinion.on_provisional_calendar)
        year.action_confirm()
        self.opinion.invalidate_recordset(["on_provisional_calendar"])
        self.assertFalse(self.opinion.on_provisional_calendar)

    def test_overdue_is_found_by_the_daily_job(self):
        with freeze_time("2026-03-13 03:00:00"):
            self.env["thuduc.deadline"]._cron_update_overdue()
            self.assertEqual(self.opinion.state, "overdue")
            self.assertEqual(self.opinion.days_left, -1)

    def test_daily_job_costs_what_is_due_not_what_is_stored(self):
        self._queries_of_daily_job()  # fills the caches
        before = self._queries_of_daily_job()
        for _number in range(10):
            running = self._proceeding(self._dossier())
            running.record_event("accepted", "2026-03-02")
        self.assertEqual(self._queries_of_daily_job(), before)

    def _queries_of_daily_job(self):
        self.env.flush_all()
        start = self.cr.sql_log_count
        self.env["thuduc.deadline"]._cron_update_overdue()
        return self.cr.sql_log_count - start

    def test_hours_are_kept_in_office_time(self):
        """BLDS Art. 147.1: an hour period runs from the moment itself."""
        self._rule("T-48", "asked", 48, unit="hour", roll="none")
        self.proceeding.record_event(
            "asked", "2026-03-04", datetime="2026-03-04 09:30:00"
        )
        deadline = self.deadline("T-48")
        self.assertEqual(str(deadline.due_at), "2026-03-06 09:30:00")
        self.assertEqual(deadline.date_due, date(2026, 3, 6))
