from odoo import fields, models


class EventWithdraw(models.TransientModel):
    """Ask why an event is withdrawn."""

    _name = "thuduc.event.withdraw"
    _description = "Withdraw an Event"

    event_id = fields.Many2one("thuduc.event", required=True, ondelete="cascade")
    reason = fields.Char(required=True)

    def action_withdraw(self):
        self.ensure_one()
        self.event_id.withdraw(self.reason)
