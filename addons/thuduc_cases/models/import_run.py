from odoo import api, models


class Import(models.Model):
    """Registers of lawsuits can be imported."""

    _inherit = "thuduc.import"

    @api.model
    def _mappings(self):
        return {
            "case": (
                "thuduc.import.mapping.case",
                self.env._("Register of administrative lawsuits"),
            )
        } | super()._mappings()

    @api.model
    def _demo_files(self):
        return {
            "case": "thuduc_cases/demo/vu-an-hanh-chinh.xlsx"
        } | super()._demo_files()
