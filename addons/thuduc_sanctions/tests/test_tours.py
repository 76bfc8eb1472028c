from odoo.tests import HttpCase, tagged

from .sanction_case import SanctionCase


@tagged("post_install", "-at_install")
class TestTours(HttpCase, SanctionCase):
    def test_minutes_to_payment(self):
        """An officer leads one violation from its discovery to the payment."""
        self.start_tour(
            "/odoo/sanctions/new", "thuduc_sanction_journey", login="t_xp_officer"
        )
        sanction = self.env["thuduc.sanction"].search(
            [("title", "=", "Đổ rác trên vỉa hè")]
        )
        self.assertEqual(sanction.payment_state, "paid")
