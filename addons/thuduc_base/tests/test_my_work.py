from odoo.fields import Command
from odoo.tests import freeze_time, tagged

from .common import ThuducCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-16 03:00:00")
class TestMyWork(ThuducCase):
    """The home page tells what waits for this person, and nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.late = cls._open_dossier()
        cls._running("2026-03-02", cls.late)
        cls.soon = cls._open_dossier()
        cls._running("2026-03-10", cls.soon)
        cls.abroad = cls._open_dossier(cls.other_unit, cls.other_officer)
        cls._running("2026-03-02", cls.abroad)

    def load(self, user):
        found = self.env["thuduc.my.work"].with_user(user).what_waits()
        return {section["key"]: section for section in found["sections"]}

    def codes(self, user, key):
        sections = self.load(user)
        return [row["dossier"] for row in sections.get(key, {"rows": []})["rows"]]

    def test_officer_sees_own_deadlines_by_urgency(self):
        self.assertEqual(self.codes(self.officer, "overdue"), [self.late.name])
        self.assertEqual(self.codes(self.officer, "due_soon"), [self.soon.name])

    def test_days_are_counted_from_today(self):
        (row,) = self.load(self.officer)["overdue"]["rows"]
        self.assertEqual((row["date"], row["days"]), ("2026-03-12", -4))

    def test_duty_of_somebody_else_says_whose_it_is(self):
        self.late.deadline_ids.rule_id.bound_party = "court"
        (row,) = self.load(self.officer)["overdue"]["rows"]
        self.assertEqual(row["bound"], "Court")

    def test_colleague_of_the_unit_sees_nothing_of_it(self):
        self.assertEqual(self.load(self.colleague), {})

    def test_head_sees_the_unit_and_no_other(self):
        self.assertEqual(self.codes(self.head, "unit_overdue"), [self.late.name])
        self.assertEqual(self.codes(self.head, "unit_due_soon"), [self.soon.name])
        self.assertNotIn("overdue", self.load(self.head))

    def test_leader_and_auditor_watch_over_all_units(self):
        for user in (self.leader, self.auditor):
            with self.subTest(user=user.login):
                self.assertCountEqual(
                    self.codes(user, "unit_overdue"), [self.late.name, self.abroad.name]
                )

    def test_met_and_informative_deadlines_do_not_wait(self):
        self.soon.record_event("opinion", "2026-03-12")
        self.late.deadline_ids.rule_id.severity = "info"
        self.assertEqual(self.load(self.officer), {})

    def test_archived_dossiers_do_not_wait(self):
        self.late.active = False
        self.assertNotIn("overdue", self.load(self.officer))

    def test_substitute_sees_the_work_of_the_absent(self):
        self.officer.write(
            {
                "absent_from": "2026-03-16",
                "absent_to": "2026-03-20",
                "substitute_id": self.colleague.id,
            }
        )
        self.assertEqual(self.codes(self.colleague, "overdue"), [self.late.name])

    def test_handover_waits_for_the_addressee_alone(self):
        self._hand_over(self.late, self.colleague)
        self.assertEqual(self.codes(self.colleague, "handovers"), [self.late.name])
        self.assertNotIn("handovers", self.load(self.officer))

    def _hand_over(self, dossier, user):
        # The steps of a handover have their own tests: here one only has to be there.
        return self.env["thuduc.handover"].create(
            {
                "dossier_id": dossier.id,
                "from_user_id": self.officer.id,
                "to_user_id": user.id,
                "to_agency_id": self.unit.id,
            }
        )

    def test_returned_handover_comes_back_to_the_sender(self):
        handover = self._hand_over(self.late, self.colleague)
        handover.sudo().write(
            {
                "state": "returned",
                "answered_by_id": self.colleague.id,
                "answered_at": "2026-03-15 03:00:00",
                "return_reason": "Không đúng lĩnh vực",
            }
        )
        (row,) = self.load(self.officer)["returned"]["rows"]
        self.assertEqual(row["detail"], "Không đúng lĩnh vực")

    def test_meetings_of_the_week_come_in_their_order(self):
        for code, moment in (
            ("asked", "2026-03-18 02:00:00"),
            ("granted", "2026-03-17 02:00:00"),
            ("answered", "2026-03-30 02:00:00"),
        ):
            self.soon.record_event(code, "2026-03-12", scheduled_at=moment)
        rows = self.load(self.officer)["meetings"]["rows"]
        self.assertEqual([row["title"] for row in rows], ["granted", "asked"])

    def test_papers_wait_for_the_role_whose_step_it_is(self):
        paper = self.env["thuduc.document"].with_user(self.officer)
        paper = paper.create({"dossier_id": self.late.id, "subject": "Ý kiến"})
        for state, user, key in (
            ("submitted", self.head, "papers_to_approve"),
            ("approved", self.clerk, "papers_to_issue"),
        ):
            paper.sudo()._stamp({"state": state, "approver_id": self.head.id})
            with self.subTest(state=state):
                self.assertIn(key, self.load(user))
                self.assertNotIn(key, self.load(self.colleague))
        paper.sudo()._stamp({"state": "draft", "remarks": "Thiếu căn cứ"})
        (row,) = self.load(self.officer)["papers_returned"]["rows"]
        self.assertEqual(row["detail"], "Thiếu căn cứ")

    def test_confidential_dossiers_are_not_told_to_others(self):
        self.late.confidential = True
        self.assertEqual(self.codes(self.auditor, "unit_overdue"), [self.abroad.name])

    def test_sections_come_in_the_order_of_the_page(self):
        self.officer.group_ids = [
            Command.link(self.env.ref("thuduc_base.group_head").id)
        ]
        self.late.user_id = self.colleague
        self.assertEqual(list(self.load(self.officer)), ["due_soon", "unit_overdue"])

    def test_many_rows_cost_no_more_queries(self):
        mine = self.env["thuduc.my.work"].with_user(self.officer)
        mine.what_waits()
        before = self._count_queries(mine)
        for _dossier in range(5):
            self._running("2026-03-10", self._open_dossier())
        self.assertLessEqual(self._count_queries(mine), before + 1)
        self.assertLessEqual(before, 20)

    def _count_queries(self, work):
        self.env.flush_all()
        self.env.invalidate_all()
        start = self.env.cr.sql_log_count
        work.what_waits()
        return self.env.cr.sql_log_count - start
