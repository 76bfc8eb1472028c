from odoo import fields, models


class EventTypeHearing(models.Model):
    """Which event types fix the day of a hearing, close it, or ask for documents.

    All of it is data: a procedure that knows its own hearings only adds rows.
    """

    _inherit = "thuduc.event.type"

    hearing_kind = fields.Selection(
        [
            ("meeting", "Evidence meeting and dialogue"),
            ("trial_fi", "First-instance hearing"),
            ("trial_ap", "Appeal hearing"),
            ("pronouncement", "Pronouncement of the judgment"),
            ("cassation", "Cassation hearing"),
            ("reopening", "Reopening hearing"),
            ("special", "Special review session"),
            ("other", "Other session"),
        ],
        string="Kind of hearing",
        help="The day that this event fixes becomes a hearing of this kind; events "
        "that hold or move such a day bear the same kind.",
    )
    hearing_result = fields.Selection(
        [
            ("held", "Held"),
            ("postponed", "Postponed"),
            ("recessed", "Recessed"),
            ("prolonged", "Deliberation prolonged"),
            ("judged", "Judgment pronounced"),
            ("replaced", "Moved to another day"),
            ("cancelled", "No longer takes place"),
        ],
        string="Closes a hearing as",
    )
    request_answer_type_id = fields.Many2one(
        "thuduc.event.type",
        string="Answered by",
        help="The event asks the agency for documents; this one answers it.",
    )

    def _for_hearing(self, kind):
        """Those of these types by which a hearing of that kind can end."""
        return self.filtered(
            lambda t: (
                (
                    t.hearing_result in ("held", "postponed", "recessed")
                    and t.hearing_kind == kind
                )
                or (t.hearing_result in ("prolonged", "judged") and kind != "meeting")
            )
        )
