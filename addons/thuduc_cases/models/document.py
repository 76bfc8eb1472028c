from odoo import models

from .case_opinion import FORM

PLACEHOLDER = "…"


class Document(models.Model):
    """A written opinion leaves the desk only when its text is complete."""

    _inherit = "thuduc.document"

    def _missing(self):
        missing = super()._missing()
        if self.form_id.code == FORM and PLACEHOLDER in (self.body or PLACEHOLDER):
            missing.append(self.env._("the text where “…” stands"))
        return missing
