from odoo import api, fields, models

MARGIN_PARAMETER = "thuduc_cases.request_margin_days"
ACTIVITY_TYPE = "mail.mail_activity_data_todo"
REFUSED = "ANSWER_REFUSED"
OPEN_STATES = ("overdue", "new", "assigned", "collecting")
COLOURS = {"overdue": 1, "internal": 2, "week": 3}
# Who signs such requests, as the paper names them.
ASKERS = [
    ("court", "Court"),
    ("procuracy", "Procuracy"),
    ("party", "Litigant"),
]


class CaseRequest(models.Model):
    """Documents that a court, a procuracy or a litigant asks the agency for.

    They are due within the period of the law (LTTHC 93, 193.3); who has none answers
    in writing why. Not to answer is sanctioned (325). The event that records the
    request opens this sheet, the event that answers it closes it; in between a unit
    collects, against a date of the office's own that lies before that of the law.
    """

    _name = "thuduc.case.request"
    _description = "Request for Evidence"
    _inherit = [
        "thuduc.event.sheet.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "date_due, id"
    _rec_names_search = ["case_id", "document_number", "asker_name"]
    # Whom the office asked to collect may send the documents here.
    _mail_post_access = "read"

    case_id = fields.Many2one(
        "thuduc.case", compute="_compute_case_id", store=True, index=True
    )
    case_title = fields.Char(related="case_id.title", string="Subject")
    officer_id = fields.Many2one(related="case_id.user_id", string="Officer in charge")
    type_id = fields.Many2one(related="event_id.type_id")
    asker = fields.Selection(
        ASKERS, string="Asked by", required=True, default="court", index=True
    )
    asker_name = fields.Char(
        string="Name of who asks",
        compute="_compute_asker_name",
        store=True,
        readonly=False,
    )
    document_number = fields.Char(related="event_id.document_number", readonly=False)
    document_date = fields.Date(related="event_id.document_date", readonly=False)
    date_received = fields.Date(
        related="event_id.date", store=True, string="Received on"
    )
    line_ids = fields.One2many(
        "thuduc.case.request.line", "request_id", string="What is asked"
    )
    note = fields.Text()

    agency_id = fields.Many2one(
        "thuduc.agency",
        string="Unit that collects",
        index=True,
        tracking=True,
    )
    user_id = fields.Many2one(
        "res.users", string="Who collects", index=True, tracking=True
    )
    started_date = fields.Date(string="Collecting since")

    deadline_id = fields.Many2one(
        "thuduc.deadline", compute="_compute_deadline_id", store=True
    )
    date_due = fields.Date(
        compute="_compute_deadline_id", store=True, index=True, string="Due by law"
    )
    date_internal = fields.Date(
        compute="_compute_date_internal",
        store=True,
        readonly=False,
        string="Due in the office",
        tracking=True,
    )
    consequence = fields.Char(related="deadline_id.rule_id.consequence")
    provision_id = fields.Many2one(related="deadline_id.provision_id")
    days_left = fields.Integer(compute="_compute_days_left")
    urgency = fields.Selection(
        [
            ("overdue", "Overdue"),
            ("internal", "Past the office's date"),
            ("week", "Due within a week"),
            ("later", "Later"),
            ("done", "Answered"),
        ],
        compute="_compute_days_left",
    )
    color = fields.Integer(compute="_compute_days_left")

    answer_id = fields.Many2one(
        "thuduc.event", compute="_compute_answer_id", store=True
    )
    answer_date = fields.Date(related="answer_id.date", string="Answered on")
    answer_number = fields.Char(
        related="answer_id.document_number", string="Number of the answer"
    )
    answer_outcome_id = fields.Many2one(related="answer_id.outcome_id")
    answer_note = fields.Text(related="answer_id.note", string="Reasons given")
    answer_file_ids = fields.Many2many(related="answer_id.attachment_ids")
    answer_method = fields.Selection(
        [
            ("direct", "Handed in"),
            ("post", "Registered mail"),
            ("electronic", "Electronic"),
        ],
        string="Sent by",
    )
    answer_proof = fields.Char(
        string="Proof of sending", help="Number of the receipt or of the postal item."
    )
    is_late = fields.Boolean(compute="_compute_state", store=True)
    state = fields.Selection(
        [
            ("overdue", "Overdue"),
            ("new", "New"),
            ("assigned", "Assigned"),
            ("collecting", "Collecting"),
            ("answered", "Answered in time"),
            ("answered_late", "Answered late"),
            ("refused", "Answered why not"),
        ],
        compute="_compute_state",
        store=True,
        index=True,
        tracking=True,
        group_expand="_group_expand_state",
    )

    @api.depends("dossier_id.case_ids")
    def _compute_case_id(self):
        for request in self:
            request.case_id = request.dossier_id.case_ids[:1]

    @api.depends("asker", "event_id.party_id", "proceeding_id.case_round_ids.court_id")
    def _compute_asker_name(self):
        for request in self:
            court = request.proceeding_id.case_round_ids.court_id[:1]
            party = request.event_id.party_id
            if request.asker == "court":
                request.asker_name = court.name
            elif request.asker == "party":
                request.asker_name = party.name or request.case_id.plaintiff_names
            else:
                request.asker_name = False

    @api.depends(
        "event_id.started_deadline_ids.bound_party",
        "event_id.started_deadline_ids.date_due",
        "event_id.started_deadline_ids.state",
    )
    def _compute_deadline_id(self):
        for request in self:
            deadline = request.event_id.started_deadline_ids.filtered(
                lambda d: d.state != "superseded" and d.bound_party == "agency"
            )[:1]
            request.deadline_id = deadline
            request.date_due = deadline.date_due

    @api.depends("date_due")
    def _compute_date_internal(self):
        """The office's own date: some working days before that of the law, but not
        before the day after the receipt."""
        # A setting of the office, the same for everybody: sudo reads it.
        margin = self.env["ir.config_parameter"].sudo().get_param(MARGIN_PARAMETER)
        calendar = self.env["thuduc.calendar.day"]._working_calendar()
        for request in self:
            due = request.date_due
            if not due:
                request.date_internal = False
                continue
            earliest = calendar.add_working_days(request.date_received, 1)
            target = calendar.add_working_days(due, -int(margin or 0))
            request.date_internal = min(max(earliest, target), due)

    @api.depends("date_due", "date_internal", "answer_id")
    def _compute_days_left(self):
        today = fields.Date.context_today(self)
        for request in self:
            due = request.date_due
            left = (due - today).days if due else 0
            request.days_left = 0 if request.answer_id else left
            if request.answer_id:
                request.urgency = "done"
            elif due and left < 0:
                request.urgency = "overdue"
            elif request.date_internal and request.date_internal < today:
                request.urgency = "internal"
            else:
                request.urgency = "week" if due and left <= 7 else "later"
            request.color = COLOURS.get(request.urgency, 0)

    @api.depends(
        "event_id.answered_by_ids.type_id",
        "event_id.answered_by_ids.withdrawn",
        "deadline_id.closing_event_id",
    )
    def _compute_answer_id(self):
        """The event that names this request as answered, or met its deadline."""
        for request in self:
            wanted = request.event_id.type_id.request_answer_type_id
            answers = request.event_id.answered_by_ids.filtered(
                lambda e, wanted=wanted: not e.withdrawn and e.type_id == wanted
            )
            met_by = request.deadline_id.closing_event_id
            if met_by.type_id != wanted or met_by.withdrawn:
                met_by = met_by.browse()
            request.answer_id = answers.sorted("date")[:1] or met_by

    @api.depends(
        "agency_id",
        "answer_id.date",
        "answer_id.outcome_id",
        "date_due",
        "deadline_id.state",
        "line_ids.state",
        "started_date",
        "user_id",
    )
    def _compute_state(self):
        for request in self:
            answer, due = request.answer_id, request.date_due
            request.is_late = bool(answer and due and answer.date > due)
            request.state = request._state(answer)

    def _state(self, answer):
        if answer.outcome_id.code == REFUSED:
            return "refused"
        if answer:
            return "answered_late" if self.is_late else "answered"
        if self.deadline_id.state == "overdue":
            return "overdue"
        if self.started_date or any(line.state != "open" for line in self.line_ids):
            return "collecting"
        return "assigned" if self.user_id or self.agency_id else "new"

    @api.depends("case_id.name", "asker_name", "document_number")
    def _compute_display_name(self):
        for request in self:
            parts = [
                request.case_id.name,
                request.asker_name,
                request.document_number,
            ]
            request.display_name = " – ".join(part for part in parts if part)

    @api.model
    def _wants_sheet(self, event):
        return bool(event.type_id.request_answer_type_id and event.dossier_id.case_ids)

    @api.model
    def _prepare_sheet_values(self, event):
        values = super()._prepare_sheet_values(event)
        if event.party_id:
            values["asker"] = "party"
        return values

    @api.model
    def _group_expand_state(self, states, domain):
        """The board shows every open state, also without a card."""
        return [*OPEN_STATES, *(state for state in states if state not in OPEN_STATES)]

    def action_start(self):
        """The unit has begun to collect."""
        self.check_access("read")
        for request in self.filtered(lambda r: not r.started_date):
            # Who was asked to collect may say so though the file is another's: sudo.
            if request.user_id == self.env.user or request.has_access("write"):
                request.sudo().started_date = fields.Date.context_today(self)

    def action_answer(self):
        """Open the dialog that records the answer."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Answer the Request"),
            "res_model": "thuduc.case.request.answer",
            "view_mode": "form",
            "target": "new",
            "context": {"default_request_id": self.id},
        }

    def action_open_case(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "thuduc.case",
            "res_id": self.case_id.id,
            "view_mode": "form",
        }
