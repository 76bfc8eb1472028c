from odoo import api, fields, models


class EventType(models.Model):
    """Papers that were received ask how they came."""

    _inherit = "thuduc.event.type"

    asks_service = fields.Boolean(
        compute="_compute_asks_service",
        help="Ask how the paper was served.",
    )

    @api.depends("code", "direction")
    def _compute_asks_service(self):
        for event_type in self:
            received = (event_type.code or "").endswith(("_RECEIVED", "_SERVED"))
            of_case = event_type.proceeding_type_id.dossier_kind == "case"
            event_type.asks_service = bool(
                of_case and received and event_type.direction == "in"
            )
