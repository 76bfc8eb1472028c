from odoo import api, models


class Import(models.Model):
    """Registers of sanctions can be imported."""

    _inherit = "thuduc.import"

    @api.model
    def _mappings(self):
        return super()._mappings() | {
            "sanction": (
                "thuduc.import.mapping.sanction",
                self.env._("Register of administrative sanctions"),
            )
        }

    @api.model
    def _demo_files(self):
        return super()._demo_files() | {
            "sanction": "thuduc_sanctions/demo/xu-phat-vi-pham-hanh-chinh.xlsx"
        }
