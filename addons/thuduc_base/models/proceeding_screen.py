from odoo import fields, models


class ProceedingScreen(models.Model):
    """Every link to a proceeding opens the round or measure that people know."""

    _inherit = "thuduc.proceeding"

    dossier_title = fields.Char(related="dossier_id.title", string="Subject")

    def get_formview_action(self, access_uid=None):
        self.ensure_one()
        if self.type_id.res_model != self._name:
            return self._concrete().get_formview_action(access_uid=access_uid)
        return super().get_formview_action(access_uid=access_uid)

    def action_open_concrete(self):
        """Open the round, enforcement or measure instead of the bare proceeding."""
        return self.get_formview_action()
