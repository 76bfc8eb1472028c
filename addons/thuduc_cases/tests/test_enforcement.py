from odoo.exceptions import ValidationError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestEnforcement(CaseCase):
    """From legal effect to the report of the result: Articles 309 to 312 LTTHC."""

    def effective(self, received="2026-03-27"):
        case = self.judged()
        case.record_event("FI_JUDGMENT_RECEIVED", received)
        self.run_cron()
        return case

    def obligation(self, case, name="Ban hành quyết định mới", **values):
        return self.env["thuduc.case.obligation"].create(
            {"enforcement_id": case.enforcement_ids.id, "name": name, **values}
        )

    def test_the_period_starts_with_the_later_of_receipt_and_effect(self):
        """Article 311.2.b, as read in practice: max(first receipt, effect)."""
        early = self.effective()
        self.assertEqual(
            str(self.events(early, "EN_PERIOD_STARTED").date), "2026-04-21"
        )
        self.assertEqual(self.due(early, "EN-01"), "2026-05-21")
        late = self.effective(received="2026-05-15")
        self.assertEqual(str(self.events(late, "EN_PERIOD_STARTED").date), "2026-05-15")
        self.assertEqual(self.due(late, "EN-01"), "2026-06-15")

    def test_the_period_waits_for_a_receipt(self):
        case = self.judged()
        self.run_cron()
        self.assertFalse(self.due(case, "EN-01"))
        case.record_event("FI_EFFECTIVE_COPY_RECEIVED", "2026-05-15")
        self.assertEqual(self.due(case, "EN-01"), "2026-06-15")

    def test_the_job_records_that_the_period_has_run_out(self):
        case = self.effective()
        self.run_cron()
        self.assertEqual(str(self.events(case, "EN_EXPIRED").date), "2026-05-22")
        self.assertEqual(case.stage_id.code, "E20")

    def test_deferral_stops_the_period(self):
        """Article 261: the one pause there is."""
        case = self.effective()
        case.record_event("EN_DEFERRED", "2026-05-04")
        self.assertEqual(self.deadline(case, "EN-01").state, "suspended")
        case.record_event("EN_DEFERRAL_ENDED", "2026-06-04")
        self.assertEqual(self.due(case, "EN-01"), "2026-06-22")

    def test_every_obligation_proved_completes_the_enforcement(self):
        case = self.effective()
        first = self.obligation(case)
        second = self.obligation(case, "Cấp giấy chứng nhận")
        first.write({"date_done": "2026-05-05", "evidence": "QĐ 1"})
        self.assertEqual(case.stage_id.code, "E45")
        second.write({"date_done": "2026-05-20", "evidence": "GCN 2"})
        self.assertEqual(case.stage_id.code, "E40")
        self.assertEqual(self.deadline(case, "EN-01").state, "met")
        second.date_done = False
        self.assertEqual(case.stage_id.code, "E45")
        self.assertEqual(self.deadline(case, "EN-01").state, "overdue")

    def test_the_property_part_decides_nothing(self):
        """Article 311.1.h: it is enforced under the civil law."""
        case = self.effective()
        self.obligation(case, "Bồi thường", is_property=True, kind="payment")
        duty = self.obligation(case)
        duty.write({"date_done": "2026-05-20", "evidence": "QĐ 1"})
        self.assertEqual(case.stage_id.code, "E40")

    def test_no_completion_without_proof(self):
        case = self.effective()
        duty = self.obligation(case)
        with self.assertRaises(ValidationError), self.cr.savepoint():
            duty.date_done = "2026-05-20"
        with self.assertRaises(ValidationError), self.cr.savepoint():
            duty.write({"date_done": "2026-11-23", "evidence": "QĐ 1"})
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("EN_COMPLETED", "2026-05-20")

    def test_the_report_is_complete_when_all_four_were_told(self):
        """Article 311.2 and Decree 71/2016/NĐ-CP: court, procuracy, enforcement
        agency and superior."""
        case = self.effective()
        self.assertEqual(self.due(case, "EN-03"), "2026-05-26")
        notices = case.enforcement_ids.notice_ids
        self.assertEqual(len(notices), 4)
        with self.assertRaises(ValidationError), self.cr.savepoint():
            notices[0].date = "2026-05-22"
        notices[:3].write({"date": "2026-05-22", "number": "70/BC-UBND"})
        self.assertEqual(self.deadline(case, "EN-03").state, "overdue")
        notices[3].write({"date": "2026-05-25", "number": "70/BC-UBND"})
        self.assertEqual(self.deadline(case, "EN-03").state, "met")
        self.assertEqual(
            str(self.events(case, "EN_RESULT_REPORTED").date), "2026-05-25"
        )

    def test_forced_enforcement_is_due_at_once(self):
        """Article 312.2: no further day; five working days for the court."""
        case = self.effective()
        case.record_event("EN_FORCED_REQUESTED", "2026-06-01")
        self.assertEqual(self.due(case, "EN-06"), "2026-06-08")
        case.record_event("EN_FORCED_RECEIVED", "2026-06-10")
        self.assertEqual(case.stage_id.code, "E30")
        self.assertEqual(self.due(case, "EN-07"), "2026-06-10")

    def test_other_periods_of_the_enforcement(self):
        """Article 310.4; Decree 71/2016/NĐ-CP Article 14.2; Article 312.1"""
        case = self.effective()
        case.record_event("EN_THADS_RECEIVED", "2026-05-04")
        case.record_event("EN_EXPLANATION_REQUESTED", "2026-05-15")
        self.assertEqual(self.due(case, "EN-04"), "2026-05-11")
        self.assertEqual(self.due(case, "EN-10"), "2026-06-01")
        self.assertEqual(self.due(case, "EN-05"), "2027-05-21")

    def test_another_last_day_stated_by_the_enforcement_agency_is_told(self):
        case = self.effective()
        case.record_event("EN_THADS_NOTICE", "2026-05-06", stated_date="2026-05-19")
        self.assertTrue(case.enforcement_ids.is_thads_date_different)

    def test_no_enforcement_without_an_effective_judgment(self):
        """Article 309"""
        case = self.judged()
        with self.assertRaises(ValidationError):
            case.dossier_id.open_proceeding("EN")

    def test_a_file_closes_only_when_nothing_mandatory_is_open(self):
        case = self.effective()
        case.record_event("FI_NO_APPEAL", "2026-04-01", note="Chấp nhận bản án.")
        duty = self.obligation(case)
        duty.write({"date_done": "2026-05-20", "evidence": "QĐ 1"})
        self.explain_loss(case)
        with self.assertRaises(DocketContradiction), self.cr.savepoint():
            case.record_event("EN_CLOSED", "2026-06-01")
        case.enforcement_ids.notice_ids.write({"date": "2026-05-22", "number": "1/BC"})
        case.record_event("EN_NO_CASSATION", "2026-05-29", note="Chấp nhận bản án.")
        case.loss_cause_ids = self.env.ref("thuduc_cases.loss_cause_competence")
        case.record_event("EN_CLOSED", "2026-06-01")
        self.assertEqual((case.state, case.stage_id.code), ("closed", "Z90"))
        self.assertFalse(case.deadline_ids.filtered(lambda d: d.state == "overdue"))
