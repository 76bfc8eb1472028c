"""Article 66.1: 7 or 10 working days, one or two months, one in place of another."""

from odoo.tests import freeze_time, tagged

from .sanction_case import WITHOUT_PERMIT, SanctionCase

MINUTES = ("minutes", "2026-10-05")
PERIODS = ("DL-15", "DL-16", "DL-17", "DL-18")


@tagged("post_install", "-at_install")
@freeze_time("2026-10-07 03:00:00")
class TestDecisionPeriod(SanctionCase):
    def assertPeriod(self, sanction, code, date):
        self.assertDue(sanction, code, date)
        self.assertNotRunning(sanction, *set(PERIODS) - {code})

    def test_ordinary_file_seven_working_days(self):
        self.assertPeriod(self.sanction(MINUTES), "DL-15", "2026-10-14")

    def test_transferred_file_ten_working_days(self):
        sanction = self.sanction(MINUTES, ("transferred", "2026-10-06"))
        self.assertPeriod(sanction, "DL-16", "2026-10-19")

    def test_explanation_gives_one_month_from_the_minutes(self):
        sanction = self.sanction(MINUTES, ("explanation_written", "2026-10-07"))
        self.assertPeriod(sanction, "DL-17", "2026-11-05")

    def test_verification_gives_one_month_even_after_a_transfer(self):
        sanction = self.sanction(
            MINUTES,
            ("transferred", "2026-10-06"),
            ("verification_started", "2026-10-07"),
        )
        self.assertPeriod(sanction, "DL-17", "2026-11-05")

    def test_particularly_serious_gives_two_months(self):
        sanction = self.sanction(
            MINUTES,
            ("explanation_written", "2026-10-07"),
            ("complex_case", "2026-10-07"),
        )
        self.assertPeriod(sanction, "DL-18", "2026-12-07")

    def test_the_shorter_period_returns_with_the_withdrawal(self):
        sanction = self.sanction(MINUTES)
        explained = sanction.record_event("explanation_written", "2026-10-07")
        self.assertPeriod(sanction, "DL-17", "2026-11-05")
        explained.withdraw("Nhầm hồ sơ")
        self.assertPeriod(sanction, "DL-15", "2026-10-14")

    def test_the_order_of_entry_does_not_matter(self):
        sanction = self.sanction(("complex_case", "2026-10-07"), MINUTES)
        self.assertPeriod(sanction, "DL-18", "2026-12-07")

    def test_file_of_2021_by_the_law_of_its_day(self):
        sanction = self.sanction(("minutes", "2021-10-04"))
        self.assertPeriod(sanction, "DL-15", "2021-10-11")
        sanction.record_event("explanation_written", "2021-10-05")
        self.assertPeriod(sanction, "DL-17", "2021-11-03")

    def test_criminal_body_holds_the_file(self):
        """Articles 62 and 63: no sanction meanwhile, then a period of its own."""
        sanction = self.sanction(MINUTES, ("crime_transferred", "2026-10-06"))
        self.assertEqual(self.deadline(sanction, "DL-15").state, "suspended")
        sanction.record_event("crime_returned", "2026-10-07")
        self.assertNotRunning(sanction, *PERIODS)
        self.assertDue(sanction, "DL-22", "2026-11-06")

    def test_decision_meets_the_period(self):
        sanction = self.sanction(MINUTES, ("decision_issued", "2026-10-07"))
        self.assertEqual(self.deadline(sanction, "DL-15").state, "met")


@tagged("post_install", "-at_install")
@freeze_time("2026-10-07 03:00:00")
class TestOtherPeriods(SanctionCase):
    def test_minutes_of_a_complicated_file_take_longer(self):
        """Article 12.2 of Decree 118/2021."""
        sanction = self.sanction(("detected", "2026-10-05"))
        self.assertDue(sanction, "DL-01", "2026-10-08")
        self.assertEqual(
            str(self.deadline(sanction, "DL-01").date_target), "2026-10-07"
        )
        sanction.record_event("wide_scope", "2026-10-05")
        self.assertDue(sanction, "DL-02", "2026-10-14")
        self.assertNotRunning(sanction, "DL-01")

    def test_transfer_within_24_hours_of_the_minutes(self):
        """Article 12.6 of Decree 118/2021: hours run on the clock."""
        sanction = self.sanction(
            ("minutes", "2026-10-05", {"datetime": "2026-10-05 03:30:00"}),
            ("over_power", "2026-10-05"),
        )
        self.assertEqual(
            str(self.deadline(sanction, "DL-07").due_at), "2026-10-06 03:30:00"
        )

    def test_limitation_one_year_from_the_end_of_the_act(self):
        """Article 6.1.a and b."""
        sanction = self.sanction(
            ("act_ended", "2026-03-02"), violation="thuduc_sanctions.violation_b005"
        )
        self.assertDue(sanction, "DL-20", "2027-03-02")
        self.assertNotRunning(sanction, "DL-21", "DL-21D")

    def test_limitation_two_years_in_construction(self):
        sanction = self.sanction(("detected", "2026-10-05"), violation=WITHOUT_PERMIT)
        self.assertDue(sanction, "DL-21D", "2028-10-05")
        sanction.record_event("act_ended", "2026-09-01")
        self.assertDue(sanction, "DL-21", "2028-09-01")
        self.assertNotRunning(sanction, "DL-20", "DL-20D", "DL-21D")

    def test_limitation_follows_the_field_of_the_file(self):
        sanction = self.sanction(("act_ended", "2026-03-02"), violation=None)
        sanction.field_id = self.env.ref("thuduc_base.field_sec")
        self.assertDue(sanction, "DL-20", "2027-03-02")
        sanction.field_id = self.env.ref("thuduc_base.field_land")
        self.assertDue(sanction, "DL-21", "2028-03-02")
        self.assertNotRunning(sanction, "DL-20")

    def test_limitation_one_year_more_from_a_criminal_body(self):
        """Article 6.1.c as amended in 2025."""
        sanction = self.sanction(
            ("act_ended", "2026-03-02"),
            ("detected", "2026-03-03"),
            ("crime_transferred", "2026-03-10"),
            ("crime_returned", "2026-10-05"),
            violation="thuduc_sanctions.violation_b005",
        )
        self.assertDue(sanction, "DL-20", "2028-03-02")

    def test_explanation_periods_only_with_the_right(self):
        """Article 61: rubbish gives no right, building without a permit does."""
        without = self.sanction(("minutes", "2026-10-05"))
        self.assertNotRunning(without, "DL-12", "DL-13")
        with_right = self.sanction(("minutes", "2026-10-05"), violation=WITHOUT_PERMIT)
        self.assertDue(with_right, "DL-12", "2026-10-12")
        self.assertDue(with_right, "DL-13", "2026-10-07")

    def test_explanation_periods_follow_the_acts(self):
        sanction = self.sanction(("minutes", "2026-10-05"))
        act = self.act(sanction, WITHOUT_PERMIT)
        self.assertDue(sanction, "DL-12", "2026-10-12")
        act.unlink()
        self.assertNotRunning(sanction, "DL-12")

    def test_seizure_runs_beside_the_handling(self):
        """Article 125.8: 7 working days, then one month once extended."""
        sanction = self.sanction(("detected", "2026-10-05"))
        sanction.record_event("seizure_made", "2026-10-05")
        sanction.record_event("seized", "2026-10-05", datetime="2026-10-05 02:00:00")
        self.assertStage(sanction, "S01_CHECK")
        self.assertDue(sanction, "DL-32", "2026-10-14")
        sanction.record_event("seizure_decided", "2026-10-06")
        sanction.record_event("seizure_extended", "2026-10-07")
        self.assertDue(sanction, "DL-34", "2026-11-05")
        self.assertNotRunning(sanction, "DL-32")
