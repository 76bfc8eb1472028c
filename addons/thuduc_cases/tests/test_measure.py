from datetime import datetime

from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestMeasure(CaseCase):
    """Provisional measures: Articles 66 to 77, 309.5 and 311.1.g LTTHC."""

    def measured(self, received="2026-11-20"):
        case = self.case(("FI_ACCEPTED", "2026-10-05"))
        case.record_event(
            "FI_MEASURE_RECEIVED",
            received,
            document_number="3/2026/QĐ-BPKCTT",
            document_date=received,
        )
        return case

    def measure(self, case):
        return case.measure_ids.filtered("active")[-1:]

    def test_edge_14_a_measure_is_a_fast_proceeding_of_its_own(self):
        """Articles 75 and 311.1.g: at once, also while complained of."""
        case = self.measured()
        measure = self.measure(case)
        self.assertEqual(measure.stage_id.code, "M10")
        self.assertEqual(measure.number, "3/2026/QĐ-BPKCTT")
        self.assertEqual(measure.round_id.round_type, "FI")
        self.assertEqual(self.due(case, "FI-26"), "2026-11-25")
        self.assertEqual(self.due(case, "FI-27"), "2026-11-20")
        self.assertEqual(self.deadline(case, "FI-27").state, "overdue")
        case.record_event("PM_COMPLAINED", "2026-11-20")
        self.assertEqual(measure.stage_id.code, "M20")
        self.assertEqual(self.deadline(case, "FI-26").state, "met")
        self.assertEqual(self.deadline(case, "FI-27").state, "overdue")
        self.assertEqual(self.due(case, "FI-26A"), "2026-11-25")

    def test_edge_14_its_enforcement_is_counted_and_immediate(self):
        """Articles 309.5 and 311.2.a: enforced like a judgment, without thirty days."""
        case = self.measured()
        enforcement = self.measure(case).enforcement_id
        self.assertEqual(enforcement.case_id, case)
        self.assertTrue(self.events(case, "EN_IMMEDIATE"))
        self.assertFalse(self.events(case, "EN_PERIOD_STARTED"))
        self.assertFalse(self.due(case, "CR-01"))
        case.record_event("PM_OBEYED", "2026-11-20")
        self.assertEqual(enforcement.stage_id.code, "E40")
        self.assertEqual(self.deadline(case, "FI-27").state, "met")
        self.events(case, "PM_OBEYED").withdraw("Nhập nhầm")
        self.assertNotEqual(enforcement.stage_id.code, "E40")
        self.assertEqual(self.measure(case).stage_id.code, "M10")

    def test_edge_14_performed_duties_obey_the_measure(self):
        case = self.measured()
        enforcement = self.measure(case).enforcement_id
        self.env["thuduc.case.obligation"].create(
            {
                "enforcement_id": enforcement.id,
                "name": "Dừng cưỡng chế",
                "kind": "stop",
                "date_done": "2026-11-20",
                "evidence": "CV 88/UBND",
            }
        )
        self.assertEqual(str(self.events(case, "PM_OBEYED").date), "2026-11-20")
        self.assertEqual(self.measure(case).stage_id.code, "M30")

    def test_edge_14_lifted_on_a_ground_of_the_law(self):
        """Article 74.2: from then on there is nothing to obey."""
        case = self.measured()
        measure = self.measure(case)
        case.record_event(
            "PM_ENDED", "2026-11-21", outcome_id=self.result_id("measure_end_b")
        )
        self.assertEqual(measure.stage_id.code, "Z90")
        self.assertEqual(measure.end_ground_id.provision_id.article, "74")
        self.assertEqual(measure.enforcement_id.stage_id.code, "Z90")
        self.assertEqual(self.deadline(case, "FI-27").state, "superseded")

    def test_the_lawsuit_keeps_its_stage(self):
        case = self.measured()
        self.assertEqual(case.stage_id.code, "F10")
        self.assertEqual(case.main_type_id.code, "FI")
        codes = case.possible_event_type_ids.mapped("code")
        self.assertIn("PM_OBEYED", codes)
        self.assertNotIn("PM_RECEIVED", codes)

    def test_the_court_decides_within_48_hours(self):
        """Article 73.3, chain C5: from the moment itself, not moved."""
        case = self.case(("FI_ACCEPTED", "2026-02-02"))
        case.record_event(
            "FI_MEASURE_REQUESTED",
            "2026-03-06",
            datetime=datetime(2026, 3, 6, 9, 30),
        )
        measure = self.measure(case)
        self.assertEqual(measure.stage_id.code, "M05")
        self.assertFalse(measure.enforcement_id)
        deadline = case.deadline_ids.filtered(lambda d: d.code == "FI-25")
        self.assertEqual(deadline.due_at, datetime(2026, 3, 8, 9, 30))
        case.record_event("FI_MEASURE_RECEIVED", "2026-03-09")
        self.assertEqual(len(case.measure_ids), 1)
        self.assertEqual(measure.stage_id.code, "M10")

    def test_each_decision_is_a_measure_of_its_own(self):
        case = self.measured()
        case.record_event("FI_MEASURE_RECEIVED", "2026-11-21")
        self.assertEqual(len(case.measure_ids), 2)
        self.assertEqual(len(case.enforcement_ids), 2)

    def test_a_changed_measure_is_obeyed_anew(self):
        """Articles 74.1, 75 and 76"""
        case = self.measured()
        case.record_event("PM_OBEYED", "2026-11-20")
        case.record_event("PM_CHANGED", "2026-11-21")
        self.assertEqual(self.measure(case).stage_id.code, "M10")
        self.assertEqual(self.due(case, "FI-27C"), "2026-11-21")
        self.assertEqual(self.due(case, "FI-26C"), "2026-11-25")
        self.assertNotEqual(self.measure(case).enforcement_id.stage_id.code, "E40")

    def test_a_measure_entered_by_mistake_goes_with_its_event(self):
        case = self.measured()
        measure = self.measure(case)
        enforcement = measure.enforcement_id
        received = self.events(case, "FI_MEASURE_RECEIVED")
        complaint = case.record_event("PM_COMPLAINED", "2026-11-20")
        with self.assertRaises(UserError), self.cr.savepoint():
            received.withdraw("Nhập nhầm")
        complaint.withdraw("Nhập nhầm")
        received.withdraw("Nhập nhầm")
        self.assertFalse(measure.active or enforcement.active)
        self.assertFalse(self.due(case, "FI-27"))

    def test_a_measure_on_appeal(self):
        case = self.judged()
        case.record_event("FI_APPEAL_OTHER", "2026-03-30")
        case.record_event("AP_ACCEPTED", "2026-05-04")
        case.record_event("AP_MEASURE_RECEIVED", "2026-06-01")
        self.assertEqual(self.measure(case).round_id.round_type, "AP")
        self.assertEqual(case.stage_id.code, "A20")

    def test_the_dialog_asks_which_of_two_measures(self):
        """Nothing is guessed: two measures run, each is obeyed by itself."""
        case = self.measured()
        case.record_event("FI_MEASURE_RECEIVED", "2026-11-21")
        first, second = case.measure_ids.sorted("id")
        obeyed = case.possible_event_type_ids.filtered(lambda t: t.code == "PM_OBEYED")
        dialog = self.env["thuduc.event.record"].with_user(self.officer)
        record = dialog.create(
            {
                "dossier_id": case.dossier_id.id,
                "type_id": obeyed.id,
                "date": "2026-11-21",
            }
        )
        self.assertTrue(record.is_ambiguous)
        self.assertEqual(record.proceeding_id, second.proceeding_id)
        record.proceeding_id = first.proceeding_id
        record.action_record()
        self.assertEqual(first.stage_id.code, "M30")
        self.assertEqual(second.stage_id.code, "M10")
