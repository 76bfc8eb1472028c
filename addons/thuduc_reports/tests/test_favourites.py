import ast

from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestFavourites(TransactionCase):
    """The favourites that are shipped open, with the figures that they name."""

    def test_each_favourite_gives_figures(self):
        favourites = self.env["ir.filters"].search(
            [("model_id", "like", "thuduc.%.analysis")]
        )
        self.assertGreaterEqual(len(favourites), 6)
        for favourite in favourites:
            with self.subTest(favourite=favourite.name):
                self.assertFalse(favourite.user_ids)
                context = ast.literal_eval(favourite.context)
                rows = self.env[favourite.model_id]
                measures = [
                    self._aggregated(rows, name) for name in context["pivot_measures"]
                ]
                rows.formatted_read_group(
                    favourite._get_eval_domain(),
                    [*context["pivot_row_groupby"], *context["pivot_column_groupby"]],
                    measures,
                )

    def _aggregated(self, rows, name):
        aggregator = rows._fields[name].aggregator
        self.assertIn(aggregator, ("sum", "avg", "count_distinct"))
        return f"{name}:{aggregator}"
