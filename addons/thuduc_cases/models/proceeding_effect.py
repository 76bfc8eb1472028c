from datetime import timedelta

from odoo import models

from odoo.addons.thuduc_base.docket import Walk

from .proceeding import APPEALS

JUDGMENT = "FI_JUDGMENT_PRONOUNCED"
# Decisions of the first instance that are appealed by themselves (LTTHC 204).
DECISIONS = ("FI_TERMINATED", "FI_SUSPENDED")
APPEALABLE = (JUDGMENT, *DECISIONS)
WRITTEN = (*DECISIONS, "FI_RESUMED", "FI_DIALOGUE_RECOGNISED")
ON_APPEAL = ("AP_JUDGMENT", "AP_DECISION_MADE", "AP_TERMINATED")
# Which judgments and decisions an event can be the receipt of.
RECEIPTS = {
    "FI_JUDGMENT_RECEIVED": (JUDGMENT,),
    "FI_JUDGMENT_SERVED": (JUDGMENT,),
    "FI_TRIED_WITHOUT_ABROAD": (JUDGMENT,),
    "FI_EFFECTIVE_COPY_RECEIVED": (JUDGMENT,),
    "FI_DECISION_RECEIVED": WRITTEN,
    "FI_DECISION_SERVED": WRITTEN,
    "FI_PROCURACY_RECEIVED": (*WRITTEN, JUDGMENT),
    "AP_JUDGMENT_RECEIVED": ON_APPEAL,
}
# What else starts a window: tried without a party abroad who was not found (307.3).
STARTS = {**RECEIPTS, "FI_TRIED_WITHOUT_ABROAD": (JUDGMENT,)}


class Proceeding(models.Model):
    """When a judgment or decision of the first instance takes effect (LTTHC 215).

    Each party and each procuracy has a window of its own; when the last one has closed
    without an appeal or protest, the effect follows on the day after. Which windows
    there are is data: the rules marked as delaying the effect.
    """

    _inherit = "thuduc.proceeding"

    # -- what was decided, and who received it ---------------------------------------

    def _judged(self):
        """The judgment of the first instance, if it was pronounced."""
        return self._standing_events(JUDGMENT)[-1:]

    def _decision_of(self, receipt):
        """The judgment or decision that ``receipt`` is the receipt of."""
        return self._latest_before(receipt, STARTS.get(receipt.code, ()))

    def _appealed_decision(self, appeal):
        """The judgment or decision against which ``appeal`` is directed."""
        return self._latest_before(appeal, APPEALABLE)

    def _latest_before(self, event, codes):
        if event.answers_id.code in codes:
            return event.answers_id
        decided = self._standing_events(*codes)
        return decided.filtered(lambda e: e.date <= event.date)[-1:] or decided[:1]

    def _receipts_of(self, decision):
        """Events by which parties and procuracy received ``decision``, or from which
        their window runs all the same."""
        codes = [code for code, of in STARTS.items() if decision.code in of]
        return self._standing_events(*codes).filtered(
            lambda e: self._decision_of(e) == decision
        )

    def _appeals_against(self, decision):
        return self._standing_events(*APPEALS).filtered(
            lambda e: self._appealed_decision(e) == decision
        )

    # -- windows ---------------------------------------------------------------------

    def _effect_windows(self):
        """Periods in which an appeal or protest is possible, of all decisions."""
        self.ensure_one()
        events = self.event_ids.filtered(lambda event: not event.withdrawn)
        # The law's periods are everybody's to know; rules are read for the engine.
        rules = self.type_id.sudo().rule_ids.filtered("delays_effect")
        happenings = [event._as_happening() for event in events]
        return self._clocks(events, happenings, Walk(None, ()), rules)

    def _windows_of(self, decision):
        """Windows of appeal and protest against one judgment or decision."""
        started = {decision.id, *self._receipts_of(decision).ids}
        return [c for c in self._effect_windows() if c.trigger.key in started]

    def _last_window(self, decision):
        """The window that closes last, or None."""
        return max(
            self._windows_of(decision),
            key=lambda clock: (clock.due_date, clock.period.code),
            default=None,
        )

    def _rule_of(self, clock):
        # The law's periods are everybody's to know; rules are read for the engine.
        return self.type_id.sudo().rule_ids.filtered(
            lambda r: r.code == clock.period.code and r._in_force(clock.trigger.date)
        )[:1]

    def _unknown_receipts(self, decision):
        """Whose window nobody can tell yet, as users read it.

        An absent party counts from its own service (206.1), a decision from its
        receipt (206.2), the procuracy of a decision from its own (213.2).
        """
        windows = self._windows_of(decision)
        bound = {self._rule_of(clock).bound_party for clock in windows}
        served = self._receipts_of(decision).party_id.ids
        known = {*served, *(clock.party for clock in windows)}
        unknown = [
            party.name for party in decision.absent_party_ids if party.id not in known
        ]
        if "agency" not in bound:
            unknown.append(self.env._("the agency"))
        if "procuracy" not in bound:
            unknown.append(self.env._("the procuracy"))
        return unknown

    # -- effect ----------------------------------------------------------------------

    def _takes_effect_at_once(self, decision):
        """A judgment on a list of voters is final and immediate (LTTHC 202)."""
        voters = self.case_round_ids[:1].procedure == "voters"
        return voters and decision.code == JUDGMENT

    def _appeal_rounds(self, decision):
        """Rounds in which appeals and protests against ``decision`` are heard."""
        rounds = self.child_ids.filtered(lambda p: p.active and p.type_id.code == "AP")
        against = self._appeals_against(decision)
        told = self._standing_events(*APPEALS)
        return rounds.filtered(
            lambda p: p._appeals() & against or not p._appeals() & told
        )

    def _appeals(self):
        """Appeals and protests that are heard in this round."""
        self.ensure_one()
        led = self.env["thuduc.event"].search(
            [("led_to_id", "=", self.id), ("withdrawn", "=", False)]
        )
        opening = self.opening_event_id.filtered(lambda e: not e.withdrawn)
        return (led | opening).filtered(lambda e: e.code in APPEALS)

    def _blocking_rounds(self, decision=None):
        """Appeal rounds that keep the decision from taking effect by itself."""
        decision = decision or self._standing_events(*APPEALABLE)[-1:]
        return self._appeal_rounds(decision).filtered(
            lambda p: p.stage_id.code not in ("A15", "Z90")
        )

    def _effective_on(self):
        """Day on which the un-appealed judgment takes effect; see ``_effect_of``."""
        self.ensure_one()
        return self._effect_of(self._judged())

    def _effect_of(self, decision):
        """Day on which an un-appealed judgment or decision takes effect (LTTHC 215.2).

        The day after the last window of appeal and protest. Nobody knows it while a
        receipt is unknown, or an appeal is open.

        :return: a date, also one that is still to come, or None.
        """
        if not decision:
            return None
        if self._takes_effect_at_once(decision):
            return decision.date
        if self._blocking_rounds(decision):
            return None
        return self._after_windows(decision)

    def _after_windows(self, decision):
        """The day after the last window, or None while a receipt is unknown."""
        if self._unknown_receipts(decision):
            return None
        last = self._last_window(decision)
        return last and last.due_date + timedelta(days=1)

    def _partly_effective_on(self, judged):
        """Day on which the parts that nobody appealed take effect (LTTHC 215.1): as if
        they stood alone."""
        if not judged or not self._blocking_rounds(judged):
            return None
        if not judged.judgment_ids.part_ids.filtered(lambda p: not p._appeals()):
            return None
        return self._after_windows(judged)

    def _proposed_effect(self, decision):
        """The effect of a decision if the procuracy received it with the agency.

        The court sends it to both at a time (LTTHC 145.2); only a proposal, for the
        procuracy's receipt is in no paper of the agency.
        """
        known = self._effect_of(decision)
        received = self._receipts_of(decision)
        if known or not decision or not received or self._blocking_rounds(decision):
            return known
        day = min(received.mapped("date"))
        # The law's periods are everybody's to know; rules are read for the engine.
        rules = self.type_id.sudo().rule_ids.filtered(
            lambda r: (
                r.delays_effect
                and r.bound_party == "procuracy"
                and r.trigger_type_id.code == "FI_PROCURACY_RECEIVED"
                and r._in_force(day)
            )
        )
        count = self.env["thuduc.calendar.day"]._count
        ends = [count(day, r.amount, r.unit, roll=r.roll).due for r in rules]
        ends += [clock.due_date for clock in self._windows_of(decision)]
        return max(ends) + timedelta(days=1) if ends else None
