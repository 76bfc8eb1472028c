from odoo import fields, models
from odoo.exceptions import UserError


class ObligationSplit(models.TransientModel):
    """Copy one obligation for each of several bodies, e.g. one for each new ward."""

    _name = "thuduc.case.obligation.split"
    _description = "Split an Obligation"

    obligation_id = fields.Many2one(
        "thuduc.case.obligation", required=True, ondelete="cascade"
    )
    agency_ids = fields.Many2many(
        "thuduc.agency", string="Bodies", help="Each gets the obligation of its own."
    )

    def action_split(self):
        self.ensure_one()
        if len(self.agency_ids) < 2 and self.agency_ids <= self.obligation_id.agency_id:
            raise UserError(
                self.env._("Choose the bodies among which the obligation is split.")
            )
        self.obligation_id._split_among(self.agency_ids)
        return {"type": "ir.actions.act_window_close"}
