from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class HearingReschedule(models.TransientModel):
    """Several hearings are moved at once: the court is away, a holiday is swapped.

    Each lawsuit gets its own events; what fails in one does not stop the others, and
    the list tells how each fared.
    """

    _name = "thuduc.case.hearing.reschedule"
    _description = "Move Hearings"

    hearing_ids = fields.Many2many(
        "thuduc.case.hearing", default=lambda self: self._default_hearing_ids()
    )
    mode = fields.Selection(
        [
            ("day", "To one day, at the same hour"),
            ("shift", "By a number of days"),
            ("shift_working", "By a number of working days"),
        ],
        required=True,
        default="day",
    )
    new_date = fields.Date(string="New day")
    days = fields.Integer(default=7)
    outcome_id = fields.Many2one(
        "thuduc.case.outcome",
        string="Reason",
        default=lambda self: self.env.ref("thuduc_cases.outcome_postpone_other", False),
        domain="[('event_type_ids.hearing_result', '=', 'postponed')]",
    )
    date = fields.Date(
        string="Date of the court's paper",
        required=True,
        default=fields.Date.context_today,
    )
    document_number = fields.Char(string="Number of the court's paper")
    note = fields.Char()
    line_ids = fields.One2many(
        "thuduc.case.hearing.reschedule.line",
        "wizard_id",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
        precompute=True,
    )
    is_done = fields.Boolean(readonly=True)
    summary = fields.Char(readonly=True)

    @api.model
    def _default_hearing_ids(self):
        if self.env.context.get("active_model") == "thuduc.case.hearing":
            return self.env.context.get("active_ids")
        return []

    @api.depends("hearing_ids", "mode", "new_date", "days")
    def _compute_line_ids(self):
        for wizard in self.filtered(lambda w: not w.is_done):
            wizard.line_ids = [
                Command.clear(),
                *(
                    Command.create(
                        {
                            "hearing_id": hearing.id,
                            "old_at": hearing.start,
                            "new_at": wizard._moved(hearing),
                        }
                    )
                    for hearing in wizard.hearing_ids._origin.sorted("start")
                ),
            ]

    def _moved(self, hearing):
        """The new moment: another day, the same hour at the office."""
        calendar = self.env["thuduc.calendar.day"]._working_calendar()
        local = hearing.start and hearing._local_start()
        if not local or (self.mode == "day" and not self.new_date):
            return False
        day = self.new_date
        if self.mode == "shift":
            day = fields.Date.add(local.date(), days=self.days)
        elif self.mode == "shift_working":
            day = calendar.add_working_days(local.date(), self.days)
        moved = local.replace(year=day.year, month=day.month, day=day.day)
        return self.env["thuduc.deadline"]._to_utc(moved)

    def action_reschedule(self):
        """Move each hearing, and show how it went."""
        self.ensure_one()
        for line in self.line_ids:
            line._reschedule()
        failed = self.line_ids.filtered("error")
        self.is_done = True
        self.summary = self.env._(
            "%(moved)s moved, %(failed)s not moved.",
            moved=len(self.line_ids) - len(failed),
            failed=len(failed),
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Move Hearings"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }

    def _prepare_event_values(self):
        values = {"note": self.note, "document_number": self.document_number}
        if self.outcome_id:
            values["outcome_id"] = self.outcome_id.id
        return values

    def _move(self, hearing, moment):
        """Move one hearing.

        :return: what went wrong, in words, or False.
        """
        if not moment:
            return self.env._("No new day is given.")
        try:
            with self.env.cr.savepoint():
                hearing._reschedule(moment, self.date, **self._prepare_event_values())
        except UserError as error:
            return error.args[0]
        return False
