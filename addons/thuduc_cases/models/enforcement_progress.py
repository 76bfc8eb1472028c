from odoo import api, fields, models
from odoo.fields import Domain

from .enforcement import DOCKET
from .result_notice import ADDRESSEES

FINISHED = ("E40", "E90", "Z90")


class CaseEnforcement(models.Model):
    """How far an enforcement is, what hinders it and what is still lacking.

    Every unfinished judgment needs a unit and a person by name, a last day and a
    detailed roadmap (Dispatch 85/TTg-V.I); complete is what is proved, duty by duty.
    """

    _inherit = "thuduc.case.enforcement"

    progress = fields.Integer(
        compute="_compute_progress", store=True, string="Done (%)", aggregator="avg"
    )
    open_count = fields.Integer(
        compute="_compute_progress", store=True, string="Duties not done"
    )
    completed_date = fields.Date(
        compute="_compute_completed_date", store=True, string="Completed on"
    )
    completion_mode = fields.Selection(
        [
            ("voluntary", "Voluntarily"),
            ("forced", "After a forced decision"),
            ("agreement", "By a new agreement"),
        ],
        compute="_compute_completion_mode",
        store=True,
        readonly=False,
        string="How it was completed",
    )
    reports_sent = fields.Integer(
        compute="_compute_reports_sent", store=True, string="Reports sent"
    )
    reports_text = fields.Char(compute="_compute_reports_text", string="Reports")
    completion_reported = fields.Boolean(
        compute="_compute_completion_reported",
        help="Reported after completion, or complete already when it was reported.",
    )
    obstacle_reason_id = fields.Many2one(
        "thuduc.case.outcome",
        compute="_compute_obstacle_reason_id",
        store=True,
        index="btree_not_null",
        string="Obstacle",
    )
    new_decision = fields.Selection(
        [
            ("ask", "Unclear: the court is asked"),
            ("yes", "A new decision has to be issued"),
            ("no", "Nothing more than the annulment"),
        ],
        string="New decision needed",
        help="A judgment that only annuls: has the agency to decide anew?",
    )
    asks_new_decision = fields.Boolean(compute="_compute_asks_new_decision")
    is_waiting_for_others = fields.Boolean(compute="_compute_is_waiting_for_others")
    missing_text = fields.Char(compute="_compute_missing_text", string="Still missing")
    is_unfinished = fields.Boolean(
        compute="_compute_is_unfinished", search="_search_is_unfinished"
    )

    @api.depends(
        "obligation_ids.date_done",
        "obligation_ids.is_property",
        "obligation_ids.kind",
        "obligation_ids.progress",
    )
    def _compute_progress(self):
        for record in self:
            duties = record._deciding_obligations()
            done = sum(100 if o.date_done else min(o.progress, 99) for o in duties)
            record.progress = done // len(duties) if duties else 0
            record.open_count = len(duties.filtered(lambda o: not o.date_done))

    @api.depends(*DOCKET)
    def _compute_completed_date(self):
        for record in self:
            record.completed_date = record._last_event("EN_COMPLETED").date

    @api.depends("completed_date", "forced_received_date")
    def _compute_completion_mode(self):
        """Forced when the decision had come before; an agreement is told by hand."""
        for record in self:
            done, forced = record.completed_date, record.forced_received_date
            if not done:
                record.completion_mode = False
            elif record.completion_mode != "agreement":
                is_forced = forced and forced <= done
                record.completion_mode = "forced" if is_forced else "voluntary"

    @api.depends("notice_ids.date", "notice_ids.occasion")
    def _compute_reports_sent(self):
        for record in self:
            record.reports_sent = len(record._report_notices().filtered("date"))

    @api.depends("reports_sent")
    def _compute_reports_text(self):
        for record in self:
            record.reports_text = f"{record.reports_sent}/{len(ADDRESSEES)}"

    @api.depends("completed_date", "notice_ids.date", "notice_ids.occasion")
    def _compute_completion_reported(self):
        for record in self:
            again = record.notice_ids.filtered(lambda n: n.occasion == "completed")
            sent = [day for day in record._report_notices().mapped("date") if day]
            done = record.completed_date
            record.completion_reported = bool(
                again or (done and sent and min(sent) >= done)
            )

    @api.depends(
        "obstacle_ids.active",
        "obstacle_ids.date_from",
        "obstacle_ids.date_to",
        "obstacle_ids.reason_id",
    )
    def _compute_obstacle_reason_id(self):
        """The obstacle that stands since last."""
        for record in self:
            standing = record.obstacle_ids.filtered(
                lambda o: o.active and not o.date_to
            )
            last = standing.sorted(lambda o: (o.date_from, o._origin.id or 0))[-1:]
            record.obstacle_reason_id = last.reason_id

    @api.depends(
        "obligation_ids.kind",
        "obligation_ids.part_id",
        "monitored",
        "new_decision",
        "proceeding_id.stage_id",
    )
    def _compute_asks_new_decision(self):
        for record in self:
            record.asks_new_decision = record._is_unfinished() and (
                record._asks_new_decision() or record._only_annuls()
            )

    def _only_annuls(self):
        """Every duty comes from an annulment in the judgment, and nobody has said yet
        what follows from it."""
        reliefs = self._deciding_obligations().part_id.mapped("relief")
        annuls = [bool(relief and relief.startswith("annul")) for relief in reliefs]
        return bool(annuls) and all(annuls) and self.new_decision in (False, "ask")

    @api.depends("obligation_ids.request_ids.date_answered")
    def _compute_is_waiting_for_others(self):
        for record in self:
            requests = record.obligation_ids.request_ids
            record.is_waiting_for_others = bool(
                requests.filtered(lambda r: r.date_asked and not r.date_answered)
            )

    @api.depends(
        "forced_number",
        "forced_received_date",
        "monitored",
        "obligation_ids.agency_id",
        "obligation_ids.user_id",
        "proceeding_id.stage_id",
        "responsible_id",
        "step_ids",
    )
    def _compute_missing_text(self):
        for record in self:
            missing = record._missing() if record._is_unfinished() else []
            record.missing_text = ", ".join(missing)

    def _missing(self):
        """What the office still owes the file of an unfinished judgment."""
        self.ensure_one()
        if self.monitored == "no":
            return []
        duties = self._deciding_obligations()
        unassigned = duties.filtered(lambda o: not (o.agency_id and o.user_id))
        unplanned = duties.filtered(lambda o: not (o.date_planned or o.date_done))
        wanting = [
            (not duties, self.env._("the obligations")),
            (not self.responsible_id, self.env._("the person responsible")),
            (unassigned, self.env._("unit and person in charge of each obligation")),
            (unplanned, self.env._("the planned day of each obligation")),
            (not self.step_ids, self.env._("the steps of the roadmap")),
            (
                self.forced_received_date and not self.forced_number,
                self.env._("the number of the forced decision"),
            ),
        ]
        return [text for lacks, text in wanting if lacks]

    @api.depends("proceeding_id.stage_id", "proceeding_id.date_end")
    def _compute_is_unfinished(self):
        for record in self:
            record.is_unfinished = record._is_unfinished()

    def _search_is_unfinished(self, operator, value):
        if operator != "in":
            return NotImplemented
        return self._domain_unfinished()

    @api.model
    def _domain_unfinished(self):
        """Judgments in which the agency still has something to perform."""
        return Domain("stage_id.code", "not in", FINISHED) & Domain(
            "date_end", "=", False
        )

    def _is_unfinished(self):
        self.ensure_one()
        return not self.date_end and self.stage_id.code not in FINISHED

    # -- what completes it ------------------------------------------------------------

    def _deciding_obligations(self):
        """Duties that decide on completion: neither the property part (LTTHC 311.1.h)
        nor going on with the challenged decision after a victory (311.1.a)."""
        return self.obligation_ids.filtered(
            lambda o: not o.is_property and o.kind != "continue"
        )

    def _asks_new_decision(self):
        """A judgment that only annuls leaves open whether to decide anew: nothing is
        complete before that is answered."""
        self.ensure_one()
        duties = self._deciding_obligations()
        return (
            self.monitored == "yes"
            and bool(duties)
            and set(duties.mapped("kind")) == {"cancel"}
            and self.new_decision not in ("yes", "no")
        )

    def _is_performed(self):
        """Every duty that decides is proved, and none is in doubt."""
        self.ensure_one()
        duties = self._deciding_obligations()
        return (
            bool(duties) and all(duties.mapped("date_done"))
        ) and not self._asks_new_decision()

    def _report_notices(self):
        """The four reports after the period of the law (EN-03)."""
        return self.notice_ids.filtered(lambda n: n.occasion == "period")

    def action_new_decision_needed(self):
        """A new decision is needed: it becomes an obligation of its own."""
        self.ensure_one()
        self.env["thuduc.case.obligation"].create(
            {
                "enforcement_id": self.id,
                "name": self.env._("Issue a new decision"),
                "kind": "new_decision",
                "agency_id": self.unit_id.id,
                "user_id": self.responsible_id.id,
            }
        )
        self.new_decision = "yes"

    def action_no_new_decision(self):
        """Nothing is to be decided anew: the annulment says it all."""
        self.new_decision = "no"

    def action_ask_explanation(self):
        """Ask the court to explain its judgment (LTTHC 310): record the request."""
        self.ensure_one()
        self.new_decision = "ask"
        asked = self.type_id.event_type_ids.filtered(
            lambda t: t.code == "EN_EXPLANATION_REQUESTED"
        )
        return self.with_context(thuduc_event_type_id=asked.id).action_record_event()

    def action_add_final_reports(self):
        """Four more reports: what was told unfinished is told again when complete."""
        self.ensure_one()
        have = self.notice_ids.filtered(lambda n: n.occasion == "completed")
        missing = set(ADDRESSEES) - set(have.mapped("addressee"))
        self.env["thuduc.case.result.notice"].create(
            [
                {"enforcement_id": self.id, "addressee": who, "occasion": "completed"}
                for who in ADDRESSEES
                if who in missing
            ]
        )
