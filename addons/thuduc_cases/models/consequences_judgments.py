from odoo import models

from .consequences_first_instance import EFFECTS


class Proceeding(models.Model):
    """What an effect that comes, goes or changes means for the enforcement.

    When the whole takes the place of a part, or a part that of the whole, enforcement
    goes on under the new effect. When a late appeal is accepted after the enforcement
    has begun, it stops by itself and what was done stays as evidence.
    """

    _inherit = "thuduc.proceeding"

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        if self.type_id.code == "EN":
            stopped = self._stopped_on()
            # What has been stopped stays as it was.
            expected = {} if stopped else expected
            expected["EN_STOPPED"] = {"date": stopped}
        elif self.type_id.code == "AP":
            expected |= self._expected_abandonment()
        return expected

    def _expected_abandonment(self):
        """Every appellant abandoned his appeal: nothing is left to hear (209.2)."""
        abandoned = self._standing_events("AP_APPELLANT_ABANDONED")
        if not abandoned:
            return {"AP_ABANDONED": {"date": None}}
        sheets = self._appeals().appeal_ids
        told = {sheet: sheet._told("AP_APPELLANT_ABANDONED") for sheet in sheets}
        gone = bool(sheets) and all(told.values())
        return {"AP_ABANDONED": {"date": abandoned[-1].date if gone else None}}

    def _stopped_on(self):
        """Day on which a late appeal was accepted against what is enforced here."""
        opening = self.opening_event_id
        if not opening.withdrawn or opening.code not in EFFECTS:
            return None
        return self.parent_id._late_accepted_on()

    def _late_accepted_on(self):
        appeals = self.child_ids.filtered(lambda p: p.active and p.type_id.code == "AP")
        days = [p._standing_events("AP_LATE_ACCEPTED")[:1].date for p in appeals]
        return max((day for day in days if day), default=None)

    def _closed_with(self, event):
        """An enforcement goes over to the effect that takes the place of ``event``, or
        stays, stopped, where a late appeal was accepted and work had begun."""
        opened = super()._closed_with(event)
        if event.code not in EFFECTS or event.proceeding_id != self:
            return opened
        heir = (self._standing_events(*EFFECTS) - event)[-1:]
        if heir:
            # Which event an enforcement rests on follows from the docket, hence sudo.
            opened.sudo().opening_event_id = heir
            heir.led_to_id = opened[:1]
            return opened.browse()
        if self._late_accepted_on():
            return opened.filtered(lambda p: not p._has_begun())
        return opened

    def _has_begun(self):
        """Whether a person did something in this enforcement."""
        self.ensure_one()
        by_hand = self.event_ids.filtered(lambda e: not e.withdrawn and not e.automatic)
        return bool(by_hand or self.case_enforcement_ids.obligation_ids)

    def _open_from(self, event):
        """An effect that comes back takes over the enforcement it had opened."""
        if event.code in EFFECTS and not event.withdrawn:
            orphans = self.child_ids.filtered(
                lambda p: (
                    p.active
                    and p.type_id.code == "EN"
                    and p.opening_event_id.withdrawn
                    and p.opening_event_id.code in EFFECTS
                )
            )
            # Which event an enforcement rests on follows from the docket, hence sudo.
            orphans.sudo().opening_event_id = event
        return super()._open_from(event)
