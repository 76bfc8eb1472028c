from odoo import api, models


class EventRecord(models.TransientModel):
    """An appeal in a lawsuit that was found late proposes its reason."""

    _inherit = "thuduc.event.record"

    @api.onchange("type_id")
    def _onchange_type_id_found_late(self):
        case = self.dossier_id.case_ids
        if self.type_id.code == "FI_APPEAL_OWN" and case.late_appeal_reason:
            self.note = self.note or case.late_appeal_reason
