from odoo import fields, models


class HandoverReturn(models.TransientModel):
    """Ask why the dossiers go back to who sent them."""

    _name = "thuduc.handover.return"
    _description = "Return Dossiers"

    handover_ids = fields.Many2many("thuduc.handover", required=True)
    reason = fields.Char(required=True)

    def action_return(self):
        self.handover_ids.return_to_sender(self.reason)
        return {"type": "ir.actions.act_window_close"}
