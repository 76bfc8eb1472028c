from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

LITIGANTS = ("plaintiff", "related_plaintiff", "related_defendant", "related")


class HearingClose(models.TransientModel):
    """Close a hearing: what happened, who came, what the court decided, what is next.

    One dialog records all the events that follow; nothing that the sheet knows is
    asked again. What an absence brings by law is proposed (LTTHC 135, 157, 225).
    """

    _name = "thuduc.case.hearing.close"
    _description = "Record the Result of a Hearing"

    hearing_id = fields.Many2one(
        "thuduc.case.hearing", required=True, ondelete="cascade"
    )
    kind = fields.Selection(related="hearing_id.kind")
    possible_type_ids = fields.Many2many(
        "thuduc.event.type", compute="_compute_possible_type_ids"
    )
    type_id = fields.Many2one(
        "thuduc.event.type",
        string="What happened",
        compute="_compute_type_id",
        store=True,
        readonly=False,
    )
    hearing_result = fields.Selection(related="type_id.hearing_result")
    line_ids = fields.One2many(
        "thuduc.case.hearing.close.line",
        "wizard_id",
        string="Who came",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )
    date = fields.Date(
        compute="_compute_date",
        store=True,
        readonly=False,
    )
    asks_outcome = fields.Boolean(compute="_compute_asks_outcome")
    outcome_id = fields.Many2one(
        "thuduc.case.outcome",
        compute="_compute_outcome_id",
        store=True,
        readonly=False,
        string="Outcome or reason",
    )
    asks_number = fields.Boolean(related="type_id.asks_number")
    document_number = fields.Char(string="Number of the paper")
    asks_schedule = fields.Boolean(related="type_id.asks_schedule")
    next_at = fields.Datetime(string="Goes on")
    place = fields.Char(compute="_compute_place", store=True, readonly=False)
    asks_presence = fields.Boolean(related="type_id.asks_presence")
    agency_presence = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.event"]
            ._fields["agency_presence"]
            ._description_selection(self.env)
        ),
        compute="_compute_agency_presence",
        store=True,
        readonly=False,
        string="The agency was",
    )
    is_committed = fields.Boolean(string="Commitments were put on record")
    is_success = fields.Boolean(compute="_compute_asks_outcome")
    note = fields.Text()
    warning = fields.Char(compute="_compute_warning")

    @api.depends("hearing_id")
    def _compute_possible_type_ids(self):
        for wizard in self:
            wizard.possible_type_ids = wizard.hearing_id._closing_types()

    @api.depends("hearing_id")
    def _compute_line_ids(self):
        """Present, unless the sheet or a request sent before says otherwise."""
        for wizard in self:
            hearing = wizard.hearing_id
            wizard.line_ids = [
                Command.clear(),
                *(
                    Command.create(
                        {
                            "attendance_id": line.id,
                            "presence": line.presence
                            or hearing._expected_presence(line),
                        }
                    )
                    for line in hearing.attendance_ids.sorted(
                        lambda a: (not a.is_agency, a.sequence, a.id)
                    )
                ),
            ]

    @api.depends("hearing_id")
    def _compute_date(self):
        """The day of the hearing, or today if it is told before that day."""
        for wizard in self:
            hearing, today = wizard.hearing_id, fields.Date.context_today(wizard)
            day = hearing.start and hearing._local_start().date()
            wizard.date = min(day or today, today)

    @api.depends("hearing_id", "line_ids.presence")
    def _compute_type_id(self):
        """The usual end; a first absence without a request postpones (LTTHC 157.1)."""
        for wizard in self:
            possible = wizard.possible_type_ids
            postponed = possible.filtered(lambda t: t.hearing_result == "postponed")
            if wizard._agency_stays_away() and not wizard._is_second():
                wizard.type_id = postponed[:1] or wizard.type_id
            elif not wizard.type_id:
                wizard.type_id = wizard._usual_type()

    def _usual_type(self):
        possible = self.possible_type_ids
        usual = "held" if self.kind == "meeting" else "judged"
        return (
            possible.filtered(lambda t: t.hearing_result == usual)[:1] or possible[:1]
        )

    @api.depends("type_id")
    def _compute_place(self):
        for wizard in self:
            wizard.place = wizard.place or wizard.hearing_id.place

    @api.depends("type_id", "outcome_id")
    def _compute_asks_outcome(self):
        """How the agency took part is known from the list; no need to ask."""
        for wizard in self:
            known = wizard.hearing_result == "held" and wizard.kind != "meeting"
            wizard.asks_outcome = bool(wizard.type_id.outcome_ids) and not known
            wizard.is_success = wizard.outcome_id.code == "DIALOGUE_SUCCESS"

    @api.depends("type_id", "line_ids.presence")
    def _compute_outcome_id(self):
        """Proposed where the absence says it."""
        for wizard in self:
            offered = wizard.type_id.outcome_ids
            code = wizard._outcome_by_absence()
            told = offered.filtered(lambda o, code=code: o.code == code)
            chosen = wizard.outcome_id if wizard.outcome_id in offered else False
            wizard.outcome_id = told[:1] or chosen

    def _outcome_by_absence(self):
        if self.hearing_result == "postponed":
            if self._agency_stays_away():
                return "POSTPONE_AGENCY"
            away = self.line_ids.filtered(
                lambda line: line.presence in ("absent", "reason")
            )
            return "POSTPONE_PLAINTIFF" if "plaintiff" in away.mapped("role") else None
        if self.kind == "meeting" and self._agency_stays_away() and self._is_second():
            return "DIALOGUE_IMPOSSIBLE"
        return None

    @api.depends("type_id", "line_ids.presence")
    def _compute_agency_presence(self):
        """For the period to appeal: present, or not (LTTHC 206.1)."""
        for wizard in self:
            line = wizard.line_ids.filtered("is_agency")[:1]
            came = line.presence in (False, "present")
            if not wizard.asks_presence:
                wizard.agency_presence = False
            elif not came:
                wizard.agency_presence = "absent"
            elif wizard.agency_presence in (False, "absent"):
                wizard.agency_presence = "present"

    @api.depends("type_id", "line_ids.presence")
    def _compute_warning(self):
        for wizard in self:
            wizard.warning = wizard._warning()

    def _agency_stays_away(self):
        line = self.line_ids.filtered("is_agency")[:1]
        return line.presence == "absent"

    def _is_second(self):
        return self.hearing_id.summons_order >= 2

    def _warning(self):
        """What the law attaches to the absence of the agency."""
        if not self._agency_stays_away():
            return False
        if self.kind == "meeting" and self._is_second():
            return self.env._(
                "Absent after the second valid summons: no dialogue can be held "
                "(Article 135.1 LTTHC)."
            )
        if self.kind == "meeting":
            return self.env._(
                "Absent after the first summons: if litigants ask so, the judge "
                "postpones the meeting (Article 137.3 LTTHC)."
            )
        if self._is_second():
            return self.env._(
                "Absent after the second valid summons: the agency is tried in "
                "absentia; if it appealed, its appeal is terminated (Articles "
                "157.2.b, 241.5 LTTHC)."
            )
        return self.env._(
            "Absent after the first valid summons without a request to be tried in "
            "absence: the court postpones the hearing (Articles 157.1, 225 LTTHC)."
        )

    # -- recording ------------------------------------------------------------------

    def action_close(self):
        """Record who came and the events that follow."""
        self.ensure_one()
        hearing = self.hearing_id
        hearing._check_open()
        self._check_complete()
        for line in self.line_ids:
            line._write_attendance()
        trial = self.kind not in ("meeting", "pronouncement")
        if trial and self.hearing_result not in ("held", "postponed"):
            hearing._record_held(self.date)
        if trial and self.hearing_result == "held":
            hearing._record_held(self.date, **self._prepare_event_values())
        else:
            hearing.proceeding_id.record_event(
                self.type_id.code, self.date, **self._prepare_event_values()
            )
        if self.is_committed and self.is_success:
            hearing.proceeding_id.record_event("FI_DIALOGUE_COMMITTED", self.date)
        return {"type": "ir.actions.act_window_close"}

    def _check_complete(self):
        if self.asks_outcome and not self.outcome_id:
            raise UserError(self.env._("Choose the outcome or the reason."))
        hearing = self.hearing_id
        if self.next_at and self.asks_schedule and self.next_at <= hearing.start:
            raise UserError(
                self.env._("The day on which it goes on must come after this one.")
            )

    def _prepare_event_values(self):
        values = {"note": self.note}
        if self.asks_outcome:
            values["outcome_id"] = self.outcome_id.id
        if self.asks_number:
            values["document_number"] = self.document_number
        if self.asks_schedule and self.next_at:
            values |= {"scheduled_at": self.next_at, "place": self.place}
        if self.asks_presence:
            values["agency_presence"] = self.agency_presence
        if self.type_id.asks_absent_parties:
            away = self.line_ids.filtered(
                lambda line: (
                    line.role in LITIGANTS and line.presence not in (False, "present")
                )
            )
            values["absent_party_ids"] = [Command.set(away.attendance_id.party_id.ids)]
        return values
