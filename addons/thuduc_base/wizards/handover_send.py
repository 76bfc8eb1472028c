from odoo import api, fields, models
from odoo.exceptions import UserError


class HandoverSend(models.TransientModel):
    """Ask to whom the selected dossiers go, and why; send them all at once."""

    _name = "thuduc.handover.send"
    _description = "Hand Dossiers Over"

    dossier_ids = fields.Many2many("thuduc.dossier", string="Dossiers", required=True)
    agency_id = fields.Many2one(
        "thuduc.agency",
        string="To unit",
        compute="_compute_agency_id",
        store=True,
        readonly=False,
        domain=[("is_current", "=", True)],
    )
    user_id = fields.Many2one(
        "res.users", string="To", domain=[("agency_ids", "!=", False)]
    )
    note = fields.Text(string="What is to be done")
    may_assign = fields.Boolean(compute="_compute_may_assign")
    assign = fields.Boolean(
        string="Assign at once",
        help="The person holds the dossiers from now on, without accepting them first.",
    )

    @api.depends("user_id")
    def _compute_agency_id(self):
        """The unit of the person: the one where the dossiers are, if possible."""
        for wizard in self:
            units = wizard.user_id.agency_ids
            if not wizard.user_id or wizard.agency_id in units:
                continue
            wizard.agency_id = (units & wizard.dossier_ids.agency_id or units)[:1]

    @api.depends("user_id")
    def _compute_may_assign(self):
        superior = self.env["thuduc.dossier"]._is_superior()
        for wizard in self:
            own = self.env["thuduc.agency"].search(
                [("id", "child_of", self.env.user.agency_ids.ids)]
            )
            wizard.may_assign = superior and bool(wizard.user_id.agency_ids & own)

    def action_send(self):
        """Send, or assign; the dialog closes and the lists are read again."""
        self.ensure_one()
        if not self.agency_id:
            raise UserError(self.env._("Choose the person or the unit."))
        if self.assign and self.may_assign:
            self.dossier_ids.assign(self.user_id, self.note)
        else:
            self.dossier_ids.hand_over(self.agency_id, self.user_id, self.note)
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("%s dossier(s) sent.", len(self.dossier_ids)),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }
