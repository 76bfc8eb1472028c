from odoo import api, fields, models, tools

from ..legal_time import WorkingCalendar, end_of_period


class CalendarDay(models.Model):
    """A day that differs from the ordinary week: holiday, day off swapped, make-up day.

    Labour Code 45/2019/QH14 Art. 112 and the yearly notice of swapped days. Changing a
    day recomputes the deadlines whose period it touches.
    """

    _name = "thuduc.calendar.day"
    _description = "Calendar Day"
    _order = "date desc"

    date = fields.Date(required=True)
    name = fields.Char(required=True)
    kind = fields.Selection(
        [
            ("holiday", "Public holiday"),
            ("swap_off", "Swapped day off"),
            ("makeup", "Make-up working day"),
        ],
        required=True,
        default="holiday",
    )
    source = fields.Char()
    confirmed = fields.Boolean()
    year_id = fields.Many2one(
        "thuduc.calendar.year", compute="_compute_year_id", store=True, index=True
    )

    _date_uniq = models.UniqueIndex("(date)", "This day is already in the calendar.")

    @api.depends("date")
    def _compute_year_id(self):
        years = self.env["thuduc.calendar.year"].search(
            [("year", "in", [day.date.year for day in self if day.date])]
        )
        by_year = years.grouped("year")
        for day in self:
            day.year_id = by_year.get(day.date.year) if day.date else False

    @api.model_create_multi
    def create(self, vals_list):
        dates = {fields.Date.to_date(vals["date"]) for vals in vals_list}
        self.env["thuduc.calendar.year"]._ensure({date.year for date in dates})
        days = super().create(vals_list)
        days._calendar_changed(dates)
        return days

    def write(self, vals):
        before = {day.date for day in self}
        result = super().write(vals)
        if vals.keys() & {"date", "kind"}:
            self._calendar_changed(before | {day.date for day in self})
        elif "name" in vals:
            self.env.registry.clear_cache()
        return result

    def unlink(self):
        dates = {day.date for day in self}
        result = super().unlink()
        self._calendar_changed(dates)
        return result

    @api.model
    def _working_calendar(self):
        """The calendar by which the law counts, shared by all computations."""
        return self._cached_working_calendar()

    @api.model
    def _count(self, start, amount, unit, **how):
        """Count a period by the office's calendar; see ``legal_time.end_of_period``."""
        return end_of_period(start, amount, unit, self._working_calendar(), **how)

    @api.model
    @tools.ormcache()
    def _cached_working_calendar(self):
        # The calendar is one for everybody: who may read its days does not matter.
        days = self.sudo().search_fetch([], ["date", "name", "kind"])
        return WorkingCalendar(
            {day.date: day.name for day in days if day.kind != "makeup"},
            {day.date: day.name for day in days if day.kind == "makeup"},
        )

    @api.model
    def _calendar_changed(self, dates):
        self.env.registry.clear_cache()
        self.env["thuduc.deadline"]._recompute_touching(dates)
