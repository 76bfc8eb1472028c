"""Chains of periods, recomputed here with nothing but the calendar of the law."""

from datetime import date, timedelta

from odoo.tests import freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestChains(CaseCase):
    def rolled(self, day):
        """``day``, or the next one that is no Saturday, Sunday or holiday."""
        days = self.env["thuduc.calendar.day"].search([("date", "=", day)])
        weekend = day.weekday() > 4 and days.kind != "makeup"
        off = weekend or days.kind in ("holiday", "swap_off")
        return self.rolled(day + timedelta(days=1)) if off else day

    def working_days_after(self, day, amount):
        while amount:
            day += timedelta(days=1)
            amount -= self.rolled(day) == day
        return day

    def test_c1_effect_of_a_judgment_without_appeal(self):
        """Articles 213.1 and 215.2: the day after the last window."""
        case = self.judged()
        pronounced = date(2026, 3, 20)
        last = max(self.rolled(pronounced + timedelta(days=n)) for n in (15, 30))
        self.assertEqual(last, date(2026, 4, 20))
        proceeding = self.round(case)
        self.assertEqual(proceeding._effective_on(), last + timedelta(days=1))
        self.assertEqual(self.due(case, "AP-01"), "2026-04-06")
        self.run_cron()
        [effective] = self.events(case, "FI_EFFECTIVE")
        self.assertEqual(str(effective.date), "2026-04-21")
        self.assertTrue(effective.automatic)

    def test_c2_enforcement(self):
        """Article 311.2.b: thirty days from receipt; report in three working days."""
        case = self.judged()
        for code, day in (
            ("FI_APPEAL_OTHER", "2026-03-25"),
            ("AP_ACCEPTED", "2026-04-02"),
            ("AP_JUDGMENT", "2026-05-12"),
            ("AP_JUDGMENT_RECEIVED", "2026-06-05"),
        ):
            case.record_event(code, day)
        due = self.rolled(date(2026, 6, 5) + timedelta(days=30))
        self.assertEqual(due, date(2026, 7, 6))
        self.assertEqual(self.deadline(case, "EN-01").date_due, due)
        report = self.working_days_after(due, 3)
        self.assertEqual(report, date(2026, 7, 9))
        self.assertEqual(self.deadline(case, "EN-03").date_due, report)
        self.assertEqual(self.due(case, "EN-05"), "2027-07-06")
        self.assertEqual(str(case.enforcement_ids.effective_date), "2026-05-12")

    def test_c6_late_service(self):
        """Article 206.1: windows of an absent party run from its own service."""
        case = self.judged(presence="absent")
        self.assertFalse(self.round(case)._effective_on())
        case.record_event("FI_JUDGMENT_RECEIVED", "2026-05-29")
        due = self.rolled(date(2026, 5, 29) + timedelta(days=15))
        self.assertEqual(self.deadline(case, "AP-02").date_due, due)
        self.assertEqual(self.round(case)._effective_on(), due + timedelta(days=1))

    def test_c7_preparation_starts_anew_after_suspension(self):
        """Article 130.4: the full four months, not the remainder."""
        case = self.case(
            ("FI_ACCEPTED", "2025-06-02"),
            ("FI_NOTICE_RECEIVED", "2025-06-04"),
            ("FI_SUSPENDED", "2025-09-15", {"outcome_id": self.result_id("susp_a")}),
        )
        self.assertEqual(self.deadline(case, "FI-10").state, "suspended")
        case.record_event("FI_RESUMED", "2026-01-12")
        self.assertEqual(self.due(case, "FI-10"), "2026-05-12")
        case.record_event("FI_PREPARATION_EXTENDED", "2026-05-04", extension_amount=2)
        self.assertEqual(self.due(case, "FI-10"), "2026-07-13")

    def test_effective_judgment_is_sent_within_thirty_days(self):
        """Article 196.3: counted from the end of the last window (FI-31)."""
        case = self.judged()
        self.run_cron()
        self.assertEqual(self.due(case, "FI-31"), "2026-05-20")

    def test_cassation_is_asked_within_a_year_of_effect(self):
        """Article 256.1: only against the agency's interest, from legal effect."""
        case = self.judged()
        self.assertFalse(self.due(case, "CR-01"))
        self.run_cron()
        self.assertEqual(self.due(case, "CR-01"), "2027-04-21")
        won = self.judged(outcome="fi_rejected")
        self.run_cron()
        self.assertFalse(self.due(won, "CR-01"))
