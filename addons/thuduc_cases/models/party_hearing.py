from odoo import api, models


class PartyHearing(models.Model):
    """Who joins or leaves a lawsuit joins or leaves the hearings to come."""

    _inherit = "thuduc.party"

    @api.model_create_multi
    def create(self, vals_list):
        parties = super().create(vals_list)
        parties._update_hearings()
        return parties

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"active", "role", "agency_id"}:
            self._update_hearings()
        return result

    def _update_hearings(self):
        # The list of who is summoned follows from the parties, whoever named them.
        self.dossier_id.sudo().case_ids.hearing_ids._complete_attendance()
