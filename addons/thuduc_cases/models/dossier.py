from odoo import api, fields, models


class Dossier(models.Model):
    """An administrative lawsuit is one kind of dossier."""

    _inherit = "thuduc.dossier"

    kind = fields.Selection(
        selection_add=[("case", "Administrative lawsuit")],
        ondelete={"case": "cascade"},
    )

    case_ids = fields.One2many("thuduc.case", "dossier_id")

    @api.model
    def _concrete_models(self):
        return {**super()._concrete_models(), "case": "thuduc.case"}
