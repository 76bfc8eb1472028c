from odoo import api, fields, models


class CaseHearings(models.Model):
    """A lawsuit knows its days in court and what documents were asked for."""

    _inherit = "thuduc.case"

    hearing_ids = fields.One2many("thuduc.case.hearing", "case_id", string="Hearings")
    next_hearing_id = fields.Many2one(
        "thuduc.case.hearing", compute="_compute_next_hearing_id"
    )

    @api.depends("hearing_ids.start", "hearing_ids.result", "hearing_ids.active")
    def _compute_next_hearing_id(self):
        now = fields.Datetime.now()
        for case in self:
            ahead = case.hearing_ids.filtered(
                lambda h: h.active and not h.result and h.stop and h.stop >= now
            )
            case.next_hearing_id = ahead.sorted("start")[:1]
