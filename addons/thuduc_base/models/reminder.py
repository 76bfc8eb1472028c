from odoo import api, fields, models
from odoo.fields import Domain

DIGEST = "thuduc_base.reminder_digest"
SHOWN = 50


class Reminder(models.Model):
    """One person told, on one day, about one deadline.

    The rows are the outbox of the daily digest: written together with the move of the
    deadline's next reminder, marked together with the making of the mail. Nothing is
    told twice or lost, whenever the job dies. They stay as proof of who was told when.
    """

    _name = "thuduc.reminder"
    _description = "Reminder"
    _order = "date desc, id desc"
    _rec_name = "deadline_id"

    deadline_id = fields.Many2one(
        "thuduc.deadline", required=True, index=True, ondelete="cascade"
    )
    dossier_id = fields.Many2one(
        related="deadline_id.dossier_id", store=True, index=True
    )
    user_id = fields.Many2one(
        "res.users", string="Told", required=True, index=True, ondelete="cascade"
    )
    date = fields.Date(string="Reminded on", required=True)
    date_due = fields.Date(related="deadline_id.date_due", string="Due")
    level = fields.Integer(help="0: the officer; 1: the head of unit; 2: leadership.")
    days_left = fields.Integer(help="On that day; negative when overdue.")
    digest_date = fields.Date(string="In the digest of")

    _once_a_day = models.UniqueIndex(
        "(deadline_id, user_id, date)",
        "This person has already been told about this deadline today.",
    )
    _waiting_index = models.Index("(user_id) WHERE digest_date IS NULL")
    _digest_index = models.Index("(digest_date)")

    @api.model
    def _add(self, vals_list):
        """Create what is not told yet that day."""
        known = {
            (deadline.id, user.id, date.date())
            for deadline, user, date in self._read_group(
                Domain("deadline_id", "in", [v["deadline_id"] for v in vals_list])
                & Domain("date", "in", list({v["date"] for v in vals_list})),
                ["deadline_id", "user_id", "date:day"],
            )
        }
        return self.create(
            [
                vals
                for vals in vals_list
                if (vals["deadline_id"], vals["user_id"], vals["date"]) not in known
            ]
        )

    # -- the digest ------------------------------------------------------------------

    @api.model
    def _mail_digests(self):
        """One mail a person and day with all that waits to be told.

        :return: false when time ran out: the scheduler calls again.
        """
        today = self.env["thuduc.deadline"]._office_today()
        served = self._read_group([("digest_date", "=", today)], ["user_id"])
        users = self._read_group([("digest_date", "=", False)], ["user_id"])
        waiting = [user for (user,) in users if (user,) not in served]
        commit_progress = self.env["ir.cron"]._commit_progress
        commit_progress(remaining=len(waiting))
        for user in waiting:
            rows = self.search([("user_id", "=", user.id), ("digest_date", "=", False)])
            rows.try_lock_for_update()._mail_digest(user, today)
            if not commit_progress(1):
                return False
        return True

    def _mail_digest(self, user, today):
        """Make the mail and mark the rows, in one transaction.

        Each open deadline appears once, as it stands today, however many rows a
        missed day left; what was met in the meantime is not told any more.
        """
        self.digest_date = today
        deadlines = self.deadline_id.filtered(lambda d: d._is_reminded())
        if not deadlines or not user.email:
            return
        context = {"lang": user.lang or self.env.lang}
        deadlines = deadlines.sorted(lambda d: (d.date_due, d.id))
        deadlines = deadlines.with_context(**context)
        overdue = deadlines.filtered(lambda d: d.date_due < today)
        reminders = self.with_context(**context)
        body = reminders.env["ir.qweb"]._render(
            DIGEST,
            {
                "user": user,
                "today": today,
                "sections": reminders._digest_sections(overdue, deadlines - overdue),
                "own": lambda deadline: deadline.user_id == user,
                "url": reminders._dossier_urls(deadlines),
                "count": len(deadlines),
            },
        )
        self.env["mail.mail"].create(
            {
                "subject": reminders._digest_subject(overdue, deadlines - overdue),
                "body_html": body,
                "recipient_ids": user.partner_id.ids,
                "auto_delete": False,
            }
        )

    def _digest_sections(self, overdue, ahead):
        return [
            (title, deadlines[:SHOWN], max(len(deadlines) - SHOWN, 0))
            for title, deadlines in (
                (self.env._("Overdue"), overdue),
                (self.env._("Due soon"), ahead),
            )
            if deadlines
        ]

    def _digest_subject(self, overdue, ahead):
        if overdue:
            return self.env._(
                "Deadlines: %(overdue)s overdue, %(ahead)s due soon",
                overdue=len(overdue),
                ahead=len(ahead),
            )
        return self.env._("Deadlines: %s due soon", len(ahead))

    def _dossier_urls(self, deadlines):
        base = self.browse().get_base_url()
        records = deadlines.dossier_id._concrete_by_dossier()
        return {
            dossier.id: f"{base}/mail/view?model={record._name}&res_id={record.id}"
            for dossier, record in records.items()
        }

    def action_open_dossier(self):
        self.ensure_one()
        return self.dossier_id.action_open_concrete()
