from odoo import models


class Dossier(models.Model):
    """Where an event of a lawsuit goes when the screen has said so."""

    _inherit = "thuduc.dossier"

    def _proceeding_for(self, code):
        chosen = self.env["thuduc.proceeding"].browse(
            self.env.context.get("thuduc_proceeding_id")
        )
        if chosen.dossier_id == self and code in chosen.type_id.event_type_ids.mapped(
            "code"
        ):
            return chosen
        return super()._proceeding_for(code)
