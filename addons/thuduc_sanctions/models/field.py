from odoo import fields, models


class Field(models.Model):
    """Fields of management know how long a violation may still be sanctioned."""

    _inherit = "thuduc.field"

    limitation_years = fields.Integer(
        string="Limitation for sanctions (years)",
        default=1,
        help="Law 15/2012, Article 6.1.a: one year, two years in the fields listed.",
    )
