from odoo import fields, models


class EventScreen(models.Model):
    """What the screens ask and tell of an event."""

    _inherit = "thuduc.event"

    asks_time = fields.Boolean(related="type_id.asks_time")
    asks_schedule = fields.Boolean(related="type_id.asks_schedule")
    asks_party = fields.Boolean(related="type_id.asks_party")
    asks_number = fields.Boolean(related="type_id.asks_number")
    asks_stated_date = fields.Boolean(related="type_id.asks_stated_date")
    asks_extension = fields.Boolean(related="type_id.asks_extension")
    asks_answer = fields.Boolean(related="type_id.asks_answer")
    dossier_title = fields.Char(related="dossier_id.title", string="Subject")

    def _timeline_detail(self):
        self.ensure_one()
        if self.withdrawn:
            return self.withdrawn_reason
        number = self.document_number
        parts = [
            self.party_id.name,
            number and self.env._("No. %s", number),
            self.note,
        ]
        return " · ".join(part for part in parts if part)

    def _still_scheduled(self):
        """Events whose fixed day still holds: not withdrawn, not fixed anew.

        A later event of the same type, or one that answers the first and fixes a day
        itself (a postponement), replaces the day fixed before.
        """
        fixing = self.filtered(lambda event: event.scheduled_at and not event.withdrawn)
        return fixing.filtered(
            lambda event: not any(other._fixes_anew(event) for other in fixing - event)
        )

    def _fixes_anew(self, event):
        self.ensure_one()
        if self.answers_id == event:
            return True
        same = self.proceeding_id == event.proceeding_id and (
            self.type_id == event.type_id
        )
        return same and (self.date, self.id) > (event.date, event.id)
