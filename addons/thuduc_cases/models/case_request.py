from odoo import fields, models


class CaseRequests(models.Model):
    """A lawsuit knows what documents were asked for."""

    _inherit = "thuduc.case"

    request_ids = fields.One2many(
        "thuduc.case.request", "case_id", string="Requests for Evidence"
    )
