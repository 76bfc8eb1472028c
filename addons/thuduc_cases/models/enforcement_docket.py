from odoo import api, fields, models

from .enforcement import DOCKET

VOLUNTARY = ("EN-01", "EN-02")


class CaseEnforcement(models.Model):
    """What the docket of an enforcement says, told at a glance.

    The period and its two last days (4.6), the civil enforcement agency, the decision
    that forces, deferral and publication: read from the events, never typed again.
    """

    _inherit = "thuduc.case.enforcement"

    # The period
    is_immediate = fields.Boolean(
        compute="_compute_is_immediate",
        store=True,
        string="At once",
        help="Performed as soon as it is received: lists of voters, provisional "
        "measures (LTTHC 311.2.a).",
    )
    due_date = fields.Date(
        compute="_compute_due_date", string="Last day to perform voluntarily"
    )
    target_date = fields.Date(
        compute="_compute_due_date",
        string="Internal last day",
        help="Counted from the legal effect, where a copy of the effective judgment "
        "came later: whoever keeps to it is safe under either reading.",
    )
    perform_date = fields.Date(
        compute="_compute_due_date",
        string="To be performed by",
        help="The end of the voluntary period; once forced, the day the decision came.",
    )
    is_late = fields.Boolean(compute="_compute_due_date")
    plan_date = fields.Date(
        compute="_compute_due_date", string="Plan after the forced decision by"
    )
    is_plan_missing = fields.Boolean(compute="_compute_due_date")

    # The civil enforcement agency
    thads_office = fields.Char(string="Civil enforcement agency")
    thads_officer = fields.Char(string="Enforcement officer")
    thads_notice_number = fields.Char(
        compute="_compute_thads", string="Number of its notice"
    )
    thads_notice_date = fields.Date(compute="_compute_thads", string="Notice received")
    thads_stated_date = fields.Date(
        compute="_compute_thads", string="Last day stated by the agency"
    )
    is_thads_date_different = fields.Boolean(compute="_compute_due_date")
    session_event_ids = fields.Many2many(
        "thuduc.event",
        compute="_compute_thads",
        string="Sessions, recommendations, inspections",
    )
    recommended_date = fields.Date(
        compute="_compute_thads", string="Liability recommended on"
    )
    published_date = fields.Date(
        compute="_compute_published", store=True, string="Published on"
    )
    unpublished_date = fields.Date(
        compute="_compute_published", store=True, string="Publication withdrawn on"
    )
    publication_url = fields.Char(string="Link of the publication")

    # Forced, deferred
    forced_requested_date = fields.Date(
        compute="_compute_forced", store=True, string="Forced enforcement requested"
    )
    forced_requested_by = fields.Char(
        compute="_compute_forced", store=True, string="Requested by"
    )
    forced_number = fields.Char(
        compute="_compute_forced", store=True, string="Forced decision no."
    )
    forced_date = fields.Date(
        compute="_compute_forced", store=True, string="Forced decision of"
    )
    forced_received_date = fields.Date(
        compute="_compute_forced", store=True, string="Forced decision received"
    )
    forced_days = fields.Integer(
        compute="_compute_forced_days",
        string="Days since the forced decision",
        help="Counted from day 0: the law grants no further day.",
    )
    is_deferred = fields.Boolean(
        compute="_compute_deferred", store=True, string="Deferred or stayed"
    )
    deferred_date = fields.Date(compute="_compute_deferred", store=True)
    deferred_until = fields.Date(compute="_compute_deferred", store=True)

    @api.depends(*DOCKET)
    def _compute_is_immediate(self):
        for record in self:
            record.is_immediate = bool(record._last_event("EN_IMMEDIATE"))

    @api.depends(
        "proceeding_id.deadline_ids.date_due",
        "proceeding_id.deadline_ids.date_target",
        "proceeding_id.deadline_ids.state",
        "thads_stated_date",
    )
    def _compute_due_date(self):
        for record in self:
            running = record.deadline_ids.filtered(lambda d: d.state != "superseded")
            voluntary = running.filtered(lambda d: d.code in VOLUNTARY)[:1]
            forced = running.filtered(lambda d: d.code == "EN-07")[:1]
            due, target = voluntary.date_due, voluntary.date_target
            record.due_date = due
            record.target_date = target if target and target != due else False
            record.perform_date = (forced or voluntary).date_due
            record.is_late = "overdue" in (voluntary | forced).mapped("state")
            record.plan_date = forced.date_target
            record.is_plan_missing = bool(forced) and not record._has_plan_since(forced)
            stated = record.thads_stated_date
            record.is_thads_date_different = bool(stated and due and stated != due)

    def _has_plan_since(self, forced):
        plan = self._last_event("EN_PLAN_APPROVED", "EN_COMPLETED")
        return bool(plan) and plan.date >= forced.date_start

    @api.depends(*DOCKET)
    def _compute_thads(self):
        for record in self:
            notice = record._last_event("EN_THADS_NOTICE")
            record.thads_notice_number = notice.document_number
            record.thads_notice_date = notice.date
            record.thads_stated_date = notice.stated_date
            record.recommended_date = record._last_event(
                "EN_LIABILITY_RECOMMENDED"
            ).date
            record.session_event_ids = record.proceeding_id._standing_events(
                "EN_THADS_SESSION", "EN_LIABILITY_RECOMMENDED", "EN_SUPERIOR_CHECKED"
            )

    @api.depends(*DOCKET)
    def _compute_published(self):
        for record in self:
            record.published_date = record._last_event("EN_PUBLISHED").date
            withdrawn = record._last_event("EN_PUBLICATION_WITHDRAWN").date
            again = record.published_date
            record.unpublished_date = (
                withdrawn if withdrawn and again and withdrawn >= again else False
            )

    @api.depends(*DOCKET)
    def _compute_forced(self):
        for record in self:
            requested = record._last_event("EN_FORCED_REQUESTED")
            decided = record._last_event("EN_FORCED_DECIDED")
            received = record._last_event("EN_FORCED_RECEIVED")
            record.forced_requested_date = requested.date
            record.forced_requested_by = requested.outcome_id.name
            record.forced_number = received.document_number or decided.document_number
            record.forced_date = (
                decided.date or received.document_date or decided.document_date
            )
            record.forced_received_date = received.date

    @api.depends("forced_received_date", "proceeding_id.stage_id")
    def _compute_forced_days(self):
        today = fields.Date.context_today(self)
        for record in self:
            since = record.forced_received_date if record._is_unfinished() else False
            record.forced_days = (today - since).days if since else 0

    @api.depends("proceeding_id.stage_id", *DOCKET)
    def _compute_deferred(self):
        """Deferred for three months at most, or stayed (LTTHC 261)."""
        for record in self:
            deferred = record._last_event("EN_DEFERRED")
            stands = record.stage_id.code == "E35"
            record.is_deferred = stands
            record.deferred_date = stands and deferred.date
            record.deferred_until = stands and deferred.stated_date
