from odoo import api, fields, models


class HearingCheck(models.Model):
    """One thing to prepare for one hearing: by when, done by whom."""

    _name = "thuduc.case.hearing.check"
    _description = "Preparation of a Hearing"
    _inherit = ["thuduc.dossier.part.mixin"]
    _order = "hearing_id, due_date, sequence, id"
    _dossier_field = "hearing_id"

    hearing_id = fields.Many2one(
        "thuduc.case.hearing", required=True, index=True, ondelete="cascade"
    )
    item_id = fields.Many2one(
        "thuduc.case.checklist.item", index="btree_not_null", ondelete="set null"
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    days_before = fields.Integer(string="Working days before")
    due_date = fields.Date(compute="_compute_due_date", store=True, string="Ready by")
    done = fields.Boolean()
    done_by_id = fields.Many2one(
        "res.users", compute="_compute_done_by_id", store=True, string="Done by"
    )
    done_at = fields.Datetime(
        compute="_compute_done_by_id", store=True, string="Done at"
    )
    is_missing = fields.Boolean(compute="_compute_is_missing")
    note = fields.Char()

    @api.depends("hearing_id.start", "days_before")
    def _compute_due_date(self):
        calendar = self.env["thuduc.calendar.day"]._working_calendar()
        for check in self:
            hearing = check.hearing_id
            check.due_date = hearing.start and calendar.add_working_days(
                hearing._local_start().date(), -check.days_before
            )

    @api.depends("done")
    def _compute_done_by_id(self):
        for check in self:
            if not check.done:
                check.done_by_id = check.done_at = False
            elif not check.done_at:
                check.done_by_id = self.env.user
                check.done_at = fields.Datetime.now()

    @api.depends("done", "due_date", "hearing_id.result")
    def _compute_is_missing(self):
        today = fields.Date.context_today(self)
        for check in self:
            check.is_missing = bool(
                not check.done
                and not check.hearing_id.result
                and check.due_date
                and check.due_date <= today
            )
