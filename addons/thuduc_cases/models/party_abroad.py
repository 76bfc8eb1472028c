from odoo import fields, models


class Party(models.Model):
    """A party living abroad has longer to appeal (LTTHC 307)."""

    _inherit = "thuduc.party"

    abroad = fields.Boolean(
        string="Lives abroad",
        help="Absent from the hearing, it may appeal within thirty days of service; "
        "where it could not be served, within twelve months (LTTHC 307).",
    )

    def write(self, vals):
        result = super().write(vals)
        if "abroad" in vals:
            of_case = self.dossier_id.filtered("case_ids")
            of_case.proceeding_ids.filtered("active")._replay()
        return result
