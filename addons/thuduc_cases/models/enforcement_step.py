from odoo import api, fields, models
from odoo.exceptions import ValidationError


class EnforcementStep(models.Model):
    """One step of the roadmap: what, who, by when, done.

    Every unfinished judgment has a unit and a person by name, a last day and a
    detailed roadmap (Dispatch 85/TTg-V.I of the Prime Minister).
    """

    _name = "thuduc.case.enforcement.step"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Step of an Enforcement"
    _order = "enforcement_id, date_planned, sequence, id"
    _dossier_field = "enforcement_id"

    enforcement_id = fields.Many2one(
        "thuduc.case.enforcement", required=True, index=True, ondelete="cascade"
    )
    case_id = fields.Many2one(related="enforcement_id.case_id", store=True, index=True)
    obligation_id = fields.Many2one(
        "thuduc.case.obligation",
        index="btree_not_null",
        ondelete="set null",
        domain="[('enforcement_id', '=', enforcement_id)]",
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(string="Step", required=True)
    agency_id = fields.Many2one("thuduc.agency", string="Unit")
    user_id = fields.Many2one("res.users", string="Who", index="btree_not_null")
    date_planned = fields.Date(string="By", required=True)
    date_done = fields.Date(string="Done on")
    is_late = fields.Boolean(compute="_compute_is_late")

    @api.depends("date_done", "date_planned")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for step in self:
            planned = step.date_planned
            step.is_late = bool(planned and planned < today and not step.date_done)

    @api.constrains("date_done")
    def _check_date_done(self):
        today = fields.Date.context_today(self)
        if any(step.date_done > today for step in self.filtered("date_done")):
            raise ValidationError(self.env._("A step is done on a day that has come."))
