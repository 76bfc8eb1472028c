from odoo import models

from .proceeding import APPEALS


class Proceeding(models.Model):
    """What follows in an appeal: a late one is judged first, a closed file ends it."""

    _inherit = "thuduc.proceeding"

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        if self.type_id.code == "AP":
            expected |= self._expected_in_appeal()
        return expected

    def _expected_in_appeal(self):
        """All appeals late: a panel decides first whether to hear them (LTTHC 207)."""
        appeals = self.env["thuduc.event"].search(
            [("led_to_id", "=", self.id), ("withdrawn", "=", False)]
        )
        appeals = appeals.filtered(lambda e: e.code in APPEALS)
        late = appeals and all(appeal._is_late_appeal() for appeal in appeals)
        first = min(appeals.mapped("date"), default=None)
        return {
            "AP_LATE_APPEAL": {"date": first if late else None},
            "AP_CASE_CLOSED": {"date": self._closed_on()},
        }

    def _closed_on(self):
        """Day on which the file was closed behind this round: nobody waits any more
        for papers of the court."""
        closed = [
            child._standing_events("EN_CLOSED", "AP_CASE_CLOSED").date
            for child in self.child_ids.filtered("active")
        ]
        return max((day for day in closed if day), default=None)
