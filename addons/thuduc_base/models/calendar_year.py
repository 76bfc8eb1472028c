from datetime import date

from odoo import api, fields, models
from odoo.fields import Domain


class CalendarYear(models.Model):
    """The official calendar of one year, provisional until somebody confirms it.

    Tết and the swapped days are announced year by year; a deadline that rests on an
    unconfirmed year carries a warning.
    """

    _name = "thuduc.calendar.year"
    _description = "Calendar Year"
    _order = "year desc"
    _rec_name = "year"

    year = fields.Integer(required=True, aggregator=None)
    state = fields.Selection(
        [("provisional", "Provisional"), ("confirmed", "Confirmed")],
        required=True,
        default="provisional",
    )
    confirmed_by_id = fields.Many2one("res.users", readonly=True)
    confirmed_on = fields.Date(readonly=True)
    source = fields.Char(help="The notice of days off on which the year rests.")
    day_ids = fields.One2many("thuduc.calendar.day", "year_id")
    moved_count = fields.Integer(
        string="Deadlines moved", compute="_compute_moved_count"
    )

    _year_uniq = models.UniqueIndex("(year)", "This year already has a calendar.")

    @api.depends("year")
    def _compute_display_name(self):
        for year in self:
            year.display_name = str(year.year)

    def _compute_moved_count(self):
        moved = self.env["thuduc.deadline.change"]._read_group(
            [("calendar_date", "!=", False)], ["calendar_date:year"], ["__count"]
        )
        counts = {first.year: count for first, count in moved}
        for year in self:
            year.moved_count = counts.get(year.year, 0)

    def _domain_moved(self):
        """Changes of deadlines that a changed day of this year caused."""
        self.ensure_one()
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        return Domain("calendar_date", ">=", first) & Domain(
            "calendar_date", "<=", last
        )

    def action_open_moved(self):
        """List the deadlines that changed days of this year moved."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Deadlines Moved by the Calendar"),
            "res_model": "thuduc.deadline.change",
            "view_mode": "list",
            "domain": list(self._domain_moved()),
        }

    @api.model
    def _confirmed_years(self):
        """Years whose days off are officially known."""
        return {
            year.year
            for year in self.search_fetch([("state", "=", "confirmed")], ["year"])
        }

    @api.model
    def _ensure(self, years):
        """Create the calendars of ``years`` that do not exist yet."""
        known = set(self.search([("year", "in", list(years))]).mapped("year"))
        self.create([{"year": year} for year in sorted(set(years) - known)])

    def action_confirm(self):
        self.write(
            {
                "state": "confirmed",
                "confirmed_by_id": self.env.uid,
                "confirmed_on": fields.Date.context_today(self),
            }
        )
        self.day_ids.write({"confirmed": True})

    def action_reopen(self):
        self.write(
            {"state": "provisional", "confirmed_by_id": False, "confirmed_on": False}
        )
