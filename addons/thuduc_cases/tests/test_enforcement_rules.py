from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from .enforcement_case import EnforcementCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestEnforcementRules(EnforcementCase):
    """Rules EN-01 to EN-14: Articles 309 to 314 LTTHC, Decree 71/2016/NĐ-CP."""

    def test_every_rule_of_the_table_is_there(self):
        rules = self.env["thuduc.deadline.rule"].search(
            [("proceeding_type_id.code", "=", "EN")]
        )
        table = {f"EN-{number:02}" for number in range(1, 15)} - {"EN-09"}
        table |= {"EN-09A", "EN-09B", "EN-09C"}
        self.assertEqual(table - set(rules.mapped("code")), set())
        self.assertFalse(rules.filtered(lambda rule: not rule.provision_id))
        unsure = rules.filtered(lambda rule: not rule.verified).mapped("code")
        doubtful = {"EN-08", "EN-09A", "EN-09B", "EN-09C", "EN-11", "EN-12", "EN-13"}
        self.assertLessEqual(doubtful, set(unsure))

    def test_en_01_a_later_copy_is_the_legal_day_the_earlier_the_target(self):
        """Article 311.2.b under either reading: 4.6 of the research."""
        case = self.effective()
        period = self.deadline(case, "EN-01")
        self.assertEqual(str(period.date_due), "2026-05-21")
        case.record_event("FI_EFFECTIVE_COPY_RECEIVED", "2026-05-15")
        self.assertEqual(self.due(case, "EN-01"), "2026-06-15")
        period = self.deadline(case, "EN-01")
        self.assertEqual(str(period.date_target), "2026-05-21")
        enforcement = case.enforcement_ids
        self.assertEqual(str(enforcement.due_date), "2026-06-15")
        self.assertEqual(str(enforcement.target_date), "2026-05-21")
        self.assertEqual(str(enforcement.age_date), "2026-04-21")

    def test_en_01_a_withdrawn_copy_gives_the_first_day_back(self):
        case = self.effective()
        copy = case.record_event("FI_EFFECTIVE_COPY_RECEIVED", "2026-05-15")
        copy.withdraw("Nhập nhầm")
        self.assertEqual(self.due(case, "EN-01"), "2026-05-21")
        self.assertFalse(case.enforcement_ids.target_date)

    def test_en_01_the_expiry_moves_with_the_period(self):
        case = self.effective()
        self.run_cron()
        self.assertEqual(str(self.events(case, "EN_EXPIRED").date), "2026-05-22")
        case.record_event("FI_EFFECTIVE_COPY_RECEIVED", "2026-05-15")
        self.assertEqual(str(self.events(case, "EN_EXPIRED").date), "2026-06-16")

    def test_en_01_the_explanation_tells_both_readings(self):
        case = self.effective()
        before = len(self.deadline(case, "EN-01").steps)
        case.record_event("FI_EFFECTIVE_COPY_RECEIVED", "2026-05-15")
        self.assertGreater(len(self.deadline(case, "EN-01").steps), before)

    def test_en_02_lists_of_voters_are_performed_at_once(self):
        """Article 311.1.e, 311.2.a: no thirty days; the report within three."""
        case = self.judged_at_once()
        self.assertFalse(self.due(case, "EN-01"))
        self.assertFalse(self.events(case, "EN_PERIOD_STARTED"))
        received = str(self.events(case, "EN_IMMEDIATE").date)
        self.assertEqual(self.due(case, "EN-02"), received)
        self.assertTrue(self.due(case, "EN-03-I"))
        self.assertTrue(case.enforcement_ids.is_immediate)

    def test_en_03_follows_the_end_of_the_period(self):
        """Decree 71/2016/NĐ-CP: three working days after the voluntary period."""
        case = self.effective()
        self.assertEqual(self.due(case, "EN-03"), "2026-05-26")

    def test_en_07_counts_from_the_day_the_decision_came(self):
        """Article 312: at once; internally a plan within three working days."""
        case = self.effective()
        case.record_event(
            "EN_FORCED_RECEIVED", "2026-06-10", document_number="2/2026/QĐ-THAHC"
        )
        enforcement = case.enforcement_ids
        self.assertEqual(self.due(case, "EN-07"), "2026-06-10")
        self.assertEqual(str(enforcement.plan_date), "2026-06-15")
        self.assertEqual(enforcement.forced_days, 165)
        self.assertEqual(str(enforcement.perform_date), "2026-06-10")
        self.assertTrue(enforcement.is_plan_missing)
        case.record_event("EN_PLAN_APPROVED", "2026-06-12")
        self.assertFalse(enforcement.is_plan_missing)

    def test_en_08_and_09_watch_superior_and_enforcement_agency(self):
        """Decree 71/2016/NĐ-CP Articles 14 to 19; the numbers are unverified."""
        case = self.forced()
        self.assertEqual(self.due(case, "EN-09A"), "2026-06-24")
        case.record_event("EN_THADS_SESSION", "2026-06-22", document_number="5/BB")
        self.assertEqual(self.deadline(case, "EN-09A").state, "met")
        case.record_event("EN_LIABILITY_RECOMMENDED", "2026-07-01")
        case.record_event("EN_PUBLISHED", "2026-07-20")
        enforcement = case.enforcement_ids
        self.assertEqual(len(enforcement.session_event_ids), 2)
        self.assertEqual(str(enforcement.published_date), "2026-07-20")
        self.assertFalse(enforcement.unpublished_date)
        case.record_event("EN_PUBLICATION_WITHDRAWN", "2026-08-03")
        self.assertEqual(str(enforcement.unpublished_date), "2026-08-03")
        case.record_event("EN_SUPERIOR_CHECKED", "2026-08-10")
        late = case.deadline_ids.filtered(
            lambda d: (
                d.code in ("EN-08", "EN-09B", "EN-09C")
                and d.state in ("overdue", "met_late")
            )
        )
        self.assertFalse(late, "What has no number of days is never late.")

    def test_en_12_the_property_part_has_clocks_of_its_own(self):
        """Article 311.1.h; the notice itself may state the day."""
        case = self.effective()
        case.record_event("EN_PROPERTY_NOTICE", "2026-05-04")
        self.assertEqual(self.due(case, "EN-12"), "2026-05-14")
        other = self.effective()
        other.record_event("EN_PROPERTY_NOTICE", "2026-05-04", stated_date="2026-05-20")
        self.assertEqual(self.due(other, "EN-12"), "2026-05-20")

    def test_en_13_a_report_is_due_on_the_day_that_was_asked(self):
        case = self.effective()
        case.record_event("EN_REPORT_REQUESTED", "2026-09-28", stated_date="2026-10-05")
        self.assertEqual(self.due(case, "EN-13"), "2026-10-05")
        case.record_event("EN_REPORT_SENT", "2026-10-02", document_number="90/BC")
        self.assertEqual(self.deadline(case, "EN-13").state, "met")

    def test_en_14_the_superior_receives_the_judgment(self):
        """Articles 196 and 244: within thirty days of the legal effect."""
        case = self.effective()
        case.record_event("EN_SUPERIOR_RECEIVED", "2026-05-12")
        self.assertEqual(self.due(case, "EN-14"), "2026-05-21")

    def test_a_deferral_that_began_too_late_ends_where_it_was(self):
        """Article 261: a period that had run out is not given back."""
        case = self.effective()
        self.run_cron()
        case.record_event("EN_DEFERRED", "2026-06-01", stated_date="2026-07-01")
        enforcement = case.enforcement_ids
        self.assertTrue(enforcement.is_deferred)
        self.assertEqual(str(enforcement.deferred_until), "2026-07-01")
        proceeding = enforcement.proceeding_id
        self.assertEqual(proceeding._deferral_end_code(), "EN_DEFERRAL_ENDED_EXPIRED")
        case.record_event("EN_DEFERRAL_ENDED_EXPIRED", "2026-07-02")
        self.assertEqual(case.stage_id.code, "E20")
        self.assertFalse(enforcement.is_deferred)
        self.assertEqual(self.due(case, "EN-01"), "2026-05-21")

    def test_how_it_was_completed(self):
        """Voluntarily, or forced when the decision had come; else told by hand."""
        voluntary, forced = self.effective(), self.forced()
        for case in (voluntary, forced):
            self.obligation(case, date_done="2026-07-01", evidence="QĐ 9")
        self.assertEqual(voluntary.enforcement_ids.completion_mode, "voluntary")
        self.assertEqual(forced.enforcement_ids.completion_mode, "forced")
        voluntary.enforcement_ids.completion_mode = "agreement"
        self.assertEqual(voluntary.enforcement_ids.completion_mode, "agreement")

    def test_the_roadmap_names_unit_person_and_day(self):
        """Dispatch 85/TTg-V.I: what is lacking is told until it is there."""
        case = self.effective()
        enforcement = case.enforcement_ids
        self.assertIn("obligations", enforcement.missing_text)
        self.obligation(
            case,
            agency_id=self.unit.id,
            user_id=self.officer.id,
            date_planned="2026-12-01",
        )
        self.assertIn("roadmap", enforcement.missing_text)
        step = self.env["thuduc.case.enforcement.step"].create(
            {
                "enforcement_id": enforcement.id,
                "name": "Trình dự thảo quyết định",
                "user_id": self.officer.id,
                "date_planned": "2026-11-20",
            }
        )
        self.assertFalse(enforcement.missing_text)
        self.assertTrue(step.is_late)
        with self.assertRaises(ValidationError), self.cr.savepoint():
            step.date_done = "2026-11-23"
        step.date_done = "2026-11-21"
        self.assertFalse(step.is_late)

    def test_the_event_is_recorded_in_the_enforcement_that_was_chosen(self):
        case = self.effective()
        enforcement = case.enforcement_ids
        context = enforcement.action_record_event()["context"]
        wizard = (
            self.env["thuduc.event.record"]
            .with_context(**context)
            .create(
                {
                    "type_id": self.env.ref(
                        "thuduc_cases.event_type_en_plan_approved"
                    ).id,
                    "date": "2026-05-04",
                }
            )
        )
        wizard.action_record()
        event = self.events(case, "EN_PLAN_APPROVED")
        self.assertEqual(event.proceeding_id, enforcement.proceeding_id)
