from odoo import api, models
from odoo.exceptions import AccessError

CATALOGUE = "violation"


class Import(models.Model):
    """Registers of sanctions can be imported, and lists of violations.

    The catalogue is law, not somebody's dossiers: only who may change it imports it.
    """

    _inherit = "thuduc.import"

    @api.model
    def _mappings(self):
        return super()._mappings() | {
            "sanction": (
                "thuduc.import.mapping.sanction",
                self.env._("Register of administrative sanctions"),
            ),
            CATALOGUE: (
                "thuduc.import.mapping.violation",
                self.env._("Catalogue of violations"),
            ),
        }

    @api.model_create_multi
    def create(self, vals_list):
        """A list of violations belongs to no unit; the machinery wants one."""
        for vals in vals_list:
            if vals.get("kind") == CATALOGUE and not vals.get("agency_id"):
                agencies = self.env.user.agency_ids or self.env["thuduc.agency"].search(
                    [], limit=1
                )
                vals["agency_id"] = agencies[:1].id
        return super().create(vals_list)

    def _process(self, register, dry=False):
        if self.kind == CATALOGUE:
            self._check_catalogue_access()
        return super()._process(register, dry)

    def _check_catalogue_access(self):
        if not self.env["thuduc.violation.type"].has_access("write"):
            raise AccessError(
                self.env._("Only a manager may import the catalogue of violations.")
            )

    def _keep(self, register, results, state):
        """Rows of the catalogue are no dossiers."""
        if self.kind == CATALOGUE:
            results = [(row, result, False) for row, result, _record in results]
        return super()._keep(register, results, state)

    def _tell_dossiers(self, results):
        if self.kind != CATALOGUE:
            super()._tell_dossiers(results)

    @api.model
    def _demo_files(self):
        return super()._demo_files() | {
            "sanction": "thuduc_sanctions/demo/xu-phat-vi-pham-hanh-chinh.xlsx"
        }
