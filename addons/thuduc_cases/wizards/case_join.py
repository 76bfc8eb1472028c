from odoo import fields, models


class CaseJoin(models.TransientModel):
    """Record that the court joined this lawsuit to another one (LTTHC 35.1)."""

    _name = "thuduc.case.join"
    _description = "Join Lawsuits"

    case_id = fields.Many2one(
        "thuduc.case", string="This lawsuit ends", required=True, ondelete="cascade"
    )
    into_id = fields.Many2one(
        "thuduc.case",
        string="And goes on in",
        required=True,
        domain="[('id', '!=', case_id), ('state', '=', 'open')]",
    )
    date = fields.Date(
        string="Decision of", required=True, default=fields.Date.context_today
    )
    document_number = fields.Char(string="Number of the decision")

    def action_join(self):
        self.ensure_one()
        self.case_id._join_to(
            self.into_id, self.date, document_number=self.document_number
        )
        return self.into_id.dossier_id.action_open_concrete()
