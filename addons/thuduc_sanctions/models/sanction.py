from odoo import api, fields, models

DECIDING = ("decision_issued", "remedy_decided")
SERVICES = ("served", "posted")
COMPLETING = ("served", "posted", "fine_paid", "remedy_done", "supplementary_done")


class Sanction(models.Model):
    """The file of one administrative violation, from its discovery to expungement.

    It delegates to the dossier, whose docket decides stage and deadlines. Opening a
    sanction opens the handling of the violation; its decision opens the execution.
    """

    _name = "thuduc.sanction"
    _description = "Administrative Sanction"
    _inherit = [
        "thuduc.dossier.mixin",
        "thuduc.sanction.minutes",
        "thuduc.sanction.decision",
        "thuduc.sanction.money",
        "thuduc.sanction.gate",
        "thuduc.sanction.papers",
    ]
    _inherits = {"thuduc.dossier": "dossier_id"}
    _rec_names_search = ["name", "title"]

    dossier_id = fields.Many2one(
        "thuduc.dossier", required=True, index=True, ondelete="cascade"
    )
    agency_id = fields.Many2one(
        related="dossier_id.agency_id", inherited=True, readonly=False, tracking=True
    )
    user_id = fields.Many2one(
        related="dossier_id.user_id", inherited=True, readonly=False, tracking=True
    )
    field_id = fields.Many2one(
        related="dossier_id.field_id", inherited=True, readonly=False, tracking=True
    )
    confidential = fields.Boolean(
        related="dossier_id.confidential",
        inherited=True,
        readonly=False,
        tracking=True,
    )
    source = fields.Selection(
        [
            ("patrol", "Patrol"),
            ("inspection", "Inspection"),
            ("complaint", "Complaint or denunciation"),
            ("report", "Report of a citizen"),
            ("device", "Camera or technical means"),
            ("media", "Media"),
            ("transfer", "Transferred by another unit"),
            ("criminal", "Transferred by a criminal body"),
            ("self", "Self-report"),
        ],
        string="Found through",
        default="inspection",
    )
    detected_at = fields.Datetime(
        string="Found at",
        copy=False,
        help="When the act was found: the period for making minutes starts.",
    )
    place = fields.Char(string="Place of the violation")
    description = fields.Text(string="Summary")
    violator_names = fields.Char(
        string="Violators", compute="_compute_violator_names", store=True
    )
    main_type_id = fields.Many2one(
        related="dossier_id.main_proceeding_id.type_id", string="Procedure"
    )
    act_ids = fields.One2many("thuduc.sanction.act", "sanction_id", string="Acts")
    measure_ids = fields.One2many("thuduc.sanction.measure", "sanction_id")

    has_explanation_right = fields.Boolean(
        string="Right to explain",
        compute="_compute_has_explanation_right",
        store=True,
        help="Law 15/2012, Article 61.1: by the highest fine of the bracket, or if a "
        "licence or an activity may be suspended.",
    )
    is_warning_only = fields.Boolean(compute="_compute_is_warning_only", store=True)
    minutes_number = fields.Char(compute="_compute_from_docket", store=True)
    minutes_date = fields.Date(compute="_compute_from_docket", store=True)
    decision_number = fields.Char(compute="_compute_from_docket", store=True)
    decision_date = fields.Date(compute="_compute_from_docket", store=True, index=True)
    served_date = fields.Date(compute="_compute_from_docket", store=True)
    executed_date = fields.Date(compute="_compute_from_docket", store=True)

    # By the dossier, so that its events and parties find the sanction without a search.
    @api.depends(
        "dossier_id.party_ids.name",
        "dossier_id.party_ids.role",
        "dossier_id.party_ids.kind",
    )
    def _compute_violator_names(self):
        for sanction in self:
            names = sanction._violators().mapped("name")
            sanction.violator_names = ", ".join(filter(None, names))

    @api.depends("act_ids.has_explanation_right")
    def _compute_has_explanation_right(self):
        for sanction in self:
            sanction.has_explanation_right = any(
                sanction.act_ids.mapped("has_explanation_right")
            )

    @api.depends("act_ids.main_sanction")
    def _compute_is_warning_only(self):
        for sanction in self:
            sanctions = set(sanction.act_ids.mapped("main_sanction"))
            sanction.is_warning_only = sanctions == {"warning"}

    @api.depends(
        "dossier_id.event_ids.date",
        "dossier_id.event_ids.withdrawn",
        "dossier_id.event_ids.type_id",
        "dossier_id.event_ids.document_number",
    )
    def _compute_from_docket(self):
        for sanction in self:
            minutes = sanction._last_event("minutes")
            decision = sanction._last_event(*DECIDING)
            sanction.minutes_date = minutes.date
            sanction.minutes_number = minutes.document_number
            sanction.decision_date = decision.date
            sanction.decision_number = decision.document_number
            sanction.served_date = sanction._last_event("served", "posted").date
            sanction.executed_date = sanction._last_event("executed").date

    def _last_event(self, *codes):
        """The last event of one of these types that stands."""
        self.ensure_one()
        return self.event_ids.filtered(
            lambda event: event.code in codes and not event.withdrawn
        ).sorted(lambda event: (event.date, event._origin.id or 0))[-1:]

    def _violators(self):
        return self._parties_in("violator")

    def _parties_in(self, *roles):
        return self.party_ids.filtered(lambda party: party.role in roles)

    @api.model_create_multi
    def create(self, vals_list):
        sanctions = super().create([{**vals, "kind": "sanction"} for vals in vals_list])
        for sanction in sanctions:
            sanction.dossier_id.open_proceeding("sanction_handling")
            sanction._sync_detected()
        return sanctions

    def write(self, vals):
        result = super().write(vals)
        if "detected_at" in vals:
            for sanction in self:
                sanction._sync_detected()
        if "fine_reduction" in vals:
            self._settle_fine()
        return result

    def _sync_detected(self):
        """The hour at which the act was found is an event of the docket."""
        self.ensure_one()
        event = self._last_event("detected")
        moment = self.detected_at
        if not moment or event.datetime == moment:
            return
        day = fields.Datetime.context_timestamp(self, moment).date()
        if event:
            event.write({"datetime": moment, "date": day})
        else:
            self.record_event("detected", day, datetime=moment)

    # -- consequences of events ---------------------------------------------------

    def _after_event(self, event):
        """What an event of the docket brings about in the sanction itself."""
        for sanction in self:
            if event.code == "detected" and not sanction.detected_at:
                sanction.detected_at = event.datetime or event.date
            if event.code in SERVICES:
                sanction._state_longer_period(event)
            if event.code in COMPLETING:
                sanction._complete_execution()

    def _state_longer_period(self, service):
        """Article 73.1: ten days from receipt, or the longer period of the decision."""
        self.ensure_one()
        usual = self.env["thuduc.sanction.parameter"]._value("execution_days")
        if self.payment_days > usual and not service.stated_date:
            count = self.env["thuduc.calendar.day"]._count
            service.stated_date = count(service.date, self.payment_days, "day").due

    def _settle_fine(self):
        """Record that the fine is paid once the sum covers it, take it back if not."""
        for sanction in self:
            paid = sanction._last_event("fine_paid").filtered("automatic")
            covered_on = sanction._covered_on()
            if paid and paid.date != covered_on:
                if covered_on:
                    paid.date = covered_on
                else:
                    sanction._last_event("executed").filtered("automatic").withdraw(
                        self.env._("The fine is not fully paid any more.")
                    )
                    paid.withdraw(self.env._("The payments no longer cover the fine."))
            elif covered_on and not sanction._last_event("fine_paid"):
                sanction.record_event("fine_paid", covered_on, automatic=True)
            overdue = sanction._last_event("payment_overdue").filtered("automatic")
            if covered_on and overdue and covered_on < overdue.date:
                overdue.withdraw(self.env._("The fine was paid in time."))

    def _covered_on(self):
        """Day on which the payments covered the fine; False while they do not."""
        self.ensure_one()
        rest = self.fine_due
        booked = self.payment_ids.filtered(lambda p: p.state == "booked")
        for payment in booked.sorted("date") if rest else booked.browse():
            rest -= payment.amount
            if rest <= 0:
                return payment.date
        return False

    def _complete_execution(self):
        """All is executed once the decision is served, the fine paid and every act's
        duties done; a mere warning is executed by its service."""
        self.ensure_one()
        codes = ("fine_paid",) if self.fine_due else ("served", "posted")
        fact = self._last_event(*codes)
        if not fact or self._last_event("executed"):
            return
        remedied = self.act_ids.filtered("remedies")
        punished = self.act_ids.filtered("supplementary")
        done = [
            *remedied.mapped("remedies_done_on"),
            *punished.mapped("supplementary_done_on"),
        ]
        if all(done):
            self.record_event("executed", max([fact.date, *done]), automatic=True)
