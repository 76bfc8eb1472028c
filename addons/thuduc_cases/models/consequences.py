from datetime import timedelta

from odoo import api, fields, models

from odoo.addons.thuduc_base.docket import Walk
from odoo.addons.thuduc_base.models.deferred_replay import DeferredReplay
from odoo.addons.thuduc_base.models.differing import differing

from .proceeding import APPEALS

JUDGMENTS = ("FI_JUDGMENT_PRONOUNCED", "AP_JUDGMENT", "AP_DECISION_MADE")
SERVED = "FI_JUDGMENT_SERVED"
# Where the agency's receipt of what became effective is noted, by what made it so.
FIRST_RECEIPT = {
    "FI_EFFECTIVE": ("FI", ("FI_JUDGMENT_RECEIVED", "FI_EFFECTIVE_COPY_RECEIVED")),
    "FI_DIALOGUE_RECOGNISED": ("FI", ("FI_DECISION_RECEIVED",)),
    "AP_JUDGMENT": ("AP", ("AP_JUDGMENT_RECEIVED",)),
    "AP_TERMINATED": ("FI", ("FI_JUDGMENT_RECEIVED", "FI_EFFECTIVE_COPY_RECEIVED")),
}


class Proceeding(models.Model):
    """Events that follow from other dockets are recorded by the product itself.

    They are functions of what people recorded: a judgment on appeal ends the first
    instance, an effective judgment that was received starts the voluntary period, the
    last obligation proved completes the enforcement. Correct or withdraw the cause and
    the consequence follows.
    """

    _inherit = "thuduc.proceeding"

    def _replay(self):
        result = super()._replay()
        of_case = self.filtered(lambda p: p._is_of_case())
        (of_case | of_case.parent_id | of_case.child_ids)._sync_consequences()
        return result

    def _sync_consequences(self):
        """Record, move or withdraw the automatic events of these proceedings.

        They are the product's own, whoever recorded the cause, hence ``sudo``.
        """
        if DeferredReplay.of(self.env):
            return
        expected_of = {
            "FI": "_expected_in_first_instance",
            "AP": "_expected_in_appeal",
            "EN": "_expected_in_enforcement",
        }
        for proceeding in self.sudo().filtered("active"):
            method = expected_of.get(proceeding.type_id.code)
            if method and proceeding._is_of_case():
                for code, expected in getattr(proceeding, method)().items():
                    proceeding._sync_automatic(code, **expected)

    def _sync_automatic(self, code, date=None, create=True, **values):
        """One automatic event of that code on ``date``, or none; a person's entry of
        the same kind stands and wins."""
        self.ensure_one()
        standing = self._standing_events(code)
        automatic = standing.filtered("automatic")
        if standing - automatic:
            automatic.withdraw(self.env._("A person has recorded it."))
        elif not date:
            automatic.withdraw(self.env._("Its cause no longer stands."))
        elif automatic:
            if changed := differing(automatic, {"date": date, **values}):
                automatic.write(changed)
        elif create:
            self.record_event(code, date, automatic=True, **values)

    # -- first instance -------------------------------------------------------------

    def _expected_in_first_instance(self):
        appeals = self.child_ids.filtered(lambda p: p.active and p.type_id.code == "AP")
        accepted = [p._standing_events("AP_ACCEPTED").date for p in appeals]
        accepted = [day for day in accepted if day]
        effective = self._effective_on()
        in_future = effective and effective > fields.Date.context_today(self)
        return {
            "FI_APPEAL_ACCEPTED": {"date": min(accepted, default=None)},
            "FI_ENDED": {"date": self._ended_by_appeal_on(appeals)},
            "FI_CASE_CLOSED": {"date": self._closed_on()},
            "FI_EFFECTIVE": {
                "date": None if in_future else effective,
                "create": False,
            },
        }

    def _ended_by_appeal_on(self, appeals):
        """What was decided upon on appeal leaves nothing to do below."""
        if not self._standing_events("FI_JUDGMENT_PRONOUNCED", "FI_TERMINATED"):
            return None
        if self._standing_events("FI_EFFECTIVE", "FI_TERMINATION_EFFECTIVE"):
            return None
        decided = appeals.filtered(lambda p: p.stage_id.code in ("A40", "A50"))
        if not decided or decided != appeals.filtered(
            lambda p: p.stage_id.code != "Z90"
        ):
            return None
        return max(decided.mapped("date_end"))

    def _absent_parties(self):
        self.ensure_one()
        return self._standing_events("FI_JUDGMENT_PRONOUNCED").absent_party_ids

    def _effect_windows(self):
        """Periods in which an appeal or protest against the judgment is possible."""
        self.ensure_one()
        events = self.event_ids.filtered(lambda event: not event.withdrawn)
        # The law's periods are everybody's to know; rules are read for the engine.
        rules = self.type_id.sudo().rule_ids.filtered("delays_effect")
        happenings = [event._as_happening() for event in events]
        return self._clocks(events, happenings, Walk(None, ()), rules)

    def _rule_of(self, clock):
        # The law's periods are everybody's to know; rules are read for the engine.
        return self.type_id.sudo().rule_ids.filtered(
            lambda r: r.code == clock.period.code and r._in_force(clock.trigger.date)
        )[:1]

    def _blocking_rounds(self):
        """Appeal rounds that keep the judgment from taking effect by itself."""
        return self.child_ids.filtered(
            lambda p: (
                p.active
                and p.type_id.code == "AP"
                and p.stage_id.code not in ("A15", "Z90")
            )
        )

    def _effective_on(self):
        """Day on which an un-appealed judgment takes effect (LTTHC 215.2).

        The day after the last window of appeal and protest. Nobody knows it while an
        absent party has not been served, or an appeal is open.

        :return: a date, also one that is still to come, or None.
        """
        self.ensure_one()
        judged = self._standing_events("FI_JUDGMENT_PRONOUNCED")
        if not judged or self._blocking_rounds():
            return None
        if self._absent_parties() - self._standing_events(SERVED).party_id:
            return None
        absent = judged[-1:].agency_presence == "absent"
        if absent and not self._standing_events("FI_JUDGMENT_RECEIVED"):
            return None
        last = max((clock.due_date for clock in self._effect_windows()), default=None)
        return last and last + timedelta(days=1)

    # -- appeal -----------------------------------------------------------------------

    def _expected_in_appeal(self):
        """All appeals late: a panel decides first whether to hear them (LTTHC 207)."""
        appeals = self.env["thuduc.event"].search(
            [("led_to_id", "=", self.id), ("withdrawn", "=", False)]
        )
        appeals = appeals.filtered(lambda e: e.code in APPEALS)
        late = appeals and all(appeal._is_late_appeal() for appeal in appeals)
        first = min(appeals.mapped("date"), default=None)
        return {
            "AP_LATE_APPEAL": {"date": first if late else None},
            "AP_CASE_CLOSED": {"date": self._closed_on()},
        }

    def _closed_on(self):
        """Day on which the file was closed behind this round: nobody waits any more
        for papers of the court."""
        closed = [
            child._standing_events("EN_CLOSED", "AP_CASE_CLOSED").date
            for child in self.child_ids.filtered("active")
        ]
        return max((day for day in closed if day), default=None)

    # -- enforcement --------------------------------------------------------------

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

    # -- what the passing of time brings -------------------------------------------

    @api.model
    def _cron_record_expiries(self):
        """Record what happens because nothing happened: judgments that took effect
        and voluntary periods that ran out. May run twice or miss days."""
        judged = self.search(
            [
                ("type_id.code", "=", "FI"),
                ("stage_id.code", "=", "F40"),
                ("date_end", "=", False),
            ]
        )
        today = fields.Date.context_today(self)
        for proceeding in judged.filtered(lambda p: p._is_of_case()):
            effective = proceeding._effective_on()
            if effective and effective <= today:
                proceeding._sync_automatic("FI_EFFECTIVE", effective)
        expired = self.env["thuduc.deadline"].search(
            [
                ("code", "=", "EN-01"),
                ("state", "in", ("running", "overdue")),
                ("date_due", "<", today),
                ("proceeding_id.stage_id.code", "=", "E10"),
            ]
        )
        for deadline in expired:
            deadline.proceeding_id._sync_automatic(
                "EN_EXPIRED", deadline.date_due + timedelta(days=1)
            )
