from odoo import api, fields, models
from odoo.exceptions import ValidationError

METHODS = [
    ("direct", "In person"),
    ("post", "By post"),
    ("electronic", "Electronically"),
    ("posting", "By public posting"),
    ("media", "By the media"),
    ("commune", "Through the People's Committee of the commune"),
]


class Event(models.Model):
    """How a paper of the court came in, and what proves the day (LTTHC 102, 104).

    A paper served electronically bears no signature: the receipt of the system is the
    only proof of the day from which the period runs.
    """

    _inherit = "thuduc.event"

    service_method = fields.Selection(METHODS, string="Served")
    service_proof = fields.Char(
        string="Proof of service",
        help="Number of the registered mail, code of the e-receipt, minutes of service "
        "or of posting.",
    )
    asks_service = fields.Boolean(related="type_id.asks_service")

    @api.constrains("service_method", "service_proof", "attachment_ids")
    def _check_service_proof(self):
        for event in self.filtered(lambda e: e.service_method == "electronic"):
            if not (event.service_proof or event.attachment_ids):
                raise ValidationError(
                    self.env._(
                        "“%s” was served electronically: attach the e-receipt or enter "
                        "its transaction code. It proves the day from which the "
                        "period runs.",
                        event.type_id.name,
                    )
                )
