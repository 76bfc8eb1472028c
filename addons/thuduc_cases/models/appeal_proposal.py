from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from odoo.addons.thuduc_base.exceptions import TransitionNotAllowed

from .proceeding_effect import APPEALABLE

CASSATION_OF = ("AP_JUDGMENT",)
# What is recorded when it is decided not to go on, and what when the agency did.
ENDS = {"appeal": "FI_NO_APPEAL", "cassation": "EN_NO_CASSATION"}
SETTLED = ("FI_EFFECTIVE", "FI_TERMINATION_EFFECTIVE", "FI_ENDED", "FI_RESUMED")
SENT = {"appeal": "FI_APPEAL_OWN", "cassation": "EN_CASSATION_REQUESTED"}
DECISIONS = [
    ("act", "Appeal, ask for cassation"),
    ("refrain", "Do not appeal, do not ask"),
]
PROPOSED = frozenset({"recommendation", "reasons", "unit_opinion"})


class AppealProposal(models.Model):
    """To appeal or not: proposed by the officer, decided by a leader in time.

    It opens by itself with the judgment and is due before the window closes. Drafting
    unit and legal adviser give their opinion; a leader who is not the drafter decides.
    Not to appeal needs a reason (Dispatch 85/TTg-V.I) and is recorded by the decision;
    to appeal is recorded when the appeal is sent.
    """

    _name = "thuduc.case.appeal.proposal"
    _inherit = ["thuduc.event.sheet.mixin", "thuduc.guarded.mixin"]
    _description = "Proposal on Appeal"
    _order = "due_date, id"
    _sheet_of = frozenset({*APPEALABLE, *CASSATION_OF})
    _guarded_fields = frozenset(
        {
            "approved_at",
            "approver_id",
            "decision",
            "drafter_id",
            "state",
            "submitted_at",
        }
    )

    case_id = fields.Many2one(
        "thuduc.case", compute="_compute_case_id", store=True, index=True
    )
    kind = fields.Selection(
        [
            ("appeal", "Appeal to the court above"),
            ("cassation", "Request for cassation"),
        ],
        required=True,
        default="appeal",
        readonly=True,
    )
    judgment_id = fields.Many2one(
        "thuduc.case.judgment", compute="_compute_judgment_id", string="Against"
    )
    outcome_id = fields.Many2one(related="event_id.outcome_id", string="Result")
    user_id = fields.Many2one(related="case_id.user_id", store=True, index=True)
    agency_id = fields.Many2one(related="case_id.agency_id", store=True, index=True)
    plaintiff_names = fields.Char(related="case_id.plaintiff_names")
    due_date = fields.Date(
        compute="_compute_due_date", store=True, string="Last day to act"
    )
    target_date = fields.Date(
        compute="_compute_due_date", store=True, string="Decide by"
    )
    days_left = fields.Integer(compute="_compute_days_left")
    recommendation = fields.Selection(DECISIONS)
    reasons = fields.Text()
    unit_opinion = fields.Text(string="Opinion of the drafting unit")
    legal_opinion = fields.Text(string="Opinion of the legal adviser")
    state = fields.Selection(
        [
            ("draft", "Being drafted"),
            ("submitted", "Waiting for decision"),
            ("decided", "Decided"),
        ],
        required=True,
        default="draft",
        readonly=True,
        index=True,
    )
    drafter_id = fields.Many2one("res.users", readonly=True, string="Submitted by")
    submitted_at = fields.Datetime(readonly=True)
    decision = fields.Selection(DECISIONS, readonly=True)
    decision_reason = fields.Text(string="Reason of the decision")
    remarks = fields.Text(help="Why it was returned.")
    approver_id = fields.Many2one("res.users", readonly=True, string="Decided by")
    approved_at = fields.Datetime(readonly=True, string="Decided at")
    is_done = fields.Boolean(
        compute="_compute_is_done",
        store=True,
        string="Settled",
        help="The appeal was sent, or it was decided not to appeal.",
    )
    may_decide = fields.Boolean(compute="_compute_may_decide")

    @api.depends("dossier_id")
    def _compute_case_id(self):
        for proposal in self:
            proposal.case_id = proposal.dossier_id.case_ids[:1]

    @api.depends("event_id")
    def _compute_judgment_id(self):
        for proposal in self:
            proposal.judgment_id = proposal.event_id.judgment_ids[:1]

    @api.depends(
        "dossier_id.deadline_ids.date_due",
        "dossier_id.deadline_ids.date_target",
        "dossier_id.deadline_ids.state",
    )
    def _compute_due_date(self):
        """The agency's own window, and the office's target before its end."""
        for proposal in self:
            window = proposal._own_window()
            if window or not proposal.proceeding_id.date_end:
                proposal.due_date = window.date_due
                proposal.target_date = window.date_target or window.date_due

    def _own_window(self):
        self.ensure_one()
        ends = ENDS[self.kind]
        docket = self.proceeding_id
        started = self.event_id | docket._receipts_of(self.event_id)
        deadlines = self.dossier_id.deadline_ids.filtered(
            lambda d: (
                d.state != "superseded"
                # The law's periods are everybody's to know, hence sudo.
                and ends in d.rule_id.sudo().closing_type_ids.mapped("code")
            )
        )
        if self.kind == "appeal":
            deadlines = deadlines.filtered(lambda d: d.trigger_event_id in started)
        return deadlines.sorted("date_due")[-1:]

    @api.depends("due_date", "is_done")
    def _compute_days_left(self):
        today = fields.Date.context_today(self)
        for proposal in self:
            due = proposal.due_date
            waits = due and not proposal.is_done
            proposal.days_left = (due - today).days if waits else 0

    @api.depends(
        "dossier_id.event_ids.type_id", "dossier_id.event_ids.withdrawn", "decision"
    )
    def _compute_is_done(self):
        for proposal in self:
            codes = (ENDS[proposal.kind], SENT[proposal.kind], *SETTLED)
            since = proposal.event_id.date
            proposal.is_done = bool(
                proposal.dossier_id.event_ids.filtered(
                    lambda e, c=codes, s=since: (
                        not e.withdrawn and e.code in c and s and e.date >= s
                    )
                )
            )

    @api.depends_context("uid")
    @api.depends("state", "drafter_id")
    def _compute_may_decide(self):
        leader = self.env.user.has_group("thuduc_base.group_leader")
        for proposal in self:
            proposal.may_decide = (
                leader
                and proposal.state == "submitted"
                and proposal.drafter_id != self.env.user
            )

    @api.depends("kind", "case_id.display_name")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for proposal in self:
            name = proposal.case_id.display_name or ""
            proposal.display_name = f"{kinds.get(proposal.kind, '')} – {name}"

    @api.model
    def _wants_sheet(self, event):
        """Cassation is only thought of where the agency did not win on appeal."""
        if event.code in CASSATION_OF and event.type_id.code in self._sheet_of:
            return event.proceeding_id.case_round_ids.favour in ("lose", "partial")
        return super()._wants_sheet(event)

    @api.model
    def _prepare_sheet_values(self, event):
        kind = "cassation" if event.code in CASSATION_OF else "appeal"
        return {**super()._prepare_sheet_values(event), "kind": kind}

    def write(self, vals):
        """What a leader has before him, or decided on, is not reworded any more."""
        if PROPOSED & vals.keys() and not self.env.su:
            for proposal in self:
                proposal._require_state("draft")
        return super().write(vals)

    # -- steps -------------------------------------------------------------------------

    def action_submit(self):
        """Send the proposal to the leader."""
        self.check_access("write")
        for proposal in self:
            proposal._require_state("draft")
            if not (proposal.recommendation and (proposal.reasons or "").strip()):
                raise UserError(
                    self.env._("Say what you recommend, and why, before submitting.")
                )
        # The steps are guarded; this one is checked above.
        self.sudo().write(
            {
                "state": "submitted",
                "drafter_id": self.env.uid,
                "submitted_at": fields.Datetime.now(),
            }
        )

    def action_return(self):
        """Give it back to the officer, with remarks; also what was decided but has not
        been carried out."""
        self._require_leader()
        for proposal in self:
            proposal._require_state("submitted", "decided")
            if proposal.state == "decided" and proposal.is_done:
                raise TransitionNotAllowed(
                    self.env._("The decision has been carried out already.")
                )
        # The steps are guarded; a leader reads all and decides, hence sudo.
        self.sudo().write(
            {
                "state": "draft",
                "decision": False,
                "approver_id": False,
                "approved_at": False,
            }
        )

    def action_act(self):
        """Decide that the agency appeals: the appeal is then drafted and sent."""
        self._decide("act")

    def action_refrain(self):
        """Decide not to appeal, with the reason, and record it (Dispatch 85)."""
        for proposal in self:
            reason = proposal.decision_reason or proposal.reasons or ""
            if not reason.strip():
                raise UserError(self.env._("Not to appeal is decided with a reason."))
        self._decide("refrain")
        for proposal in self:
            proposal._record_refrained()

    def _decide(self, decision):
        self._require_leader()
        for proposal in self:
            proposal._require_state("submitted")
            if proposal.drafter_id == self.env.user:
                raise AccessError(
                    self.env._(
                        "Whoever submitted the proposal does not decide on it: another "
                        "leader does."
                    )
                )
        # The steps are guarded; a leader reads all and decides, hence sudo.
        self.sudo().write(
            {
                "state": "decided",
                "decision": decision,
                "approver_id": self.env.uid,
                "approved_at": fields.Datetime.now(),
            }
        )

    def _record_refrained(self):
        # The leader decides; the docket is the officer's, hence sudo.
        docket = self.sudo().dossier_id
        docket.record_event(
            ENDS[self.kind],
            fields.Date.context_today(self),
            note=self.decision_reason or self.reasons,
            approver_id=self.env.uid,
        )

    def _require_leader(self):
        self.check_access("read")
        if not self.env.user.has_group("thuduc_base.group_leader"):
            raise AccessError(
                self.env._("Only a leader decides whether the agency appeals.")
            )

    def _require_state(self, *possible):
        self.ensure_one()
        if self.state not in possible:
            states = dict(self._fields["state"]._description_selection(self.env))
            raise TransitionNotAllowed(
                self.env._(
                    "This step is not possible: the proposal is “%s”.",
                    states[self.state],
                )
            )

    def action_open_case(self):
        """Open the lawsuit."""
        return self.case_id._get_records_action()
