"""Reminders over months: nothing lost, nothing doubled, never silent."""

from contextlib import contextmanager
from datetime import date, timedelta
from unittest.mock import patch

from odoo import fields
from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .common import ThuducCase

START = date(2026, 3, 2)  # a Monday; the opinion is due ten days later, on Thursday 12
CRON = "thuduc_base.ir_cron_remind"
ENGINE = "odoo.addons.base.models.ir_cron"


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestReminder(ThuducCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["thuduc.deadline"].search([]).next_reminder = False
        cls.env["thuduc.reminder.run"].search([]).unlink()
        cls.running = cls._running(START)
        cls.due = cls.running.deadline_ids.filtered(lambda d: d.code == "T-02")

    @contextmanager
    def _on(self, day, clock="00:30:00"):
        """That day, half past seven in the office."""
        with freeze_time(f"{day} {clock}"):
            yield

    def _remind(self, day, **clock):
        with self._on(day, **clock), self.enter_registry_test_mode():
            self.env.ref(CRON).method_direct_trigger()

    def _remind_daily(self, first, last):
        day = first
        while day <= last:
            self._remind(day)
            day += timedelta(days=1)

    def _told(self, user=None, deadline=None):
        rows = (deadline or self.due).reminder_ids
        if user:
            rows = rows.filtered(lambda r: r.user_id == user)
        return sorted(rows.mapped("date"))

    def _digests(self, user):
        return self.env["mail.mail"].search(
            [("recipient_ids", "in", user.partner_id.ids), ("model", "=", False)]
        )

    # -- the activity ----------------------------------------------------------------

    def test_running_duty_has_one_activity_on_the_concrete_record(self):
        activity = self.due.activity_id
        self.assertEqual(activity.user_id, self.officer)
        self.assertEqual(activity.date_deadline, date(2026, 3, 12))
        self.assertIn("T-02", activity.summary)
        record = self.running.dossier_id._concrete()
        self.assertEqual(
            (activity.res_model, activity.res_id), ("res.partner", record.id)
        )
        self.assertEqual(
            self.env["mail.activity"].search_count(
                [("res_id", "=", record.id), ("res_model", "=", "res.partner")]
            ),
            1,
        )

    def test_activity_tells_why_it_is_this_date(self):
        self.assertTrue(self.due.steps)
        for step in self.due.steps:
            self.assertIn(step, self.due.activity_id.note.striptags())

    def test_watched_deadline_has_no_activity(self):
        self.answer_rule.severity = "watch"
        proceeding = self._running(START, code="asked")
        deadline = proceeding.deadline_ids
        self.assertEqual(deadline.severity, "watch")
        self.assertFalse(deadline.activity_id)
        self.assertFalse(deadline.next_reminder)

    def test_met_in_time_ends_the_activity_and_the_reminders(self):
        activity = self.due.activity_id
        with self._on("2026-03-09"):
            self.running.record_event("opinion", "2026-03-09")
        self.assertFalse(activity.active)
        self.assertFalse(self.due.next_reminder)
        self._remind_daily(date(2026, 3, 9), date(2026, 3, 20))
        self.assertFalse(self._told())
        self.assertFalse(self._digests(self.officer))

    def test_withdrawn_closing_brings_the_reminders_back(self):
        with self._on("2026-03-09"):
            event = self.running.record_event("opinion", "2026-03-09")
            event.withdraw("sai hồ sơ")
        self.assertTrue(self.due.activity_id.active)
        self.assertEqual(self.due.next_reminder, date(2026, 3, 9))

    def test_withdrawn_trigger_removes_the_activity(self):
        activity = self.due.activity_id
        self.due.trigger_event_id.withdraw("nhầm vụ án")
        self.assertEqual(self.due.state, "superseded")
        self.assertFalse(activity.exists())
        self.assertFalse(self.due.next_reminder)

    def test_extension_moves_activity_and_reminders(self):
        with self._on("2026-03-10"):
            self.due.sudo().action_acknowledge()
            self.running.record_event(
                "granted",
                "2026-03-10",
                extension_amount=7,
                answers_id=self.due.trigger_event_id.id,
            )
        self.assertEqual(self.due.date_due, date(2026, 3, 19))
        self.assertEqual(self.due.activity_id.date_deadline, date(2026, 3, 19))
        self.assertEqual(self.due.next_reminder, date(2026, 3, 10))
        self.assertFalse(self.due.acknowledged_at, "the new date has not been seen")

    def test_internal_target_comes_first(self):
        self.opinion_rule.write({"internal_target": 5})
        deadline = self._running(START).deadline_ids
        self.assertEqual(deadline.date_target, date(2026, 3, 9))
        self.assertEqual(deadline.activity_id.date_deadline, date(2026, 3, 9))
        self.assertIn(date(2026, 3, 9), deadline._reminder_days())
        self._remind("2026-03-10")
        self.assertEqual(deadline.activity_id.date_deadline, date(2026, 3, 12))

    def test_ticked_off_activity_says_seen_and_comes_back(self):
        self.due.activity_id.with_user(self.officer).action_done()
        self.assertEqual(self.due.acknowledged_by_id, self.officer)
        self._remind("2026-03-03")
        self.assertTrue(self.due.activity_id.active)

    # -- the days --------------------------------------------------------------------

    def test_reminded_7_3_1_0_working_days_before_and_daily_after(self):
        self._remind_daily(START, date(2026, 3, 16))
        self.assertEqual(
            self._told(self.officer),
            [
                date(2026, 3, 3),
                date(2026, 3, 9),
                date(2026, 3, 11),
                date(2026, 3, 12),
                date(2026, 3, 13),
                date(2026, 3, 14),
                date(2026, 3, 15),
                date(2026, 3, 16),
            ],
        )

    def test_short_period_is_reminded_at_once(self):
        self.opinion_rule.write({"amount": 3, "unit": "working_day"})
        deadline = self._running(START).deadline_ids
        self.assertEqual(deadline.date_due, date(2026, 3, 5))
        self._remind_daily(START, date(2026, 3, 5))
        self.assertEqual(
            self._told(self.officer, deadline),
            [START, date(2026, 3, 4), date(2026, 3, 5)],
        )

    def test_days_that_are_no_numbers_are_refused(self):
        with self.assertRaises(ValidationError):
            self.opinion_rule.remind_before = "7,ba"
        with self.assertRaises(ValidationError):
            self.opinion_rule.escalate_after = "-1"

    def test_reminders_never_stop_before_the_duty_is_met(self):
        self._remind("2026-03-12")
        self._remind("2026-09-01")
        self._remind("2026-09-02")
        self.assertEqual(
            self._told(self.officer),
            [date(2026, 3, 12), date(2026, 9, 1), date(2026, 9, 2)],
        )

    # -- the ladder ------------------------------------------------------------------

    def test_ladder_officer_head_leader(self):
        self.due.sudo().action_acknowledge()
        self._remind_daily(date(2026, 3, 11), date(2026, 3, 15))
        self.assertEqual(self._told(self.officer)[0], date(2026, 3, 11))
        self.assertEqual(self._told(self.head)[0], date(2026, 3, 13), "1 day late")
        self.assertEqual(self._told(self.leader)[0], date(2026, 3, 15), "3 days late")

    def test_unacknowledged_goes_to_the_head_on_the_last_working_day(self):
        self._remind_daily(date(2026, 3, 9), date(2026, 3, 11))
        self.assertEqual(self._told(self.head), [date(2026, 3, 11)])

    def test_acknowledged_stays_with_the_officer(self):
        self.due.with_user(self.officer).action_acknowledge()
        self._remind_daily(date(2026, 3, 9), date(2026, 3, 12))
        self.assertFalse(self._told(self.head))

    def test_substitute_while_away(self):
        self.officer.write(
            {
                "absent_from": "2026-03-05",
                "absent_to": "2026-03-10",
                "substitute_id": self.colleague.id,
            }
        )
        self._remind("2026-03-09")
        self.assertEqual(self.due.activity_id.user_id, self.colleague)
        self._remind("2026-03-11")
        self.assertEqual(self.due.activity_id.user_id, self.officer)
        self.assertEqual(self._told(self.colleague), [date(2026, 3, 9)])
        self.assertEqual(self._told(self.officer), [date(2026, 3, 11)])

    def test_confidential_goes_to_the_head_while_the_officer_is_away(self):
        self.running.dossier_id.confidential = True
        self.officer.write(
            {"absent_from": "2026-03-05", "substitute_id": self.other_officer.id}
        )
        self._remind("2026-03-09")
        self.assertFalse(self._told(self.other_officer))
        self.assertEqual(self._told(self.head), [date(2026, 3, 9)])

    def test_leaver_is_replaced_by_the_head(self):
        self.officer.active = False
        self._remind("2026-03-09")
        self.assertEqual(self._told(), [date(2026, 3, 9)])
        self.assertEqual(self.due.activity_id.user_id, self.head)

    def test_activity_follows_a_new_holder(self):
        self.running.dossier_id.user_id = self.colleague
        self.assertEqual(self.due.activity_id.user_id, self.colleague)

    # -- the job ---------------------------------------------------------------------

    def test_second_run_of_the_day_tells_nobody_twice(self):
        for _run in range(3):
            self._remind("2026-03-09")
        self.assertEqual(self._told(), [date(2026, 3, 9)])
        self.assertEqual(len(self._digests(self.officer)), 1)

    def test_missed_week_is_told_once_as_it_stands(self):
        self._remind("2026-03-16")
        self.assertEqual(self._told(self.officer), [date(2026, 3, 16)])
        self.assertEqual(self._told(self.head), [date(2026, 3, 16)])
        self.assertEqual(self._told(self.leader), [date(2026, 3, 16)])
        self.assertEqual(self.due.next_reminder, date(2026, 3, 17))

    def test_office_day_counts_not_the_server_day(self):
        """At 00:30 in Thủ Đức it is still yesterday in Greenwich."""
        self._remind("2026-03-08", clock="17:30:00")
        self.assertEqual(self._told(), [date(2026, 3, 9)])

    def test_death_half_way_loses_and_doubles_nothing(self):
        others = [self._running(START).deadline_ids for _number in range(3)]
        every = self.due.union(*others)
        add = self.registry["thuduc.reminder"]._add
        calls = []

        def die_from_the_third_batch_on(reminders, vals_list):
            calls.append(vals_list)
            if len(calls) >= 3:
                raise RuntimeError("power failure")
            return add(reminders, vals_list)

        batch = "odoo.addons.thuduc_base.models.deadline_reminder.REMINDER_BATCH"
        with (
            patch(batch, 1),
            patch.object(
                self.registry["thuduc.reminder"], "_add", die_from_the_third_batch_on
            ),
            mute_logger(ENGINE),
        ):
            self._remind("2026-03-09")
        told = every.filtered("reminder_ids")
        self.assertEqual(len(told), 2)
        self.assertFalse(self._digests(self.officer))
        self.assertFalse(
            self.env["thuduc.reminder.run"].search([("success", "=", True)])
        )
        self._remind("2026-03-09")
        for deadline in every:
            self.assertEqual(self._told(deadline=deadline), [date(2026, 3, 9)])
        self.assertEqual(len(self._digests(self.officer)), 1)

    def test_death_before_the_mail_keeps_it_in_the_outbox(self):
        with (
            patch.object(
                self.registry["thuduc.reminder"],
                "_digest_subject",
                side_effect=RuntimeError("power failure"),
            ),
            mute_logger(ENGINE),
        ):
            self._remind("2026-03-09")
        self.assertEqual(self._told(), [date(2026, 3, 9)])
        self.assertFalse(self.due.reminder_ids.digest_date)
        self._remind("2026-03-09")
        self.assertEqual(self.due.reminder_ids.digest_date, date(2026, 3, 9))
        self.assertEqual(len(self._digests(self.officer)), 1)

    def test_one_that_stumbles_falls_alone(self):
        other = self._running(START).deadline_ids
        level = self.registry["thuduc.deadline"]._escalation_level

        def stumble(deadline, today):
            if deadline == other:
                raise ValueError("bad data")
            return level(deadline, today)

        with (
            patch.object(
                self.registry["thuduc.deadline"], "_escalation_level", stumble
            ),
            mute_logger("odoo.addons.thuduc_base.models.deadline_reminder"),
        ):
            self._remind("2026-03-09")
        self.assertEqual(self._told(), [date(2026, 3, 9)])
        run = self.env["thuduc.reminder.run"].search([], limit=1)
        self.assertEqual((run.success, run.left_count), (False, 1))

    def test_digest_holds_all_of_one_person(self):
        other = self._running(START).deadline_ids
        self._remind("2026-03-13")
        (mail,) = self._digests(self.officer)
        for deadline in self.due | other:
            self.assertIn(deadline.dossier_id.name, mail.body_html)
        self.assertIn("2", mail.subject)
        self.assertEqual(mail.state, "outgoing")

    def test_digest_hides_the_subject_of_a_confidential_dossier(self):
        self.running.dossier_id.write({"confidential": True, "title": "Bí mật"})
        self._remind("2026-03-09")
        (mail,) = self._digests(self.officer)
        self.assertIn(self.running.dossier_id.name, mail.body_html)
        self.assertNotIn("Bí mật", mail.body_html)

    def test_many_due_cost_no_more_queries_than_few(self):
        def cost(count):
            dossier = self._open_dossier()
            due = self.env["thuduc.deadline"]
            for _number in range(count):
                due |= self._running(START, dossier).deadline_ids
            with self._on("2026-03-13"):
                self.env.flush_all()
                self.env.invalidate_all()
                before = self.env.cr.sql_log_count
                due._remind()
                self.env.flush_all()
                return self.env.cr.sql_log_count - before

        cost(1)
        few, many = cost(5), cost(50)
        self.assertLessEqual(many, few + 5)

    def test_only_what_is_due_is_read(self):
        """The job asks for the day, in the partial index, and for nothing else."""
        self._remind(START)
        self.assertFalse(self._told())
        self.assertEqual(
            list(self.env["thuduc.deadline"]._domain_due()),
            [("next_reminder", "<=", fields.Date.to_date("2026-03-02"))],
        )
