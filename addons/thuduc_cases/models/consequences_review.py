from datetime import timedelta

from odoo import api, fields, models

from odoo.addons.thuduc_base.models.deferred_replay import DeferredReplay

from .proceeding import REVIEWS
from .proceeding_review import PROTESTS, REQUESTS

PAUSE = "EN_DEFERRED"
PAUSE_ENDS = (
    "EN_DEFERRAL_ENDED",
    "EN_DEFERRAL_ENDED_EXPIRED",
    "EN_DEFERRAL_ENDED_FORCED",
)


class Proceeding(models.Model):
    """What a review brings about in the judgment's enforcement (LTTHC 261, 272-276).

    A request or protest alone stops nothing. Deferral and stay pause the enforcement;
    a decision that undoes the judgment cancels it, and what was performed already is
    kept as a duty to settle.
    """

    _inherit = "thuduc.proceeding"

    def _replay(self):
        result = super()._replay()
        for review in self.filtered(lambda p: p._is_of_case() and p._is_review()):
            review.parent_id._enforcements()._sync_consequences()
        return result

    def _sync_consequences(self):
        """Also what may stand several times: the pauses of an enforcement.

        They are the product's own, whoever recorded the cause, hence ``sudo``.
        """
        result = super()._sync_consequences()
        if DeferredReplay.of(self.env):
            return result
        for proceeding in self.sudo().filtered("active"):
            if proceeding.type_id.code == "EN" and proceeding._is_of_case():
                proceeding._sync_pauses()
                proceeding._concrete()._sync_reversals()
        return result

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        if self.type_id.code in REVIEWS:
            expected |= self._expected_in_review()
        elif self.type_id.code == "EN" and self._performs_judgment():
            expected["EN_CANCELLED"] = self._expected_cancellation()
        return expected

    # -- the review itself -----------------------------------------------------------

    def _led_here(self, *ends):
        """Standing events elsewhere that opened or joined this proceeding."""
        self.ensure_one()
        led = self.env["thuduc.event"].search(
            [("led_to_id", "=", self.id), ("withdrawn", "=", False)]
        )
        led |= self.opening_event_id.filtered(lambda e: not e.withdrawn)
        return led.filtered(lambda e: e.code.endswith(ends)).sorted("date")

    def _expected_in_review(self):
        prefix = self.type_id.code
        if prefix == "SP":
            return {"SP_PETITIONED": self._as_expected(self._led_here("_PETITIONED"))}
        return {
            f"{prefix}_EFFECTIVE": {"date": self.parent_id._effect_event().date},
            f"{prefix}_REQUESTED": {
                "date": self._led_here(*REQUESTS)[:1].date,
                "party_id": self._led_here(*REQUESTS)[:1].party_id.id,
            },
            f"{prefix}_PROTESTED": self._as_expected(self._led_here(*PROTESTS)),
            f"{prefix}_DEFERRAL_ENDED": {"date": self._deferral_expired_on()},
        }

    def _as_expected(self, events):
        """The first of ``events`` as an automatic event of this docket."""
        event = events[:1]
        return {
            "date": event.date,
            "outcome_id": event.outcome_id.id,
            "document_number": event.document_number,
            "document_date": event.document_date,
        }

    def _deferral_expired_on(self):
        """The day after the last day of the deferral, once it has come (LTTHC 261.1:
        at most three months)."""
        self.ensure_one()
        deferred = self._standing_events(f"{self.type_id.code}_DEFERRED")
        running = self.deadline_ids.filtered(
            lambda d: d.code == "CR-03" and d.trigger_event_id in deferred
        )
        last = max(running.mapped("date_due"), default=None)
        if not last or last >= fields.Date.context_today(self):
            return None
        after = last + timedelta(days=1)
        stayed = self._standing_events(f"{self.type_id.code}_STAYED")[:1].date
        over = [day for day in (self.date_end, stayed) if day]
        return after if all(after < day for day in over) else None

    def _pauses(self):
        """When this review held the enforcement: pairs of first day and day on which it
        goes on, None while nobody knows.

        A deferral lasts until it expires or is lifted, a stay until the review ends.
        """
        self.ensure_one()
        prefix = self.type_id.code
        lifted = self._standing_events(f"{prefix}_DEFERRAL_ENDED")[:1].date
        ends = [day for day in (lifted, self.date_end) if day]
        deferrals = self._standing_events(f"{prefix}_DEFERRED")
        stays = self._standing_events(f"{prefix}_STAYED")
        pauses = [(event.date, min(ends, default=None)) for event in deferrals]
        return pauses + [(event.date, self.date_end or None) for event in stays]

    # -- the enforcement -------------------------------------------------------------

    def _receipts(self):
        """What a review decided is performed once its decision is received."""
        docket = self.parent_id
        if docket and docket._is_review():
            received = docket._standing_events(
                f"{docket.type_id.code}_DECISION_RECEIVED"
            )
            return sorted(received.mapped("date"))
        return super()._receipts()

    def _performs_judgment(self):
        """Whether this enforcement performs a judgment, not a provisional measure."""
        self.ensure_one()
        return bool(self.parent_id) and self.parent_id.type_id.code != "PM"

    def _expected_cancellation(self):
        """Cancelled with the judgment that it performs; a closed file stays closed."""
        review = self._judgment_docket()._undoing_review()
        decided = review._decided_event() if review else self.env["thuduc.event"]
        if not decided or self._standing_events("EN_CLOSED"):
            return {"date": None}
        return {
            "date": self._after_work(decided.date),
            "note": decided.outcome_id.name,
            "document_number": decided.document_number,
        }

    def _after_work(self, day):
        """``day``, or the last day on which people worked here: what they did before
        they knew is not refused."""
        done = self.event_ids.filtered(
            lambda e: not (e.withdrawn or e.automatic or e.type_id.after_end)
        ).filtered(lambda e: e.code != "EN_CANCELLED")
        return max([day, *done.mapped("date")])

    def _expected_pauses(self):
        """Codes and dates of the pauses that reviews bring, oldest first.

        Only a period that runs can pause: before the judgment is received, and after
        everything is performed, there is nothing to hold.
        """
        started = self._standing_events("EN_PERIOD_STARTED")[:1].date
        if not started or not self._performs_judgment():
            return []
        ended = [
            day
            for day in (self.date_end, self._standing_events("EN_COMPLETED")[:1].date)
            if day
        ]
        over = min(ended, default=None)
        expected = []
        for first, resumed in self._merged_pauses():
            begin = max(first, started)
            if (resumed and resumed <= begin) or (over and over <= begin):
                continue
            expected.append((PAUSE, begin))
            if resumed and (not over or resumed < over):
                expected.append((self._pause_end_code(begin, resumed), resumed))
        return expected

    def _merged_pauses(self):
        """Pauses of all reviews, overlapping ones as one."""
        merged = []
        pauses = [p for r in self._judgment_docket()._reviews() for p in r._pauses()]
        for first, resumed in sorted(pauses, key=lambda p: (p[0], p[1] or p[0])):
            if merged and (merged[-1][1] is None or first <= merged[-1][1]):
                last = merged[-1][1]
                longer = None if not (last and resumed) else max(last, resumed)
                merged[-1] = (merged[-1][0], longer)
            else:
                merged.append((first, resumed))
        return merged

    def _pause_end_code(self, begin, resumed):
        """With which event a pause ends, by how the enforcement stood before."""
        forced = self._standing_events("EN_FORCED_RECEIVED")
        if forced.filtered(lambda e: e.date <= resumed):
            return "EN_DEFERRAL_ENDED_FORCED"
        expired = self._standing_events("EN_EXPIRED")
        if expired.filtered(lambda e: e.date <= begin):
            return "EN_DEFERRAL_ENDED_EXPIRED"
        return "EN_DEFERRAL_ENDED"

    def _sync_pauses(self):
        """Record what pauses there should be, withdraw the others; what a person
        recorded on the same day stands and wins."""
        self.ensure_one()
        expected = self._expected_pauses()
        standing = self._standing_events(PAUSE, *PAUSE_ENDS).filtered("automatic")
        surplus = standing.filtered(lambda e: (e.code, e.date) not in expected)
        for event in surplus.sorted(lambda e: e.code == PAUSE):
            if not event.withdrawn:
                event.withdraw(self.env._("Its cause no longer stands."))
        for code, date in expected:
            recorded = self._standing_events(code).mapped("date")
            if date not in recorded:
                self.record_event(code, date, automatic=True)

    # -- what the passing of time brings -----------------------------------------------

    @api.model
    def _record_expiries(self, today):
        """Deferrals that have run out: the enforcement goes on (LTTHC 261.1)."""
        result = super()._record_expiries(today)
        expired = self.env["thuduc.deadline"].search(
            [
                ("code", "=", "CR-03"),
                ("date_due", "<", today),
                ("proceeding_id.type_id.code", "in", REVIEWS),
                ("proceeding_id.date_end", "=", False),
            ]
        )
        for review in expired.proceeding_id.filtered("active"):
            if not review._standing_events(f"{review.type_id.code}_DEFERRAL_ENDED"):
                review._sync_consequences()
        return result
