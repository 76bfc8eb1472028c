from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import DocketContradiction

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestCaseMissing(CaseCase):
    """What the stage asks for (told), and what closing asks for (refused)."""

    def missing(self, case):
        case.invalidate_recordset(["missing_facts"])
        return case.missing_facts or ""

    def test_nothing_is_asked_before_acceptance(self):
        self.assertFalse(self.missing(self.case()))

    def test_after_acceptance_the_facts_of_the_notice(self):
        case = self.case(("FI_ACCEPTED", "2026-05-05"))
        self.assertIn("docket number", self.missing(case))
        self.assertIn("what is challenged", self.missing(case))
        case.write(
            {
                "docket_no": "7/2026/TLST-HC",
                "field_id": self.field.id,
                "object_ids": [(0, 0, {"number": "1/QĐ-UBND"})],
            }
        )
        case.record_event("FI_NOTICE_RECEIVED", "2026-05-08")
        self.assertFalse(self.missing(case))

    def test_before_trial_a_representative(self):
        case = self.case(
            ("FI_ACCEPTED", "2026-01-05"), ("FI_TRIAL_DECISION", "2026-05-20")
        )
        self.assertIn("authorisation", self.missing(case))
        self.assertIn("time of the hearing", self.missing(case))
        case.head_attends = True
        self.assertNotIn("authorisation", self.missing(case))

    def test_after_judgment_presence_and_the_decision_to_appeal(self):
        case = self.judged(presence=False)
        self.assertIn("present at the pronouncement", self.missing(case))
        self.assertIn("whether to appeal", self.missing(case))
        self.events(case, "FI_JUDGMENT_PRONOUNCED").agency_presence = "present"
        case.record_event("FI_NO_APPEAL", "2026-03-25", note="Bản án đúng")
        self.assertNotIn("present", self.missing(case))
        self.assertNotIn("appeal", self.missing(case))

    def test_enforcement_asks_for_duties(self):
        case = self.judged()
        self.run_cron()
        case.record_event("FI_JUDGMENT_RECEIVED", "2026-05-25")
        self.assertIn("duties to perform", self.missing(case))
        case.enforcement_ids.monitored = "no"
        self.assertNotIn("duties to perform", self.missing(case))

    # -- §6.4.12 ---------------------------------------------------------------------

    def won(self):
        """Claim rejected, effective: nothing to perform."""
        case = self.judged("fi_rejected")
        self.run_cron()
        return case

    def test_validation_12_closed_only_when_nothing_is_open(self):
        case = self.won()
        case.record_event("FI_EVIDENCE_REQUESTED", "2026-03-02")
        with self.assertRaises(DocketContradiction) as refused, self.cr.savepoint():
            case.record_event("EN_CLOSED", "2026-06-01")
        message = str(refused.exception)
        self.assertIn(case.enforcement_ids.stage_id.name, message)
        case.record_event("EN_NO_CONTENT", "2026-05-25")
        for deadline in case.deadline_ids.filtered(
            lambda d: d.severity == "hard" and d.state in ("running", "overdue")
        ):
            with self.assertRaises(DocketContradiction), self.cr.savepoint():
                case.record_event("EN_CLOSED", "2026-06-01")
            deadline.with_user(self.leader).waive("Tòa án không yêu cầu nữa")
        case.record_event("EN_CLOSED", "2026-06-01")
        self.assertEqual(case.state, "closed")

    def test_validation_12_only_a_head_gives_a_duty_up(self):
        case = self.won()
        case.record_event("FI_EVIDENCE_REQUESTED", "2026-03-02")
        deadline = case.deadline_ids.filtered(lambda d: d.severity == "hard")[:1]
        with self.assertRaises(AccessError):
            deadline.with_user(self.officer).waive("Không cần")
        with self.assertRaises(UserError):
            deadline.with_user(self.leader).waive("  ")
