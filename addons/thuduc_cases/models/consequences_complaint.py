from odoo import api, fields, models

RECEIVED = ("CO_FIRST_RECEIVED", "CO_SECOND_RECEIVED")
SETTLED = ("CO_DECIDED_FIRST", "CO_WITHDRAWN", "CO_SUED")


class Proceeding(models.Model):
    """What the settlement of a complaint means for the lawsuit, and the reverse.

    The decision on the complaint, or the end of the period without one, begins the
    limitation period anew (LTTHC 116.3); the choice of the court ends the settlement
    (LTTHC 33).
    """

    _inherit = "thuduc.proceeding"

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        if self.type_id.code == "FI" and not self.parent_id:
            expected |= self._expected_from_complaint()
        elif self.type_id.code == "CO":
            expected["CO_SUED"] = {"date": self._court_chosen_on()}
        return expected

    def _expected_from_complaint(self):
        """What the complaint proceeding tells, else the objects of the lawsuit."""
        complaints = self.child_ids.filtered(
            lambda p: p.active and p.type_id.code == "CO"
        )
        known = [c._standing_events(*RECEIVED)[-1:].date for c in complaints]
        unanswered = [c._unanswered_since() for c in complaints]
        return {
            "FI_COMPLAINT_DECISION_KNOWN": {
                "date": _last(known) or self._object_known_on("PL-02")
            },
            "FI_COMPLAINT_UNANSWERED": {
                "date": _last(unanswered) or self._object_known_on("PL-03")
            },
        }

    def _object_known_on(self, code):
        """When the plaintiff knew of what begins that period to sue."""
        objects = self.dossier_id.case_ids.object_ids
        fitting = objects.filtered(lambda o: o.limitation_code == code)
        return _last(fitting.mapped("known_date"))

    def _unanswered_since(self):
        """Last day of the period for the first decision, once it has passed in vain."""
        if self._standing_events(*SETTLED):
            return None
        periods = self.deadline_ids.filtered(
            lambda d: d.code == "PL-07" and d.state == "overdue"
        )
        return _last(periods.mapped("date_due"))

    def _court_chosen_on(self):
        """Day on which the plaintiff chose the court instead (LTTHC 33.1)."""
        chosen = self.parent_id.event_ids.filtered(
            lambda e: not e.withdrawn and e.outcome_id.code == "CHOICE_COURT"
        )
        ended = self.date_end and not self._standing_events("CO_SUED")
        return None if ended else _last(chosen.mapped("date"))

    @api.model
    def _cron_record_expiries(self):
        self._record_unanswered_complaints()
        return super()._cron_record_expiries()

    @api.model
    def _record_unanswered_complaints(self):
        """A complaint is left unanswered because time passes."""
        late = self.env["thuduc.deadline"].search(
            [
                ("code", "=", "PL-07"),
                ("state", "in", ("running", "overdue")),
                ("date_due", "<", fields.Date.context_today(self)),
                ("proceeding_id.type_id.code", "=", "CO"),
            ]
        )
        late.proceeding_id._replay()


def _last(days):
    return max((day for day in days if day), default=None)
