from odoo import models

# The event of the execution that repeats the decision which opened it.
MIRROR = "decision"


class Event(models.Model):
    """The decision is one fact on two dockets: its handling ends, its execution
    begins. The second entry follows the first in everything."""

    _inherit = "thuduc.event"

    def write(self, vals):
        result = super().write(vals)
        followed = {
            name: vals[name]
            for name in ("date", "document_id", "document_number", "document_date")
            if name in vals
        }
        mirrors = self.opened_proceeding_ids._mirror_events() if followed else None
        if mirrors:
            mirrors.write(followed)
        return result

    def withdraw(self, reason):
        """A decision that is taken back takes its mirror with it."""
        for proceeding in self.opened_proceeding_ids.filtered("active"):
            mirror = proceeding._mirror_events()
            present = proceeding.event_ids.filtered(lambda e: not e.withdrawn)
            if mirror and present == mirror:
                mirror.withdraw(reason)
        return super().withdraw(reason)

    def _after_recorded(self):
        super()._after_recorded()
        if self.dossier_id.kind == "sanction":
            self.dossier_id.sanction_ids._after_event(self)
