from odoo import api, fields, models

from .proceeding import REVIEWS


class CaseRound(models.Model):
    """What the docket of a review says, told at a glance.

    Who protested, how long enforcement is held, what became of the judgment under
    review: read from the events, never typed again.
    """

    _inherit = "thuduc.case.round"

    is_review = fields.Boolean(compute="_compute_is_review")
    reviewed_round_id = fields.Many2one(
        "thuduc.case.round",
        compute="_compute_reviewed_round_id",
        string="Judgment under review",
    )
    requested_date = fields.Date(compute="_compute_review", string="Requested on")
    requester_names = fields.Char(compute="_compute_review", string="Requested by")
    protest_date = fields.Date(compute="_compute_review", string="Protest of")
    protest_number = fields.Char(
        compute="_compute_review", string="Number of the protest"
    )
    protester_id = fields.Many2one(
        "thuduc.case.outcome", compute="_compute_review", string="Protest by"
    )
    paused_from = fields.Date(
        compute="_compute_review", string="Enforcement held since"
    )
    paused_until = fields.Date(compute="_compute_review", string="Held until")
    is_paused = fields.Boolean(compute="_compute_review")
    is_undoing = fields.Boolean(
        related="outcome_id.undoes_judgment", string="Undoes the judgment"
    )
    undone_by_id = fields.Many2one(
        "thuduc.case.round", compute="_compute_undone_by_id", string="Undone by"
    )
    possible_event_type_ids = fields.Many2many(
        "thuduc.event.type",
        compute="_compute_possible_event_type_ids",
        compute_sudo=False,
        string="Possible now",
    )

    @api.depends("round_type")
    def _compute_is_review(self):
        for record in self:
            record.is_review = record.round_type in REVIEWS

    @api.depends("proceeding_id.parent_id", "is_review")
    def _compute_reviewed_round_id(self):
        for record in self:
            below = record.parent_id if record.is_review else record.parent_id.browse()
            record.reviewed_round_id = below.case_round_ids[:1]

    @api.depends(
        "proceeding_id.event_ids.date",
        "proceeding_id.event_ids.outcome_id",
        "proceeding_id.event_ids.withdrawn",
        "proceeding_id.deadline_ids.date_due",
    )
    def _compute_review(self):
        today = fields.Date.context_today(self)
        for record in self:
            prefix, docket = record.round_type, record.proceeding_id
            of_review = prefix in REVIEWS and docket.active
            protest = record._event_of((f"{prefix}_PROTESTED",))
            asked = docket._led_here("_REQUESTED", "_OTHER") if of_review else []
            pauses = docket._pauses() if of_review else []
            last = max(pauses, default=(None, None), key=lambda p: p[0])
            record.requested_date = asked and asked[:1].date
            record.requester_names = ", ".join(map(record._requester_of, asked))
            record.protest_date = of_review and protest.date
            record.protest_number = of_review and protest.document_number
            record.protester_id = of_review and protest.outcome_id
            record.paused_from = last[0]
            record.paused_until = last[1] or record._deferred_until()
            record.is_paused = bool(last[0]) and (not last[1] or last[1] > today)

    def _requester_of(self, request):
        """Who asks: a party, the agency itself, or somebody whom nobody named."""
        own = request.code.endswith("CASSATION_REQUESTED")
        agency = own and self.case_id.current_agency_id.name
        return request.party_id.name or agency or request.type_id.name

    def _deferred_until(self):
        """The last day of a deferral that nobody followed up with a stay."""
        self.ensure_one()
        if self._event_of((f"{self.round_type}_STAYED",)):
            return None
        deferrals = self.deadline_ids.filtered(
            lambda d: d.code == "CR-03" and d.state in ("running", "overdue")
        )
        return deferrals[:1].date_due

    @api.depends("outcome_id", "parent_id", "stage_id")
    def _compute_favour(self):
        """A review that leaves or restores a judgment counts as that judgment; a result
        judged by a person stays."""
        super()._compute_favour()
        for record in self:
            if record.is_review and not record.favour_reason:
                record.favour = record._favour_of_outcome()

    def _favour_of_outcome(self):
        if not self.is_review:
            return super()._favour_of_outcome()
        if not self.outcome_id:
            return False
        favour = self.proceeding_id._substantive_outcome().favour
        return "neutral" if favour == "below" else favour

    @api.depends("proceeding_id.child_ids.event_ids.outcome_id")
    def _compute_undone_by_id(self):
        for record in self:
            review = record.proceeding_id._undoing_review()
            record.undone_by_id = review.case_round_ids[:1]

    @api.depends("proceeding_id.stage_id")
    def _compute_possible_event_type_ids(self):
        """What this user may record here: nothing for those who only read."""
        for record in self:
            running = record.proceeding_id.filtered("active")
            if not record.has_access("write"):
                running = running.browse()
            record.possible_event_type_ids = running._possible_event_types()

    def action_record_event(self):
        """Open the dialog that records an event of this very round."""
        self.ensure_one()
        action = self.case_id.action_record_event()
        action["context"]["default_proceeding_id"] = self.proceeding_id.id
        return action
