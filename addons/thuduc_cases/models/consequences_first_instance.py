from odoo import api, fields, models

EFFECTS = ("FI_EFFECTIVE", "FI_PARTLY_EFFECTIVE")


class Proceeding(models.Model):
    """What follows in the first instance: its end by an appeal, its legal effect.

    The effect of a judgment waits for the daily job; what is already effective changes
    over at once between whole and part, so that its enforcement goes on.
    """

    _inherit = "thuduc.proceeding"

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        if self.type_id.code == "FI":
            expected |= self._expected_in_first_instance()
            expected |= self._expected_effects()
        return expected

    def _expected_in_first_instance(self):
        appeals = self.child_ids.filtered(lambda p: p.active and p.type_id.code == "AP")
        accepted = [p._standing_events("AP_ACCEPTED").date for p in appeals]
        accepted = [day for day in accepted if day]
        return {
            "FI_APPEAL_ACCEPTED": {"date": min(accepted, default=None)},
            "FI_ENDED": {"date": self._ended_by_appeal_on()},
            "FI_CASE_CLOSED": {"date": self._closed_on()},
        }

    def _expected_effects(self):
        judged = self._judged()
        at_once = self._takes_effect_at_once(judged)
        whole = self._come(self._effect_of(judged))
        partly = self._come(self._partly_effective_on(judged))
        terminated = self._standing_events("FI_TERMINATED")[-1:]
        effects = {
            "FI_PARTLY_EFFECTIVE": {"date": partly},
            "FI_EFFECTIVE": {
                "date": whole,
                "create": at_once or bool(self._standing_events(*EFFECTS)),
            },
            "FI_TERMINATION_EFFECTIVE": {
                "date": self._come(self._effect_of(terminated)),
                "create": False,
            },
        }
        # What comes takes over the enforcement before what goes closes it.
        return dict(reversed(effects.items())) if whole else effects

    def _come(self, day):
        """``day`` if it has come, else None."""
        return day if day and day <= fields.Date.context_today(self) else None

    def _ended_by_appeal_on(self):
        """What was decided upon on appeal leaves nothing to do below."""
        decision = self._standing_events("FI_JUDGMENT_PRONOUNCED", "FI_TERMINATED")
        if not decision:
            return None
        if self._standing_events("FI_EFFECTIVE", "FI_TERMINATION_EFFECTIVE"):
            return None
        appeals = self._appeal_rounds(decision[-1])
        decided = appeals.filtered(lambda p: p.stage_id.code in ("A40", "A50"))
        if not decided or decided != appeals.filtered(
            lambda p: p.stage_id.code != "Z90"
        ):
            return None
        return max(decided.mapped("date_end"))

    # -- what the passing of time brings ---------------------------------------------

    @api.model
    def _record_effects(self, today):
        """Also parts of a judgment, and decisions that ended a case (LTTHC 215)."""
        super()._record_effects(today)
        waiting = self.search(
            [
                ("type_id.code", "=", "FI"),
                ("stage_id.code", "in", ("F40", "F50")),
                ("date_end", "=", False),
            ]
        )
        for proceeding in waiting.filtered(lambda p: p._is_of_case()):
            proceeding._record_lesser_effects()

    def _record_lesser_effects(self):
        terminated = self._standing_events("FI_TERMINATED")[-1:]
        expected = {
            "FI_PARTLY_EFFECTIVE": self._partly_effective_on(self._judged()),
            "FI_TERMINATION_EFFECTIVE": self._effect_of(terminated),
        }
        for code, day in expected.items():
            if self._come(day):
                self._sync_automatic(code, day)
