from datetime import timedelta

from odoo import fields, models

from odoo.addons.thuduc_base.docket import Walk

SERVED = "FI_JUDGMENT_SERVED"


class Proceeding(models.Model):
    """What follows in the first instance: its end by an appeal, its legal effect."""

    _inherit = "thuduc.proceeding"

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        if self.type_id.code == "FI":
            expected |= self._expected_in_first_instance()
        return expected

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
