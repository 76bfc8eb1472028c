from odoo.tests import freeze_time, tagged

from .case_case import CaseCase

REFORM = "2025-07-01"


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestCourtTransition(CaseCase):
    """Where cases pending on 1 July 2025 go on (Resolutions 225/2025/QH15 and
    01/2025/NQ-HĐTP); a test for each row of the table."""

    def at(self, court):
        return self.env.ref(f"thuduc_cases.court_{court}")

    def before(self, court, *happened):
        return self.case(("FI_ACCEPTED", "2024-11-04"), *happened, court_id=court.id)

    def judged_at(self, court, day="2025-06-16", **values):
        return self.before(court, ("FI_JUDGMENT_PRONOUNCED", day, values))

    def opened(self, case, type_code):
        return self.round(case, type_code).case_round_ids

    def test_first_instance_of_the_district_court_goes_on_at_the_regional_court(self):
        record = self.before(self.at("thuduc")).round_ids
        self.assertEqual(record.current_court_id, self.at("regional_2_hcmc"))
        self.assertEqual(record.court_id, self.at("thuduc"))
        self.assertEqual(record.court_level, "district")

    def test_first_instance_of_the_provincial_court_stays_there(self):
        record = self.before(self.at("hcmc")).round_ids
        self.assertEqual(record.current_court_id, self.at("hcmc"))

    def test_appeal_accepted_by_the_high_court_goes_on_at_the_appellate_court(self):
        case = self.judged_at(self.at("hcmc"), "2025-03-03")
        case.record_event("FI_APPEAL_OTHER", "2025-03-10")
        appeal = self.opened(case, "AP")
        self.assertEqual(appeal.court_id, self.at("high_hcmc"))
        self.assertEqual(appeal.court_level, "high")
        self.assertEqual(appeal.current_court_id, self.at("appellate_hcmc"))

    def test_provincial_judgment_appealed_after_the_reform(self):
        case = self.judged_at(self.at("hcmc"))
        case.record_event("FI_APPEAL_OTHER", REFORM)
        self.assertEqual(self.opened(case, "AP").court_id, self.at("appellate_hcmc"))

    def test_district_judgment_appealed_after_the_reform(self):
        case = self.judged_at(self.at("thuduc"))
        case.record_event("FI_APPEAL_OTHER", REFORM)
        self.assertEqual(self.opened(case, "AP").court_id, self.at("hcmc"))

    def test_provincial_judgment_annulled_is_tried_again_by_the_same_court(self):
        case = self.judged_at(self.at("hcmc"), "2025-03-03")
        case.record_event("FI_APPEAL_OTHER", "2025-03-10")
        case.record_event(
            "AP_JUDGMENT", "2025-09-15", outcome_id=self.result_id("ap_retrial")
        )
        self.assertEqual(self.opened(case, "FI").court_id, self.at("hcmc"))
        for code, day in (
            ("FI_ACCEPTED", "2025-10-06"),
            ("FI_JUDGMENT_PRONOUNCED", "2026-03-02"),
            ("FI_APPEAL_OTHER", "2026-03-10"),
        ):
            case.record_event(code, day)
        again = self.opened(case, "AP")
        self.assertEqual(again.court_id, self.at("appellate_hcmc"))

    def test_district_judgment_annulled_is_tried_again_by_the_successor(self):
        case = self.judged_at(self.at("thuduc"), "2025-03-03")
        case.record_event("FI_APPEAL_OTHER", "2025-03-10")
        case.record_event(
            "AP_JUDGMENT", "2025-09-15", outcome_id=self.result_id("ap_retrial")
        )
        self.assertEqual(self.opened(case, "FI").court_id, self.at("regional_2_hcmc"))

    def test_cassation_of_each_level(self):
        """Article 266: the province reviews district and regional judgments."""
        day = self.env["thuduc.event"]._fields["date"].to_date("2025-09-01")
        for court, reviewer in (
            ("thuduc", "hcmc"),
            ("regional_2_hcmc", "hcmc"),
            ("hcmc", "supreme"),
            ("high_hcmc", "supreme"),
            ("appellate_hcmc", "supreme"),
        ):
            with self.subTest(court=court):
                found = self.at(court)._reviewing_on(day)
                self.assertEqual(found, self.at(reviewer))

    def test_cassation_before_the_reform_was_for_the_high_court(self):
        day = self.env["thuduc.event"]._fields["date"].to_date("2025-03-03")
        for court in ("thuduc", "hcmc"):
            self.assertEqual(self.at(court)._reviewing_on(day), self.at("high_hcmc"))

    def test_a_round_that_ended_names_the_court_of_that_day(self):
        case = self.case(
            ("FI_PETITION_RETURNED", "2025-03-03"), court_id=self.at("thuduc").id
        )
        self.assertEqual(case.round_ids.current_court_id, self.at("thuduc"))
