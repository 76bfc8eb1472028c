from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

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

    # -- outcomes of a cassation -------------------------------------------------------

    def test_a_rejected_protest_leaves_everything(self):
        """Article 272.1"""
        case, _decision = self.decided("cr_rejected")
        self.assertEqual(
            self.stages(case),
            [("FI", "Z90"), ("AP", "A40"), ("EN", "E10"), ("CR", "C40")],
        )
        self.assertEqual(case.favour, "lose")
        self.assertEqual(self.due(case, "CR-07"), "2026-06-22")

    def test_the_judgment_below_is_restored(self):
        """Article 272.2: the judgment of first instance is in effect again."""
        case, decision = self.decided("cr_restored")
        self.assertEqual(
            self.stages(case),
            [("FI", "Z90"), ("AP", "A40"), ("EN", "Z90"), ("CR", "C40"), ("EN", "E00")],
        )
        self.assertEqual(case.favour, "win")
        self.assertEqual(self.enforcement(case).monitored, "no")
        decision.withdraw("Nhập nhầm")
        self.assertEqual(
            self.stages(case),
            [("FI", "Z90"), ("AP", "A40"), ("EN", "E10"), ("CR", "C20")],
        )

    def test_a_retrial_at_first_instance(self):
        """Article 272.3: at the court that tried it, or its successor."""
        case, decision = self.decided("cr_retrial_fi")
        self.assertEqual(
            self.stages(case),
            [("FI", "Z90"), ("AP", "A40"), ("EN", "Z90"), ("CR", "C40"), ("FI", "P10")],
        )
        self.assertEqual(case.court_id, self.court)
        self.assertFalse(case.favour)
        decision.outcome_id = self.result_id("cr_rejected")
        self.assertEqual(
            self.stages(case),
            [("FI", "Z90"), ("AP", "A40"), ("EN", "E10"), ("CR", "C40")],
        )

    def test_a_retrial_of_an_abolished_court_goes_to_its_successor(self):
        """Resolution 225/2025/QH15"""
        case = self.judged(court=self.env.ref("thuduc_cases.court_thuduc"))
        self.run_cron()
        self.decided_at_once(case, "cr_retrial_fi")
        self.assertEqual(case.court_id, self.court)

    def judged(self, *args, court=None, **values):
        case = super().judged(*args, **values)
        if court:
            self.round(case).case_round_ids.court_id = court
        return case

    def decided_at_once(self, case, outcome):
        case.record_event(
            "FI_CASSATION_PROTESTED",
            "2026-05-04",
            outcome_id=self.result_id("review_by_province_court"),
        )
        case.record_event(
            "CR_DECIDED", "2026-07-01", outcome_id=self.result_id(outcome)
        )

    def test_a_retrial_on_appeal(self):
        """Article 272.3: the appeal is heard again; upheld, the first word stands."""
        case, _decision = self.decided("cr_retrial_ap")
        self.assertEqual(
            self.stages(case),
            [("FI", "Z90"), ("AP", "A40"), ("EN", "Z90"), ("CR", "C40"), ("AP", "A10")],
        )
        self.assertEqual(case.court_id, self.env.ref("thuduc_cases.court_hcmc"))
        case.record_event("AP_ACCEPTED", "2026-07-20")
        case.record_event(
            "AP_JUDGMENT", "2026-10-05", outcome_id=self.result_id("ap_upheld")
        )
        self.assertEqual(case.favour, "win")
        self.assertEqual(self.enforcement(case).monitored, "no")

    def test_annulled_and_terminated(self):
        """Article 272.4"""
        case, _decision = self.decided("cr_annulled")
        self.assertEqual(
            self.stages(case),
            [("FI", "Z90"), ("AP", "A40"), ("EN", "Z90"), ("CR", "C40")],
        )
        self.assertEqual((case.favour, case.state), ("win", "closed"))

    def test_an_amended_judgment_is_enforced_as_amended(self):
        """Article 272.5; the thirty days run from the receipt of the decision."""
        for outcome, favour, monitored in (
            ("cr_amended_part", "partial", "yes"),
            ("cr_amended_lose", "lose", "yes"),
            ("cr_amended_win", "win", "no"),
        ):
            with self.subTest(outcome=outcome):
                case, _decision = self.decided(outcome)
                case.record_event("CR_DECISION_RECEIVED", "2026-06-22")
                enforcement = self.enforcement(case)
                self.assertEqual(case.favour, favour)
                self.assertEqual(enforcement.monitored, monitored)
                self.assertEqual(str(enforcement.effective_date), "2026-06-15")
                if monitored == "yes":
                    self.assertEqual(self.due(case, "EN-01"), "2026-07-22")

    def test_a_result_that_cannot_be_is_refused(self):
        """Articles 272.2 and 272.3"""
        case = self.judged()
        self.run_cron()
        case.record_event(
            "FI_CASSATION_PROTESTED",
            "2026-05-04",
            outcome_id=self.result_id("review_by_province_court"),
        )
        for outcome in ("cr_restored", "cr_retrial_ap"):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                case.record_event(
                    "CR_DECIDED", "2026-07-01", outcome_id=self.result_id(outcome)
                )

    # -- reopening and special review -----------------------------------------------------

    def test_outcomes_of_a_reopening(self):
        """Article 285: no amendment, no new appeal."""
        after = {
            "ro_rejected": ([("EN", "E10"), ("RO", "R40")], "lose"),
            "ro_retrial_fi": ([("EN", "Z90"), ("RO", "R40"), ("FI", "P10")], False),
            "ro_annulled": ([("EN", "Z90"), ("RO", "R40")], "win"),
        }
        for outcome, (stages, favour) in after.items():
            with self.subTest(outcome=outcome):
                case, decision = self.decided(outcome, review="RO")
                self.assertEqual(self.stages(case)[2:], stages)
                self.assertEqual(case.favour, favour)
                decision.withdraw("Nhập nhầm")
                self.assertEqual(self.stages(case)[2:], [("EN", "E10"), ("RO", "R20")])

    def test_a_reopening_is_protested_within_a_year_of_knowledge(self):
        """Article 284"""
        case = self.appealed()
        ground = self.result_id("ro_ground_4")
        case.record_event("AP_REOPENING_REQUESTED", "2026-10-05", outcome_id=ground)
        case.record_event("RO_GROUND_KNOWN", "2026-10-12", outcome_id=ground)
        self.assertEqual(self.due(case, "CR-08"), "2027-10-12")

    def test_the_special_review(self):
        """Articles 287, 289, 294, 296 and 297"""
        case, _decision = self.decided("cr_amended_lose")
        case.record_event(
            "CR_SPECIAL_PETITIONED",
            "2026-08-03",
            outcome_id=self.result_id("sp_by_procuracy"),
        )
        special = self.round(case, "SP")
        self.assertEqual(special.stage_id.code, "SP10")
        self.assertEqual(self.due(case, "CR-09"), "2026-09-03")
        case.record_event("SP_AGREED", "2026-08-24")
        self.assertEqual(self.due(case, "CR-09B"), "2026-12-24")
        case.record_event(
            "SP_DECIDED", "2026-11-16", outcome_id=self.result_id("sp_rejected")
        )
        self.assertEqual(self.due(case, "CR-09C"), "2026-12-16")
        self.assertEqual(case.favour, "win")
        self.assertEqual(
            [stage for code, stage in self.stages(case) if code == "EN"],
            ["Z90", "Z90", "E00"],
        )

    def test_a_council_decision_is_not_reviewed_by_cassation(self):
        """Article 260.1"""
        case, _decision = self.decided("cr_amended_lose")
        self.assertNotIn(
            "CR_CASSATION_REQUESTED", case.possible_event_type_ids.mapped("code")
        )
        with self.assertRaises(ValidationError):
            case.record_event("CR_CASSATION_REQUESTED", "2026-08-03")

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
