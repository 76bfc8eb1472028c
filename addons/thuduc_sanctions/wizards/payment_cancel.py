from odoo import fields, models


class PaymentCancel(models.TransientModel):
    """Ask why the booking of a payment is cancelled."""

    _name = "thuduc.sanction.payment.cancel"
    _description = "Cancel a Payment"

    payment_id = fields.Many2one(
        "thuduc.sanction.payment", required=True, ondelete="cascade"
    )
    reason = fields.Char(required=True)

    def action_cancel(self):
        self.ensure_one()
        self.payment_id.cancel(self.reason)
