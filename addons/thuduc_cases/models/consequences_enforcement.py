from datetime import timedelta

from odoo import api, models

from .enforcement_docket import VOLUNTARY
from .result_notice import ADDRESSEES

JUDGMENTS = ("FI_JUDGMENT_PRONOUNCED", "AP_JUDGMENT", "AP_DECISION_MADE")
FIRST_INSTANCE = ("FI_JUDGMENT_RECEIVED", "FI_EFFECTIVE_COPY_RECEIVED")
# Where the agency's receipt of what became effective is noted, by what made it so.
RECEIPTS = {
    "FI_EFFECTIVE": FIRST_INSTANCE,
    "FI_PARTLY_EFFECTIVE": FIRST_INSTANCE,
    "FI_JUDGMENT_PRONOUNCED": FIRST_INSTANCE,
    "FI_DIALOGUE_RECOGNISED": ("FI_DECISION_RECEIVED",),
    "FI_PRE_DIALOGUE_RECOGNISED": ("FI_DECISION_RECEIVED",),
    "AP_JUDGMENT": ("AP_JUDGMENT_RECEIVED",),
    "AP_DECISION_MADE": ("AP_JUDGMENT_RECEIVED",),
    "AP_TERMINATED": (*FIRST_INSTANCE, "AP_JUDGMENT_RECEIVED"),
    "AP_PARTLY_TERMINATED": (*FIRST_INSTANCE, "AP_JUDGMENT_RECEIVED"),
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

    def _judgment_docket(self):
        """The docket whose judgment is performed: an appeal that was terminated leaves
        that of the court below in effect (LTTHC 229.2)."""
        self.ensure_one()
        parent = self.parent_id
        if self.opening_event_id.code in ("AP_TERMINATED", "AP_PARTLY_TERMINATED"):
            return parent.parent_id or parent
        return parent

    def _expected_in_enforcement(self):
        enforcement = self._concrete()
        opening = self.opening_event_id
        effective = opening.date if opening and not opening.withdrawn else None
        expected = {}
        if opening:
            outcome = self.parent_id._substantive_outcome()
            expected["EN_EFFECTIVE"] = {"date": effective, "outcome_id": outcome.id}
            # Not monitored, though the enforcement learns so only from EN_EFFECTIVE.
            new = not self._standing_events("EN_EFFECTIVE")
            binds = not (new and outcome.content == "none")
            expected |= self._expected_start(enforcement, binds and effective)
        if not self.date_end:
            expected["EN_EXPIRED"] = {"date": self._expired_on(), "create": False}
        return expected | self._expected_of_obligations(enforcement)

    # -- the start ------------------------------------------------------------------

    def _expected_start(self, enforcement, effective):
        """Thirty days to perform voluntarily, or at once (LTTHC 311.2)."""
        legal = early = None
        if effective and enforcement.monitored != "no":
            legal, early = self._voluntary_start(effective)
        at_once = self._is_performed_at_once()
        internal = early if legal and early < legal else False
        return {
            "EN_PERIOD_STARTED": {
                "date": None if at_once else legal,
                "internal_start_date": internal,
            },
            "EN_IMMEDIATE": {"date": early if at_once else None},
        }

    def _is_performed_at_once(self):
        """Lists of voters and provisional measures (LTTHC 311.1.e, g; 311.2.a)."""
        docket = self.parent_id
        is_of_voters = "voters" in docket.case_round_ids.mapped("procedure")
        return is_of_voters or docket.type_id.code == "PM"

    def _voluntary_start(self, effective):
        """From which day the agency has to perform, under either reading (4.6).

        Nobody performs what he does not know, nor what does not bind yet: the later of
        first receipt and legal effect. Whoever reads the law as asking for the
        judgment *in effect* counts from the first receipt on or after that day.

        :return: the legal day, the earlier internal one; None while it is not received.
        """
        received = self._receipts()
        if not received:
            return None, None
        early = max(received[0], effective)
        legal = next((day for day in received if day >= effective), early)
        return legal, early

    def _receipts(self):
        """Days on which the agency received what is performed, oldest first."""
        opening = self.opening_event_id
        if opening.code.endswith("_RECEIVED"):
            return [opening.date]
        above = f"{self.parent_id.type_id.code}_DECISION_RECEIVED"
        codes = RECEIPTS.get(opening.code, (above,))
        days, docket = [], self.parent_id
        while docket:
            days += docket._standing_events(*codes).mapped("date")
            docket = docket.parent_id if docket.type_id.code != "FI" else None
        if opening.code.endswith("DIALOGUE_RECOGNISED"):
            # An earlier decision, e.g. to suspend, is received by the same event.
            days = [day for day in days if day >= opening.date]
        return sorted(days)

    def _deadline_values(self, clock, rules):
        """The earlier of two readings is the internal target of the period (4.6)."""
        values = super()._deadline_values(clock, rules)
        started = self.env["thuduc.event"].browse(clock.trigger.key)
        if clock.period.code in VOLUNTARY and started.internal_start_date:
            count = self.env["thuduc.calendar.day"]._count
            period, day = clock.period, started.internal_start_date
            early = count(day, period.amount, period.unit)
            if clock.suspended_days:
                early = count(early.nominal, clock.suspended_days, "day")
            values["date_target"] = early.due
            values["steps"] = [
                *values["steps"],
                self.env._("Internal target, counted from the legal effect:"),
                *early.steps,
            ]
        return values

    # -- the course ------------------------------------------------------------------

    def _expired_on(self):
        """The day after the period ran out without completion in time."""
        expired = self.deadline_ids.filtered(
            lambda d: d.code in VOLUNTARY and d.state in ("overdue", "met_late")
        )
        last = max(expired.mapped("date_due"), default=None)
        return last and last + timedelta(days=1)

    def _deferral_end_code(self):
        """With which event a deferral ends: forced before, run out before, or neither
        (LTTHC 261)."""
        self.ensure_one()
        if self._standing_events("EN_FORCED_RECEIVED"):
            return "EN_DEFERRAL_ENDED_FORCED"
        if self._standing_events("EN_EXPIRED"):
            return "EN_DEFERRAL_ENDED_EXPIRED"
        return "EN_DEFERRAL_ENDED"

    def _expected_of_obligations(self, enforcement):
        duties = enforcement._deciding_obligations()
        done = [day for day in duties.mapped("date_done") if day]
        complete = enforcement._is_performed()
        partly = done and (len(done) < len(duties) or min(done) < max(done))
        reports = enforcement._report_notices()
        sent = reports.filtered("date")
        all_told = set(sent.mapped("addressee")) == set(ADDRESSEES)
        owed = enforcement.obligation_ids.filtered("is_property")
        paid = bool(owed) and all(owed.mapped("date_done"))
        return {
            "EN_PARTLY_PERFORMED": {"date": min(done) if partly else None},
            "EN_COMPLETED": {"date": max(done) if complete else None},
            "EN_RESULT_REPORTED": {
                "date": max(sent.mapped("date")) if all_told else None
            },
            "EN_PROPERTY_PERFORMED": {
                "date": max(owed.mapped("date_done")) if paid else None
            },
        }

    # -- what the passing of time brings ---------------------------------------------

    @api.model
    def _cron_record_expiries(self):
        result = super()._cron_record_expiries()
        self.env["thuduc.case.enforcement"]._refresh_age_buckets()
        return result

    @api.model
    def _record_expiries(self, today):
        """Also where work has begun, and where nothing could wait (LTTHC 312.1)."""
        result = super()._record_expiries(today)
        overdue = self.env["thuduc.deadline"].search(
            [
                ("code", "in", VOLUNTARY),
                ("state", "in", ("running", "overdue")),
                ("date_due", "<", today),
                ("proceeding_id.date_end", "=", False),
            ]
        )
        for deadline in overdue:
            deadline.proceeding_id._sync_automatic(
                "EN_EXPIRED", deadline.date_due + timedelta(days=1)
            )
        return result
