from datetime import date

from odoo.tests import freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestCourt(CaseCase):
    """Courts of both eras: Resolutions 225/2025/QH15 and 81/2025/UBTVQH15."""

    def test_the_district_court_handed_over_to_the_regional_court(self):
        district = self.env.ref("thuduc_cases.court_thuduc")
        self.assertEqual(district.successor_id, self.court)
        self.assertTrue(district._sits(date(2025, 6, 30)))
        self.assertFalse(district._sits(date(2025, 7, 1)))
        self.assertTrue(self.court._sits(date(2025, 7, 1)))
        self.assertIn("Hiệp Bình", self.court.territory)

    def test_an_appeal_goes_to_the_court_above(self):
        """Article 31: regional judgments to the provincial court, provincial ones to
        the appellate court of the Supreme People's Court."""
        for court, above in (
            ("court_regional_2_hcmc", "court_hcmc"),
            ("court_hcmc", "court_appellate_hcmc"),
        ):
            case = self.judged()
            case.round_ids.court_id = self.env.ref(f"thuduc_cases.{court}")
            case.record_event("FI_APPEAL_OTHER", "2026-03-25")
            appeal = case.round_ids.filtered(lambda r: r.round_type == "AP")
            self.assertEqual(appeal.court_id, self.env.ref(f"thuduc_cases.{above}"))

    def test_the_level_at_the_time_is_stored(self):
        case = self.case(court_id=self.env.ref("thuduc_cases.court_thuduc").id)
        self.assertEqual(case.round_ids.court_level, "district")
