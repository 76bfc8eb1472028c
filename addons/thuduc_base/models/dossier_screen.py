from odoo import models


class DossierScreen(models.Model):
    """Every link to a dossier opens the lawsuit or sanction that people know."""

    _inherit = "thuduc.dossier"

    def get_formview_action(self, access_uid=None):
        self.ensure_one()
        if self.kind in self._concrete_models() and self._concrete():
            return self.action_open_concrete()
        return super().get_formview_action(access_uid=access_uid)
