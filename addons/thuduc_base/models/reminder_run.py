from datetime import timedelta

from odoo import api, fields, models

from ..tools import numeric_moment

ALARM_TYPE = "thuduc_base.mail_activity_type_alarm"
CRON = "thuduc_base.ir_cron_remind"
SILENCE = "thuduc_base.reminder_silence_hours"
DEFAULT_SILENCE = 26


class ReminderRun(models.Model):
    """The sign of life of the daily reminders.

    Reminders that stop without a sound are the worst failure of this product: each
    complete run leaves a row, and when the last one grows old everybody sees a warning
    and the managers get a task and a mail.
    """

    _name = "thuduc.reminder.run"
    _description = "Run of the Reminders"
    _order = "id desc"
    _rec_name = "finished_at"

    finished_at = fields.Datetime(required=True, default=fields.Datetime.now)
    reminder_count = fields.Integer(string="People told that day", aggregator=None)
    left_count = fields.Integer(
        string="Not reminded",
        aggregator=None,
        help="Deadlines that were busy or failed; the log tells why.",
    )
    success = fields.Boolean(index=True)

    @api.model
    def _record(self):
        """Note that a run came to its end; it is a success if nothing was left."""
        deadlines = self.env["thuduc.deadline"]
        left = deadlines.search_count(deadlines._domain_due())
        run = self.create(
            {
                "reminder_count": self.env["thuduc.reminder"].search_count(
                    [("date", "=", deadlines._office_today())]
                ),
                "left_count": left,
                "success": not left,
            }
        )
        if run.success:
            self._alarms().unlink()
        return run

    @api.model
    def _silent_since(self):
        """When the last complete run ended, if that is too long ago; else nothing."""
        # Everybody sees the warning; only managers may read parameters.
        hours = self.env["ir.config_parameter"].sudo().get_param(SILENCE)
        limit = fields.Datetime.now() - timedelta(hours=int(hours or DEFAULT_SILENCE))
        last = self.search([("success", "=", True)], limit=1).finished_at
        # Nobody but managers may read scheduled actions; its age is no secret.
        since = last or self.env.ref(CRON).sudo().create_date
        return since if since < limit else False

    @api.model
    @api.readonly
    def silent_since(self):
        """For the warning on every screen: the moment as text, or false.

        Whoever has no role here is not warned, and not troubled by an access error.
        """
        since = self.has_access("read") and self._silent_since()
        if not since:
            return False
        local = fields.Datetime.context_timestamp(self, since)
        return numeric_moment(local)

    @api.model
    def _cron_check_heartbeat(self):
        """Shout when the reminders are silent, and try to wake them."""
        since = self._silent_since()
        last = self.search([], limit=1)
        if since or not last.success:
            self.env.ref(CRON)._trigger()
        if since:
            self._alert_managers(since)

    @api.model
    def _alarms(self):
        kind = self.env.ref(ALARM_TYPE)
        return self.env["mail.activity"].search([("activity_type_id", "=", kind.id)])

    @api.model
    def _alert_managers(self, since):
        """One task and one mail for each manager, as long as the silence lasts."""
        managers = self.env.ref("thuduc_base.group_manager").all_user_ids
        for user in managers.filtered("active") - self._alarms().user_id:
            runs = self.with_context(lang=user.lang or self.env.lang, tz=user.tz)
            moment = fields.Datetime.context_timestamp(runs, since)
            text = runs.env._(
                "No deadline has been reminded since %s. Check the scheduled actions "
                "at once.",
                numeric_moment(moment),
            )
            self.env["mail.activity"].create(
                {
                    "activity_type_id": self.env.ref(ALARM_TYPE).id,
                    "user_id": user.id,
                    "summary": text,
                    "date_deadline": fields.Date.context_today(runs),
                    "automated": True,
                }
            )
            self.env["mail.mail"].create(
                {
                    "subject": runs.env._("The reminders have stopped"),
                    "body_html": text,
                    "recipient_ids": user.partner_id.ids,
                    "auto_delete": False,
                }
            )
