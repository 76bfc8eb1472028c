from odoo import fields, models


class Case(models.Model):
    """The settlement of the complaint that came before the suit, or runs beside it."""

    _inherit = "thuduc.case"

    complaint_ids = fields.Many2many(
        "thuduc.proceeding",
        compute="_compute_complaint_ids",
        string="Settlement of the complaint",
    )

    def _compute_complaint_ids(self):
        for case in self:
            case.complaint_ids = case.proceeding_ids.filtered(
                lambda p: p.active and p.type_id.code == "CO"
            )
