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

    def _schedule_name(self):
        """What takes place on the day that this event fixes."""
        self.ensure_one()
        return self.type_id.schedule_name or self.type_id.name

    def _still_scheduled(self):
        """Events of these whose fixed day still holds; see ``_settles``."""
        valid = self.filtered(lambda event: not event.withdrawn)
        return valid.filtered("scheduled_at").filtered(
            lambda event: not any(other._settles(event) for other in valid)
        )

    def _settles(self, event):
        """Whether this event replaces the day that ``event`` fixed, or is that day.

        It does if it answers it with a day of its own, or comes later under the same
        name of the day. Types without such a name: a later day fixed by the same type.
        """
        self.ensure_one()
        if self.proceeding_id != event.proceeding_id:
            return False
        if self.scheduled_at and self.answers_id == event:
            return True
        name = event.type_id.schedule_name
        if name:
            same = self.type_id.schedule_name == name
        else:
            same = self.scheduled_at and self.type_id == event.type_id
        return same and self._order_in_time() > event._order_in_time()

    def _order_in_time(self):
        self.ensure_one()
        return (self.date, self.sequence, self.id)
