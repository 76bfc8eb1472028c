from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import freeze_time, tagged

from .hearing_case import HearingCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-09 03:00:00")
class TestHearingCalendar(HearingCase):
    """One entry in the calendar; nobody in two courtrooms at once."""

    def test_one_entry_with_who_has_to_be_there(self):
        case = self.trial()
        self.authorize(case)
        self.authorize(
            case, kind="counsel", attorney_id=self.legal.id, principal_id=self.ward.id
        )
        case.deputy_id = self.leader
        hearing = self.hearing(case)
        hearing.write({"room": "Phòng xử án 3", "is_online": True})
        hearing.online_link = "https://example.vn/phien-toa"
        entry = hearing.calendar_event_id
        self.assertEqual(len(entry), 1)
        self.assertEqual(entry.start, hearing.start)
        self.assertIn("Phòng xử án 3", entry.location)
        self.assertEqual(entry.videocall_location, "https://example.vn/phien-toa")
        self.assertEqual(
            entry.partner_ids,
            (self.deputy | self.officer | self.legal | self.leader).partner_id,
        )
        self.assertEqual(entry.res_model, "thuduc.case.hearing")

    def test_the_entry_follows_and_goes(self):
        case = self.trial()
        entry = self.hearing(case).calendar_event_id
        event = self.events(case, "FI_TRIAL_DECISION")
        event.scheduled_at = "2026-03-23 01:00:00"
        self.assertEqual(entry.start, self.moment("2026-03-23 01:00:00"))
        event.withdraw("Nhầm.")
        self.assertFalse(entry.exists())

    def test_a_postponed_day_leaves_the_calendar(self):
        case = self.trial()
        first = self.hearing(case)
        entry = first.calendar_event_id
        self.close(
            first,
            "postponed",
            outcome_id=self.result_id("postpone_other"),
            next_at="2026-04-10 01:00:00",
        )
        self.assertFalse(entry.exists())
        self.assertTrue(self.hearing(case).calendar_event_id)

    def test_nobody_moves_the_day_in_a_calendar(self):
        entry = self.hearing(self.trial()).calendar_event_id
        with self.assertRaises(UserError):
            entry.with_user(self.officer).write({"start": "2026-03-21 01:00:00"})
        with self.assertRaises(UserError):
            entry.with_user(self.officer).unlink()

    def test_a_confidential_file_shows_nothing_in_calendars(self):
        case = self.trial()
        case.confidential = True
        hearing = self.hearing(case)
        hearing._sync_calendar()
        self.assertEqual(hearing.calendar_event_id.privacy, "private")

    def test_overlap_of_the_same_representative(self):
        first, second = self.trial(), self.trial("2026-03-20 03:00:00")
        for case in (first, second):
            self.authorize(case)
        one, other = self.hearing(first), self.hearing(second)
        self.assertEqual(one.conflict_ids, other)
        self.assertIn("Phó Chủ tịch Thử", one.conflict_warning)
        self.assertIn(one, one.search([("has_conflict", "=", True)]))

    def test_too_little_time_to_travel(self):
        """Different places need the margin; the same place does not."""
        first = self.trial()
        second = self.trial("2026-03-20 04:30:00")
        one, other = self.hearing(first), self.hearing(second)
        self.assertFalse(one.has_conflict)
        self.events(second, "FI_TRIAL_DECISION").place = "131 Nam Kỳ Khởi Nghĩa"
        (one | other).invalidate_recordset()
        self.assertTrue(one.has_conflict)
        self.env["ir.config_parameter"].set_param(
            "thuduc_cases.hearing_travel_minutes", "15"
        )
        (one | other).invalidate_recordset()
        self.assertFalse(one.has_conflict)
        self.env["ir.config_parameter"].set_param(
            "thuduc_cases.hearing_travel_minutes", "60"
        )
        other.is_online = True
        (one | other).invalidate_recordset()
        self.assertFalse(one.has_conflict)

    def test_other_people_do_not_clash(self):
        first = self.trial()
        second = self.trial("2026-03-20 03:00:00", user_id=self.legal.id)
        self.authorize(first)
        self.assertFalse(self.hearing(first).has_conflict)
        self.assertFalse(self.hearing(first).conflict_warning)
        self.assertFalse(self.hearing(second).has_conflict)

    def test_a_clash_with_a_file_one_may_not_open_is_told_without_its_name(self):
        first = self.trial()
        second = self.trial("2026-03-20 03:00:00")
        second.dossier_id.write({"confidential": True})
        colleague = self._user(
            "officer", login="t_case_colleague", agency_ids=[Command.set(self.unit.ids)]
        )
        hearing = self.hearing(first).with_user(colleague)
        self.assertFalse(hearing.conflict_ids)
        self.assertTrue(hearing.has_conflict)
        self.assertNotIn(second.name, hearing.conflict_warning)
