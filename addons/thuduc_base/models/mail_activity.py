from odoo import api, models

from .deadline import OPEN_STATES


class MailActivity(models.Model):
    """Ticking off the activity of a deadline says “seen”, not “done”: the duty is met
    by its event alone."""

    _inherit = "mail.activity"

    def _action_done(self, feedback=False, attachment_ids=None):
        deadlines = self.env["thuduc.deadline"].search(
            [
                ("activity_id", "in", self.ids),
                ("state", "in", OPEN_STATES),
                ("acknowledged_at", "=", False),
            ]
        )
        result = super()._action_done(feedback=feedback, attachment_ids=attachment_ids)
        deadlines.action_acknowledge()
        return result

    @api.autovacuum
    def _gc_delete_old_overdue_activities(self):
        """Never by default: an activity overdue for years is the one to keep.

        Odoo reads 0 as a mistake and warns every day; here it is meant. With sudo,
        as Odoo itself reads this parameter.
        """
        years = (
            self.env["ir.config_parameter"]
            .sudo()
            .get_param("mail.activity.gc.delete_overdue_years")
        )
        if int(years or 0):
            super()._gc_delete_old_overdue_activities()
