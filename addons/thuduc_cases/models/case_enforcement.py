from odoo import api, fields, models


class Case(models.Model):
    """The enforcement as the file of the lawsuit shows it: edited where it is read."""

    _inherit = "thuduc.case"

    current_enforcement_id = fields.Many2one(
        "thuduc.case.enforcement", compute="_compute_current_enforcement_id"
    )
    enforcement_count = fields.Integer(compute="_compute_current_enforcement_id")
    obligation_ids = fields.One2many("thuduc.case.obligation", "case_id")
    obstacle_ids = fields.One2many(
        "thuduc.case.obstacle", "case_id", string="Obstacles"
    )
    enforcement_step_ids = fields.One2many("thuduc.case.enforcement.step", "case_id")
    result_notice_ids = fields.One2many("thuduc.case.result.notice", "case_id")
    liability_ids = fields.One2many(
        "thuduc.case.liability",
        "case_id",
        groups="thuduc_base.group_head,thuduc_base.group_legal",
    )

    @api.depends("enforcement_ids.active", "enforcement_ids.date_end")
    def _compute_current_enforcement_id(self):
        """The one that runs, opened last; if none runs, the last one."""
        for case in self:
            all_ = case.enforcement_ids.filtered("active")
            running = all_.filtered(lambda e: not e.date_end)
            case.current_enforcement_id = (running or all_)[-1:]
            case.enforcement_count = len(all_)
