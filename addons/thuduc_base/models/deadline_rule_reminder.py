from odoo import api, models
from odoo.exceptions import ValidationError

SHORT_DAYS = 3


class DeadlineRuleReminder(models.Model):
    """When the deadlines of a rule are reminded, and who is told once they are late.

    ``remind_before`` counts working days before the end, ``escalate_after`` calendar
    days after it; both are lists, separated by commas.
    """

    _inherit = "thuduc.deadline.rule"

    @api.constrains("remind_before", "escalate_after")
    def _check_reminder_days(self):
        for rule in self:
            for text in (rule.remind_before, rule.escalate_after):
                if not all(part.strip().isdecimal() for part in _parts(text)):
                    raise ValidationError(
                        self.env._(
                            "“%s” is not a list of days: write whole numbers, "
                            "separated by commas.",
                            text,
                        )
                    )

    def _remind_days(self):
        """Working days before the end on which a deadline of this rule is reminded.

        A short period leaves no time for a ladder of days: one day before and on the
        day, besides at once.
        """
        self.ensure_one()
        if self._is_short():
            return {1, 0}
        return {int(part) for part in _parts(self.remind_before)} | {0}

    def _escalate_days(self):
        """Days late after which one person more up the ladder is told, ascending."""
        self.ensure_one()
        return sorted(int(part) for part in _parts(self.escalate_after))

    def _is_short(self):
        self.ensure_one()
        return self.unit == "hour" or (
            self.unit in ("day", "working_day") and self.amount <= SHORT_DAYS
        )


def _parts(text):
    return [part for part in (text or "").split(",") if part.strip()]
