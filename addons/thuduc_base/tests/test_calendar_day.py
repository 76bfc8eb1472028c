"""A day off announced late moves the deadlines that it touches, and no others."""

from datetime import date

from odoo.tests import freeze_time, tagged

from .common import ThuducCase


@tagged("post_install", "-at_install")
@freeze_time("2031-03-03 03:00:00")
class TestCalendarDay(ThuducCase):
    """In a year that no data file knows: 3 March 2031 is a Monday."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deadline_ = cls._running("2031-03-03").deadline_ids
        cls.days = cls.env["thuduc.calendar.day"]

    def _day(self, day, kind="holiday"):
        return self.days.create({"date": day, "name": "Nghỉ", "kind": kind})

    def test_new_day_off_moves_the_end(self):
        """Civil Code 148.5: an end on a day off moves to the next working day."""
        self.assertEqual(self.deadline_.date_due, date(2031, 3, 13))
        self._day("2031-03-13")
        self.assertEqual(self.deadline_.date_due, date(2031, 3, 14))
        self.assertEqual(self.deadline_.date_nominal, date(2031, 3, 13))
        self.assertEqual(self.deadline_.activity_id.date_deadline, date(2031, 3, 14))
        change = self.deadline_.change_ids[:1]
        self.assertEqual(
            (change.old_date_due, change.new_date_due),
            (date(2031, 3, 13), date(2031, 3, 14)),
        )

    def test_day_taken_back_moves_it_back(self):
        day = self._day("2031-03-13")
        day.unlink()
        self.assertEqual(self.deadline_.date_due, date(2031, 3, 13))

    def test_day_moved_by_a_correction(self):
        day = self._day("2031-03-12")
        self.assertEqual(self.deadline_.date_due, date(2031, 3, 13))
        day.date = "2031-03-13"
        self.assertEqual(self.deadline_.date_due, date(2031, 3, 14))

    def test_make_up_saturday_is_worked(self):
        self.opinion_rule.amount = 12
        deadline = self._running("2031-03-03").deadline_ids
        self.assertEqual(deadline.date_nominal, date(2031, 3, 15))
        self.assertEqual(deadline.date_due, date(2031, 3, 17))
        self._day("2031-03-15", "makeup")
        self.assertEqual(deadline.date_due, date(2031, 3, 15))

    def test_changed_day_lists_the_deadlines_that_it_moved(self):
        day = self._day("2031-03-13")
        moved = self.deadline_.change_ids[:1]
        self.assertEqual(moved.calendar_date, date(2031, 3, 13))
        self.assertEqual(moved.old_date_due, date(2031, 3, 13))
        self.assertEqual(moved.new_date_due, self.deadline_.date_due)
        self.assertGreaterEqual(day.year_id.moved_count, 1)
        listed = self.env["thuduc.deadline.change"].search(
            day.year_id.action_open_moved()["domain"]
        )
        self.assertIn(moved, listed)

    def test_met_deadline_stays(self):
        with freeze_time("2031-03-05 03:00:00"):
            self.deadline_.proceeding_id.record_event("opinion", "2031-03-05")
            self._day("2031-03-13")
        self.assertEqual(self.deadline_.state, "met")
        self.assertEqual(self.deadline_.date_due, date(2031, 3, 13))

    def test_days_out_of_reach_touch_nothing(self):
        touched = self.env["thuduc.deadline"]._recompute_touching(
            {date(2031, 3, 14), date(2031, 3, 2)}
        )
        self.assertNotIn(self.deadline_, touched)

    def test_year_comes_with_its_first_day(self):
        day = self._day("2031-09-02")
        self.assertEqual(day.year_id.year, 2031)
        self.assertEqual(day.year_id.state, "provisional")
        self.assertTrue(self.deadline_.on_provisional_calendar)
        day.year_id.action_confirm()
        self.deadline_.invalidate_recordset()
        self.assertTrue(day.confirmed)
        self.assertFalse(self.deadline_.on_provisional_calendar)
