from odoo import models

KNOWN = "FI_CHALLENGED_KNOWN"


class Proceeding(models.Model):
    """When the plaintiff knew of what he challenges starts the period to sue; the
    objects of the lawsuit say when that was (LTTHC 116)."""

    _inherit = "thuduc.proceeding"

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        kinds = self.type_id.event_type_ids.mapped("code")
        if self.type_id.code == "FI" and not self.parent_id and KNOWN in kinds:
            challenged = self.dossier_id.case_ids.object_ids
            known = challenged.filtered("limitation_code").mapped("known_date")
            expected[KNOWN] = {"date": min((d for d in known if d), default=None)}
        return expected
