from odoo import fields, models


class DeadlineRule(models.Model):
    """Some periods are windows: until they close, a judgment has no effect."""

    _inherit = "thuduc.deadline.rule"

    delays_effect = fields.Boolean(
        help="An appeal or protest is possible until its end: a first-instance "
        "judgment takes effect when all of these have passed (LTTHC 215)."
    )
