from odoo import api, fields, models


class HearingRescheduleLine(models.TransientModel):
    """One hearing that is moved: from, to, and how it went."""

    _name = "thuduc.case.hearing.reschedule.line"
    _description = "Hearing That Is Moved"

    wizard_id = fields.Many2one(
        "thuduc.case.hearing.reschedule", required=True, ondelete="cascade"
    )
    hearing_id = fields.Many2one(
        "thuduc.case.hearing", required=True, ondelete="cascade"
    )
    case_title = fields.Char(related="hearing_id.case_title")
    old_at = fields.Datetime(string="From")
    new_at = fields.Datetime(string="Moved to")
    why_off = fields.Char(compute="_compute_why_off", string="Day off")
    is_done = fields.Boolean(string="Moved")
    error = fields.Char(string="Why not")

    @api.depends("new_at")
    def _compute_why_off(self):
        """Courts do not sit then: it is shown, the court's paper decides."""
        calendar = self.env["thuduc.calendar.day"]._working_calendar()
        to_office = self.env["thuduc.deadline"]._to_office_time
        for line in self:
            day = line.new_at and to_office(line.new_at).date()
            line.why_off = day and calendar.why_off(day)

    def _reschedule(self):
        for line in self.filtered(lambda line: not line.is_done):
            line.error = line.wizard_id._move(line.hearing_id, line.new_at)
            line.is_done = not line.error
