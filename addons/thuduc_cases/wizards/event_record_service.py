from odoo import api, fields, models


class EventRecord(models.TransientModel):
    """The dialog also asks how a paper of the court was served."""

    _inherit = "thuduc.event.record"

    service_method = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.event"]
            ._fields["service_method"]
            ._description_selection(self.env)
        ),
        string="Served",
    )
    service_proof = fields.Char(
        string="Proof of service",
        help="Number of the registered mail, code of the e-receipt, minutes of service "
        "or of posting.",
    )
    asks_service = fields.Boolean(related="type_id.asks_service")

    @api.model
    def _handed_on(self):
        return (*super()._handed_on(), "service_method", "service_proof")
