from odoo import fields, models


class DeadlineWaive(models.TransientModel):
    """Ask why a mandatory deadline is given up."""

    _name = "thuduc.deadline.waive"
    _description = "Give Up the Duty"

    deadline_id = fields.Many2one("thuduc.deadline", required=True, ondelete="cascade")
    reason = fields.Char(required=True)

    def action_waive(self):
        self.ensure_one()
        self.deadline_id.waive(self.reason)
