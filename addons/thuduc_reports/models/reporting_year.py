from datetime import date, timedelta

from odoo import api, fields, models
from odoo.tools import SQL

JUDICIAL = "judicial"
SANCTIONS = "sanctions"


class ReportingYear(models.Model):
    """On which day a year of reports begins; the law sets it, so it is data.

    A year bears the number of the calendar year in which it ends: the judicial year
    2026 runs from 1 October 2025 to 30 September 2026.
    """

    _name = "thuduc.reporting.year"
    _description = "Reporting Year"
    _order = "id"

    name = fields.Char(required=True)
    code = fields.Char(required=True, readonly=True)
    start_month = fields.Integer(string="Begins in month", required=True, default=1)
    start_day = fields.Integer(string="Begins on day", required=True, default=1)
    basis = fields.Char(help="The regulation that sets the year.")
    verified = fields.Boolean(help="The days were compared with the regulation.")

    _code_uniq = models.UniqueIndex("(code)", "This reporting year already exists.")
    _day_exists = models.Constraint(
        "CHECK (start_month BETWEEN 1 AND 12 AND start_day BETWEEN 1 AND 28)",
        "A year begins on a day that every year has: from the 1st to the 28th.",
    )

    @api.model
    def _by_code(self, code):
        return self.search([("code", "=", code)], limit=1)

    def _is_calendar_year(self):
        return (self.start_month or 1, self.start_day or 1) == (1, 1)

    def _year_of(self, day):
        """Number of the reporting year to which ``day`` belongs."""
        if self._is_calendar_year():
            return day.year
        return day.year + ((day.month, day.day) >= (self.start_month, self.start_day))

    def _bounds(self, year):
        """First and last day of the reporting year ``year``."""
        if self._is_calendar_year():
            return date(year, 1, 1), date(year, 12, 31)
        month, day = self.start_month, self.start_day
        return date(year - 1, month, day), date(year, month, day) - timedelta(days=1)

    def _label(self, year):
        """The year as leaders read it, e.g. “2026 (10/2025–9/2026)”."""
        before, between, after = self._label_parts()
        if self._is_calendar_year():
            return str(year)
        return f"{year} ({before}{year - 1}–{between}{year}{after}"

    def _label_parts(self):
        """What stands before, between and after the numbers of the years."""
        first, last = self._bounds(2026)
        whole_months = self.start_day == 1
        before = f"{first.month}/" if whole_months else f"{first.day}/{first.month}/"
        between = f"{last.month}/" if whole_months else f"{last.day}/{last.month}/"
        return before, between, ")"

    # -- the same in SQL, for the analyses ------------------------------------------

    def _sql_number(self, day: SQL) -> SQL:
        if self._is_calendar_year():
            return SQL("EXTRACT(YEAR FROM %s)::integer", day)
        return SQL(
            """(EXTRACT(YEAR FROM %(day)s)::integer + CASE
                WHEN (EXTRACT(MONTH FROM %(day)s), EXTRACT(DAY FROM %(day)s))
                     >= (%(start_month)s, %(start_day)s)
                THEN 1 ELSE 0 END)""",
            day=day,
            start_month=self.start_month,
            start_day=self.start_day,
        )

    def _sql_label(self, day: SQL) -> SQL:
        """The label of the year of ``day``; NULL without a day."""
        number = self._sql_number(day)
        if self._is_calendar_year():
            return SQL("%s::text", number)
        before, between, after = self._label_parts()
        return SQL(
            "(%(year)s || ' (' || %(before)s || (%(year)s - 1) || '–' "
            "|| %(between)s || %(year)s || %(after)s)",
            year=number,
            before=before,
            between=between,
            after=after,
        )

    def _sql_relative(self, day: SQL) -> SQL:
        """Whether the year of ``day`` is this one, the last, an earlier or a later."""
        return SQL(
            """CASE SIGN(%(year)s - %(current)s)
                WHEN 0 THEN 'current'
                WHEN 1 THEN 'later'
                WHEN -1 THEN CASE WHEN %(year)s = %(current)s - 1
                                  THEN 'last' ELSE 'earlier' END
            END""",
            year=self._sql_number(day),
            current=self._year_of(fields.Date.context_today(self)),
        )
