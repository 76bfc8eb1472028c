from odoo import fields, models


class RequestLine(models.Model):
    """One document that is asked for: found, or why there is none (LTTHC 93.3)."""

    _name = "thuduc.case.request.line"
    _description = "Document Asked for"
    _inherit = ["thuduc.dossier.part.mixin"]
    _order = "request_id, sequence, id"
    _dossier_field = "request_id"

    request_id = fields.Many2one(
        "thuduc.case.request", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    state = fields.Selection(
        [
            ("open", "To be found"),
            ("found", "Found"),
            ("none", "Not held"),
        ],
        required=True,
        default="open",
    )
    reason = fields.Char(string="Why not held")
