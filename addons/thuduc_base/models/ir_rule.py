from odoo import models
from odoo.fields import Domain


class IrRule(models.Model):
    """A part of a dossier is seen and written as far as the dossier itself is.

    The rules of the dossier are applied as Odoo itself applies those of a record
    delegated to (``_inherits``): to repeat them would be to forget them at the next
    change.
    """

    _inherit = "ir.rule"

    def _compute_domain(self, model_name, mode="read"):
        domain = super()._compute_domain(model_name, mode)
        model = self.env[model_name]
        if not isinstance(model, self.env.registry["thuduc.dossier.part.mixin"]):
            return domain
        whole = model._fields[model._dossier_field].comodel_name
        may_open = self._compute_domain(whole, mode)
        return domain & Domain(model._dossier_field, "any!", may_open)
