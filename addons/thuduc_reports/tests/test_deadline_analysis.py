from odoo.tests import freeze_time, tagged
from odoo.tools import SQL

from .common import ReportsCase


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestDeadlineAnalysis(ReportsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.in_time = cls._lawsuit(
            events=[
                ("FI_ACCEPTED", "2026-03-02"),
                ("FI_NOTICE_RECEIVED", "2026-03-04"),
                ("FI_OPINION_SENT", "2026-03-10"),
            ]
        )
        cls.late = cls._lawsuit(
            events=[
                ("FI_ACCEPTED", "2026-03-02"),
                ("FI_NOTICE_RECEIVED", "2026-03-04"),
                ("FI_OPINION_SENT", "2026-03-18"),
            ]
        )
        cls.overdue = cls._lawsuit(
            agency=cls.other_unit,
            events=[
                ("FI_ACCEPTED", "2026-03-02"),
                ("FI_NOTICE_RECEIVED", "2026-03-04"),
            ],
        )
        cls.fined = cls._sanction(
            events=[("minutes", "2026-05-25")], agency=cls.other_unit
        )
        cls.analysis = cls.env["thuduc.deadline.analysis"]

    def opinion(self, lawsuit):
        """The row of the written opinion (LTTHC 128.1: ten days)."""
        return self.analysis.search(
            [("dossier_id", "=", lawsuit.dossier_id.id), ("rule_id.code", "=", "FI-02")]
        )

    def test_one_row_for_each_deadline_that_stands(self):
        expected = self.env.execute_query(
            SQL(
                """SELECT id FROM thuduc_deadline
                    WHERE state IN ('running', 'suspended', 'overdue',
                                    'met', 'met_late')
                    ORDER BY id"""
            )
        )
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL("SELECT id FROM (%s) AS row ORDER BY id", self.analysis._table_query)
        )
        self.assertTrue(rows)
        self.assertEqual(rows, expected)

    def test_timeliness_of_the_written_opinion(self):
        self.assertRecordValues(
            self.opinion(self.in_time),
            [
                {
                    "timeliness": "on_time",
                    "on_time_count": 1,
                    "on_time_rate": 100.0,
                    "days_late": 0,
                }
            ],
        )
        self.assertRecordValues(
            self.opinion(self.late),
            [
                {
                    "timeliness": "late",
                    "late_count": 1,
                    "on_time_rate": 0.0,
                    "days_late": 2,
                }
            ],
        )
        self.assertEqual(self.opinion(self.overdue).timeliness, "overdue")
        self.assertEqual(self.opinion(self.overdue).days_late, 77)

    def test_figures_of_each_unit_are_those_of_plain_sql(self):
        self.env.flush_all()
        plain = {
            agency: figures
            for agency, *figures in self.env.execute_query(
                SQL(
                    """
                    SELECT agency_id,
                           COUNT(*),
                           COUNT(CASE WHEN state = 'met' THEN 1 END),
                           COUNT(CASE WHEN state = 'met_late' THEN 1 END),
                           COUNT(CASE WHEN state = 'overdue' THEN 1 END)
                      FROM thuduc_deadline
                     WHERE state != 'superseded' AND bound_party = 'agency'
                     GROUP BY agency_id
                    """
                )
            )
        }
        grouped = {
            agency.id: figures
            for agency, *figures in self.analysis._read_group(
                [("bound_party", "=", "agency")],
                ["agency_id"],
                ["__count", "on_time_count:sum", "late_count:sum", "overdue_count:sum"],
            )
        }
        self.assertIn(self.other_unit.id, grouped)
        self.assertEqual(grouped, plain)

    def test_share_kept_on_time_leaves_out_what_still_runs(self):
        dossiers = (self.in_time | self.late | self.overdue).dossier_id
        [[rate, count]] = self.analysis._read_group(
            [("dossier_id", "in", dossiers.ids), ("rule_id.code", "=", "FI-02")],
            [],
            ["on_time_rate:avg", "__count"],
        )
        self.assertEqual(count, 3)
        self.assertAlmostEqual(rate, 100 / 3)
        running = self.analysis.search(
            [("dossier_id", "=", self.fined.dossier_id.id), ("running_count", "=", 1)]
        )
        self.assertTrue(running)
        [[rate]] = self.analysis._read_group(
            [("id", "in", running.ids)], [], ["on_time_rate:avg"]
        )
        self.assertFalse(rate)

    def test_overdue_the_day_after_though_the_daily_job_did_not_run(self):
        lawsuit = self._lawsuit(
            events=[
                ("FI_ACCEPTED", "2026-05-29"),
                ("FI_NOTICE_RECEIVED", "2026-06-01"),
            ]
        )
        self.assertEqual(self.opinion(lawsuit).timeliness, "running")
        with freeze_time("2026-06-11 03:00:00"):
            self.assertEqual(self.reread(lawsuit).timeliness, "running")
        with freeze_time("2026-06-12 03:00:00"):
            row = self.reread(lawsuit)
            self.assertEqual(row.timeliness, "overdue")
            self.assertEqual(row.days_late, 1)
            self.assertEqual(
                self.env["thuduc.deadline"].browse(row.id).state, "running"
            )

    def reread(self, lawsuit):
        self.env.invalidate_all()
        return self.opinion(lawsuit)

    def test_what_was_withdrawn_is_not_counted(self):
        event = self.overdue.event_ids.filtered(
            lambda e: e.code == "FI_NOTICE_RECEIVED"
        )
        event.withdraw("Nhập nhầm")
        self.assertFalse(self.opinion(self.overdue))

    def test_archived_dossiers_are_not_counted(self):
        self.overdue.dossier_id.active = False
        self.assertFalse(self.opinion(self.overdue))

    def test_row_names_the_committee_the_year_and_the_dossier(self):
        row = self.opinion(self.overdue)
        self.assertEqual(row.body_id, self.other_ward)
        self.assertEqual(row.judicial_year, "2026 (10/2025–9/2026)")
        self.assertEqual(row.judicial_year_relative, "current")
        self.assertEqual(row.kind, "case")
        action = row.action_open_dossier()
        self.assertEqual(action["res_model"], "thuduc.case")
        self.assertEqual(action["res_id"], self.overdue.id)
