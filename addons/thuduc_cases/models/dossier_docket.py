from odoo import models


class Dossier(models.Model):
    """Which of several rounds of a lawsuit an event concerns."""

    _inherit = "thuduc.dossier"

    def _proceeding_for(self, code):
        """The running round, unless the event fits only the stage of another one: the
        complaint against a transfer belongs to the round that was transferred, the
        receipt of a judgment to the round that ended with it."""
        found = super()._proceeding_for(code)
        kind = found.type_id.event_type_ids.filtered(lambda t: t.code == code)
        if self.kind != "case" or found.stage_id in kind.from_stage_ids:
            return found
        fitting = self.proceeding_ids.filtered(
            lambda p: p.active and p.stage_id in kind.from_stage_ids
        ).sorted("id")
        for other in reversed(fitting):
            happened = other.event_ids.filtered(lambda e: not e.withdrawn).type_id
            if other._is_possible(kind, happened):
                return other
        return found
