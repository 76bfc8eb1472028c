from odoo.exceptions import ValidationError
from odoo.tests import Form, freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .review_case import ReviewCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestReview(ReviewCase):
    """Cassation, reopening, special review: Articles 254 to 297 LTTHC."""

    # -- opening ---------------------------------------------------------------------

    def test_a_request_opens_a_cassation_of_the_judgment(self):
        """Article 256: the review hangs below the round that judged."""
        case = self.appealed()
        request = case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        review = self.round(case, "CR")
        self.assertEqual(review.parent_id, self.round(case, "AP"))
        self.assertEqual(review.stage_id.code, "C10")
        self.assertEqual(str(self.events(case, "CR_REQUESTED").date), "2026-02-02")
        self.assertEqual(str(self.events(case, "CR_EFFECTIVE").date), "2026-01-15")
        self.assertEqual(self.due(case, "CR-02"), "2029-01-15")
        self.assertEqual(self.deadline(case, "CR-01").state, "met")
        request.withdraw("Nhập nhầm")
        self.assertFalse(review.active)

    def test_several_requests_join_one_cassation(self):
        case = self.appealed()
        own = case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        case.record_event("AP_CASSATION_OTHER", "2026-01-30")
        review = self.round(case, "CR")
        self.assertEqual(len(case.round_ids.filtered("is_review")), 1)
        self.assertEqual(str(self.events(case, "CR_REQUESTED").date), "2026-01-30")
        own.withdraw("Nhập nhầm")
        self.assertTrue(review.active)
        self.events(case, "AP_CASSATION_OTHER").withdraw("Nhập nhầm")
        self.assertFalse(review.active)

    def test_a_protest_without_a_known_request_opens_it_too(self):
        """Article 260: those in authority protest of their own motion."""
        case = self.appealed()
        case.record_event(
            "AP_CASSATION_PROTESTED",
            "2026-03-02",
            outcome_id=self.result_id("review_by_supreme_procuracy"),
            document_number="12/2026/KN-HC",
        )
        review = self.round(case, "CR")
        self.assertEqual(review.stage_id.code, "C20")
        self.assertEqual(review.case_round_ids.protest_number, "12/2026/KN-HC")
        self.assertEqual(
            review.case_round_ids.protester_id.code, "REVIEW_BY_SUPREME_PROCURACY"
        )

    def test_a_protest_may_follow_a_notice_of_no_protest(self):
        """Article 263: the procuracy may protest though the court did not."""
        case = self.appealed()
        case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        case.record_event("CR_NOT_PROTESTED", "2026-04-06")
        review = self.round(case, "CR")
        self.assertEqual(review.stage_id.code, "Z90")
        self.assertEqual(str(review.date_end), "2026-04-06")
        case.record_event(
            "CR_PROTESTED",
            "2026-05-04",
            outcome_id=self.result_id("review_by_supreme_procuracy"),
        )
        self.assertEqual(review.stage_id.code, "C20")
        self.assertFalse(review.date_end)

    def test_a_judgment_whose_appeal_was_terminated_is_reviewed_itself(self):
        """Article 229.2: the judgment of first instance is the one in effect."""
        case = self.judged()
        case.record_event("FI_APPEAL_OWN", "2026-03-30")
        case.record_event("AP_ACCEPTED", "2026-05-04")
        case.record_event("AP_TERMINATED", "2026-06-01")
        case.record_event("EN_CASSATION_REQUESTED", "2026-06-15")
        review = self.round(case, "CR")
        self.assertEqual(review.parent_id, self.round(case, "FI"))
        self.assertEqual(review.case_round_ids.court_id.level, "provincial")
        case.record_event(
            "CR_PROTESTED",
            "2026-07-01",
            outcome_id=self.result_id("review_by_province_court"),
        )
        case.record_event(
            "CR_DECIDED", "2026-09-01", outcome_id=self.result_id("cr_retrial_fi")
        )
        self.assertEqual(self.enforcement(case).stage_id.code, "Z90")

    def test_a_terminated_case_without_enforcement_is_reviewed(self):
        """Article 256: also a decision; its period runs in the round itself."""
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05"),
            ("FI_NOTICE_RECEIVED", "2026-01-07"),
            ("FI_TERMINATED", "2026-03-02", {"outcome_id": self.result_id("term_e")}),
            ("FI_TERMINATION_EFFECTIVE", "2026-03-31"),
        )
        self.assertEqual(self.due(case, "CR-01"), "2027-03-31")
        codes = case.possible_event_type_ids.mapped("code")
        self.assertIn("FI_CASSATION_REQUESTED", codes)
        case.record_event("FI_CASSATION_REQUESTED", "2026-04-15")
        self.assertEqual(self.deadline(case, "CR-01").state, "met")
        self.assertEqual(self.round(case, "CR").stage_id.code, "C10")
        self.assertEqual((case.state, case.stage_id.code), ("open", "C10"))

    def test_one_period_to_request_a_judgment(self):
        """Article 256.1: exactly one running deadline for each judgment."""
        case = self.appealed()
        periods = case.deadline_ids.filtered(
            lambda d: d.code == "CR-01" and d.state != "superseded"
        )
        self.assertEqual(periods.mapped("state"), ["running"])
        self.assertEqual(str(periods.date_due), "2027-01-15")

    def test_validation_08_only_an_effective_judgment_is_reviewed(self):
        case = self.judged()
        for code in ("FI_CASSATION_OTHER", "FI_REOPENING_REQUESTED"):
            with self.assertRaises(DocketContradiction), self.cr.savepoint():
                case.record_event(code, "2026-04-06")
        self.run_cron()
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("FI_CASSATION_OTHER", "2026-04-20")
        case.record_event("FI_CASSATION_OTHER", "2026-04-21")
        self.assertTrue(self.round(case, "CR"))

    def test_a_review_is_offered_where_the_judgment_binds(self):
        case = self.appealed()
        codes = case.possible_event_type_ids.mapped("code")
        self.assertIn("EN_CASSATION_REQUESTED", codes)
        self.assertIn("AP_CASSATION_OTHER", codes)
        for absent in ("AP_CASSATION_REQUESTED", "FI_CASSATION_OTHER"):
            self.assertNotIn(absent, codes)

    # -- courts ----------------------------------------------------------------------

    def test_who_reviews(self):
        """Article 266 as amended: the province for regional judgments, the Supreme
        Court for provincial ones; the high court while there was one."""
        province = self.env.ref("thuduc_cases.court_hcmc")
        case = self.judged()
        self.run_cron()
        case.record_event("FI_CASSATION_OTHER", "2026-05-04")
        self.assertEqual(self.round(case, "CR").case_round_ids.court_id, province)
        appealed = self.appealed()
        appealed.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        review = self.round(appealed, "CR").case_round_ids
        self.assertEqual(review.court_level, "supreme")

    def test_a_cassation_by_the_province_is_reviewed_by_the_supreme_court(self):
        """Article 260: all but decisions of the Judges' Council."""
        case = self.judged()
        self.run_cron()
        case.record_event(
            "FI_CASSATION_PROTESTED",
            "2026-05-04",
            outcome_id=self.result_id("review_by_province_court"),
        )
        case.record_event(
            "CR_DECIDED", "2026-07-01", outcome_id=self.result_id("cr_amended_part")
        )
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.record_event(
                "CR_SPECIAL_PETITIONED",
                "2026-08-03",
                outcome_id=self.result_id("sp_by_court"),
            )
        case.record_event("CR_CASSATION_REQUESTED", "2026-08-03")
        second = self.round(case, "CR")
        self.assertEqual(second.parent_id.type_id.code, "CR")
        self.assertEqual(second.case_round_ids.court_level, "supreme")

    # -- periods ---------------------------------------------------------------------

    def test_periods_of_the_court(self):
        """Articles 264.2, 268 and 279"""
        case = self.protested()
        case.record_event("CR_FILE_TO_PROCURACY", "2026-03-09")
        self.assertEqual(self.due(case, "CR-05"), "2026-03-24")
        case.record_event(
            "CR_FILE_RECEIVED", "2026-03-25", document_number="7/2026/TLGĐT-HC"
        )
        self.assertEqual(self.due(case, "CR-06"), "2026-05-25")
        review = self.round(case, "CR").case_round_ids
        self.assertEqual(review.docket_no, "7/2026/TLGĐT-HC")
        self.assertEqual(str(review.acceptance_date), "2026-03-25")

    def test_court_and_number_of_the_case_stay_those_of_the_trial(self):
        """A request changes nothing of what people know the case by."""
        case = self.appealed()
        before = (case.court_id, case.docket_no, case.favour, case.current_round_id)
        self.protested(case)
        self.assertEqual(
            (case.court_id, case.docket_no, case.favour, case.current_round_id), before
        )

    def test_screens_open(self):
        """Whoever works on it reads review, judgment and enforcement."""
        case, _decision = self.decided("cr_retrial_fi")
        for record in case.round_ids.with_user(self.officer):
            with Form(record) as form:
                self.assertEqual(form.is_review, record.round_type == "CR")
        judged = case.round_ids.filtered(lambda r: r.round_type == "AP")
        review = case.round_ids.filtered("is_review")
        self.assertEqual(judged.undone_by_id, review)
        self.assertEqual(review.reviewed_round_id, judged)
        self.assertEqual(review.requester_names, self.ward.name)
