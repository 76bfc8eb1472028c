from odoo import api, fields, models


class SanctionMeasure(models.Model):
    """One procedure inside a sanction: the handling of the violation, the execution of
    the decision, a seizure.

    The type of its proceeding tells which; stages, events and deadlines are data.
    """

    _name = "thuduc.sanction.measure"
    _description = "Measure of a Sanction"
    _inherits = {"thuduc.proceeding": "proceeding_id"}
    _order = "id"

    proceeding_id = fields.Many2one(
        "thuduc.proceeding", required=True, index=True, ondelete="cascade"
    )
    sanction_id = fields.Many2one(
        "thuduc.sanction", compute="_compute_sanction_id", store=True, index=True
    )

    _proceeding_uniq = models.UniqueIndex(
        "(proceeding_id)", "This proceeding already has its measure."
    )

    @api.depends("proceeding_id.dossier_id.sanction_ids")
    def _compute_sanction_id(self):
        for measure in self:
            measure.sanction_id = measure.dossier_id.sanction_ids[:1]

    @api.depends("proceeding_id.display_name")
    def _compute_display_name(self):
        for measure in self:
            measure.display_name = measure.proceeding_id.display_name
