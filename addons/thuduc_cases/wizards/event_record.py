from odoo import api, fields, models

ASKED = ("absent_party_ids", "agency_presence", "outcome_id")


class EventRecord(models.TransientModel):
    """The dialog also asks who was present and how it ended, where that decides."""

    _inherit = "thuduc.event.record"

    agency_presence = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.event"]
            ._fields["agency_presence"]
            ._description_selection(self.env)
        ),
        string="The agency was",
    )
    absent_party_ids = fields.Many2many(
        "thuduc.party", "thuduc_event_record_absent_rel", string="Other parties absent"
    )
    outcome_id = fields.Many2one("thuduc.case.outcome")
    asks_presence = fields.Boolean(related="type_id.asks_presence")
    asks_absent_parties = fields.Boolean(related="type_id.asks_absent_parties")
    asks_outcome = fields.Boolean(related="type_id.asks_outcome")

    @api.model
    def _handed_on(self):
        return (*super()._handed_on(), *ASKED)

    @api.onchange("type_id")
    def _onchange_type_id_effective(self):
        """Propose the day on which the judgment takes effect (LTTHC 215)."""
        if self.type_id.code == "FI_EFFECTIVE":
            proceeding = self.dossier_id._proceeding_for("FI_EFFECTIVE")
            self.date = proceeding._effective_on() or self.date
