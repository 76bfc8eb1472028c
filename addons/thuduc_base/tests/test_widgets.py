from datetime import timedelta

from odoo import fields
from odoo.tests import HttpCase, tagged

from .common import ThuducCase


@tagged("post_install", "-at_install")
class TestWidgets(HttpCase, ThuducCase):
    """The screens in the browser, as an officer meets them."""

    def test_officer_lands_on_my_work_and_learns_why(self):
        today = fields.Date.today()
        for days in (60, 9):
            self._running(today - timedelta(days=days), self._open_dossier())
        self.start_tour("/odoo", "thuduc_my_work", login=self.officer.login)
        deadline = self.env["thuduc.deadline"].search(
            [("user_id", "=", self.officer.id), ("acknowledged_at", "!=", False)]
        )
        self.assertEqual(deadline.acknowledged_by_id, self.officer)
