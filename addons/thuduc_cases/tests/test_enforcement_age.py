from odoo.tests import freeze_time, tagged

from .enforcement_case import EnforcementCase


@tagged("post_install", "-at_install")
class TestEnforcementAge(EnforcementCase):
    """The board shows how long each judgment has been waiting."""

    def test_the_column_is_that_of_the_age(self):
        with freeze_time("2026-04-28 03:00:00"):
            case = self.effective()
            enforcement = case.enforcement_ids
            self.assertEqual(str(enforcement.age_date), "2026-04-21")
        for today, bucket in (
            ("2026-05-21", "d30"),
            ("2026-05-22", "d90"),
            ("2026-07-20", "d90"),
            ("2026-07-21", "d180"),
            ("2026-10-18", "d180"),
            ("2026-10-19", "y1"),
            ("2027-04-21", "y1"),
            ("2027-04-22", "y3"),
            ("2029-04-21", "y3"),
            ("2029-04-22", "older"),
        ):
            with self.subTest(today=today), freeze_time(f"{today} 03:00:00"):
                self.env["thuduc.case.enforcement"]._refresh_age_buckets()
                self.assertEqual(enforcement.age_bucket, bucket)

    @freeze_time("2026-11-22 03:00:00")
    def test_what_is_performed_leaves_the_board(self):
        case = self.effective()
        enforcement = case.enforcement_ids
        self.assertEqual(enforcement.age_bucket, "y1")
        self.obligation(case, date_done="2026-05-20", evidence="QĐ 1")
        self.assertEqual(case.stage_id.code, "E40")
        self.assertFalse(enforcement.age_bucket)
        self.assertFalse(enforcement.age_days)
        self.env["thuduc.case.enforcement"]._refresh_age_buckets()
        self.assertFalse(enforcement.age_bucket)

    @freeze_time("2026-11-22 03:00:00")
    def test_the_job_writes_only_what_came_of_age(self):
        self.effective()
        model = self.env["thuduc.case.enforcement"]
        model._refresh_age_buckets()
        self.env.flush_all()
        with self.assertQueryCount(6):
            model._refresh_age_buckets()
            self.env.flush_all()

    @freeze_time("2026-11-22 03:00:00")
    def test_the_board_shows_every_column(self):
        self.effective()
        model = self.env["thuduc.case.enforcement"]
        groups = model.with_context(read_group_expand=True).formatted_read_group(
            [], ["age_bucket"], ["__count"]
        )
        self.assertLessEqual(
            {"d30", "d90", "d180", "y1", "y3", "older"},
            {group["age_bucket"] for group in groups},
        )

    @freeze_time("2026-11-22 03:00:00")
    def test_unfinished_is_found_and_not_found(self):
        open_, done = self.effective(), self.effective()
        self.obligation(done, date_done="2026-05-20", evidence="QĐ 1")
        model = self.env["thuduc.case.enforcement"]
        both = (open_ | done).enforcement_ids
        within = [("id", "in", both.ids)]
        self.assertEqual(
            model.search([*within, ("is_unfinished", "=", True)]),
            open_.enforcement_ids,
        )
        self.assertEqual(
            model.search([*within, ("is_unfinished", "=", False)]),
            done.enforcement_ids,
        )
