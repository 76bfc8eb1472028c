from odoo import api, fields, models


class EventType(models.Model):
    """Event types of lawsuits also ask who was present and how it ended."""

    _inherit = "thuduc.event.type"

    asks_presence = fields.Boolean(help="Ask whether the agency was present.")
    asks_absent_parties = fields.Boolean(help="Ask which other parties were absent.")
    outcome_ids = fields.Many2many(
        "thuduc.case.outcome",
        "thuduc_case_outcome_event_type_rel",
        string="Possible outcomes",
    )
    asks_outcome = fields.Boolean(compute="_compute_asks_outcome")

    @api.depends("outcome_ids")
    def _compute_asks_outcome(self):
        for event_type in self:
            event_type.asks_outcome = bool(event_type.outcome_ids)
