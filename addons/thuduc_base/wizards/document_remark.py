from odoo import fields, models


class DocumentRemark(models.TransientModel):
    """Ask why papers are returned or made void."""

    _name = "thuduc.document.remark"
    _description = "Return or Void Papers"

    document_ids = fields.Many2many("thuduc.document", required=True)
    target = fields.Selection(
        [("draft", "Return to the drafter"), ("cancelled", "Make void")], required=True
    )
    remarks = fields.Text(required=True)

    def action_confirm(self):
        """Take the step with the reason given."""
        self.ensure_one()
        self.document_ids._act(self.target, self.remarks)
        return {"type": "ir.actions.act_window_close"}
