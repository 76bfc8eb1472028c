from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from odoo.addons.thuduc_base.exceptions import DocketContradiction

CLOSING = ("EN_CLOSED",)
OBJECT_STATE = {
    "OBJECT_AMENDED": "amended",
    "OBJECT_CANCELLED": "cancelled",
    "OBJECT_STOPPED": "cancelled",
}
OBJECT_AMENDED = ("FI_OBJECT_AMENDED", "AP_OBJECT_AMENDED")


class Event(models.Model):
    """What judgments and appeals ask of an entry of the docket."""

    _inherit = "thuduc.event"

    def _after_recorded(self):
        result = super()._after_recorded()
        for event in self.filtered(lambda e: not e.withdrawn):
            if event.code == "AP_LATE_ACCEPTED":
                event._take_back_effect()
            elif event.code in OBJECT_AMENDED:
                event._mark_object()
        return result

    def _take_back_effect(self):
        """A late appeal accepted takes back the effect that a person recorded
        (LTTHC 208): nobody has to withdraw it by hand, hence ``sudo``."""
        below = self.proceeding_id.parent_id.sudo()
        effects = below._standing_events("FI_EFFECTIVE", "FI_TERMINATION_EFFECTIVE")
        by_hand = effects.filtered(lambda e: not e.automatic)
        by_hand.withdraw(self.env._("A late appeal was accepted."))

    def withdraw(self, reason):
        result = super().withdraw(reason)
        for event in self.filtered(lambda e: e.code in OBJECT_AMENDED):
            event._mark_object()
        return result

    def _mark_object(self):
        """The agency changed its own decision during the case (LTTHC 57.4, 235): the
        challenged decision says so, where there is only one."""
        told = self.dossier_id.event_ids.filtered(
            lambda e: not e.withdrawn and e.code in OBJECT_AMENDED
        ).sorted("date")
        challenged = self.dossier_id.case_ids.object_ids.filtered(
            lambda o: o.kind not in ("related", "normative")
        )
        if len(challenged) == 1 and challenged.state != "annulled":
            state = OBJECT_STATE.get(told[-1:].outcome_id.code)
            challenged.state = state or ("amended" if told else "valid")

    @api.constrains("type_id", "note", "withdrawn")
    def _check_no_appeal_reason(self):
        """Not to appeal is decided with a reason (Dispatch 85/TTg-V.I)."""
        for event in self:
            if event.withdrawn or event.code != "FI_NO_APPEAL" or event.automatic:
                continue
            if not (event.note or "").strip():
                raise ValidationError(
                    self.env._(
                        "Give the reason why the agency does not appeal (Dispatch "
                        "85/TTg-V.I of the Prime Minister)."
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        events = super().create(vals_list)
        events._check_who_decides()
        return events

    def _check_who_decides(self):
        """While the period to appeal runs, a leader decides, on a proposal."""
        for event in self.filtered(lambda e: e.code == "FI_NO_APPEAL"):
            if not event._may_decide_on_appeal():
                raise AccessError(
                    self.env._(
                        "While the period to appeal runs, a leader decides not to "
                        "appeal: submit the proposal on the page “Judgments, appeals”."
                    )
                )

    def _may_decide_on_appeal(self):
        """Leaders may, and the product that records their decision (sudo); what was
        decided in the past is only written down."""
        if self.env.su or self.env.user.has_group("thuduc_base.group_leader"):
            return True
        proposals = self.env["thuduc.case.appeal.proposal"].search(
            [("proceeding_id", "=", self.proceeding_id.id), ("kind", "=", "appeal")]
        )
        today = fields.Date.context_today(self)
        ends = [day for day in proposals.mapped("due_date") if day]
        return not ends or max(ends) < today

    @api.constrains("type_id", "outcome_id", "withdrawn")
    def _check_withdrawal_consented(self):
        """On appeal a suit is withdrawn only with the agency's consent (LTTHC 234)."""
        for event in self:
            if event.withdrawn or event.outcome_id.code != "AP_ANNULLED_234":
                continue
            answers = event.proceeding_id._standing_events("AP_WITHDRAWAL_ANSWERED")
            if answers[-1:].outcome_id.code == "CONSENT_NO":
                raise DocketContradiction(
                    self.env._(
                        "The agency did not consent to the withdrawal of the suit, so "
                        "the court cannot terminate the case for it (Article 234 "
                        "LTTHC). Check the result, or the answer of the agency."
                    )
                )

    @api.constrains("type_id", "withdrawn")
    def _check_loss_explained(self):
        for event in self:
            if event.withdrawn or event.automatic or event.code not in CLOSING:
                continue
            event.dossier_id.case_ids._check_loss_explained()
