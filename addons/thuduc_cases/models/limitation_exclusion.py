from odoo import api, fields, models
from odoo.exceptions import ValidationError


class LimitationExclusion(models.Model):
    """Days that do not count in the period to sue, and what proves them.

    Force majeure and objective obstacles are left out (LTTHC 116.4), so is the time
    to amend the petition (122.2).
    """

    _name = "thuduc.case.limitation.exclusion"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Days Excluded from the Limitation Period"
    _order = "object_id, date_from, id"
    _rec_name = "reason"
    _dossier_field = "object_id"

    object_id = fields.Many2one(
        "thuduc.case.object", required=True, index=True, ondelete="cascade"
    )
    date_from = fields.Date(required=True)
    date_to = fields.Date(required=True)
    reason = fields.Selection(
        [
            ("force_majeure", "Force majeure"),
            ("obstacle", "Objective obstacle"),
            ("amendment", "Time to amend the petition"),
        ],
        required=True,
        default="obstacle",
    )
    evidence = fields.Char(
        string="Proof of it", required=True, help="Which paper proves it."
    )
    attachment_ids = fields.Many2many(
        "ir.attachment",
        "thuduc_limitation_exclusion_attachment_rel",
        string="Files",
    )

    @api.constrains("date_from", "date_to")
    def _check_dates(self):
        for record in self:
            if record.date_to < record.date_from:
                raise ValidationError(
                    self.env._("The excluded time ends before it begins.")
                )
