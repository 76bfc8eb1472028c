from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class AuthorizationRenew(models.TransientModel):
    """Give a new authorisation in one lawsuit or in many: a deputy left, the head
    changed, the defendant was succeeded. What was in force until then ends the day
    before; the task that asked for it is done."""

    _name = "thuduc.case.authorization.renew"
    _description = "New Authorisation"

    case_ids = fields.Many2many("thuduc.case", string="Lawsuits", required=True)
    principal_id = fields.Many2one("thuduc.agency", compute="_compute_principal_id")
    deputy_ids = fields.Many2many(
        "res.users", compute="_compute_principal_id", string="Deputies"
    )
    attorney_id = fields.Many2one(
        "res.users",
        string="Deputy",
        required=True,
        compute="_compute_attorney_id",
        store=True,
        readonly=False,
        precompute=True,
        domain="[('id', 'in', deputy_ids)]",
    )
    position = fields.Char(string="Position when signed")
    number = fields.Char(string="Number of the paper")
    date_from = fields.Date(
        string="In force from", required=True, default=fields.Date.context_today
    )

    @api.model
    def default_get(self, fields):
        """From the list of authorisations: the lawsuits of the selected lines."""
        values = super().default_get(fields)
        if self.env.context.get("active_model") == "thuduc.case.authorization":
            papers = self.env["thuduc.case.authorization"].browse(
                self.env.context.get("active_ids", [])
            )
            values["case_ids"] = [Command.set(papers.case_id.ids)]
        return values

    @api.depends("case_ids")
    def _compute_principal_id(self):
        for wizard in self:
            principals = wizard.case_ids.current_agency_id
            wizard.principal_id = principals[:1] if len(principals) == 1 else False
            wizard.deputy_ids = principals.deputy_ids

    @api.depends("case_ids")
    def _compute_attorney_id(self):
        for wizard in self:
            deputies = wizard.case_ids.current_agency_id.deputy_ids
            wizard.attorney_id = deputies if len(deputies) == 1 else wizard.attorney_id

    def action_renew(self):
        self.ensure_one()
        if not self.case_ids:
            raise UserError(self.env._("Choose the lawsuits."))
        day_before = fields.Date.subtract(self.date_from, days=1)
        for case in self.case_ids:
            for paper in case.authorization_ids.filtered(
                lambda a: a.kind == "representation" and a._in_force(self.date_from)
            ):
                if paper.date_from <= day_before:
                    paper.date_to = day_before
                else:
                    paper.date_revoked = paper.date_from
            self.env["thuduc.case.authorization"].create(
                {
                    "case_id": case.id,
                    "attorney_id": self.attorney_id.id,
                    "position": self.position,
                    "number": self.number,
                    "date_from": self.date_from,
                }
            )
            case.activity_feedback(["thuduc_cases.mail_activity_type_authorization"])
