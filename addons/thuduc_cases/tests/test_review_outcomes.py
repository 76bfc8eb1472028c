from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from .review_case import ReviewCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestReviewOutcomes(ReviewCase):
    """What each decision opens, cancels and leaves: Articles 272, 285 and 296 LTTHC."""

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

    # -- reopening and special review ------------------------------------------------

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
