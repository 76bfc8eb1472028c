from odoo import models


class Proceeding(models.Model):
    """Proceedings of one lawsuit are told apart by court and number."""

    _inherit = "thuduc.proceeding"

    def _compute_display_name(self):
        result = super()._compute_display_name()
        for proceeding in self.filtered(lambda p: p.type_id.dossier_kind == "case"):
            concrete = (
                proceeding.case_round_ids[:1]
                or proceeding.case_enforcement_ids[:1]
                or proceeding.case_measure_ids[:1]
            )
            if concrete:
                name = f"{proceeding.dossier_id.name} – {concrete.display_name}"
                proceeding.display_name = name
        return result
