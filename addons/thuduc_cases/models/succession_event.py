from odoo import models

from .succession import ACCEPTED


class Event(models.Model):
    """The court's acceptance in the docket accepts the successions that wait for it."""

    _inherit = "thuduc.event"

    def _after_recorded(self):
        result = super()._after_recorded()
        for event in self.filtered(lambda e: e.code.endswith(ACCEPTED)):
            event._accept_successions()
        return result

    def write(self, vals):
        result = super().write(vals)
        if "withdrawn" in vals:
            successions = self.env["thuduc.case.succession"].search(
                [("event_id", "in", self.ids)]
            )
            for succession in successions:
                succession._sync_defendant()
        return result

    def _accept_successions(self):
        self.ensure_one()
        case = self.dossier_id._concrete()
        if case and not self.withdrawn:
            case.succession_ids.filtered(lambda s: s.state == "pending")._accept(self)
