from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.thuduc_base.exceptions import DocketContradiction
from odoo.addons.thuduc_base.tools import numeric_date

from .proceeding import APPEALS

# What a person may record as effective, and of what.
EFFECT_OF = {
    "FI_EFFECTIVE": "FI_JUDGMENT_PRONOUNCED",
    "FI_TERMINATION_EFFECTIVE": "FI_TERMINATED",
}


class Event(models.Model):
    """Appeals, protests and the day of legal effect (LTTHC 206-215)."""

    _inherit = "thuduc.event"

    led_to_id = fields.Many2one(
        "thuduc.proceeding",
        string="Led to",
        readonly=True,
        index="btree_not_null",
        help="The proceeding that this event opened or joined.",
    )

    judgment_ids = fields.One2many("thuduc.case.judgment", "event_id")
    appeal_ids = fields.One2many("thuduc.case.appeal", "event_id")
    receipt_ids = fields.One2many("thuduc.case.judgment.receipt", "event_id")

    def _own_windows(self):
        """Windows in which this appellant could appeal or protest.

        A protest by the procuracy of the same level has the shorter one (LTTHC 213).
        """
        self.ensure_one()
        proceeding = self.proceeding_id
        decision = proceeding._appealed_decision(self)
        windows = [
            clock
            for clock in proceeding._windows_of(decision)
            if self._uses_window(clock, decision)
        ]
        if self.outcome_id.code == "PROTEST_SAME":
            first = min((clock.due_date for clock in windows), default=None)
            return [clock for clock in windows if clock.due_date == first]
        return windows

    def _uses_window(self, clock, decision):
        if clock.trigger.date > self.date or self.code not in clock.period.closing:
            return False
        if self.party_id in decision.absent_party_ids:
            return clock.party == self.party_id.id
        return clock.party in (None, self.party_id.id or None)

    def _is_late_appeal(self):
        """Whether every window of this appellant had closed on the day of the appeal.

        The day counts on which it was posted or handed in (LTTHC 206.3).
        """
        windows = self._own_windows()
        return bool(windows) and all(clock.due_date < self.date for clock in windows)

    @api.constrains("type_id", "date", "note", "withdrawn")
    def _check_late_appeal(self):
        """A late appeal explains itself (LTTHC 207)."""
        for event in self:
            if event.withdrawn or event.code not in APPEALS or event.note:
                continue
            if event._is_late_appeal():
                raise ValidationError(
                    self.env._(
                        "“%(event)s” on %(date)s is late: the period has ended. Write "
                        "the reason in the note and attach the proof (Article 207 "
                        "LTTHC).",
                        event=event.type_id.name,
                        date=numeric_date(event.date),
                    )
                )

    @api.constrains("type_id", "date", "withdrawn")
    def _check_appeal_possible(self):
        """Nobody appeals a judgment on a list of voters (LTTHC 202)."""
        for event in self:
            if event.withdrawn or event.code not in APPEALS:
                continue
            proceeding = event.proceeding_id
            decision = proceeding._appealed_decision(event)
            if proceeding._takes_effect_at_once(decision):
                raise DocketContradiction(
                    self.env._(
                        "A judgment on a list of voters takes effect at once; there is "
                        "neither appeal nor protest against it (Article 202 LTTHC)."
                    )
                )

    @api.constrains("type_id", "date", "withdrawn")
    def _check_effect(self):
        """No effect before every window has closed; none while an appeal is open."""
        for event in self:
            if event.withdrawn or event.code not in EFFECT_OF:
                continue
            proceeding = event.proceeding_id
            decision = proceeding._standing_events(EFFECT_OF[event.code])[-1:]
            if proceeding._blocking_rounds(decision):
                raise DocketContradiction(
                    self.env._(
                        "There is an appeal or protest against this judgment, so it "
                        "takes effect only by what the court of appeal decides "
                        "(Article 215 LTTHC)."
                    )
                )
            if proceeding._takes_effect_at_once(decision):
                continue
            last = proceeding._last_window(decision)
            if last and event.date <= last.due_date:
                raise DocketContradiction(
                    self.env._(
                        "The judgment cannot take effect on %(date)s: the period “"
                        "%(window)s” runs until %(end)s (Article 215 LTTHC).",
                        date=numeric_date(event.date),
                        window=proceeding._rule_of(last).name,
                        end=numeric_date(last.due_date),
                    )
                )

    @api.constrains("type_id", "withdrawn")
    def _check_appeal_before_effect(self):
        """An appeal in time contradicts an effect that a person has recorded."""
        for event in self:
            if event.withdrawn or event.code not in APPEALS:
                continue
            proceeding = event.proceeding_id
            decision = proceeding._appealed_decision(event)
            codes = [code for code, of in EFFECT_OF.items() if of == decision.code]
            effect = proceeding._standing_events(*codes)
            by_hand = effect.filtered(lambda e: not e.automatic)
            if by_hand and not event._is_late_appeal():
                raise DocketContradiction(
                    self.env._(
                        "“%(effect)s” is recorded on %(date)s. Withdraw that entry "
                        "first: an appeal in time keeps the judgment from taking "
                        "effect.",
                        effect=by_hand[0].type_id.name,
                        date=numeric_date(by_hand[0].date),
                    )
                )
