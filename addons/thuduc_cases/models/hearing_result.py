from odoo import api, fields, models
from odoo.exceptions import UserError

# What may still follow, on that day or later, on a hearing that was held.
AFTER_HELD = ("recessed", "prolonged", "judged")
# What closes a hearing of whatever name.
ENDING = ("prolonged", "judged", "cancelled")
GONE = ("postponed", "replaced", "cancelled")
ATTENDANCE = {
    "ATTEND_HEAD": "head",
    "ATTEND_DEPUTY": "deputy",
    "ATTEND_REQUEST": "request",
    "ATTEND_REASON": "reason",
    "ATTEND_ABSENT": "absent",
}
DIALOGUE = {
    "DIALOGUE_SUCCESS": "dialogue_success",
    "DIALOGUE_FAILED": "dialogue_failed",
    "DIALOGUE_IMPOSSIBLE": "dialogue_impossible",
}


class HearingResult(models.Model):
    """How a hearing ended is what the docket says of its day, whoever recorded it."""

    _inherit = "thuduc.case.hearing"

    closing_event_id = fields.Many2one(
        "thuduc.event", compute="_compute_result", store=True, string="Closed by"
    )
    held_event_id = fields.Many2one(
        "thuduc.event", compute="_compute_result", store=True
    )
    result = fields.Selection(
        [
            ("held", "Held"),
            ("judged", "Judgment pronounced"),
            ("prolonged", "Deliberation prolonged"),
            ("recessed", "Recessed"),
            ("postponed", "Postponed"),
            ("dialogue_success", "Dialogue successful"),
            ("dialogue_failed", "Dialogue failed"),
            ("dialogue_impossible", "Dialogue impossible"),
            ("replaced", "Moved to another day"),
            ("cancelled", "No longer takes place"),
        ],
        compute="_compute_result",
        store=True,
        index=True,
    )
    result_reason_id = fields.Many2one(
        related="closing_event_id.outcome_id", string="Outcome or reason"
    )
    next_at = fields.Datetime(
        related="closing_event_id.scheduled_at", string="Next day"
    )
    state = fields.Selection(
        [
            ("planned", "To come"),
            ("today", "Today"),
            ("unrecorded", "Result not recorded"),
            ("closed", "Closed"),
        ],
        compute="_compute_state",
        search="_search_state",
    )
    agency_presence = fields.Selection(
        [
            ("head", "The head attended"),
            ("deputy", "An authorised deputy attended"),
            ("request", "Absent, asked to be tried in absence"),
            ("reason", "Absent with good reason"),
            ("absent", "Absent without reason"),
        ],
        compute="_compute_agency_presence",
        store=True,
        string="The agency",
    )

    @api.depends(
        "event_id",
        "event_id.date",
        "kind",
        "proceeding_id.event_ids.date",
        "proceeding_id.event_ids.outcome_id",
        "proceeding_id.event_ids.scheduled_at",
        "proceeding_id.event_ids.type_id",
        "proceeding_id.event_ids.withdrawn",
    )
    def _compute_result(self):
        for hearing in self:
            closing = hearing._closing_events()
            hearing.closing_event_id = closing[-1:]
            hearing.held_event_id = closing.filtered(
                lambda e: e.type_id.hearing_result == "held"
            )[:1]
            hearing.result = hearing._result_of(closing[-1:])

    def _closing_events(self):
        """Events that tell what became of this day: that it was held, and how it went
        on; or the one that moved or cancelled it."""
        self.ensure_one()
        own = self.event_id
        following = self.proceeding_id.event_ids.filtered(
            lambda e: (
                not e.withdrawn
                and e._order_in_time() > own._order_in_time()
                and self._is_closed_by(e.type_id)
            )
        ).sorted(lambda e: e._order_in_time())
        found = following.browse()
        for event in following:
            if found and event.type_id.hearing_result not in AFTER_HELD:
                break
            found |= event
            if event.scheduled_at or event.type_id.hearing_result != "held":
                break
        return found

    def _is_closed_by(self, event_type):
        result = event_type.hearing_result
        return result in ENDING or bool(result and event_type.hearing_kind == self.kind)

    def _result_of(self, event):
        result = event.type_id.hearing_result
        if self.kind == "meeting":
            if result in ENDING:
                return "cancelled"
            return DIALOGUE.get(event.outcome_id.code, result)
        return result

    @api.depends("result", "start", "stop")
    def _compute_state(self):
        now = fields.Datetime.now()
        today = fields.Date.context_today(self)
        for hearing in self:
            if hearing.result or not hearing.start:
                hearing.state = "closed"
            elif hearing.stop < now:
                hearing.state = "unrecorded"
            elif hearing._local_start().date() == today:
                hearing.state = "today"
            else:
                hearing.state = "planned"

    def _search_state(self, operator, value):
        if operator != "in":
            return NotImplemented
        now = fields.Datetime.now()
        ids = []
        if "closed" in value:
            ids += self.search([("result", "!=", False)]).ids
        open_ones = self.search([("result", "=", False)])
        if "unrecorded" in value:
            ids += open_ones.filtered(lambda h: h.stop and h.stop < now).ids
        ids += open_ones.filtered(
            lambda h: h.state in value and h.state in ("planned", "today")
        ).ids
        return [("id", "in", ids)]

    @api.depends(
        "held_event_id.outcome_id",
        "attendance_ids.is_agency",
        "attendance_ids.presence",
        "attendance_ids.is_head",
    )
    def _compute_agency_presence(self):
        """Told by the event that the hearing was held; else by the sheet."""
        for hearing in self:
            told = ATTENDANCE.get(hearing.held_event_id.outcome_id.code)
            line = hearing.attendance_ids.filtered("is_agency")[:1]
            hearing.agency_presence = told or line._agency_presence()

    def _follow_docket(self):
        """Take over what was recorded, corrected or withdrawn in the docket."""
        for hearing in self:
            if hearing.active and not hearing.start:
                hearing.active = False
            told = ATTENDANCE.get(hearing.held_event_id.outcome_id.code)
            if told:
                hearing.attendance_ids.filtered("is_agency")._take_over(told)
        self._sync_calendar()

    # -- recording ------------------------------------------------------------------

    def _closing_types(self):
        """Event types by which this hearing can be closed now, usual ones only: of two
        that say the same, the one that fits the present stage."""
        self.ensure_one()
        fitting = self.proceeding_id.type_id.event_type_ids._for_hearing(self.kind)
        stage = self.proceeding_id.stage_id
        fitting = fitting.sorted(lambda t: (stage not in t.from_stage_ids, t.sequence))
        chosen = fitting.browse()
        for event_type in fitting:
            if event_type.hearing_result not in chosen.mapped("hearing_result"):
                chosen |= event_type
        return chosen.sorted("sequence")

    def _closing_type(self, result):
        return self._closing_types().filtered(lambda t: t.hearing_result == result)[:1]

    def _check_open(self):
        for hearing in self:
            if hearing.result:
                raise UserError(
                    self.env._(
                        "The result of “%(hearing)s” is recorded already. To change "
                        "it, correct or withdraw the event “%(event)s”.",
                        hearing=hearing.display_name,
                        event=hearing.closing_event_id.display_name,
                    )
                )

    def _attendance_outcome(self):
        """The row that tells how the agency took part, for the event “held”."""
        self.ensure_one()
        codes = [
            code for code, told in ATTENDANCE.items() if told == self.agency_presence
        ]
        return self.env["thuduc.case.outcome"].search([("code", "in", codes)], limit=1)

    def _record_held(self, date, **values):
        """Record that the hearing was opened, with how the agency took part."""
        self.ensure_one()
        held = self._closing_type("held")
        if not held or self.held_event_id:
            return self.env["thuduc.event"]
        outcome = self._attendance_outcome()
        if outcome in held.outcome_ids:
            values["outcome_id"] = outcome.id
        return self.proceeding_id.record_event(held.code, date, **values)

    def _reschedule(self, moment, date, **values):
        """Record that the court moved this hearing to ``moment``.

        :param date: the day of the court's paper.
        :raises UserError: this kind of hearing cannot be moved, or is closed.
        """
        self.ensure_one()
        self._check_open()
        event_type = self._closing_type("postponed")
        if not event_type:
            raise UserError(
                self.env._(
                    "The law knows no postponement of “%s”. Record what the court did "
                    "in the case itself.",
                    self.display_name,
                )
            )
        return self.proceeding_id.record_event(
            event_type.code,
            date,
            scheduled_at=moment,
            place=values.pop("place", None) or self.place,
            **values,
        )
