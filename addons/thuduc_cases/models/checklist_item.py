from odoo import fields, models


class ChecklistItem(models.Model):
    """What is to be ready before each kind of hearing, and how long before.

    The office's own practice: rows that it edits. A new hearing takes a copy.
    """

    _name = "thuduc.case.checklist.item"
    _description = "Preparation of Hearings"
    _order = "kind, days_before desc, sequence, id"

    kind = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.event.type"]
            ._fields["hearing_kind"]
            ._description_selection(self.env)
        ),
        required=True,
    )
    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    days_before = fields.Integer(
        string="Working days before", help="From then on, what is missing is shown."
    )
    each_time = fields.Boolean(
        string="Anew each time",
        help="Prepared anew when a hearing was postponed, e.g. the summons.",
    )
    active = fields.Boolean(default=True)
