from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.thuduc_base.exceptions import DocketContradiction
from odoo.addons.thuduc_base.tools import numeric_date

from .proceeding import APPEALS


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

    def _is_late_appeal(self):
        """Whether every window of this appellant had closed on the day of the appeal.

        The day counts on which it was posted or handed in (LTTHC 206.3).
        """
        self.ensure_one()
        windows = [
            clock
            for clock in self.proceeding_id._effect_windows()
            if self._uses_window(clock)
        ]
        return bool(windows) and all(clock.due_date < self.date for clock in windows)

    def _uses_window(self, clock):
        absent = self.proceeding_id._absent_parties()
        if clock.trigger.date > self.date or self.code not in clock.period.closing:
            return False
        if self.party_id in absent:
            return clock.party == self.party_id.id
        return clock.party in (None, self.party_id.id or None)

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
    def _check_effect(self):
        """No effect before every window has closed; none while an appeal is open."""
        for event in self:
            if event.withdrawn or event.code != "FI_EFFECTIVE":
                continue
            proceeding = event.proceeding_id
            appeals = proceeding._blocking_rounds()
            if appeals:
                raise DocketContradiction(
                    self.env._(
                        "There is an appeal or protest against this judgment, so it "
                        "takes effect only by what the court of appeal decides "
                        "(Article 215 LTTHC)."
                    )
                )
            windows = proceeding._effect_windows()
            last = max(windows, key=lambda c: c.due_date, default=None)
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
            effect = event.proceeding_id._standing_events("FI_EFFECTIVE")
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

    @api.constrains("type_id", "withdrawn")
    def _check_completion(self):
        """Complete only when every obligation is proved; closed only when nothing
        mandatory is open."""
        for event in self.filtered(lambda e: not e.withdrawn):
            if event.code == "EN_COMPLETED" and not event.automatic:
                event._check_obligations_done()
            elif event.code == "EN_CLOSED":
                event._check_nothing_open()

    def _check_obligations_done(self):
        self.ensure_one()
        enforcement = self.proceeding_id._concrete()
        open_ = enforcement.obligation_ids.filtered(
            lambda o: not o.date_done and not o.is_property
        )
        if open_:
            raise DocketContradiction(
                self.env._(
                    "The enforcement is not complete: “%s” is still open.",
                    open_[0].name,
                )
            )

    def _check_nothing_open(self):
        self.ensure_one()
        open_ = self.dossier_id.deadline_ids.filtered(
            lambda d: d.severity == "hard" and d.state in ("running", "overdue")
        )
        if open_:
            raise DocketContradiction(
                self.env._(
                    "The file cannot be closed: the mandatory deadline “%(name)s” "
                    "(%(due)s) is still open.",
                    name=open_[0].name,
                    due=numeric_date(open_[0].date_due),
                )
            )
