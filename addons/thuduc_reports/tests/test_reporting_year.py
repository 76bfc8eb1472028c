from datetime import date, timedelta

from psycopg2 import IntegrityError

from odoo.tests import TransactionCase, freeze_time, tagged
from odoo.tools import SQL, mute_logger

DAYS = [date(2024, 12, 1) + timedelta(days=day) for day in range(800)]


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestReportingYear(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        years = cls.env["thuduc.reporting.year"]
        cls.judicial = years._by_code("judicial")
        cls.sanctions = years._by_code("sanctions")
        cls.calendar = years.create({"name": "Năm dương lịch", "code": "calendar"})

    def test_judicial_year_turns_on_the_first_of_october(self):
        """Statistics of judgment enforcement: from 1 October to 30 September."""
        year_of = self.judicial._year_of
        self.assertEqual(year_of(date(2025, 9, 30)), 2025)
        self.assertEqual(year_of(date(2025, 10, 1)), 2026)
        self.assertEqual(year_of(date(2026, 9, 30)), 2026)
        self.assertEqual(
            self.judicial._bounds(2026), (date(2025, 10, 1), date(2026, 9, 30))
        )

    def test_every_day_lies_within_the_bounds_of_its_year(self):
        for year in self.judicial | self.sanctions | self.calendar:
            for day in DAYS:
                first, last = year._bounds(year._year_of(day))
                self.assertTrue(first <= day <= last, f"{year.code} {day}")

    def test_sql_agrees_with_python_on_every_day(self):
        for year in self.judicial | self.sanctions | self.calendar:
            rows = self.env.execute_query(
                SQL(
                    "SELECT day, %s, %s FROM UNNEST(%s::date[]) AS day",
                    year._sql_label(SQL("day")),
                    year._sql_relative(SQL("day")),
                    DAYS,
                )
            )
            current = year._year_of(date(2026, 6, 1))
            relative = {0: "current", -1: "last", 1: "later", 2: "later"}
            expected = [
                (
                    day,
                    year._label(year._year_of(day)),
                    relative.get(year._year_of(day) - current, "earlier"),
                )
                for day in DAYS
            ]
            self.assertEqual(rows, expected)

    def test_labels_tell_the_months(self):
        self.assertEqual(self.judicial._label(2026), "2026 (10/2025–9/2026)")
        self.assertEqual(self.sanctions._label(2026), "2026 (15/12/2025–14/12/2026)")
        self.assertEqual(self.calendar._label(2026), "2026")

    def test_unconfirmed_year_says_so(self):
        self.assertTrue(self.judicial.verified)
        self.assertFalse(self.sanctions.verified)

    def test_begins_on_a_day_that_every_year_has(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.judicial.write({"start_month": 2, "start_day": 29})
            self.env.flush_all()
