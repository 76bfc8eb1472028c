from odoo import fields, models


class Agency(models.Model):
    """Agencies know where their fines are paid."""

    _inherit = "thuduc.agency"

    treasury_name = fields.Char(
        string="State Treasury", help="Treasury that collects the fines, with address."
    )
    treasury_account = fields.Char(string="Account for fines")
