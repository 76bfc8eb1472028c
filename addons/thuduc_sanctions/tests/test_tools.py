import doctest
from datetime import date

from odoo.tests import BaseCase, tagged

from ..tools import fine, fine_range, late_interest

MILLION = 1_000_000


@tagged("post_install", "-at_install")
class TestTools(BaseCase):
    def test_examples_of_the_docstrings(self):
        self.assertEqual(doctest.testmod(fine).failed, 0)
        globs = {"late_interest": late_interest}
        examples = doctest.DocTestFinder().find(late_interest, globs=globs)
        runner = doctest.DocTestRunner()
        for example in examples:
            self.assertEqual(runner.run(example).failed, 0)

    def test_worked_fines_of_article_23(self):
        """Bracket of 5 to 10 million."""
        for net, least, most, proposed in (
            (0, 7.5, 7.5, 7.5),
            (-2, 5, 5, 5),
            (2, 10, 10, 10),
            (-1, 5, 7.5, 6.25),
            (1, 7.5, 10, 8.75),
        ):
            with self.subTest(net=net):
                found = fine_range(5 * MILLION, 10 * MILLION, net)
                self.assertEqual(
                    (found.least, found.most, found.proposed),
                    (least * MILLION, most * MILLION, proposed * MILLION),
                )

    def test_minor_of_seventeen_pays_at_most_half(self):
        found = fine_range(5 * MILLION, 10 * MILLION, part=0.5)
        self.assertEqual((found.most, found.proposed), (3_750_000, 3_750_000))

    def test_interest_of_ten_days(self):
        owed = late_interest(
            10 * MILLION,
            [(date(2026, 11, 20), 10 * MILLION)],
            date(2026, 11, 10),
            date(2026, 12, 31),
            0.05,
        )
        self.assertEqual((owed.amount, owed.days), (50_000, 10))
        self.assertEqual(owed.since, date(2026, 11, 11))

    def test_interest_is_rounded_half_up(self):
        owed = late_interest(1_001_000, [], date(2026, 1, 1), date(2026, 1, 2), 0.05)
        self.assertEqual(owed.amount, 501)

    def test_no_interest_in_time(self):
        day = date(2026, 11, 10)
        owed = late_interest(MILLION, [(day, MILLION)], day, date(2026, 12, 1), 0.05)
        self.assertEqual((owed.amount, owed.days, owed.since), (0, 0, None))
