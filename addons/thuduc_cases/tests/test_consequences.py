from odoo.exceptions import UserError, ValidationError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestConsequences(CaseCase):
    """What follows from other dockets, and from the passing of time."""

    def test_effect_is_recorded_once_however_often_the_job_runs(self):
        """Article 215.2"""
        case = self.judged()
        for _run in range(2):
            self.run_cron()
        self.assertEqual(len(self.events(case, "FI_EFFECTIVE")), 1)
        self.assertEqual(self.round(case).stage_id.code, "Z90")
        self.assertEqual(len(case.enforcement_ids.filtered("active")), 1)

    @freeze_time("2026-04-20 03:00:00")
    def test_no_effect_before_the_last_window_has_closed(self):
        """Article 213.1: the superior procuracy has thirty days."""
        case = self.judged()
        self.run_cron()
        self.assertFalse(self.events(case, "FI_EFFECTIVE"))

    def test_effect_typed_too_early_is_refused(self):
        """Articles 206, 213 and 215"""
        case = self.judged()
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("FI_EFFECTIVE", "2026-04-20")
        case.record_event("FI_EFFECTIVE", "2026-04-21")

    def test_effect_waits_for_the_service_on_an_absent_party(self):
        """Article 206.1: an absent party counts from delivery."""
        case = self.judged()
        absent = case.party_ids.filtered(lambda p: p.role == "related")
        self.events(case, "FI_JUDGMENT_PRONOUNCED").absent_party_ids = absent
        self.run_cron()
        self.assertFalse(self.events(case, "FI_EFFECTIVE"))
        case.record_event("FI_JUDGMENT_SERVED", "2026-04-24", party_id=absent.id)
        self.run_cron()
        self.assertEqual(str(self.events(case, "FI_EFFECTIVE").date), "2026-05-12")

    def test_an_appeal_found_later_takes_the_effect_back(self):
        """Article 215: an appeal in time, whenever its paper arrives."""
        case = self.judged()
        self.run_cron()
        case.record_event("FI_JUDGMENT_RECEIVED", "2026-03-27")
        self.assertEqual(self.due(case, "EN-01"), "2026-05-21")
        case.record_event("FI_APPEAL_OTHER", "2026-04-06")
        self.assertFalse(self.events(case, "FI_EFFECTIVE"))
        self.assertFalse(case.enforcement_ids.filtered("active"))
        self.assertFalse(self.due(case, "EN-01"))
        self.assertEqual(case.stage_id.code, "A10")

    def test_an_appeal_is_refused_while_a_person_says_effective(self):
        case = self.judged()
        case.record_event("FI_EFFECTIVE", "2026-04-21")
        with self.assertRaises(DocketContradiction):
            case.record_event("FI_APPEAL_OTHER", "2026-04-06")

    def test_effect_is_refused_while_an_appeal_is_open(self):
        case = self.judged()
        case.record_event("FI_APPEAL_OTHER", "2026-04-06")
        with self.assertRaises(DocketContradiction):
            case.record_event("FI_EFFECTIVE", "2026-04-21")

    def test_appeals_of_one_judgment_share_one_round(self):
        case = self.judged()
        first = case.record_event("FI_APPEAL_OTHER", "2026-03-30")
        case.record_event("FI_PROTEST", "2026-04-14")
        appeal = self.round(case, "AP")
        self.assertEqual(len(case.round_ids.filtered("active")), 2)
        first.withdraw("Nhập nhầm")
        self.assertTrue(appeal.active)
        self.events(case, "FI_PROTEST").withdraw("Nhập nhầm")
        self.assertFalse(appeal.active)

    def test_a_round_opened_with_archived_records_in_sight_is_known(self):
        """The stage of the dossier follows, whatever context the caller works in."""
        case = self.judged()
        self.assertEqual(case.proceeding_ids.mapped("type_id.code"), ["FI"])
        dossier = case.dossier_id.with_context(active_test=False)
        dossier.record_event("FI_APPEAL_OTHER", "2026-03-30")
        self.assertEqual(case.proceeding_ids.mapped("type_id.code"), ["FI", "AP"])
        self.assertEqual(case.stage_id.code, "A10")

    def test_a_late_appeal_explains_itself(self):
        """Article 207: late only by leave of the court, with the reason."""
        case = self.judged()
        with self.assertRaises(ValidationError), self.cr.savepoint():
            case.record_event("FI_APPEAL_OTHER", "2026-04-07")
        case.record_event("FI_APPEAL_OTHER", "2026-04-07", note="Nằm viện.")
        self.assertEqual(case.stage_id.code, "A15")
        case.record_event("AP_LATE_REFUSED", "2026-05-04")
        self.run_cron()
        self.assertEqual(str(self.events(case, "FI_EFFECTIVE").date), "2026-04-21")

    def test_an_abandoned_appeal_leaves_the_judgment_to_take_effect(self):
        """Article 209.2: no fee, no appeal."""
        case = self.judged()
        case.record_event("FI_APPEAL_OWN", "2026-04-01")
        case.record_event("AP_FEE_NOTICE", "2026-04-13")
        case.record_event("AP_ABANDONED", "2026-04-28")
        self.run_cron()
        self.assertEqual(str(self.events(case, "FI_EFFECTIVE").date), "2026-04-21")

    def test_a_judgment_on_appeal_ends_the_first_instance(self):
        """Article 242.7: effective from its pronouncement."""
        case = self.judged()
        case.record_event("FI_APPEAL_OTHER", "2026-03-30")
        judgment = case.record_event("AP_JUDGMENT", "2026-06-10")
        self.assertEqual(str(self.round(case).date_end), "2026-06-10")
        enforcement = case.enforcement_ids.filtered("active")
        self.assertEqual(str(enforcement.effective_date), "2026-06-10")
        judgment.date = "2026-06-11"
        self.assertEqual(str(self.round(case).date_end), "2026-06-11")
        self.assertEqual(str(enforcement.effective_date), "2026-06-11")
        judgment.withdraw("Nhập nhầm")
        self.assertFalse(self.round(case).date_end)
        self.assertFalse(enforcement.active)

    def test_annulled_for_retrial_a_new_round_begins(self):
        """Article 241.3"""
        case = self.judged()
        case.record_event("FI_APPEAL_OTHER", "2026-03-30")
        judgment = case.record_event(
            "AP_JUDGMENT", "2026-06-10", outcome_id=self.result_id("ap_retrial")
        )
        rounds = case.round_ids.filtered("active")
        self.assertEqual(rounds.mapped("round_type"), ["FI", "AP", "FI"])
        self.assertFalse(case.enforcement_ids.filtered("active"))
        self.assertEqual(rounds[-1].court_id, self.court)
        judgment.outcome_id = self.result_id("ap_upheld")
        rounds = case.round_ids.filtered("active")
        self.assertEqual(rounds.mapped("round_type"), ["FI", "AP"])
        self.assertTrue(case.enforcement_ids.filtered("active"))

    def test_an_upheld_judgment_counts_as_the_one_below(self):
        case = self.judged(outcome="fi_rejected")
        case.record_event("FI_APPEAL_OTHER", "2026-03-30")
        case.record_event(
            "AP_JUDGMENT", "2026-06-10", outcome_id=self.result_id("ap_upheld")
        )
        case.record_event("AP_JUDGMENT_RECEIVED", "2026-06-24")
        self.assertEqual(case.favour, "win")
        enforcement = case.enforcement_ids.filtered("active")
        self.assertEqual(enforcement.monitored, "no")
        self.assertFalse(self.due(case, "EN-01"))

    def test_a_recorded_step_keeps_its_cause(self):
        """Nothing is lost: work under way is withdrawn by a person first."""
        case = self.judged()
        self.run_cron()
        case.record_event("EN_PLAN_APPROVED", "2026-05-04")
        with self.assertRaises(UserError):
            case.record_event("FI_APPEAL_OTHER", "2026-04-06")

    def test_effect_of_a_recognised_dialogue_is_at_once(self):
        """Article 140.3"""
        case = self.case(
            ("FI_ACCEPTED", "2026-06-01"),
            ("FI_DIALOGUE_COMMITTED", "2026-08-03"),
            ("FI_DIALOGUE_RECOGNISED", "2026-08-24"),
            ("FI_DECISION_RECEIVED", "2026-08-27"),
        )
        self.assertEqual(self.round(case).stage_id.code, "F51")
        self.assertEqual(str(case.enforcement_ids.effective_date), "2026-08-24")
        self.assertEqual(self.due(case, "EN-01"), "2026-09-28")
