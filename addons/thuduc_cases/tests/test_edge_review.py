from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import ExtensionRefused

from .review_case import ReviewCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestEdgeReview(ReviewCase):
    """Edge cases 4, 19, 20 and 21: reviews, and what they do to the enforcement."""

    def test_edge_04_a_new_decision_under_another_court_transfers(self):
        """Article 165.3: the panel stops, and the case goes to the court that is
        competent for the new decision; its clocks begin anew there."""
        case = self.case(
            ("FI_ACCEPTED", "2026-02-02"),
            ("FI_NOTICE_RECEIVED", "2026-02-04"),
            ("FI_OPINION_SENT", "2026-02-10"),
            ("FI_TRIAL_DECISION", "2026-05-04"),
            ("FI_HEARING_HELD", "2026-05-20"),
            (
                "FI_TRANSFERRED",
                "2026-05-25",
                {"note": "Quyết định mới thuộc thẩm quyền của Tòa án khác."},
            ),
        )
        first, second = case.round_ids.filtered("active").sorted("id")
        self.assertEqual(first.stage_id.code, "F60")
        self.assertEqual(second.stage_id.code, "P10")
        self.assertFalse(second.court_id)
        second.court_id = self.env.ref("thuduc_cases.court_regional_1_hcmc")
        case.record_event("FI_ACCEPTED", "2026-06-15")
        self.assertEqual(self.due(case, "FI-10"), "2026-10-15")
        case.record_event("FI_NOTICE_RECEIVED", "2026-06-18")
        self.assertEqual(self.due(case, "FI-02"), "2026-06-29")

    def test_edge_19_what_was_performed_is_kept_to_be_settled(self):
        """Articles 194.3, 242.6, 273, 275 and 276"""
        case = self.protested()
        done = self.obligation(case, "Thu hồi quyết định")
        self.obligation(case, "Cấp giấy chứng nhận")
        done.write({"date_done": "2026-02-16", "evidence": "QĐ 15"})
        old = self.enforcement(case)
        decision = case.record_event(
            "CR_DECIDED", "2026-06-15", outcome_id=self.result_id("cr_retrial_fi")
        )
        reversal = old.obligation_ids.filtered(lambda o: o.kind == "reversal")
        self.assertEqual(reversal.reverses_id, done)
        self.assertEqual(case.reversal_open_count, 1)
        self.assertEqual(old.stage_id.code, "Z90")
        decision.withdraw("Nhập nhầm")
        self.assertFalse(reversal.exists())
        self.assertEqual(old.stage_id.code, "E45")

    def test_edge_19_a_performed_judgment_stays_recorded_as_performed(self):
        """Settling what was performed does not undo that it was."""
        case = self.protested()
        done = self.obligation(case)
        done.write({"date_done": "2026-02-16", "evidence": "QĐ 15"})
        self.assertEqual(self.enforcement(case).stage_id.code, "E40")
        decision = case.record_event(
            "CR_DECIDED", "2026-06-15", outcome_id=self.result_id("cr_annulled")
        )
        self.assertTrue(self.events(case, "EN_COMPLETED"))
        reversal = case.enforcement_ids.obligation_ids.filtered("reverses_id")
        reversal.note = "Tòa án giám đốc thẩm đã quyết định về hậu quả."
        decision.withdraw("Nhập nhầm")
        self.assertTrue(reversal.exists(), "work under way is never lost")

    def test_edge_20_a_request_alone_does_not_pause(self):
        """Article 261: neither a request nor a protest stops the thirty days."""
        case = self.protested()
        self.assertEqual(self.deadline(case, "EN-01").state, "overdue")
        self.assertEqual(self.due(case, "EN-01"), "2026-02-23")
        self.assertFalse(self.events(case, "EN_DEFERRED"))
        self.run_cron()
        self.assertEqual(case.stage_id.code, "E20")

    def test_edge_20_a_deferral_pauses_for_three_months_at_most(self):
        """Article 261.1: then the period goes on by itself."""
        case = self.appealed()
        case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        for most in ("2026-05-13", "2026-11-11"):
            with self.assertRaises(ExtensionRefused), self.cr.savepoint():
                case.record_event("CR_DEFERRED", "2026-02-11", stated_date=most)
        case.record_event("CR_DEFERRED", "2026-02-11")
        self.assertEqual(str(self.events(case, "EN_DEFERRED").date), "2026-02-11")
        self.run_cron()
        self.assertEqual(str(self.events(case, "CR_DEFERRAL_ENDED").date), "2026-05-12")
        ended = self.events(case, "EN_DEFERRAL_ENDED")
        self.assertEqual(str(ended.date), "2026-05-12")
        # 90 days after the nominal end of 2026-02-21
        self.assertEqual(self.due(case, "EN-01"), "2026-05-22")

    def test_edge_20_a_shorter_deferral_ends_on_its_day(self):
        """Test vector T19 rolls; a day that the decision states stands as it is."""
        case = self.appealed()
        case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        case.record_event("CR_DEFERRED", "2026-02-11", stated_date="2026-03-11")
        self.run_cron()
        self.assertEqual(str(self.events(case, "EN_DEFERRAL_ENDED").date), "2026-03-12")

    def test_edge_20_a_deferral_lifted_early_or_corrected(self):
        case = self.appealed()
        case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        deferral = case.record_event("CR_DEFERRED", "2026-02-11")
        lifted = case.record_event("CR_DEFERRAL_ENDED", "2026-03-02")
        self.assertEqual(str(self.events(case, "EN_DEFERRAL_ENDED").date), "2026-03-02")
        deferral.date = "2026-02-16"
        self.assertEqual(str(self.events(case, "EN_DEFERRED").date), "2026-02-16")
        self.assertEqual(len(self.events(case, "EN_DEFERRAL_ENDED")), 1)
        lifted.withdraw("Nhập nhầm")
        deferral.withdraw("Nhập nhầm")
        self.assertFalse(self.events(case, "EN_DEFERRED"))
        self.assertEqual(self.due(case, "EN-01"), "2026-02-23")

    def test_edge_20_a_stay_after_the_protest_lasts_until_the_decision(self):
        """Article 261.2"""
        case = self.protested()
        self.run_cron()
        case.record_event("CR_STAYED", "2026-03-03")
        self.assertEqual(self.enforcement(case).stage_id.code, "E35")
        case.record_event(
            "CR_DECIDED", "2026-06-15", outcome_id=self.result_id("cr_rejected")
        )
        ended = self.events(case, "EN_DEFERRAL_ENDED_EXPIRED")
        self.assertEqual(str(ended.date), "2026-06-15")
        self.assertEqual(self.enforcement(case).stage_id.code, "E20")

    def test_edge_20_a_deferral_followed_by_a_stay_is_one_pause(self):
        case = self.appealed()
        case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        case.record_event("CR_DEFERRED", "2026-02-11")
        case.record_event(
            "CR_PROTESTED",
            "2026-04-20",
            outcome_id=self.result_id("review_by_supreme_court"),
        )
        case.record_event("CR_STAYED", "2026-04-20")
        self.run_cron()
        self.assertEqual(len(self.events(case, "EN_DEFERRED")), 1)
        self.assertFalse(self.events(case, "EN_DEFERRAL_ENDED"))
        for held in ("EN-01", "EN-03"):
            self.assertEqual(self.deadline(case, held).state, "suspended")
        case.record_event("CR_PROTEST_WITHDRAWN", "2026-07-13")
        self.assertEqual(str(self.events(case, "EN_DEFERRAL_ENDED").date), "2026-07-13")

    def test_edge_20_after_a_forced_decision_the_stay_returns_to_it(self):
        """Article 312: what was forced before is forced after."""
        case = self.protested()
        self.run_cron()
        case.record_event("EN_FORCED_RECEIVED", "2026-03-16")
        case.record_event("CR_STAYED", "2026-03-23")
        case.record_event(
            "CR_DECIDED", "2026-06-15", outcome_id=self.result_id("cr_rejected")
        )
        self.assertTrue(self.events(case, "EN_DEFERRAL_ENDED_FORCED"))
        self.assertEqual(self.enforcement(case).stage_id.code, "E30")

    def test_edge_20_a_stay_of_a_reopening_pauses_too(self):
        """Article 283.3"""
        case = self.protested(review="RO")
        case.record_event("RO_STAYED", "2026-03-03")
        self.assertEqual(self.enforcement(case).stage_id.code, "E35")

    def test_edge_20_the_order_of_entry_does_not_matter(self):
        """The deferral is known before the receipt of the judgment."""
        case = self.appealed(received=None)
        case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        case.record_event("CR_DEFERRED", "2026-02-11")
        self.assertFalse(self.events(case, "EN_DEFERRED"))
        self.run_cron()
        case.record_event("AP_JUDGMENT_RECEIVED", "2026-01-22")
        self.assertEqual(str(self.events(case, "EN_DEFERRED").date), "2026-02-11")
        self.assertEqual(str(self.events(case, "EN_DEFERRAL_ENDED").date), "2026-05-12")
        self.assertEqual(self.due(case, "EN-01"), "2026-05-22")

    def test_edge_20_what_a_person_recorded_stands(self):
        case = self.appealed()
        case.record_event("EN_DEFERRED", "2026-02-11")
        case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        case.record_event("CR_DEFERRED", "2026-02-11")
        self.assertEqual(len(self.events(case, "EN_DEFERRED")), 1)
        self.assertFalse(self.events(case, "EN_DEFERRED").automatic)

    def test_edge_21_the_old_enforcement_is_cancelled_with_its_reason(self):
        """Article 272.3: a new trial, and nothing left to enforce."""
        case, decision = self.decided("cr_retrial_fi")
        cancelled = self.events(case, "EN_CANCELLED")
        self.assertTrue(cancelled.automatic)
        self.assertEqual(str(cancelled.date), "2026-06-15")
        self.assertEqual(cancelled.note, "Hủy bản án, quyết định để xét xử sơ thẩm lại")
        self.assertEqual(self.round(case, "FI").stage_id.code, "P10")
        self.assertEqual(case.stage_id.code, "P10")
        self.assertFalse(
            case.deadline_ids.filtered(
                lambda d: d.code == "EN-01" and d.state in ("running", "overdue")
            )
        )
        decision.withdraw("Nhập nhầm")
        self.assertFalse(self.events(case, "EN_CANCELLED"))
        self.assertTrue(self.due(case, "EN-01"))

    def test_edge_21_work_done_before_the_decision_was_known_stays(self):
        case = self.protested()
        case.record_event("EN_PLAN_APPROVED", "2026-07-06")
        case.record_event(
            "CR_DECIDED", "2026-06-15", outcome_id=self.result_id("cr_retrial_fi")
        )
        self.assertEqual(str(self.events(case, "EN_CANCELLED").date), "2026-07-06")

    def test_edge_21_a_closed_enforcement_stays_closed(self):
        case = self.appealed("ap_upheld")
        case.record_event("EN_NO_CONTENT", "2026-02-02")
        case.record_event("EN_CLOSED", "2026-02-03")
        self.assertEqual(case.state, "closed")
        case.record_event(
            "AP_CASSATION_PROTESTED",
            "2026-03-02",
            outcome_id=self.result_id("review_by_supreme_court"),
        )
        self.assertEqual((case.state, case.stage_id.code), ("open", "C20"))
        case.record_event(
            "CR_DECIDED", "2026-06-15", outcome_id=self.result_id("cr_retrial_fi")
        )
        self.assertFalse(self.events(case, "EN_CANCELLED"))
        self.assertEqual(case.stage_id.code, "P10")
