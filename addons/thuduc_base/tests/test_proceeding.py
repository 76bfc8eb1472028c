from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import freeze_time, new_test_user, tagged

from odoo.addons.thuduc_base.exceptions import (
    DocketContradiction,
    ExtensionRefused,
    NoProceeding,
    UnknownEventType,
)

from .docket_case import DocketCase


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestProceeding(DocketCase):
    def record(self, code, day, **values):
        return self.proceeding.record_event(code, day, **values)

    def test_event_moves_stage_and_starts_its_deadline(self):
        self.record("accepted", "2026-03-02")
        self.assertEqual(self.dossier.stage_id, self.stage["filed"])
        self.assertRecordValues(
            self.deadline(),
            [
                {
                    "date_start": date(2026, 3, 2),
                    "date_due": date(2026, 3, 12),
                    "state": "overdue",
                }
            ],
        )
        self.assertEqual(self.dossier.deadline_state, "overdue")
        self.assertEqual(self.dossier.next_deadline_id, self.deadline())

    def test_order_of_entry_does_not_matter(self):
        self.record("judgment", "2026-04-06")
        self.assertTrue(self.proceeding.event_ids.is_gap)
        self.record("opinion", "2026-03-10")
        self.record("accepted", "2026-03-02")
        self.assertEqual(self.proceeding.stage_id, self.stage["judged"])
        self.assertEqual(self.deadline().state, "met")
        self.assertFalse(any(self.proceeding.event_ids.mapped("is_gap")))

    def test_corrected_date_recomputes_and_keeps_the_old_result(self):
        event = self.record("accepted", "2026-03-02")
        event.date = "2026-03-09"
        self.assertEqual(self.deadline().date_due, date(2026, 3, 19))
        change = self.deadline().change_ids[:1]
        self.assertEqual(change.old_date_due, date(2026, 3, 12))
        self.assertEqual(change.new_date_due, date(2026, 3, 19))

    def test_withdrawn_event_supersedes_its_deadline_and_keeps_it(self):
        event = self.record("accepted", "2026-03-02")
        event.withdraw("Nhập nhầm hồ sơ")
        self.assertEqual(self.deadline().state, "superseded")
        self.assertEqual(self.proceeding.stage_id, self.stage["filed"])
        self.record("accepted", "2026-03-03")
        self.assertEqual(
            sorted(self.deadline().mapped("state")), ["overdue", "superseded"]
        )

    def test_replay_is_idempotent(self):
        self.record("accepted", "2026-03-02")
        self.record("opinion", "2026-03-10")
        before = self.proceeding.deadline_ids.read()
        events = self.proceeding.event_ids.read()
        self.proceeding._replay()
        self.assertEqual(self.proceeding.deadline_ids.read(), before)
        self.assertEqual(self.proceeding.event_ids.read(), events)

    def test_contradiction_is_refused_and_changes_nothing(self):
        self.record("accepted", "2026-03-02")
        for code, day in [
            ("accepted", "2026-03-03"),
            ("opinion", "2026-03-01"),
            ("asked", "2026-06-02"),
        ]:
            with self.assertRaises(DocketContradiction), self.cr.savepoint():
                self.record(code, day)
        self.assertEqual(len(self.proceeding.event_ids), 1)

    def test_nothing_happens_after_the_end(self):
        for code, day in [
            ("accepted", "2026-03-02"),
            ("opinion", "2026-03-10"),
            ("judgment", "2026-04-06"),
            ("closed", "2026-05-04"),
        ]:
            self.record(code, day)
        self.assertEqual(self.dossier.state, "closed")
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            self.record("asked", "2026-05-05")
        self.record("asked", "2026-05-04")

    def test_unknown_event_and_missing_proceeding_are_told(self):
        with self.assertRaises(UnknownEventType):
            self.record("nothing", "2026-03-02")
        with self.assertRaises(NoProceeding):
            self.dossier.record_event("nothing", "2026-03-02")

    def test_extension_counts_from_the_nominal_end(self):
        """LTTHC Art. 128.1 with BLDS Art. 148: chain C3 of the worked examples."""
        self.record("accepted", "2026-02-06")
        self.record("granted", "2026-02-13", extension_amount=7)
        self.assertEqual(self.deadline().date_due, date(2026, 2, 23))

    def test_extension_beyond_the_law_is_refused(self):
        """LTTHC Art. 128.1: once, at most 7 days."""
        self.record("accepted", "2026-03-02")
        with self.assertRaises(ExtensionRefused), self.cr.savepoint():
            self.record("granted", "2026-03-09", extension_amount=10)
        self.record("granted", "2026-03-09", extension_amount=5)
        with self.assertRaises(ExtensionRefused), self.cr.savepoint():
            self.record("granted", "2026-03-10", extension_amount=2)

    def test_restarted_period_can_be_extended_anew(self):
        """LTTHC Art. 130.4: after a resumption the whole period runs again."""
        self._event_type("suspended", [])
        self._event_type("resumed", [])
        self.opinion_rule.write(
            {
                "suspending_type_ids": [Command.link(self.event_type["suspended"].id)],
                "resuming_type_ids": [Command.link(self.event_type["resumed"].id)],
                "restarts": True,
            }
        )
        self.record("accepted", "2026-03-02")
        self.record("granted", "2026-03-09", extension_amount=5)
        self.record("suspended", "2026-03-10")
        self.record("resumed", "2026-04-06")
        self.assertEqual(self.deadline().date_due, date(2026, 4, 16))
        self.record("granted", "2026-04-13", extension_amount=7)
        self.assertEqual(self.deadline().date_due, date(2026, 4, 23))
        with self.assertRaises(ExtensionRefused), self.cr.savepoint():
            self.record("granted", "2026-04-14", extension_amount=2)

    def test_each_answer_meets_one_request(self):
        first = self.record("asked", "2026-05-04")
        second = self.record("asked", "2026-05-05")
        self.record("answered", "2026-05-11", answers_id=second.id)
        states = {d.trigger_event_id: d.state for d in self.deadline("T-05")}
        self.assertEqual(states, {first: "overdue", second: "met"})

    def test_time_of_an_event_decides_its_legal_date(self):
        """18:30 UTC is the next day in the office, whatever date came with it."""
        event = self.record("asked", "2026-03-02", datetime="2026-03-03 18:30:00")
        self.assertEqual(event.date, date(2026, 3, 4))
        event.datetime = "2026-03-05 01:00:00"
        self.assertEqual(event.date, date(2026, 3, 5))

    def test_version_in_force_on_the_day_of_the_trigger_applies(self):
        self.opinion_rule.date_to = "2026-02-28"
        self._rule("T-02", "accepted", 20, closing=["opinion"], date_from="2026-03-01")
        event = self.record("accepted", "2026-02-27")
        self.assertEqual(self.deadline().rule_id, self.opinion_rule)
        event.date = "2026-03-02"
        self.assertEqual(self.deadline().rule_id.amount, 20)
        self.assertEqual(self.deadline().date_due, date(2026, 3, 23))

    def test_condition_on_the_trigger_decides(self):
        self.opinion_rule.condition = "[('document_number', '!=', False)]"
        event = self.record("accepted", "2026-03-02")
        self.assertFalse(self.deadline())
        event.write({"document_number": "39/TB-TLVA"})
        self.proceeding._replay()
        self.assertEqual(self.deadline().state, "overdue")

    def test_event_opens_the_next_proceeding_once(self):
        self.record("accepted", "2026-03-02")
        self.record("judgment", "2026-04-06")
        appeal = self.record("appealed", "2026-04-10")
        opened = appeal.opened_proceeding_ids
        self.assertEqual(opened.parent_id, self.proceeding)
        appeal.date = "2026-04-13"
        self.assertEqual(appeal.opened_proceeding_ids, opened)
        opened.record_event("accepted", "2026-05-04")
        with self.assertRaises(UserError), self.cr.savepoint():
            appeal.withdraw("Nhập nhầm")
        opened.event_ids.withdraw("Nhập nhầm")
        appeal.withdraw("Nhập nhầm")
        self.assertFalse(opened.active)

    def test_file_taken_over_half_way_starts_where_it_stands(self):
        self.proceeding.taken_over_stage_id = self.stage["prepared"]
        self.assertEqual(self.proceeding.stage_id, self.stage["prepared"])
        self.record("judgment", "2026-04-06")
        self.assertFalse(self.proceeding.event_ids.is_gap)

    def test_only_events_possible_now_are_offered(self):
        offered = self.proceeding._possible_event_types().mapped("code")
        self.assertIn("accepted", offered)
        self.assertNotIn("closed", offered)
        self.record("accepted", "2026-03-02")
        offered = self.proceeding._possible_event_types().mapped("code")
        self.assertNotIn("accepted", offered)
        self.assertIn("opinion", offered)

    def test_officer_cannot_type_what_follows_from_the_docket(self):
        officer = new_test_user(
            self.env, "t-officer", groups="thuduc_base.group_officer"
        )
        self.agency.member_ids = officer
        event = self.proceeding.with_user(officer).record_event(
            "accepted", "2026-03-02"
        )
        mine = self.proceeding.with_user(officer)
        for record, values in [
            (mine, {"stage_id": self.stage["ended"].id}),
            (mine.dossier_id, {"stage_id": self.stage["ended"].id}),
            (mine.dossier_id, {"state": "closed"}),
            (event, {"withdrawn": True}),
            (event, {"is_gap": True}),
            (mine.deadline_ids, {"date_due": "2027-01-01"}),
        ]:
            with self.subTest(values=values), self.assertRaises(AccessError):
                record.write(values)
