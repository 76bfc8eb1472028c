"""A judgment against the ward that took effect, and reviews of it."""

from .case_case import CaseCase


class ReviewCase(CaseCase):
    """Decided on appeal on 2026-01-15, received on 2026-01-22 (30 days: 2026-02-23)."""

    def appealed(self, outcome="ap_amended_lose", received="2026-01-22"):
        """Won at first instance, lost on appeal: in effect on 2026-01-15."""
        case = self.case(
            ("FI_ACCEPTED", "2025-08-04"),
            ("FI_NOTICE_RECEIVED", "2025-08-06"),
            ("FI_OPINION_SENT", "2025-08-12"),
            ("FI_TRIAL_DECISION", "2025-10-01"),
            (
                "FI_JUDGMENT_PRONOUNCED",
                "2025-10-20",
                {
                    "outcome_id": self.result_id("fi_rejected"),
                    "agency_presence": "present",
                },
            ),
            ("FI_JUDGMENT_RECEIVED", "2025-10-27"),
            ("FI_APPEAL_OTHER", "2025-10-30"),
            ("AP_ACCEPTED", "2025-11-20"),
            ("AP_TRIAL_DECISION", "2025-12-22"),
            ("AP_JUDGMENT", "2026-01-15", {"outcome_id": self.result_id(outcome)}),
        )
        if received:
            case.record_event("AP_JUDGMENT_RECEIVED", received)
        return case

    def protested(self, case=None, review="CR"):
        """Requested on 2026-02-02 and protested on 2026-03-02."""
        case = case or self.appealed()
        if review == "CR":
            case.record_event("EN_CASSATION_REQUESTED", "2026-02-02")
        else:
            case.record_event(
                "AP_REOPENING_REQUESTED",
                "2026-02-02",
                outcome_id=self.result_id("ro_ground_1"),
            )
        case.record_event(
            f"{review}_PROTESTED",
            "2026-03-02",
            outcome_id=self.result_id("review_by_supreme_court"),
        )
        return case

    def decided(self, outcome, case=None, review="CR"):
        """Decided on 2026-06-15."""
        case = self.protested(case, review)
        event = case.record_event(
            f"{review}_DECIDED", "2026-06-15", outcome_id=self.result_id(outcome)
        )
        return case, event

    def enforcement(self, case):
        """The last active enforcement of a judgment."""
        return case.enforcement_ids.filtered(
            lambda e: e.active and e.parent_id.type_id.code != "PM"
        )[-1:]

    def stages(self, case):
        """Type and stage of each active proceeding."""
        active = case.proceeding_ids.filtered("active").sorted("id")
        return [(p.type_id.code, p.stage_id.code) for p in active]

    def obligation(self, case, name="Ban hành quyết định mới", **values):
        return self.env["thuduc.case.obligation"].create(
            {"enforcement_id": self.enforcement(case).id, "name": name, **values}
        )
