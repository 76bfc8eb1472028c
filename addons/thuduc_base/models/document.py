from odoo import fields, models


class Document(models.Model):
    """An official paper."""

    _name = "thuduc.document"
    _description = "Official Paper"

    dossier_id = fields.Many2one(
        "thuduc.dossier", required=True, index=True, ondelete="restrict"
    )
    proceeding_id = fields.Many2one("thuduc.proceeding", index="btree_not_null")
    subject = fields.Char(required=True)
