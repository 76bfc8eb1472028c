from odoo import fields, models


class JudgmentReceipt(models.Model):
    """How a judgment was served is told by the event of its receipt."""

    _inherit = "thuduc.case.judgment.receipt"

    method = fields.Selection(
        related="event_id.service_method", store=True, readonly=False
    )
    proof = fields.Char(related="event_id.service_proof", store=True, readonly=False)
