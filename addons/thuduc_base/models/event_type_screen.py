from odoo import fields, models


class EventTypeScreen(models.Model):
    """What the agenda calls the day that an event fixes.

    Event types with one name speak of one day: the decision that fixes a hearing, its
    postponement and the hearing itself. The latest of them tells which day holds.
    """

    _inherit = "thuduc.event.type"

    schedule_name = fields.Char(
        string="Name of the day fixed",
        help="What takes place on the day that it fixes, e.g. “Phiên tòa sơ thẩm”; "
        "events that hold or cancel that day bear the same name.",
    )
