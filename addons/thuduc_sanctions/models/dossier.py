from odoo import api, fields, models


class Dossier(models.Model):
    """Dossiers of the kind “sanction” have a concrete record ``thuduc.sanction``."""

    _inherit = "thuduc.dossier"

    kind = fields.Selection(
        selection_add=[("sanction", "Administrative sanction")],
        ondelete={"sanction": "cascade"},
    )
    sanction_ids = fields.One2many("thuduc.sanction", "dossier_id")

    @api.model
    def _concrete_models(self):
        return super()._concrete_models() | {"sanction": "thuduc.sanction"}

    def write(self, vals):
        """The field decides the limitation (Article 6.1.a): deadlines follow it."""
        result = super().write(vals)
        if "field_id" in vals:
            self.filtered(lambda d: d.kind == "sanction").proceeding_ids._replay()
        return result
