import pytz

from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Domain

from ..tools import numeric_date
from .deadline_change import CALENDAR_DATE
from .differing import differing

OFFICE_TIMEZONE = pytz.timezone("Asia/Ho_Chi_Minh")
OPEN_STATES = ("running", "suspended", "overdue")


class Deadline(models.Model):
    """A period of the law that runs, or ran, in a proceeding.

    Written by the engine alone: nobody has the right to write here. Users acknowledge,
    check (dual control) and enter a date that an authority fixed, through the actions
    below. A line is never deleted: what the docket no longer implies is superseded.
    """

    _name = "thuduc.deadline"
    _description = "Deadline"
    _order = "date_due, id"
    _rec_name = "name"

    proceeding_id = fields.Many2one(
        "thuduc.proceeding", required=True, index=True, ondelete="cascade"
    )
    dossier_id = fields.Many2one(
        related="proceeding_id.dossier_id", store=True, index=True
    )
    agency_id = fields.Many2one(related="dossier_id.agency_id", store=True, index=True)
    user_id = fields.Many2one(
        related="dossier_id.user_id", store=True, index=True, string="Officer"
    )
    rule_id = fields.Many2one(
        "thuduc.deadline.rule", required=True, index=True, ondelete="restrict"
    )
    code = fields.Char(related="rule_id.code", store=True)
    name = fields.Char(related="rule_id.name", store=True)
    severity = fields.Selection(related="rule_id.severity", store=True)
    bound_party = fields.Selection(related="rule_id.bound_party", store=True)
    provision_id = fields.Many2one(related="rule_id.provision_id")
    trigger_event_id = fields.Many2one(
        "thuduc.event", required=True, index=True, ondelete="restrict"
    )
    party_id = fields.Many2one("thuduc.party", index="btree_not_null")

    date_start = fields.Date(required=True, string="Counted from")
    date_nominal = fields.Date(required=True, string="End before moving")
    date_due = fields.Date(required=True, string="Due")
    due_at = fields.Datetime(string="Due at", help="When hours count.")
    date_target = fields.Date(string="Internal target")
    override_date = fields.Date(string="Date fixed by an authority", readonly=True)
    override_document_id = fields.Many2one("thuduc.document", readonly=True)
    override_reason = fields.Char(readonly=True)

    state = fields.Selection(
        [
            ("running", "Running"),
            ("suspended", "Suspended"),
            ("met", "Met"),
            ("met_late", "Met late"),
            ("overdue", "Overdue"),
            ("superseded", "Superseded"),
        ],
        required=True,
        default="running",
        index=True,
    )
    closing_event_id = fields.Many2one("thuduc.event", string="Met by")
    days_late = fields.Integer()
    days_left = fields.Integer(compute="_compute_days_left")
    extensions = fields.Integer(string="Extensions granted")
    suspended_days = fields.Integer()
    is_stated = fields.Boolean(string="Stated by an authority")
    steps = fields.Json(string="Computation", help="Line by line, in Vietnamese.")
    on_provisional_calendar = fields.Boolean(
        compute="_compute_on_provisional_calendar",
        help="Rests on a year whose days off are not confirmed yet.",
    )

    acknowledged_by_id = fields.Many2one("res.users", readonly=True)
    acknowledged_at = fields.Datetime(readonly=True)
    acknowledged = fields.Boolean(compute="_compute_acknowledged")
    checked_by_id = fields.Many2one("res.users", readonly=True)
    checked_at = fields.Datetime(readonly=True)
    activity_id = fields.Many2one("mail.activity", readonly=True, index=True)
    next_reminder = fields.Date(readonly=True)
    change_ids = fields.One2many("thuduc.deadline.change", "deadline_id")

    _key_uniq = models.UniqueIndex(
        "(proceeding_id, code, trigger_event_id, COALESCE(party_id, 0))",
        "This deadline is already running.",
    )
    _next_reminder_index = models.Index(
        "(next_reminder) WHERE next_reminder IS NOT NULL"
    )
    _due_index = models.Index(
        "(date_due) WHERE state IN ('running', 'suspended', 'overdue')"
    )

    @api.depends("date_due", "state", "days_late")
    def _compute_days_left(self):
        today = fields.Date.context_today(self)
        for deadline in self:
            if deadline.state in OPEN_STATES:
                deadline.days_left = (deadline.date_due - today).days
            else:
                deadline.days_left = 0

    @api.depends("date_start", "date_due")
    def _compute_on_provisional_calendar(self):
        confirmed = self.env["thuduc.calendar.year"]._confirmed_years()
        for deadline in self:
            years = range(deadline.date_start.year, deadline.date_due.year + 1)
            deadline.on_provisional_calendar = not confirmed.issuperset(years)

    @api.depends("acknowledged_at")
    def _compute_acknowledged(self):
        for deadline in self:
            deadline.acknowledged = bool(deadline.acknowledged_at)

    # -- what the engine writes -----------------------------------------------------

    def _key(self):
        self.ensure_one()
        return (self.code, self.trigger_event_id.id, self.party_id.id or None)

    @api.model
    def _clock_values(self, clock):
        """Field values of a computed clock (``docket.Clock``)."""
        hours = clock.period.unit == "hour"
        return {
            "date_start": _day(clock.start),
            "date_nominal": _day(clock.nominal),
            "date_due": clock.due_date,
            "due_at": self._to_utc(clock.due) if hours and not clock.stated else False,
            "date_target": clock.target or False,
            "state": clock.state.value,
            "closing_event_id": clock.closed_by.key if clock.closed_by else False,
            "days_late": clock.days_late,
            "extensions": clock.extensions,
            "suspended_days": clock.suspended_days,
            "is_stated": clock.stated,
            "steps": self._steps_text(clock),
        }

    @api.model
    def _steps_text(self, clock):
        """“Vì sao là ngày này?” as lines; what an authority stated comes last."""
        lines = []
        for position, counted in enumerate(clock.counted):
            if position:
                lines.append(self.env._("More time, counted from the nominal end:"))
            lines.extend(counted.steps)
        if clock.stated:
            lines.append(
                self.env._(
                    "The paper of the authority states the date: %s.",
                    numeric_date(clock.due_date),
                )
            )
        return lines

    def _write_clock(self, values):
        """Write what differs; a due date or state that changes leaves a trace."""
        self.ensure_one()
        changed = differing(self, values)
        if not changed:
            return
        if changed.keys() & {"date_due", "state", "rule_id"}:
            self.env["thuduc.deadline.change"]._log(self, changed)
        if "date_start" in changed:
            # Whoever checked it compared another date with the paper.
            changed |= {"checked_by_id": False, "checked_at": False}
        self.write(changed)

    @api.model
    def _recompute_touching(self, dates):
        """Replay the proceedings whose open deadlines span one of ``dates``.

        :return: the deadlines that may have moved.
        """
        # The calendar concerns every dossier, also those its editor may not open.
        touched = self.sudo().search(
            Domain("state", "in", OPEN_STATES)
            & Domain.OR(
                (Domain("date_start", "<=", day) & Domain("date_due", ">=", day))
                | (Domain("date_due", "<=", day) & Domain("date_start", ">=", day))
                for day in dates
                if day
            )
        )
        known = min(filter(None, dates), default=False)
        touched.with_context(**{CALENDAR_DATE: known}).proceeding_id._replay()
        return touched

    @api.model
    def _cron_update_overdue(self):
        """Turn what ran out yesterday into overdue; reads only what is due."""
        late = self.search(
            Domain("state", "=", "running") & Domain("date_due", "<", "today")
        )
        late.proceeding_id._replay()

    # -- time ---------------------------------------------------------------------

    @api.model
    def _to_office_time(self, moment):
        """UTC (as stored) → naive local time of the office."""
        return (
            pytz.utc.localize(moment).astimezone(OFFICE_TIMEZONE).replace(tzinfo=None)
        )

    @api.model
    def _to_utc(self, moment):
        """Naive local time of the office → UTC (as stored)."""
        return (
            OFFICE_TIMEZONE.localize(moment).astimezone(pytz.utc).replace(tzinfo=None)
        )

    # -- what users do ----------------------------------------------------------------

    def action_acknowledge(self):
        """“I have seen it”: the officer confirms that the reminder arrived."""
        self.check_access("read")
        # No role writes deadlines; this action is the one way to acknowledge.
        self.sudo().write(
            {
                "acknowledged_by_id": self.env.uid,
                "acknowledged_at": fields.Datetime.now(),
            }
        )

    def action_check(self):
        """Dual control: a second person confirms the trigger date beside the paper."""
        self.check_access("read")
        for deadline in self:
            if deadline.trigger_event_id.create_uid == self.env.user:
                raise AccessError(
                    self.env._(
                        "You recorded this date yourself; somebody else checks it."
                    )
                )
        # No role writes deadlines; this action is the one way to check.
        self.sudo().write(
            {"checked_by_id": self.env.uid, "checked_at": fields.Datetime.now()}
        )

    def override(self, date, reason, document=None):
        """Set the due date that a court or authority fixed in writing.

        :raises ValidationError: before the day on which the period began.
        """
        self.ensure_one()
        self.dossier_id.check_access("write")
        date = fields.Date.to_date(date)
        if date and date < self.date_start and self.rule_id.direction == "forward":
            raise ValidationError(
                self.env._("The date fixed lies before the day the period began.")
            )
        # No role writes deadlines; this is the one way to enter a date that was fixed.
        self.sudo().write(
            {
                "override_date": date,
                "override_reason": reason,
                "override_document_id": document.id if document else False,
            }
        )
        self.proceeding_id._replay()

    def action_override(self):
        self.ensure_one()
        return self._action_dialog("thuduc.deadline.override", self.env._("Fixed Date"))

    def action_explain(self):
        """“Vì sao là ngày này?”"""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Why this date?"),
            "res_model": "thuduc.deadline",
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def _action_dialog(self, model, name):
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_deadline_id": self.id},
        }

    def action_open_dossier(self):
        self.ensure_one()
        return self.dossier_id.action_open_concrete()


def _day(moment):
    return moment.date() if hasattr(moment, "date") else moment
