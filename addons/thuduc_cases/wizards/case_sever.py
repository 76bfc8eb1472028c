from odoo import api, fields, models
from odoo.exceptions import UserError


class CaseSever(models.TransientModel):
    """Record that the court severed a part of this lawsuit (LTTHC 35.2): the chosen
    litigants and objects go on in a new file."""

    _name = "thuduc.case.sever"
    _description = "Sever a Part of a Lawsuit"

    case_id = fields.Many2one("thuduc.case", required=True, ondelete="cascade")
    dossier_id = fields.Many2one(related="case_id.dossier_id")
    party_ids = fields.Many2many("thuduc.party", string="Litigants who go")
    object_ids = fields.Many2many(
        "thuduc.case.object",
        string="Objects there",
        compute="_compute_object_ids",
        store=True,
        readonly=False,
    )
    date = fields.Date(
        string="Decision of", required=True, default=fields.Date.context_today
    )
    document_number = fields.Char(string="Number of the decision")
    docket_no = fields.Char(string="Docket number of the new lawsuit")

    @api.depends("case_id")
    def _compute_object_ids(self):
        for wizard in self:
            wizard.object_ids = wizard.case_id.object_ids

    def action_sever(self):
        self.ensure_one()
        plaintiffs = self.case_id._parties_of("plaintiff")
        going = self.party_ids & plaintiffs
        if not going or not plaintiffs - going:
            raise UserError(
                self.env._(
                    "Choose the plaintiffs who go: at least one, and not all of them."
                )
            )
        severed = self.case_id._sever(
            self.party_ids,
            self.object_ids,
            self.date,
            docket_no=self.docket_no,
            document_number=self.document_number,
        )
        return severed.dossier_id.action_open_concrete()
