from odoo import models

from odoo.addons.thuduc_base.tools import numeric_date

from .judgment import AT_ONCE
from .judgment_part import OBLIGATION_OF
from .proceeding_effect import DECISIONS, JUDGMENT

EFFECT = {JUDGMENT: "FI_EFFECTIVE", "FI_TERMINATED": "FI_TERMINATION_EFFECTIVE"}


class JudgmentEffect(models.Model):
    """From when a judgment binds, and why from then (LTTHC 215; chain C1).

    Two days are told, for the law says “from the day on which the period ends”: the
    last day of the last window, and the day after it.
    """

    _inherit = "thuduc.case.judgment"

    def _effect(self):
        """Last day to appeal, effective date, basis and what is still unknown."""
        self.ensure_one()
        effect = {"window_end": False, "date": False, "basis": False, "waits_for": ""}
        if self.code in AT_ONCE:
            effect |= {"date": self.date, "basis": self._basis_at_once()}
        elif self.code == JUDGMENT or self.code in DECISIONS:
            effect |= self._effect_after_windows()
        return effect

    def _basis_at_once(self):
        article = AT_ONCE[self.code]
        if self.code == "AP_JUDGMENT" and self.round_id.procedure == "simplified":
            article = "provision_ltthc_253_7"
        provision = self.env.ref(f"thuduc_cases.{article}", False)
        return self.env._(
            "Effective from the day on which it was made (%s).",
            provision.display_name if provision else "",
        )

    def _effect_after_windows(self):
        docket, decision = self.proceeding_id, self.event_id
        if docket._takes_effect_at_once(decision):
            basis = self.env._("Effective at once, without appeal (Article 202 LTTHC).")
            return {"date": decision.date, "basis": basis}
        last = docket._last_window(decision)
        recorded = docket._standing_events(EFFECT.get(self.code, ""))[-1:]
        unknown = docket._unknown_receipts(decision)
        blocking = docket._blocking_rounds(decision)
        day = recorded.date or (not blocking and docket._after_windows(decision))
        return {
            "window_end": last.due_date if last and not unknown else False,
            "date": day or False,
            "basis": self._basis(last, unknown, blocking),
            "waits_for": ", ".join(unknown),
        }

    def _basis(self, last, unknown, blocking):
        lines = []
        if last:
            rule = self.proceeding_id._rule_of(last)
            lines.append(
                self.env._(
                    "Last window: %(window)s, until %(end)s (%(provision)s). Without "
                    "appeal or protest, effective from the day after (Article 215 "
                    "LTTHC).",
                    window=rule.name,
                    end=numeric_date(last.due_date),
                    provision=rule.provision_id.display_name,
                )
            )
        if unknown:
            lines.append(
                self.env._("The day of receipt is unknown: %s.", ", ".join(unknown))
            )
        if blocking:
            lines.append(
                self.env._(
                    "Appealed or protested: the appealed part takes effect only by "
                    "what the court of appeal decides."
                )
            )
        return "\n".join(lines)

    # -- obligations -------------------------------------------------------------------

    def _parts_to_enforce(self):
        """Effective parts that order something of the agency and have no obligation in
        a running enforcement yet."""
        self.ensure_one()
        return self.part_ids.filtered(
            lambda p: (
                p.relief in OBLIGATION_OF
                and p.effect_state == "effective"
                and not p.obligation_ids.filtered("enforcement_id.active")
                and p._enforcement()
            )
        )

    def action_make_obligations(self):
        """Draft the obligations that follow from the effective parts (LTTHC 311.1)."""
        self.ensure_one()
        parts = self._parts_to_enforce()
        obligations = self.env["thuduc.case.obligation"].create(
            [part._obligation_values(part._enforcement()) for part in parts]
        )
        return obligations.enforcement_id[:1]._get_records_action()
