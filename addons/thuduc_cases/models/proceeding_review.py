from odoo import models

from .proceeding import REVIEWS

# What asks for a review, or begins it, by the kind of docket that it opens.
REQUESTS = ("CASSATION_REQUESTED", "CASSATION_OTHER", "REOPENING_REQUESTED")
PROTESTS = ("CASSATION_PROTESTED", "REOPENING_PROTESTED")
# Who asks for a review of a judgment that is enforced asks in its enforcement.
BY_ENFORCEMENT = (
    "FI_CASSATION_REQUESTED",
    "FI_NO_CASSATION",
    "AP_CASSATION_REQUESTED",
    "AP_NO_CASSATION",
)
# What concerns the enforcement of a judgment, never that of a provisional measure.
OF_JUDGMENTS = (
    "EN_CASSATION_REQUESTED",
    "EN_DEFERRED",
    "EN_NO_CASSATION",
    "EN_NO_CONTENT",
)
# Pauses that follow from a review while it runs.
BY_REVIEW = (
    "EN_DEFERRED",
    "EN_DEFERRAL_ENDED",
    "EN_DEFERRAL_ENDED_EXPIRED",
    "EN_DEFERRAL_ENDED_FORCED",
)
EFFECTS = {
    "FI": (
        "FI_EFFECTIVE",
        "FI_PARTLY_EFFECTIVE",
        "FI_TERMINATION_EFFECTIVE",
        "FI_DIALOGUE_RECOGNISED",
    ),
    "AP": ("AP_JUDGMENT", "AP_DECISION_MADE", "AP_TERMINATED"),
    "CR": ("CR_DECIDED",),
    "RO": ("RO_DECIDED",),
    "SP": ("SP_DECIDED",),
}


class Proceeding(models.Model):
    """Cassation, reopening and special review of what has taken effect (LTTHC XV-XVII).

    A review is opened from an effective judgment only, by whoever asks first; further
    requests join it. It hangs below the round whose judgment is under review.
    """

    _inherit = "thuduc.proceeding"

    def _is_review(self):
        self.ensure_one()
        return self.type_id.code in REVIEWS

    # -- the judgment and its reviews ------------------------------------------------

    def _binding_docket(self):
        """The docket whose judgment binds: an appeal that was terminated leaves the
        judgment below in effect (LTTHC 229.2)."""
        self.ensure_one()
        if self.type_id.code == "AP" and self._standing_events("AP_TERMINATED"):
            return self.parent_id
        return self

    def _effect_event(self):
        """The event by which what this docket decided took effect, if it did."""
        self.ensure_one()
        effects = self._standing_events(*EFFECTS.get(self.type_id.code, ()))
        if effects or self.type_id.code != "FI":
            return effects[:1]
        appeals = self.child_ids.filtered(lambda p: p.active and p.type_id.code == "AP")
        for appeal in appeals:
            effects |= appeal._standing_events("AP_TERMINATED")
        return effects[:1]

    def _reviews(self):
        """Cassations and reopenings of what this docket decided."""
        return self.child_ids.filtered(lambda p: p.active and p._is_review())

    def _decided_event(self):
        """The decision of this review, if it was made."""
        self.ensure_one()
        return self._standing_events(f"{self.type_id.code}_DECIDED")[-1:]

    def _undoing_review(self):
        """The review whose decision undid what this docket decided, if any."""
        self.ensure_one()
        return self._reviews().filtered(
            lambda p: p._decided_event().outcome_id.undoes_judgment
        )[:1]

    def _enforcements(self):
        """Enforcements of what this docket decided, measures apart."""
        self.ensure_one()
        if self._is_review() or self.type_id.code not in EFFECTS:
            dockets = self
        else:
            dockets = self | self.child_ids.filtered(
                lambda p: (
                    p.active and p.type_id.code == "AP" and p._binding_docket() == self
                )
            )
        return dockets.child_ids.filtered(
            lambda p: p.active and p.type_id.code == "EN" and p._judgment_of_parent()
        )

    def _judgment_of_parent(self):
        return self.parent_id.type_id.code in EFFECTS

    def _substantive_outcome(self):
        """What a review decided: a rejected protest leaves the judgment, a restored one
        is that of the court below the one that was undone (LTTHC 272.1, 272.2)."""
        self.ensure_one()
        if self.type_id.code == "PM":
            return self.env["thuduc.case.outcome"]
        if not self._is_review():
            return super()._substantive_outcome()
        outcome = self._decided_event().outcome_id
        heard_again = outcome.opens_proceeding_type_id.code == "AP"
        if outcome and outcome.favour != "below" and not heard_again:
            return outcome
        below = self.parent_id
        if outcome.undoes_judgment:
            below = below.parent_id
        return below._substantive_outcome() if below else outcome

    # -- opening ---------------------------------------------------------------------

    def _open_from(self, event):
        """A review hangs below the judgment, also if asked for in its enforcement."""
        if not self._is_of_case() or self._opened_type(event).code not in REVIEWS:
            return super()._open_from(event)
        judged = self._judgment_docket() if self.type_id.code == "EN" else self
        judged = judged._binding_docket()
        if judged == self:
            return super()._open_from(event)
        return judged._open_from(event)

    def _round_to_join(self, event):
        """A further request joins the review that is open."""
        opened = self._opened_type(event)
        if opened.code not in REVIEWS:
            return super()._round_to_join(event)
        return self._reviews().filtered(
            lambda p: p.type_id == opened and not p.date_end
        )[:1]

    def _is_possible(self, event_type, happened):
        """A review is offered where the judgment binds, and once: in the enforcement if
        there is one."""
        if not super()._is_possible(event_type, happened):
            return False
        if event_type.code in OF_JUDGMENTS and not self._performs_judgment():
            return False
        if event_type.code in BY_REVIEW:
            reviews = self._judgment_docket()._reviews()
            return not reviews.filtered(lambda p: not p.date_end)
        opened = event_type.opens_proceeding_type_id.code
        concerns_review = opened in REVIEWS or event_type.code in BY_ENFORCEMENT
        if self.type_id.code == "EN" or not concerns_review:
            return True
        if not self._effect_event() or self._undoing_review():
            return False
        if self._is_review():
            supreme = self._concrete().court_level == "supreme"
            return supreme == event_type.code.endswith("_SPECIAL_PETITIONED")
        if self._binding_docket() != self:
            return False
        return event_type.code not in BY_ENFORCEMENT or not self._enforcements()

    def _court_for(self, opened, event):
        """What a review decided is reviewed by the court above the reviewing one."""
        if opened in REVIEWS and self._is_review():
            return self._concrete().court_id._reviewing_on(event.date)
        return super()._court_for(opened, event)
