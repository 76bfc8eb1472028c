from odoo import api, fields, models
from odoo.tools.misc import format_date

from .deadline import OPEN_STATES

# Colours of Odoo's palette: red, orange, yellow, grey-blue, green.
COLOURS = {"hard": 2, "watch": 3, "info": 4}
OVERDUE_COLOUR = 1
MET_COLOUR = 10


class DeadlineScreen(models.Model):
    """How a deadline looks on the screen: colour in calendars, titles in lists."""

    _inherit = "thuduc.deadline"

    color = fields.Integer(compute="_compute_color")
    dossier_title = fields.Char(related="dossier_id.title", string="Subject")
    is_unverified = fields.Boolean(
        compute="_compute_is_unverified",
        help="Rests on a rule whose numbers are not confirmed yet.",
    )

    @api.depends("state", "severity")
    def _compute_color(self):
        for deadline in self:
            if deadline.state == "overdue":
                deadline.color = OVERDUE_COLOUR
            elif deadline.state in ("met", "met_late"):
                deadline.color = MET_COLOUR
            else:
                deadline.color = COLOURS.get(deadline.severity, 0)

    @api.depends("rule_id.verified")
    def _compute_is_unverified(self):
        for deadline in self:
            deadline.is_unverified = not deadline.rule_id.verified

    def _timeline_detail(self):
        """Whom it binds and where it is written; once met, when it was due."""
        self.ensure_one()
        parts = [
            self._bound_label(),
            self.party_id.name,
            self.provision_id.display_name,
        ]
        if self.state not in OPEN_STATES:
            parts.append(self.env._("due %s", format_date(self.env, self.date_due)))
        return " · ".join(part for part in parts if part)

    def _bound_label(self):
        """Who has to act, unless it is the agency itself."""
        self.ensure_one()
        if self.bound_party == "agency":
            return ""
        labels = dict(self._fields["bound_party"]._description_selection(self.env))
        return labels.get(self.bound_party, "")
