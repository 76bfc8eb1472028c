from odoo import models


class Proceeding(models.Model):
    """What meets an open duty of the agency may always be recorded.

    The stage may have gone on meanwhile: under the simplified procedure the hearing is
    fixed before the written opinion is due (LTTHC 247.1, 128.1).
    """

    _inherit = "thuduc.proceeding"

    def _is_possible(self, event_type, happened):
        if super()._is_possible(event_type, happened):
            return True
        if event_type.automatic or (event_type.once and event_type in happened):
            return False
        ended = self.date_end and not event_type.after_end
        return not ended and self._is_of_case() and event_type in self._meeting_types()

    def _meeting_types(self):
        """Kinds of events that meet what the agency has still to do here."""
        open_ = self.deadline_ids.filtered(
            lambda d: (
                d.bound_party == "agency"
                and d.severity == "hard"
                and d.state in ("running", "overdue")
            )
        )
        # The law's periods are everybody's to know; rules are read for the screen.
        return open_.sudo().rule_id.closing_type_ids
