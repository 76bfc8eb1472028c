from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .sanction_case import WITHOUT_PERMIT, SanctionCase

MILLION = 1_000_000


@tagged("post_install", "-at_install")
@freeze_time("2026-11-20 03:00:00")
class TestSanctionPayment(SanctionCase):
    """The fine is 1.5 million, served on 12 October, to be paid until 22 October."""

    def test_whole_payment_closes_the_execution(self):
        sanction = self.decided()
        payment = self.pay(sanction, 1.5 * MILLION, "2026-10-20")
        self.assertEqual(payment.event_id.code, "payment")
        self.assertEqual(sanction.payment_state, "paid")
        self.assertEqual(str(sanction._last_event("fine_paid").date), "2026-10-20")
        self.assertEqual(self.deadline(sanction, "DL-56").state, "met")
        self.assertEqual(sanction.late_amount, 0)
        self.assertStage(sanction, "S50_EXECUTED")

    def test_partial_payment_leaves_the_rest_due(self):
        sanction = self.decided()
        self.pay(sanction, MILLION, "2026-10-20")
        self.assertEqual(sanction.payment_state, "partial")
        self.assertEqual(sanction.unpaid_amount, 0.5 * MILLION)
        self.assertFalse(sanction._last_event("fine_paid"))
        self.assertStage(sanction, "S30_EXEC")
        self.pay(sanction, 0.5 * MILLION, "2026-10-22")
        self.assertEqual(sanction.payment_state, "paid")
        self.assertEqual(str(sanction._last_event("fine_paid").date), "2026-10-22")

    def test_payments_booked_in_any_order_pay_on_the_same_day(self):
        sanction = self.decided()
        self.pay(sanction, MILLION, "2026-10-22")
        self.pay(sanction, 0.5 * MILLION, "2026-10-20")
        self.assertEqual(str(sanction._last_event("fine_paid").date), "2026-10-22")

    def test_nothing_is_due_before_the_decision(self):
        sanction = self.sanction(("minutes", "2026-10-05"))
        self.assertEqual(sanction.fine_total, 1.5 * MILLION)
        self.assertEqual((sanction.fine_due, sanction.payment_state), (0, "none"))

    def test_cancelled_payment_opens_the_fine_again(self):
        sanction = self.decided()
        payment = self.pay(sanction, 1.5 * MILLION, "2026-10-20")
        payment.cancel("Biên lai của hồ sơ khác")
        self.assertEqual(sanction.payment_state, "unpaid")
        self.assertTrue(payment.event_id.withdrawn)
        self.assertFalse(sanction._last_event("fine_paid", "executed"))
        self.assertStage(sanction, "S21_SERVED")
        self.assertEqual(self.deadline(sanction, "DL-56").state, "overdue")
        self.pay(sanction, 1.5 * MILLION, "2026-10-20")
        self.assertStage(sanction, "S50_EXECUTED")

    def test_late_interest_of_article_78(self):
        """0.05 % a day on what is unpaid: 21 October is a holiday of nobody."""
        sanction = self.decided(violation=WITHOUT_PERMIT)
        self.assertEqual(str(sanction.payment_due_date), "2026-10-22")
        self.pay(sanction, 15 * MILLION, "2026-10-30")
        # 8 days on 35 million, then 21 days on 20 million
        self.assertEqual(sanction.late_days, 29)
        self.assertEqual(sanction.late_amount, 8 * 17_500 + 21 * 10_000)
        self.pay(sanction, 20 * MILLION, "2026-11-09", late_amount=240_000)
        self.assertEqual(sanction.late_days, 18)
        self.assertEqual(sanction.late_amount, 8 * 17_500 + 10 * 10_000)
        self.assertEqual(sanction.late_unpaid_amount, 0)

    def test_day_of_payment_counts_or_not_as_the_office_says(self):
        sanction = self.decided()
        self.pay(sanction, 1.5 * MILLION, "2026-10-24")
        self.assertEqual(sanction.late_days, 2)
        setting = self.env.ref("thuduc_sanctions.parameter_late_counts_payment_day")
        setting.value = 0
        sanction.invalidate_recordset(["late_days", "late_amount"])
        self.assertEqual(sanction.late_days, 1)

    def test_examination_of_an_application_bears_no_interest(self):
        """Decree 118/2021, Article 20."""
        sanction = self.decided()
        sanction.record_event("postponement_requested", "2026-10-26")
        sanction.record_event("relief_refused", "2026-10-30")
        self.pay(sanction, 1.5 * MILLION, "2026-11-02")
        # 23 to 25 and 31 October to 2 November
        self.assertEqual(sanction.late_days, 6)

    def test_longer_period_of_the_decision(self):
        """Article 73.1: ten days or the longer period written."""
        sanction = self.decided(payment_days=20)
        self.assertDue(sanction, "DL-56", "2026-11-02")

    def test_reduction_makes_less_to_pay(self):
        """Article 77."""
        sanction = self.decided()
        self.pay(sanction, MILLION, "2026-10-20")
        sanction.fine_reduction = 0.5 * MILLION
        self.assertEqual(sanction.payment_state, "paid")
        self.assertStage(sanction, "S50_EXECUTED")

    def test_overdue_is_recorded_once_and_taken_back(self):
        sanction = self.decided()
        for _run in range(2):
            self.env["thuduc.sanction"]._cron_record_overdue()
        self.assertStage(sanction, "S37_LATE")
        overdue = sanction._last_event("payment_overdue")
        self.assertEqual(str(overdue.date), "2026-10-23")
        self.pay(sanction, 1.5 * MILLION, "2026-10-21")
        self.assertTrue(overdue.withdrawn)
        self.assertStage(sanction, "S50_EXECUTED")

    def test_remedies_keep_the_execution_open(self):
        sanction = self.decided()
        sanction.act_ids.remedies = "Buộc khôi phục lại tình trạng ban đầu"
        self.pay(sanction, 1.5 * MILLION, "2026-10-20")
        self.assertStage(sanction, "S30_EXEC")
        sanction.act_ids.remedies_done_on = "2026-11-03"
        self.assertStage(sanction, "S50_EXECUTED")
        self.assertEqual(str(sanction.executed_date), "2026-11-03")

    def test_warning_is_executed_by_its_service(self):
        sanction = self.sanction(
            ("detected", "2026-10-05"),
            ("minutes", "2026-10-05"),
            violation="thuduc_sanctions.violation_b001",
        )
        sanction.act_ids.main_sanction = "warning"
        sanction.record_event("decision_issued", "2026-10-09")
        sanction.record_event("served", "2026-10-12")
        self.assertStage(sanction, "S50_EXECUTED")
        self.assertDue(sanction, "DL-100", "2027-04-12")
        self.assertNotRunning(sanction, "DL-101")

    def test_booked_payment_is_frozen(self):
        payment = self.pay(self.decided(), MILLION, "2026-10-20")
        for values in ({"amount": 1}, {"date": "2026-10-21"}, {"state": "cancelled"}):
            with self.subTest(values=values), self.assertRaises(UserError):
                payment.write(values)
        with self.assertRaises(UserError):
            payment.sudo().unlink()

    @mute_logger("odoo.sql_db")
    def test_receipt_is_booked_once(self):
        sanction = self.decided()
        self.pay(sanction, MILLION, "2026-10-20")
        with self.assertRaises(IntegrityError):
            self.pay(sanction, MILLION, "2026-10-20")
            self.env.flush_all()

    def test_dialog_proposes_what_is_unpaid(self):
        sanction = self.decided()
        self.pay(sanction, MILLION, "2026-10-20")
        context = sanction.action_book_payment()["context"]
        self.assertEqual(context["default_amount"], 0.5 * MILLION)
        # 29 days on half a million
        self.assertEqual(context["default_late_amount"], 7_250)
