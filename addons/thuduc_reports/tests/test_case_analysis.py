from datetime import date

from odoo.tests import freeze_time, tagged
from odoo.tools import SQL

from .common import ReportsCase


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestCaseAnalysis(ReportsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.won = cls._judged("fi_rejected", "2025-09-30")
        cls.lost = cls._judged("fi_accepted", "2025-10-01")
        cls._record(
            cls.lost, [("FI_APPEAL_OWN", "2025-10-10"), ("AP_ACCEPTED", "2025-11-10")]
        )
        cls.in_part = cls._judged("fi_part", "2026-04-01", agency=cls.other_unit)
        cls.new = cls._lawsuit(events=[("FI_ACCEPTED", "2026-05-20")])
        cls.world = cls.won | cls.lost | cls.in_part | cls.new
        cls.analysis = cls.env["thuduc.case.analysis"]

    @classmethod
    def _judged(cls, outcome, day, **values):
        """Accepted on 4 August 2025, judged with that outcome on ``day``."""
        hearing = {"scheduled_at": f"{day} 01:00:00"}
        return cls._lawsuit(
            events=[
                ("FI_ACCEPTED", "2025-08-04"),
                ("FI_TRIAL_DECISION", "2025-09-15", hearing),
                ("FI_JUDGMENT_PRONOUNCED", day, cls._outcome(outcome)),
            ],
            date_open="2025-08-05",
            **values,
        )

    def rows(self, lawsuit):
        return self.analysis.search([("case_id", "=", lawsuit.id)], order="id")

    def test_one_row_for_each_round(self):
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL("SELECT id FROM (%s) AS row ORDER BY id", self.analysis._table_query)
        )
        sources = self.env.execute_query(
            SQL("SELECT id FROM thuduc_case_round ORDER BY id")
        )
        self.assertGreaterEqual(len(rows), 5)
        self.assertEqual(rows, sources)

    def test_a_lawsuit_with_two_rounds_is_one_lawsuit(self):
        [[rounds, lawsuits, in_progress]] = self.analysis._read_group(
            [("case_id", "in", self.world.ids)],
            [],
            ["__count", "case_id:count_distinct", "open_count:sum"],
        )
        self.assertEqual((rounds, lawsuits, in_progress), (5, 4, 4))
        latest = self.analysis.search(
            [("case_id", "in", self.world.ids), ("is_latest", "=", True)]
        )
        self.assertEqual(len(latest), 4)
        self.assertEqual(latest.case_id, self.world)

    def test_results_and_the_share_lost(self):
        [figures] = self.analysis._read_group(
            [("case_id", "in", self.world.ids)],
            [],
            ["won_count:sum", "partial_count:sum", "lost_count:sum", "loss_rate:avg"],
        )
        self.assertEqual(figures[:3], (1, 1, 1))
        self.assertAlmostEqual(figures[3], 200 / 3)

    def test_an_appealed_judgment_says_so(self):
        self.assertRecordValues(
            self.rows(self.lost),
            [
                {
                    "round_type": "FI",
                    "favour": "lose",
                    "appealed": True,
                    "is_latest": False,
                    "age_days": 58,
                },
                {
                    "round_type": "AP",
                    "favour": "pending",
                    "appealed": False,
                    "is_latest": True,
                    "age_days": 203,
                },
            ],
        )
        self.assertFalse(self.rows(self.won).appealed)

    def test_a_result_belongs_to_the_judicial_year_in_which_it_happened(self):
        """Judicial year: 1 October to 30 September."""
        self.assertEqual(self.rows(self.won).result_year, "2025 (10/2024–9/2025)")
        self.assertEqual(self.rows(self.won).result_year_relative, "last")
        first = self.rows(self.lost)[0]
        self.assertEqual(first.result_year, "2026 (10/2025–9/2026)")
        self.assertEqual(first.judicial_year, "2025 (10/2024–9/2025)")
        self.assertFalse(self.rows(self.new).result_year)
        self.assertFalse(self.rows(self.new).result_year_relative)

    def test_not_accepted_yet_counts_from_the_day_it_was_opened(self):
        filed = self._lawsuit(date_open="2026-05-27")
        row = self.rows(filed)
        self.assertEqual(row.date, date(2026, 5, 27))
        self.assertEqual(row.age_days, 5)

    def test_mandatory_deadlines_are_those_of_plain_sql(self):
        self.env.flush_all()
        for row in self.analysis.search([("case_id", "in", self.world.ids)]):
            [plain] = self.env.execute_query(
                SQL(
                    """SELECT COUNT(CASE WHEN deadline.state = 'met' THEN 1 END),
                              COUNT(CASE WHEN deadline.state = 'met_late' THEN 1 END),
                              COUNT(CASE WHEN deadline.state = 'overdue' THEN 1 END)
                         FROM thuduc_deadline AS deadline, thuduc_case_round AS round
                        WHERE round.id = %s
                          AND round.proceeding_id = deadline.proceeding_id
                          AND deadline.severity = 'hard'
                          AND deadline.bound_party = 'agency'""",
                    row.id,
                )
            )
            self.assertEqual(
                (
                    row.duty_on_time_count,
                    row.duty_late_count,
                    row.duty_overdue_count,
                ),
                plain,
            )

    def test_archived_lawsuits_are_not_counted(self):
        self.won.dossier_id.active = False
        self.assertFalse(self.rows(self.won))

    def test_row_opens_its_lawsuit(self):
        action = self.rows(self.in_part).action_open_dossier()
        self.assertEqual(action["res_model"], "thuduc.case")
        self.assertEqual(action["res_id"], self.in_part.id)
