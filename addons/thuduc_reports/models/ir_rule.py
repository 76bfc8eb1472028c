from odoo import models
from odoo.fields import Domain


class IrRule(models.Model):
    """An analysis is seen as far as the dossier of its row is.

    A view in SQL inherits no rules of its tables. To repeat those of the dossier would
    be to forget them at the next change, so they are applied as Odoo itself applies
    the rules of a record delegated to (``_inherits``).
    """

    _inherit = "ir.rule"

    def _compute_domain(self, model_name, mode="read"):
        domain = super()._compute_domain(model_name, mode)
        if not isinstance(self.env[model_name], self.env.registry["thuduc.analysis"]):
            return domain
        may_open = super()._compute_domain("thuduc.dossier", mode)
        return domain & Domain("dossier_id", "any", may_open)
