from odoo.tests import freeze_time, tagged
from odoo.tools import SQL

from .common import ReportsCase

DECIDED = [
    ("minutes", "2026-03-03"),
    ("decision_issued", "2026-03-09"),
    ("served", "2026-03-10"),
]


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestSanctionAnalysis(ReportsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.partly_paid = cls._sanction(events=DECIDED)
        cls._pay(cls.partly_paid, 1_500_000, "2026-03-12")
        cls._pay(cls.partly_paid, 500_000, "2026-03-14")
        cls.of_several = cls._sanction(
            agency=cls.other_unit,
            events=DECIDED,
            fines=(3_000_000, 4_000_000),
            kinds=("individual", "organisation", "organisation"),
        )
        cls.late = cls._sanction(
            events=[("minutes", "2026-03-03"), ("decision_issued", "2026-05-04")]
        )
        cls.draft = cls._sanction(events=[("minutes", "2026-05-28")])
        cls.world = cls.partly_paid | cls.of_several | cls.late | cls.draft
        cls.analysis = cls.env["thuduc.sanction.analysis"]

    def test_one_row_for_each_sanction_whatever_hangs_on_it(self):
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL("SELECT id FROM (%s) AS row ORDER BY id", self.analysis._table_query)
        )
        sources = self.env.execute_query(
            SQL("SELECT id FROM thuduc_sanction ORDER BY id")
        )
        self.assertGreaterEqual(len(rows), 4)
        self.assertEqual(rows, sources)

    def test_money_is_that_of_plain_sql(self):
        self.env.flush_all()
        [[imposed]] = self.env.execute_query(
            SQL(
                """SELECT SUM(fine_amount) FROM thuduc_sanction_act
                    WHERE sanction_id IN %s""",
                tuple((self.partly_paid | self.of_several | self.late).ids),
            )
        )
        [[paid]] = self.env.execute_query(
            SQL(
                """SELECT SUM(amount) FROM thuduc_sanction_payment
                    WHERE state = 'booked' AND sanction_id IN %s""",
                tuple(self.world.ids),
            )
        )
        [figures] = self.analysis._read_group(
            [("id", "in", self.world.ids)],
            [],
            ["fine_imposed:sum", "fine_paid:sum", "fine_outstanding:sum"],
        )
        self.assertEqual(figures, (imposed, paid, imposed - paid))
        self.assertEqual(figures, (17_000_000, 2_000_000, 15_000_000))

    def test_a_fine_that_is_only_drafted_is_not_imposed(self):
        self.assertRecordValues(
            self.row(self.draft, "sanction"),
            [
                {
                    "decision_state": "none",
                    "decided_count": 0,
                    "fine_imposed": 0,
                    "fine_outstanding": 0,
                    "payment_state": False,
                    "timeliness": "running",
                    "days_to_decide": 0,
                }
            ],
        )

    def test_a_cancelled_decision_leaves_nothing_outstanding(self):
        """Decree 118/2021, Article 13: a cancelled decision has no effect."""
        self.late.record_event("decision_cancelled", "2026-05-20")
        self.assertRecordValues(
            self.row(self.late, "sanction"),
            [
                {
                    "decision_state": "cancelled",
                    "decided_count": 1,
                    "fine_imposed": 0,
                    "fine_outstanding": 0,
                }
            ],
        )
        row = self.row(self.partly_paid, "sanction")
        self.assertEqual(row.decision_state, "fine")

    def test_decision_after_the_period_of_article_66_is_late(self):
        """Law 15/2012, Article 66.1.a: seven working days from the minutes."""
        self.assertEqual(self.row(self.partly_paid, "sanction").timeliness, "on_time")
        self.assertEqual(self.row(self.partly_paid, "sanction").days_to_decide, 6)
        self.assertEqual(self.row(self.late, "sanction").timeliness, "late")
        self.assertEqual(self.row(self.late, "sanction").late_count, 1)
        self.assertEqual(self.row(self.late, "sanction").days_to_decide, 62)

    def test_overdue_is_what_is_unpaid_after_the_period_of_article_73(self):
        """Law 15/2012, Article 73.1: ten days from the service of the decision."""
        self.assertEqual(self.row(self.partly_paid, "sanction").fine_overdue, 3_000_000)
        self.assertEqual(self.row(self.late, "sanction").fine_overdue, 0)

    def test_violators_are_counted_and_named_by_kind(self):
        self.assertRecordValues(
            self.row(self.of_several, "sanction"),
            [{"violator_count": 3, "violator_kind": "several"}],
        )
        self.assertEqual(
            self.row(self.partly_paid, "sanction").violator_kind, "individual"
        )

    def test_mandatory_deadlines_are_those_of_plain_sql(self):
        self.env.flush_all()
        for sanction in self.world:
            [plain] = self.env.execute_query(
                SQL(
                    """SELECT COUNT(CASE WHEN state = 'met' THEN 1 END),
                              COUNT(CASE WHEN state = 'met_late' THEN 1 END),
                              COUNT(CASE WHEN state = 'overdue' THEN 1 END)
                         FROM thuduc_deadline
                        WHERE dossier_id = %s AND severity = 'hard'
                          AND bound_party = 'agency'""",
                    sanction.dossier_id.id,
                )
            )
            row = self.row(sanction, "sanction")
            self.assertEqual(
                (
                    row.duty_on_time_count,
                    row.duty_late_count,
                    row.duty_overdue_count,
                ),
                plain,
            )

    def test_row_opens_its_sanction(self):
        action = self.row(self.of_several, "sanction").action_open_dossier()
        self.assertEqual(action["res_model"], "thuduc.sanction")
        self.assertEqual(action["res_id"], self.of_several.id)
        self.assertEqual(self.row(self.of_several, "sanction").body_id, self.other_ward)
