from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.thuduc_base.tools import numeric_date

from .proceeding_effect import ON_APPEAL

FEES = {
    "agency": ("AP_FEE_NOTICE", "AP_FEE_PAID"),
    "party": ("AP_FEE_NOTICE_OTHER", "AP_FEE_PAID_OTHER"),
}
# A round that ended in this way heard nobody: its appeals are as if never made.
UNHEARD = {
    "AP_LATE_REFUSED": "refused",
    "AP_RETURNED": "returned",
    "AP_ABANDONED": "abandoned",
}
VOID = frozenset({"late", *UNHEARD.values()})


class CaseAppealCourse(models.Model):
    """What became of an appeal, and which parts of the judgment it reaches."""

    _inherit = "thuduc.case.appeal"

    def _told(self, *codes):
        """Events of the appeal round that speak of this appeal.

        They name it, or its appellant; one that names nobody speaks of the agency's
        appeal, and where there is none, of all.
        """
        self.ensure_one()
        event = self.event_id
        docket = event.led_to_id
        if not docket or not codes:
            return event.browse()
        told = docket._standing_events(*codes)
        return told.filtered(lambda e: self._is_told_by(e, docket._appeals()))

    def _is_told_by(self, told, appeals):
        if told.answers_id in appeals:
            return told.answers_id == self.event_id
        if told.party_id:
            return told.party_id == self.event_id.party_id
        own = appeals.filtered(lambda e: e.code == "FI_APPEAL_OWN")
        return self.event_id in own if own else True

    def _fee_codes(self):
        return FEES.get(self.appellant, ())

    def _late_decision(self):
        self.ensure_one()
        if not self.event_id or not self.event_id._is_late_appeal():
            return self.event_id.browse()
        docket = self.event_id.led_to_id
        if not docket:
            return docket.event_ids
        return docket._standing_events("AP_LATE_ACCEPTED", "AP_LATE_REFUSED")[-1:]

    def _state(self):
        self.ensure_one()
        docket = self.event_id.led_to_id
        if not docket:
            return "standing"
        decision = self._late_decision()
        if self.event_id._is_late_appeal() and decision.code != "AP_LATE_ACCEPTED":
            return "refused" if decision else "late"
        if self._told("AP_APPELLANT_ABANDONED"):
            return "abandoned"
        if docket.stage_id.code == "Z90":
            ended = docket._standing_events(*UNHEARD)[-1:]
            return UNHEARD.get(ended.code, "returned")
        withdrawn = self._told("AP_APPEAL_WITHDRAWN")[-1:]
        if withdrawn:
            whole = withdrawn.outcome_id.code != "WITHDRAWN_PART"
            return "withdrawn" if whole else "withdrawn_part"
        return "heard" if docket._standing_events(*ON_APPEAL) else "standing"

    # -- scope -------------------------------------------------------------------------

    def _reaches(self, part):
        """Whether the appeal keeps ``part`` from taking effect by itself."""
        self.ensure_one()
        if self._state() in VOID:
            return False
        return self.scope == "whole" or part in self.part_ids

    def _released_on(self, part):
        """Day on which the court ended the appeal against ``part``, withdrawn before
        (LTTHC 229.2-3), or nothing."""
        self.ensure_one()
        ended = self._told("AP_PARTLY_TERMINATED")[-1:]
        state = self._state()
        gone = state == "withdrawn" or (
            state == "withdrawn_part" and part in self.withdrawn_part_ids
        )
        return ended.date if ended and gone else False

    def write(self, vals):
        if vals.keys() & {"scope", "part_ids"}:
            before = {appeal: appeal._parts_reached() for appeal in self}
            result = super().write(vals)
            for appeal, parts in before.items():
                appeal._check_widened(parts)
        else:
            result = super().write(vals)
        if vals.keys() & {"scope", "part_ids", "withdrawn_part_ids"}:
            self.proceeding_id._sync_consequences()
        return result

    def _parts_reached(self):
        if self.scope == "whole":
            return self.judgment_id.part_ids
        return self.part_ids

    def _check_widened(self, before):
        """After its window an appeal changes only inside its first scope (LTTHC 218).

        What was entered first, and a change recorded within the window, is free.
        """
        self.ensure_one()
        more = self._parts_reached() - before
        if not more or not before:
            return
        windows = self.event_id._own_windows()
        last = max((clock.due_date for clock in windows), default=None)
        changed = self.change_date
        today = fields.Date.context_today(self)
        if not last or today <= last or (changed and changed <= last):
            return
        raise ValidationError(
            self.env._(
                "The period to appeal ended on %(end)s: the appeal can no longer be "
                "widened to “%(part)s” (Article 218 LTTHC). If it was changed in time, "
                "record that event first.",
                end=numeric_date(last),
                part=more[0].text,
            )
        )

    @api.constrains("scope", "part_ids", "judgment_id")
    def _check_part_ids(self):
        for appeal in self.filtered(lambda a: a.scope == "parts"):
            if appeal.part_ids.judgment_id - appeal.judgment_id:
                raise ValidationError(
                    self.env._("The parts appealed are parts of that judgment.")
                )

    # -- what the officer records from here --------------------------------------------

    def action_withdrawn(self):
        """Record that the appeal was withdrawn, in whole or in part."""
        return self._action_record("AP_APPEAL_WITHDRAWN")

    def action_changed(self):
        """Record that the appeal was changed or supplemented."""
        return self._action_record("AP_APPEAL_CHANGED")

    def action_abandoned(self):
        """Record that this appellant did not pay the advance fee."""
        return self._action_record("AP_APPELLANT_ABANDONED")

    def action_fee_notice(self):
        """Record the notice to pay the advance fee."""
        return self._action_record((*self._fee_codes(), "AP_FEE_NOTICE")[0])

    def action_fee_paid(self):
        """Record that the advance fee was paid."""
        return self._action_record(
            (*self._fee_codes(), "AP_FEE_PAID", "AP_FEE_PAID")[1]
        )

    def _action_record(self, code):
        self.ensure_one()
        docket = self.event_id.led_to_id
        event_type = docket.type_id.event_type_ids.filtered(lambda t: t.code == code)
        return {
            "type": "ir.actions.act_window",
            "name": event_type.name,
            "res_model": "thuduc.event.record",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_dossier_id": self.dossier_id.id,
                "default_type_id": event_type.id,
                "default_party_id": self.party_id.id,
                "default_answers_id": self.event_id.id if event_type.asks_answer else 0,
            },
        }
