from odoo import fields, models
from odoo.exceptions import UserError

OF_THE_COURT = frozenset({"active", "allday", "duration", "start", "stop"})


class CalendarEvent(models.Model):
    """The day of a hearing is the court's: nobody moves it in a calendar."""

    _inherit = "calendar.event"

    hearing_ids = fields.One2many("thuduc.case.hearing", "calendar_event_id")

    def write(self, vals):
        if OF_THE_COURT & vals.keys():
            self._check_not_of_the_court()
        return super().write(vals)

    def unlink(self):
        self._check_not_of_the_court()
        return super().unlink()

    def _check_not_of_the_court(self):
        """The sheets write their entries with ``sudo``; who looks at a calendar may
        not even see them, hence ``sudo`` to find out."""
        if not self.env.su and self.sudo().hearing_ids:
            raise UserError(
                self.env._(
                    "The court fixed this day. When the court moves it, record that "
                    "in the lawsuit; the calendar follows."
                )
            )
