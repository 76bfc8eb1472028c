from odoo import fields, models


class CaseOutcome(models.Model):
    """What a review decides about the judgment under review (LTTHC 272, 285, 296)."""

    _inherit = "thuduc.case.outcome"

    undoes_judgment = fields.Boolean(
        help="The judgment under review no longer binds: its enforcement is cancelled, "
        "and what was performed has to be settled (LTTHC 273, 275, 276)."
    )
