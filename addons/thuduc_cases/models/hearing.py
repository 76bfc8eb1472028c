from datetime import timedelta

from odoo import api, fields, models

HOURS_PARAMETER = "thuduc_cases.hearing_hours"


class CaseHearing(models.Model):
    """A day in court: a meeting on evidence and dialogue, a hearing, a pronouncement.

    The event that fixes the day opens the sheet (LTTHC 136, 146, 163, 187); day and
    place are the event's. What later events of the docket say of that day closes it.
    The sheet holds what the docket does not: room, summons, who is expected, who came.
    """

    _name = "thuduc.case.hearing"
    _description = "Hearing"
    _inherit = ["thuduc.event.sheet.mixin"]
    _order = "start desc, id desc"
    _rec_names_search = ["case_id", "place", "room"]

    case_id = fields.Many2one(
        "thuduc.case", compute="_compute_case_id", store=True, index=True
    )
    case_title = fields.Char(related="case_id.title", string="Subject")
    round_id = fields.Many2one(
        "thuduc.case.round", compute="_compute_case_id", store=True, index=True
    )
    court_id = fields.Many2one(related="round_id.court_id", store=True, index=True)
    docket_no = fields.Char(related="round_id.docket_no")
    kind = fields.Selection(related="event_id.type_id.hearing_kind", store=True)
    agency_id = fields.Many2one(
        related="case_id.agency_id", store=True, index=True, string="Unit in charge"
    )
    user_id = fields.Many2one(
        related="case_id.user_id", store=True, index=True, string="Officer in charge"
    )
    deputy_id = fields.Many2one(related="case_id.deputy_id")

    start = fields.Datetime(related="event_id.scheduled_at", store=True, index=True)
    duration = fields.Float(
        string="Hours", default=lambda self: self._default_duration()
    )
    stop = fields.Datetime(compute="_compute_stop", store=True)
    place = fields.Char(related="event_id.place", store=True)
    room = fields.Char()
    is_online = fields.Boolean(string="Online")
    online_link = fields.Char(string="Link")
    note = fields.Text()

    summons_order = fields.Integer(
        string="Valid summons, time",
        compute="_compute_summons_order",
        inverse="_inverse_summons_order",
        store=True,
        help="The second valid summons: who stays away is tried in absentia (LTTHC "
        "157.2). Counted from the hearings postponed before; can be corrected.",
    )
    summons_order_set = fields.Integer(string="Summons counted by hand")
    summons_number = fields.Char(string="Summons number")
    summons_received_date = fields.Date(string="Summons received on")
    summons_signed_by = fields.Char(string="Summons signed for by")
    summons_agency_id = fields.Many2one(
        "thuduc.agency",
        string="Summons addressed to",
        compute="_compute_summons_agency_id",
        store=True,
        readonly=False,
    )

    attendance_ids = fields.One2many("thuduc.case.attendance", "hearing_id")
    check_ids = fields.One2many("thuduc.case.hearing.check", "hearing_id")

    @api.model
    def _default_duration(self):
        # A setting of the office, the same for everybody: sudo reads it.
        value = self.env["ir.config_parameter"].sudo().get_param(HOURS_PARAMETER)
        return float(value or 0)

    @api.depends("dossier_id.case_ids", "proceeding_id.case_round_ids")
    def _compute_case_id(self):
        for hearing in self:
            hearing.case_id = hearing.dossier_id.case_ids[:1]
            hearing.round_id = hearing.proceeding_id.case_round_ids[:1]

    @api.depends("start", "duration")
    def _compute_stop(self):
        for hearing in self:
            hearing.stop = hearing.start and hearing.start + timedelta(
                hours=hearing.duration
            )

    @api.depends("summons_order_set", "event_id", "proceeding_id.hearing_ids.result")
    def _compute_summons_order(self):
        """One more than the hearings of the same name that were postponed before."""
        for hearing in self:
            before = hearing.proceeding_id.hearing_ids.filtered(
                lambda other, hearing=hearing: (
                    other.active
                    and other.kind == hearing.kind
                    and other.result == "postponed"
                    and other._order_in_docket() < hearing._order_in_docket()
                )
            )
            hearing.summons_order = hearing.summons_order_set or len(before) + 1

    def _inverse_summons_order(self):
        for hearing in self:
            hearing.summons_order_set = hearing.summons_order

    @api.depends("case_id.current_agency_id")
    def _compute_summons_agency_id(self):
        """Whom a summons names is what it says; by default the defendant then."""
        for hearing in self:
            hearing.summons_agency_id = (
                hearing.summons_agency_id or hearing.case_id.current_agency_id
            )

    @api.depends("kind", "start", "case_id.name", "has_conflict")
    @api.depends_context("thuduc_show_conflict", "tz", "lang")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for hearing in self:
            parts = [kinds.get(hearing.kind), hearing.case_id.name]
            name = " – ".join(part for part in parts if part)
            warned = self.env.context.get("thuduc_show_conflict")
            if warned and hearing.has_conflict:
                name = f"⚠ {name}"
            hearing.display_name = name

    @api.model_create_multi
    def create(self, vals_list):
        hearings = super().create(vals_list)
        hearings._complete_attendance()
        hearings._copy_checklist()
        return hearings

    def write(self, vals):
        result = super().write(vals)
        self._sync_calendar()
        return result

    @api.model
    def _wants_sheet(self, event):
        return bool(
            event.type_id.hearing_kind
            and event.scheduled_at
            and event.dossier_id.case_ids
        )

    def _order_in_docket(self):
        self.ensure_one()
        return self.event_id._order_in_time()

    def _earlier(self):
        """The hearing of the same kind that this one continues, if any."""
        self.ensure_one()
        earlier = self.proceeding_id.hearing_ids.filtered(
            lambda h: (
                h.active
                and h.kind == self.kind
                and h._order_in_docket() < self._order_in_docket()
            )
        )
        return earlier.sorted(lambda h: h._order_in_docket())[-1:]

    def _local_start(self):
        """Day and hour at the office."""
        self.ensure_one()
        return self.event_id._local(self.start)

    def action_open_case(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "thuduc.case",
            "res_id": self.case_id.id,
            "view_mode": "form",
        }

    def action_correct_event(self):
        """A slip of the pen in day or place is corrected in the event itself."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.event_id.display_name,
            "res_model": "thuduc.event",
            "res_id": self.event_id.id,
            "view_mode": "form",
            "target": "new",
        }

    def action_record_result(self):
        """Open the dialog that closes the hearing."""
        self.ensure_one()
        return self._action_dialog(
            "thuduc.case.hearing.close",
            self.env._("Record the Result"),
            {"default_hearing_id": self.id},
        )

    def action_reschedule(self):
        """Open the dialog that moves these hearings to other days."""
        return self._action_dialog(
            "thuduc.case.hearing.reschedule",
            self.env._("Move Hearings"),
            {"default_hearing_ids": self.ids},
        )

    def _action_dialog(self, model, name, context):
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": context,
        }
