from odoo import models

JUDGMENTS = ("FI_JUDGMENT_PRONOUNCED", "AP_JUDGMENT", "AP_DECISION_MADE")
# Where the agency's receipt of what became effective is noted, by what made it so.
FIRST_RECEIPT = {
    "FI_EFFECTIVE": ("FI", ("FI_JUDGMENT_RECEIVED", "FI_EFFECTIVE_COPY_RECEIVED")),
    "FI_DIALOGUE_RECOGNISED": ("FI", ("FI_DECISION_RECEIVED",)),
    "AP_JUDGMENT": ("AP", ("AP_JUDGMENT_RECEIVED",)),
    "AP_TERMINATED": ("FI", ("FI_JUDGMENT_RECEIVED", "FI_EFFECTIVE_COPY_RECEIVED")),
}


class Proceeding(models.Model):
    """What follows in an enforcement: its start, its progress, its completion."""

    _inherit = "thuduc.proceeding"

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        if self.type_id.code == "EN":
            expected |= self._expected_in_enforcement()
        return expected

    def _substantive_outcome(self):
        """What was finally decided: an upheld judgment is that of the court below."""
        outcome = self._standing_events(*JUDGMENTS)[-1:].outcome_id
        if self.parent_id and (not outcome or outcome.favour == "below"):
            return self.parent_id._substantive_outcome() or outcome
        return outcome

    def _expected_in_enforcement(self):
        enforcement = self._concrete()
        opening = self.opening_event_id
        effective = opening.date if opening and not opening.withdrawn else None
        expected = self._expected_of_obligations(enforcement)
        if opening:
            outcome = self.parent_id._substantive_outcome()
            expected["EN_EFFECTIVE"] = {"date": effective, "outcome_id": outcome.id}
            # Not monitored, though the enforcement learns so only from EN_EFFECTIVE.
            new = not self._standing_events("EN_EFFECTIVE")
            nothing = new and outcome.content == "none"
            expected["EN_PERIOD_STARTED"] = {
                "date": not nothing and self._voluntary_start(enforcement, effective)
            }
            expected = dict(reversed(expected.items()))
        return expected

    def _voluntary_start(self, enforcement, effective):
        """The later of first receipt and effect: nobody performs what he does not know,
        nor what does not bind yet (LTTHC 311.2.b)."""
        if not effective or enforcement.monitored == "no":
            return None
        where, codes = FIRST_RECEIPT.get(self.opening_event_id.code, ("", ()))
        docket = self.parent_id
        while docket and docket.type_id.code != where:
            docket = docket.parent_id
        received = docket and docket._standing_events(*codes)[:1].date
        return max(received, effective) if received else None

    def _expected_of_obligations(self, enforcement):
        duties = enforcement.obligation_ids.filtered(lambda o: not o.is_property)
        done = [day for day in duties.mapped("date_done") if day]
        complete = bool(duties) and len(done) == len(duties)
        partly = done and (not complete or min(done) < max(done))
        sent = enforcement.notice_ids.mapped("date")
        return {
            "EN_RESULT_REPORTED": {"date": max(sent) if sent and all(sent) else None},
            "EN_COMPLETED": {"date": max(done) if complete else None},
            "EN_PARTLY_PERFORMED": {"date": min(done) if partly else None},
        }
