import logging
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import split_every

from .deadline import OFFICE_TIMEZONE

_logger = logging.getLogger(__name__)

# What a new reminder plan follows from.
PLANNING = frozenset({"date_due", "date_target", "rule_id", "state"})
REMINDER_BATCH = 100


class DeadlineReminder(models.Model):
    """A duty of ours that runs is reminded until it is met: before, on and after.

    ``next_reminder`` is the day on which the daily job looks at the deadline again;
    it is empty when there is nothing to remind. Each reminder is a row of
    ``thuduc.reminder``, written in the transaction that moves ``next_reminder`` on: a
    job that runs twice, dies half-way or misses a week neither doubles nor loses one.
    """

    _inherit = "thuduc.deadline"

    reminder_ids = fields.One2many("thuduc.reminder", "deadline_id")
    reminder_count = fields.Integer(
        string="Days reminded", readonly=True, aggregator=None
    )

    @api.model_create_multi
    def create(self, vals_list):
        deadlines = super().create(vals_list)
        deadlines._plan_reminders()
        return deadlines

    def write(self, vals):
        if "date_due" in vals:
            # Who saw the old date has not seen the new one.
            vals = {**vals, "acknowledged_by_id": False, "acknowledged_at": False}
        result = super().write(vals)
        if PLANNING & vals.keys():
            self._plan_reminders()
        return result

    # -- when ----------------------------------------------------------------------

    @api.model
    def _office_today(self):
        """Today in the office, whoever asks and wherever the server stands."""
        return fields.Date.context_today(self.with_context(tz=OFFICE_TIMEZONE.zone))

    def _is_reminded(self):
        """Whether somebody has to be told: a duty of ours that runs, or ran out."""
        self.ensure_one()
        return (
            self.severity == "hard"
            and self.state in ("running", "overdue")
            and self.dossier_id.active
        )

    def _reminder_days(self):
        """Days before and on the end on which the deadline is reminded."""
        self.ensure_one()
        calendar = self.env["thuduc.calendar.day"]._working_calendar()
        days = {
            calendar.add_working_days(self.date_due, -count)
            for count in self.rule_id._remind_days()
        }
        if self.date_target:
            days.add(self.date_target)
        return days | {self.date_due}

    def _plan_reminders(self):
        """Set the next reminder and bring the activities in line."""
        today = self._office_today()
        for deadline in self:
            day = False
            if deadline._is_reminded():
                ahead = [day for day in deadline._reminder_days() if day >= today]
                at_once = deadline.rule_id._is_short()
                day = today if at_once else min(ahead, default=today)
            if deadline.next_reminder != day:
                deadline.next_reminder = day
        self._sync_activities()

    def _advance(self, today):
        """Move on to the following reminder: the next day of the plan, daily when
        the end has passed."""
        for deadline in self:
            ahead = [day for day in deadline._reminder_days() if day > today]
            deadline.write(
                {
                    "next_reminder": min(ahead, default=today + timedelta(days=1)),
                    "reminder_count": deadline.reminder_count + 1,
                }
            )

    # -- who -----------------------------------------------------------------------

    def _escalation_level(self, today):
        """How many people above the officer are told.

        One more for each number of days late in ``escalate_after``; and the first of
        them already on the last working day, if nobody acknowledged what was reminded
        before.
        """
        self.ensure_one()
        late = (today - self.date_due).days
        level = sum(late >= days for days in self.rule_id._escalate_days())
        if not level and self.reminder_count and not self.acknowledged_at:
            calendar = self.env["thuduc.calendar.day"]._working_calendar()
            return int(calendar.add_working_days(self.date_due, -1) <= today)
        return level

    def _people_to_tell(self, today, in_charge):
        """Each person with their place on the ladder, ``in_charge`` first."""
        self.ensure_one()
        above = self.dossier_id._people_above(self._escalation_level(today))
        return list(enumerate(in_charge | above))

    # -- the daily job ---------------------------------------------------------------

    @api.model
    def _cron_remind(self):
        """Remind what is due, mail the digests, and leave a sign of life."""
        deadlines = self.with_context(tz=OFFICE_TIMEZONE.zone)
        reminders = deadlines.env["thuduc.reminder"]
        if deadlines._remind_due() and reminders._mail_digests():
            deadlines.env["thuduc.reminder.run"]._record()

    @api.model
    def _domain_due(self):
        return Domain("next_reminder", "<=", self._office_today())

    @api.model
    def _remind_due(self):
        """Remind every deadline whose day has come, batch by batch.

        :return: false when time ran out: the scheduler calls again.
        """
        due = self.search(self._domain_due())
        commit_progress = self.env["ir.cron"]._commit_progress
        commit_progress(remaining=len(due))
        for ids in split_every(REMINDER_BATCH, due.ids):
            batch = self.browse(ids).try_lock_for_update()
            batch.filtered_domain(self._domain_due())._remind_safely()
            if not commit_progress(len(ids)):
                return False
        return True

    def _remind_safely(self):
        """Remind all at once; if one stumbles, one by one, so that it falls alone.

        What fell keeps its ``next_reminder``: the sign of life tells of it.
        """
        try:
            with self.env.cr.savepoint():
                self._remind()
        except (LookupError, UserError, ValueError):
            if len(self) == 1:
                _logger.exception("Deadline %s could not be reminded", self.id)
                return
            for deadline in self:
                deadline._remind_safely()

    def _remind(self):
        today = self._office_today()
        in_charge = self.dossier_id._people_in_charge()
        self.env["thuduc.reminder"]._add(
            [
                {
                    "deadline_id": deadline.id,
                    "user_id": user.id,
                    "date": today,
                    "level": level,
                    "days_left": (deadline.date_due - today).days,
                }
                for deadline in self
                for level, user in deadline._people_to_tell(
                    today, in_charge[deadline.dossier_id]
                )
            ]
        )
        self._advance(today)
        self._sync_activities()
