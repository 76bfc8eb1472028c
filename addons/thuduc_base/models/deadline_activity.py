from markupsafe import Markup

from odoo import models
from odoo.tools import format_date

from .differing import differing

ACTIVITY_TYPE = "thuduc_base.mail_activity_type_deadline"


class DeadlineActivity(models.Model):
    """One running duty, one activity on the lawsuit or sanction.

    It follows the deadline: made when the clock starts, moved with it, done when the
    duty is met, gone when the duty is. Marking it done by hand only acknowledges; the
    next reminder brings it back.
    """

    _inherit = "thuduc.deadline"

    def _sync_activities(self):
        """Bring the activities in line with the deadlines, in batches."""
        reminded = self.filtered(lambda d: d._is_reminded())
        met = self.filtered(lambda d: d.state in ("met", "met_late"))
        met._close_activities()
        (self - reminded - met).activity_id.filtered("active").unlink()
        in_charge = reminded.dossier_id._people_in_charge()
        missing = self.browse()
        for deadline in reminded:
            user = in_charge[deadline.dossier_id]
            if deadline.activity_id.active and user:
                deadline._update_activity(user)
            elif user:
                missing |= deadline
        missing._create_activities(in_charge)

    def _close_activities(self):
        for event, deadlines in self.grouped("closing_event_id").items():
            activities = deadlines.activity_id.filtered("active")
            if activities:
                # The note in the chatter speaks the language of whose task it was.
                lang = activities.user_id[:1].lang or self.env.lang
                done = activities.with_context(lang=lang)
                done.action_feedback(feedback=event.display_name or False)

    def _create_activities(self, in_charge):
        """Put the deadline into the list of whoever is in charge.

        No mail goes out for each: the daily digest gathers them. A short period
        cannot wait for it.
        """
        records = self.dossier_id._concrete_by_dossier()
        here = self.filtered(lambda d: d.dossier_id in records)
        short = here.filtered(lambda d: d.rule_id._is_short())
        quiet = (here - short).with_context(mail_activity_quick_update=True)
        for deadlines in (quiet, short):
            activities = deadlines.env["mail.activity"].create(
                [
                    deadline._prepare_activity_values(
                        records[deadline.dossier_id], in_charge[deadline.dossier_id]
                    )
                    for deadline in deadlines
                ]
            )
            for deadline, activity in zip(deadlines, activities, strict=True):
                deadline.activity_id = activity

    def _update_activity(self, user):
        self.ensure_one()
        activity = self.activity_id.with_context(mail_activity_quick_update=True)
        values = self._prepare_activity_content(user)
        if changed := differing(activity, values):
            activity.write(changed)

    def _prepare_activity_values(self, record, user):
        return {
            "res_model_id": self.env["ir.model"]._get_id(record._name),
            "res_id": record.id,
            "activity_type_id": self.env.ref(ACTIVITY_TYPE).id,
            "automated": True,
            **self._prepare_activity_content(user),
        }

    def _prepare_activity_content(self, user):
        """What changes as time goes by; in the language of whoever reads it."""
        self.ensure_one()
        deadline = self.with_context(lang=user.lang or self.env.lang)
        today = self._office_today()
        target = self.date_target
        return {
            "user_id": user.id,
            "date_deadline": target if target and target >= today else self.date_due,
            "summary": deadline._activity_summary(today),
            "note": deadline._activity_note(),
        }

    def _activity_summary(self, today):
        """The due date in full: days left would be stale tomorrow, days late are
        renewed daily."""
        day = format_date(self.env, self.date_due)
        late = (today - self.date_due).days
        if late > 0:
            return self.env._(
                "%(days)s days overdue: %(name)s (due %(date)s)",
                days=late,
                name=self.name,
                date=day,
            )
        return self.env._("%(name)s – due %(date)s", name=self.name, date=day)

    def _activity_note(self):
        """“Vì sao là ngày này?”, line by line."""
        lines = Markup().join(Markup("<li>%s</li>") % step for step in self.steps or [])
        return Markup("<p>%s</p><ul>%s</ul>") % (self.env._("Why this date?"), lines)
