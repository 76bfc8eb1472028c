from odoo.tests import HttpCase, freeze_time, tagged

from .common import ReportsCase


@tagged("post_install", "-at_install")
class TestLeaderTour(HttpCase, ReportsCase):
    """A leader looks at the deadlines: pivot, graph, the list behind a figure."""

    def test_leader_looks_at_the_deadlines(self):
        with freeze_time("2026-06-01 03:00:00"):
            for day in ("2026-03-10", "2026-03-18"):
                self._lawsuit(
                    events=[
                        ("FI_ACCEPTED", "2026-03-02"),
                        ("FI_NOTICE_RECEIVED", "2026-03-04"),
                        ("FI_OPINION_SENT", day),
                    ]
                )
        if "tour_enabled" in self.leader._fields:
            self.leader.tour_enabled = False
        self.start_tour("/odoo", "thuduc_reports_leader", login=self.leader.login)
