"""The reminders may fail, but never silently."""

from odoo.tests import freeze_time, new_test_user, tagged

from .common import ThuducCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestReminderRun(ThuducCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.runs = cls.env["thuduc.reminder.run"]
        cls.runs.search([]).unlink()
        cls.env["thuduc.deadline"].search([]).next_reminder = False

    def _tasks(self):
        return self.runs._alarms().filtered(lambda a: a.user_id == self.manager)

    def test_complete_run_is_a_sign_of_life(self):
        self.assertTrue(self.runs._record().success)
        with freeze_time("2026-03-03 04:00:00"):
            self.assertFalse(self.runs.silent_since())
        with freeze_time("2026-03-03 06:00:00"):
            self.assertEqual(
                self.runs.with_user(self.officer).silent_since(), "10:00 02/03/2026"
            )

    def test_run_that_left_something_is_no_success(self):
        self._running("2026-03-02").deadline_ids.next_reminder = "2026-03-01"
        run = self.runs._record()
        self.assertEqual((run.success, run.left_count), (False, 1))

    def test_silence_reaches_each_manager_once_and_wakes_the_job(self):
        self.runs._record()
        cron = self.env.ref("thuduc_base.ir_cron_remind")
        with freeze_time("2026-03-03 06:00:00"):
            for _hour in range(3):
                self.runs._cron_check_heartbeat()
            self.assertEqual(len(self._tasks()), 1)
            mails = self.env["mail.mail"].search(
                [
                    ("recipient_ids", "in", self.manager.partner_id.ids),
                    ("model", "=", False),
                ]
            )
            self.assertEqual(len(mails), 1)
            triggers = self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)])
            self.assertTrue(triggers)
            self.runs._record()
            self.assertFalse(self._tasks(), "the alarm ends with the silence")

    def test_never_run_is_silence_too(self):
        with freeze_time("2030-01-01 00:00:00"):
            self.assertTrue(self.runs.silent_since())

    def test_people_outside_the_office_are_not_troubled(self):
        stranger = new_test_user(self.env, "t_stranger", "base.group_user")
        with freeze_time("2030-01-01 00:00:00"):
            self.assertIs(self.runs.with_user(stranger).silent_since(), False)
