from odoo import fields, models


class DeadlineOverride(models.TransientModel):
    """Ask for the due date that a court or authority fixed, and for its paper."""

    _name = "thuduc.deadline.override"
    _description = "Due Date Fixed by an Authority"

    deadline_id = fields.Many2one("thuduc.deadline", required=True, ondelete="cascade")
    dossier_id = fields.Many2one(related="deadline_id.dossier_id")
    computed_date = fields.Date(related="deadline_id.date_due")
    date = fields.Date(string="Date fixed", required=True)
    reason = fields.Char(string="Paper and reason", required=True)
    document_id = fields.Many2one("thuduc.document", string="Paper in the file")

    def action_override(self):
        self.ensure_one()
        self.deadline_id.override(self.date, self.reason, self.document_id)
