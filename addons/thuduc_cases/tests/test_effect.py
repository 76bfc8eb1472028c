"""When judgments and decisions take effect: one test per row of the law's table."""

from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestEffect(CaseCase):
    def effect(self, case, code):
        """ISO effective date of the last judgment or decision with that event code."""
        day = case.judgment_ids.filtered(lambda j: j.code == code)[:1].effective_date
        return str(day or "")

    def terminated(self, *more):
        return self.case(
            ("FI_ACCEPTED", "2026-01-05"),
            ("FI_TERMINATED", "2026-03-02", {"outcome_id": self.result_id("term_b")}),
            *more,
        )

    def parted(self, case):
        """Two parts of the first-instance judgment."""
        judgment = case.judgment_ids.filtered(
            lambda j: j.code == "FI_JUDGMENT_PRONOUNCED"
        )
        return self.env["thuduc.case.judgment.part"].create(
            [
                {"judgment_id": judgment.id, "text": "Hủy QĐ 1", "relief": "annul"},
                {"judgment_id": judgment.id, "text": "Bác", "result": "rejected"},
            ]
        )

    def test_a_judgment_nobody_appeals(self):
        """Articles 213.1, 215.2; chain C1: two days are told."""
        case = self.judged()
        [judgment] = case.judgment_ids
        self.assertEqual(str(judgment.window_end_date), "2026-04-20")
        self.assertEqual(str(judgment.effective_date), "2026-04-21")
        self.run_cron()
        round_ = case.current_round_id
        self.assertEqual(str(round_.effective_date), "2026-04-21")
        self.assertEqual(str(round_.window_end_date), "2026-04-20")
        self.assertIn("20/04/2026", round_.effective_basis)
        self.assertIn("213", round_.effective_basis)

    def test_the_last_window_may_be_that_of_a_party_served_late(self):
        """Article 206.1"""
        case = self.judged()
        absent = case.party_ids.filtered(lambda p: p.role == "related")
        self.events(case, "FI_JUDGMENT_PRONOUNCED").absent_party_ids = absent
        [judgment] = case.judgment_ids
        self.assertEqual(judgment.waits_for, absent.name)
        self.assertFalse(judgment.effective_date)
        case.record_event("FI_JUDGMENT_SERVED", "2026-05-04", party_id=absent.id)
        judgment.invalidate_recordset()
        self.assertEqual(str(judgment.window_end_date), "2026-05-19")
        self.assertFalse(judgment.waits_for)

    def test_a_party_abroad_delays_the_effect(self):
        """Article 307: thirty days from its service, not fifteen."""
        case = self.judged()
        absent = case.party_ids.filtered(lambda p: p.role == "related")
        absent.abroad = True
        self.events(case, "FI_JUDGMENT_PRONOUNCED").absent_party_ids = absent
        case.record_event("FI_JUDGMENT_SERVED", "2026-05-04", party_id=absent.id)
        self.assertEqual(self.effect(case, "FI_JUDGMENT_PRONOUNCED"), "2026-06-04")

    def test_a_judgment_by_simplified_procedure(self):
        """Article 251: seven days; the procuracy's run from its receipt."""
        case = self.judged()
        case.round_ids.procedure = "simplified"
        [judgment] = case.judgment_ids
        judgment.invalidate_recordset()
        self.assertFalse(judgment.effective_date)
        self.assertTrue(judgment.waits_for)
        case.record_event(
            "FI_PROCURACY_RECEIVED", "2026-03-25", answers_id=judgment.event_id.id
        )
        judgment.invalidate_recordset()
        self.assertEqual(str(judgment.effective_date), "2026-04-07")
        self.run_cron()
        self.assertEqual(str(self.events(case, "FI_EFFECTIVE").date), "2026-04-07")

    def test_parts_nobody_appeals_take_effect_alone(self):
        """Article 215: an enforcement of their own, and the round goes on."""
        case = self.judged("fi_part")
        annulled, rejected = self.parted(case)
        case.record_event("FI_JUDGMENT_RECEIVED", "2026-03-27")
        case.record_event("FI_APPEAL_OTHER", "2026-03-30")
        self.assertFalse(self.events(case, "FI_PARTLY_EFFECTIVE"))
        case.appeal_ids.write({"scope": "parts", "part_ids": rejected.ids})
        self.run_cron()
        partly = self.events(case, "FI_PARTLY_EFFECTIVE")
        self.assertEqual(str(partly.date), "2026-04-21")
        self.assertTrue(partly.automatic)
        self.assertFalse(self.events(case, "FI_EFFECTIVE"))
        self.assertEqual(self.round(case).stage_id.code, "F40")
        [enforcement] = case.enforcement_ids.filtered("active")
        self.assertEqual(str(enforcement.effective_date), "2026-04-21")
        self.assertEqual(
            (annulled.effect_state, rejected.effect_state), ("effective", "appealed")
        )
        case.record_event(
            "AP_JUDGMENT", "2026-06-10", outcome_id=self.result_id("ap_upheld")
        )
        self.assertEqual(len(case.enforcement_ids.filtered("active")), 2)
        (annulled | rejected).invalidate_recordset()
        self.assertEqual(str(rejected.effective_date), "2026-06-10")
        self.assertEqual(str(annulled.effective_date), "2026-04-21")

    def test_an_appeal_against_all_leaves_no_part(self):
        case = self.judged("fi_part")
        self.parted(case)
        case.record_event("FI_APPEAL_OTHER", "2026-03-30")
        self.run_cron()
        self.assertFalse(self.events(case, "FI_PARTLY_EFFECTIVE"))
        self.assertFalse(case.enforcement_ids.filtered("active"))

    def test_a_termination_takes_effect_by_itself(self):
        """Articles 206.2, 213.2: seven days from the agency's receipt, ten from that
        of the procuracy."""
        case = self.terminated(("FI_DECISION_RECEIVED", "2026-03-05"))
        self.run_cron()
        self.assertFalse(self.events(case, "FI_TERMINATION_EFFECTIVE"))
        case.record_event("FI_PROCURACY_RECEIVED", "2026-03-06")
        self.assertEqual(self.effect(case, "FI_TERMINATED"), "2026-03-17")
        self.run_cron()
        effective = self.events(case, "FI_TERMINATION_EFFECTIVE")
        self.assertEqual(str(effective.date), "2026-03-17")
        self.assertEqual(self.round(case).stage_id.code, "Z90")

    def test_a_termination_is_proposed_while_the_procuracy_is_silent(self):
        """Article 145.2: it is sent to the procuracy with the agency."""
        case = self.terminated(("FI_DECISION_RECEIVED", "2026-03-05"))
        docket = self.round(case)
        decision = self.events(case, "FI_TERMINATED")
        self.assertEqual(str(docket._proposed_effect(decision)), "2026-03-17")
        self.assertFalse(docket._effect_of(decision))

    def test_a_termination_is_not_effective_before_its_windows(self):
        case = self.terminated(
            ("FI_DECISION_RECEIVED", "2026-03-05"),
            ("FI_PROCURACY_RECEIVED", "2026-03-06"),
        )
        with self.assertRaises(DocketContradiction):
            case.record_event("FI_TERMINATION_EFFECTIVE", "2026-03-16")

    def test_a_suspension_has_windows_of_its_own(self):
        """Articles 206.2, 213.2, 215"""
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05"),
            ("FI_SUSPENDED", "2026-03-02", {"outcome_id": self.result_id("susp_a")}),
            ("FI_DECISION_RECEIVED", "2026-03-05"),
            ("FI_PROCURACY_RECEIVED", "2026-03-06"),
        )
        self.assertEqual(self.effect(case, "FI_SUSPENDED"), "2026-03-17")

    def test_an_appealed_suspension_does_not_block_the_judgment(self):
        """What was appealed earlier and decided has nothing to do with it."""
        case = self.case(
            ("FI_ACCEPTED", "2025-10-01"),
            ("FI_SUSPENDED", "2025-11-03"),
            ("FI_APPEAL_OWN", "2025-11-06"),
            (
                "AP_DECISION_MADE",
                "2025-12-01",
                {"outcome_id": self.result_id("apdec_continue")},
            ),
            ("FI_RESUMED", "2025-12-08"),
            ("FI_TRIAL_DECISION", "2026-03-09"),
            ("FI_JUDGMENT_PRONOUNCED", "2026-03-20", {"agency_presence": "present"}),
        )
        self.assertFalse(self.events(case, "FI_ENDED"))
        self.run_cron()
        self.assertEqual(str(self.events(case, "FI_EFFECTIVE").date), "2026-04-21")

    def test_a_recognised_dialogue_is_effective_at_once(self):
        """Article 140.3"""
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05"),
            ("FI_DIALOGUE_COMMITTED", "2026-03-02"),
            ("FI_DIALOGUE_RECOGNISED", "2026-03-23"),
        )
        self.assertEqual(self.effect(case, "FI_DIALOGUE_RECOGNISED"), "2026-03-23")

    def test_withdrawn_on_appeal_effective_from_the_termination(self):
        """Article 229.2: not from the day of the withdrawal."""
        case = self.judged("fi_rejected")
        part = self.parted(case)[:1]
        case.record_event("FI_APPEAL_OTHER", "2026-03-30")
        case.record_event(
            "AP_APPEAL_WITHDRAWN",
            "2026-05-04",
            outcome_id=self.result_id("withdrawn_all"),
        )
        self.assertEqual(case.appeal_ids.state, "withdrawn")
        self.assertFalse(self.events(case, "FI_EFFECTIVE"))
        case.record_event("AP_TERMINATED", "2026-05-11")
        self.assertEqual(self.effect(case, "AP_TERMINATED"), "2026-05-11")
        self.assertEqual(str(part.effective_date), "2026-05-11")
        self.assertEqual(case.favour, "win")

    def test_an_appellate_judgment_is_effective_when_pronounced(self):
        """Article 242.7; of the simplified procedure 253.7."""
        case = self.judged()
        case.record_event("FI_APPEAL_OTHER", "2026-03-30")
        case.record_event("AP_JUDGMENT", "2026-06-10")
        judgment = case.judgment_ids.filtered(lambda j: j.code == "AP_JUDGMENT")
        self.assertEqual(str(judgment.effective_date), "2026-06-10")
        self.assertIn("242", judgment.effective_basis)
        judgment.round_id.procedure = "simplified"
        judgment.invalidate_recordset()
        self.assertIn("253", judgment.effective_basis)

    def test_an_appellate_decision_is_effective_when_made(self):
        """Article 243.6"""
        case = self.terminated(("FI_APPEAL_OTHER", "2026-03-09"))
        case.record_event("AP_DECISION_MADE", "2026-04-06")
        self.assertEqual(self.effect(case, "AP_DECISION_MADE"), "2026-04-06")

    def test_a_judgment_on_voters_is_effective_at_once(self):
        """Article 202: neither appeal nor protest."""
        case = self.case(
            ("FI_ACCEPTED", "2026-03-02"), ("FI_TRIAL_DECISION", "2026-03-03")
        )
        case.round_ids.procedure = "voters"
        case.record_event(
            "FI_JUDGMENT_PRONOUNCED",
            "2026-03-05",
            outcome_id=self.result_id("fi_accepted"),
        )
        self.assertEqual(str(self.events(case, "FI_EFFECTIVE").date), "2026-03-05")
        self.assertEqual(self.effect(case, "FI_JUDGMENT_PRONOUNCED"), "2026-03-05")
        with self.assertRaises(DocketContradiction):
            case.record_event("FI_APPEAL_OTHER", "2026-03-06")

    def test_cassation_and_reopening_are_effective_when_decided(self):
        """Articles 278, 286"""
        for code in ("CR", "RO"):
            with self.subTest(code=code):
                case = self.judged()
                self.run_cron()
                docket = case.dossier_id.sudo().open_proceeding(
                    code, parent_id=self.round(case).id, court_id=self.court.id
                )
                docket.proceeding_id.record_event(f"{code}_PROTESTED", "2026-06-01")
                docket.proceeding_id.record_event(f"{code}_DECIDED", "2026-07-01")
                self.assertEqual(self.effect(case, f"{code}_DECIDED"), "2026-07-01")
