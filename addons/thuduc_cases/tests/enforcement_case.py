"""An effective judgment, its obligations, and what came upon it."""

from .case_case import CaseCase


class EnforcementCase(CaseCase):
    """Judgment of 2026-03-20, received 03-27, effective on 2026-04-21 (chain C1)."""

    def effective(self, outcome="fi_accepted", received="2026-03-27", **values):
        case = self.judged(outcome=outcome, **values)
        case.record_event("FI_JUDGMENT_RECEIVED", received)
        self.run_cron()
        return case

    def forced(self, received="2026-06-10"):
        """The court has forced the agency; its period had run out before."""
        case = self.effective()
        case.record_event("EN_FORCED_REQUESTED", "2026-06-01")
        case.record_event(
            "EN_FORCED_RECEIVED", received, document_number="2/2026/QĐ-THAHC"
        )
        return case

    def judged_at_once(self):
        """A judgment on a list of voters, effective when pronounced (LTTHC 202)."""
        case = self.case(
            ("FI_ACCEPTED", "2026-03-02"), ("FI_NOTICE_RECEIVED", "2026-03-02")
        )
        case.round_ids.procedure = "voters"
        case.record_event(
            "FI_JUDGMENT_PRONOUNCED",
            "2026-03-05",
            outcome_id=self.result_id("fi_accepted"),
            agency_presence="present",
        )
        case.record_event("FI_JUDGMENT_RECEIVED", "2026-03-06")
        if not case.enforcement_ids:
            case.record_event("FI_EFFECTIVE", "2026-05-06")
        return case

    def obligation(self, case, name="Ban hành quyết định mới", **values):
        return self.env["thuduc.case.obligation"].create(
            {"enforcement_id": case.enforcement_ids.id, "name": name, **values}
        )

    def report(self, case, date="2026-05-25", number="70/BC-UBND"):
        """All four reports of the result."""
        case.enforcement_ids._report_notices().write({"date": date, "number": number})
