from odoo import fields, models


class JudgmentFee(models.Model):
    """Who bears which court fee or cost under a judgment."""

    _name = "thuduc.case.judgment.fee"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Court Fee or Cost"
    _order = "judgment_id, id"
    _dossier_field = "judgment_id"

    judgment_id = fields.Many2one(
        "thuduc.case.judgment", required=True, index=True, ondelete="cascade"
    )
    dossier_id = fields.Many2one(related="judgment_id.dossier_id")
    kind = fields.Selection(
        [
            ("first", "Court fee of the first instance"),
            ("appeal", "Court fee of the appeal"),
            ("damages", "Court fee on the damages"),
            ("cost", "Cost of the proceeding"),
        ],
        required=True,
        default="first",
    )
    payer = fields.Selection(
        [
            ("agency", "The agency"),
            ("party", "Another party"),
            ("nobody", "Nobody: exempt"),
        ],
        string="Paid by",
        required=True,
        default="agency",
    )
    party_id = fields.Many2one(
        "thuduc.party", string="Litigant", index="btree_not_null"
    )
    amount = fields.Integer(string="Amount (đồng)")
    date_paid = fields.Date(string="Paid on")
    receipt_number = fields.Char(string="Number of the receipt")
