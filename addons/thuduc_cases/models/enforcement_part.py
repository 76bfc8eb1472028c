from odoo import models


class EnforcementPart(models.Model):
    """What is stopped because its part of the judgment is under appeal does not decide
    whether the rest is performed."""

    _inherit = "thuduc.case.enforcement"

    def _deciding_obligations(self):
        return super()._deciding_obligations().filtered(lambda o: not o._rests())
