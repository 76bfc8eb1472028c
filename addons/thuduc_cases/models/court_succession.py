from odoo import models

# Whose judgments each level reviews, as the levels were named at either time.
REVIEWED_BY_PROVINCE = ("district", "regional")


class Court(models.Model):
    """Where a case goes on after a court ended, and which court is above it."""

    _inherit = "thuduc.court"

    def _seat_on(self, day):
        """This court, or the one that had taken its cases over by ``day``."""
        court, passed = self, self.browse()
        while court and not court._sits(day) and court.successor_id not in passed:
            passed |= court
            if not court.successor_id:
                break
            court = court.successor_id
        return court

    def _above_on(self, day):
        """The court that hears appeals against this one's judgments on ``day``.

        :return: nothing when no such court is known to sit on that day.
        """
        above = self._seat_on(day).parent_id
        if not above or above._sits(day):
            return above
        before = self.search([("successor_id", "=", above.id)])
        return before.filtered(lambda court: court._sits(day))[:1]

    def _reviewing_on(self, day):
        """The court of cassation: that of the province for judgments of district and
        regional courts, the Supreme People's Court for all others (LTTHC 266); the high
        court as long as there was one."""
        wanted = "provincial" if self.level in REVIEWED_BY_PROVINCE else "supreme"
        above = [self._seat_on(day)]
        while above[-1]:
            above.append(above[-1]._above_on(day))
        levels = {court.level: court for court in reversed(above) if court}
        return levels.get("high") or levels.get(wanted) or self.browse()
