from odoo import fields, models


class ProceedingHearing(models.Model):
    """The days that this docket fixed."""

    _inherit = "thuduc.proceeding"

    hearing_ids = fields.One2many("thuduc.case.hearing", "proceeding_id")
