import vobject

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, freeze_time, tagged

from .hearing_case import HearingCase


@tagged("post_install", "-at_install")
class TestCalendarFeed(HearingCase, HttpCase):
    """The secret address at which a telephone reads a user's hearings."""

    def setUp(self):
        super().setUp()
        self.startPatcher(freeze_time("2026-03-09 03:00:00"))
        self.lawsuit = self.trial(title="Ông Thử kiện quyết định thu hồi đất")
        self.authorize(self.lawsuit)

    def feed(self, user):
        return self.env["thuduc.case.calendar.feed"].with_user(user)._own()

    def fetch(self, feed):
        self.env.flush_all()
        return self.url_open(f"/thuduc/calendar/{feed.sudo().token}.ics")

    def entries(self, user):
        """What the calendar holds of this lawsuit."""
        calendar = vobject.readOne(self.fetch(self.feed(user)).text)
        return [
            entry
            for entry in getattr(calendar, "vevent_list", [])
            if self.lawsuit.name in entry.summary.value
        ]

    def test_the_address_is_long_and_stays_the_same(self):
        feed = self.feed(self.officer)
        self.assertGreaterEqual(len(feed.token), 40)
        self.assertEqual(feed, self.feed(self.officer))
        self.assertNotEqual(feed.token, self.feed(self.deputy).token)

    def test_the_representative_reads_the_hearing(self):
        (entry,) = self.entries(self.deputy)
        hearing = self.hearing(self.lawsuit)
        self.assertEqual(entry.dtstart.value.replace(tzinfo=None), hearing.start)
        self.assertIn("1400 Đồng Văn Cống", entry.location.value)
        self.assertIn("thu hồi đất", entry.description.value)

    def test_nobody_reads_what_he_may_not_open(self):
        self.assertFalse(self.entries(self.outsider))
        feed = self.feed(self.outsider)
        feed.only_mine = False
        self.assertFalse(self.entries(self.outsider))

    def test_all_that_one_may_open_on_request(self):
        feed = self.feed(self.legal)
        self.assertFalse(self.entries(self.legal))
        feed.only_mine = False
        self.assertEqual(len(self.entries(self.legal)), 1)

    def test_a_postponed_day_is_not_in_it(self):
        self.close(
            self.hearing(self.lawsuit),
            "postponed",
            outcome_id=self.result_id("postpone_other"),
        )
        self.assertFalse(self.entries(self.deputy))

    def test_revoked_and_renewed(self):
        feed = self.feed(self.officer)
        old = f"/thuduc/calendar/{feed.token}.ics"
        self.env.flush_all()
        self.assertEqual(self.url_open(old).status_code, 200)
        feed.action_renew()
        self.env.flush_all()
        self.assertEqual(self.url_open(old).status_code, 404)
        self.assertEqual(self.fetch(feed).status_code, 200)
        new = f"/thuduc/calendar/{feed.token}.ics"
        feed.action_revoke()
        self.env.flush_all()
        self.assertEqual(self.url_open(new).status_code, 404)

    def test_guessing_gives_nothing(self):
        for token in ("", "x", "False", "0"):
            response = self.url_open(f"/thuduc/calendar/{token}.ics")
            self.assertEqual(response.status_code, 404)

    def test_who_left_reads_nothing(self):
        feed = self.feed(self.officer)
        self.officer.active = False
        self.assertEqual(self.fetch(feed).status_code, 404)

    def test_nobody_sees_the_address_of_another(self):
        feed = self.feed(self.officer)
        for user in (self.deputy, self.env.ref("base.user_admin")):
            with self.assertRaises(AccessError):
                feed.with_user(user).read(["token"])
        with self.assertRaises(AccessError):
            feed.with_user(self.officer).create(
                {"user_id": self.officer.id, "token": "abc"}
            )

    def test_answers_are_kept_some_minutes(self):
        feed = self.feed(self.deputy)
        self.assertEqual(len(self.entries(self.deputy)), 1)
        self.lawsuit.authorization_ids.date_revoked = "2026-03-01"
        self.assertEqual(len(self.entries(self.deputy)), 1)
        feed.sudo().content_at = "2026-03-09 02:00:00"
        self.assertFalse(self.entries(self.deputy))

    def test_the_button_shows_the_address(self):
        action = (
            self.env["thuduc.case.calendar.feed"]
            .with_user(self.officer)
            .action_subscribe()
        )
        feed = self.env[action["res_model"]].browse(action["res_id"])
        self.assertTrue(feed.with_user(self.officer).url.endswith(".ics"))
        self.assertEqual(feed.user_id, self.officer)
