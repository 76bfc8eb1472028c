from odoo.fields import Command
from odoo.tests import HttpCase, freeze_time, new_test_user, tagged

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestJourney(CaseCase):
    """One lawsuit through all three proceedings."""

    def test_from_notice_to_executed_judgment(self):
        case = self.judged(outcome="fi_accepted")
        stages = [case.stage_id.code]
        for code, date, values in (
            ("FI_JUDGMENT_RECEIVED", "2026-03-27", {}),
            ("FI_APPEAL_OWN", "2026-04-01", {}),
            ("AP_FEE_NOTICE", "2026-04-06", {}),
            ("AP_FEE_PAID", "2026-04-10", {}),
            ("AP_ACCEPTED", "2026-05-04", {"document_number": "9/2026/TLPT-HC"}),
            ("AP_NOTICE_RECEIVED", "2026-05-06", {}),
            ("AP_TRIAL_DECISION", "2026-06-01", {}),
            ("AP_JUDGMENT", "2026-06-22", {"outcome_id": self.result_id("ap_upheld")}),
            ("AP_JUDGMENT_RECEIVED", "2026-07-01", {}),
        ):
            case.record_event(code, date, **values)
            stages.append(case.stage_id.code)
        self.assertEqual(
            stages,
            ["F40", "F40", "A10", "A10", "A10", "A20", "A20", "A30", "E00", "E10"],
        )
        self.assertEqual(self.due(case, "EN-01"), "2026-07-31")
        duty = self.env["thuduc.case.obligation"].create(
            {"enforcement_id": case.enforcement_ids.id, "name": "Ban hành QĐ mới"}
        )
        duty.write({"date_done": "2026-07-20", "evidence": "QĐ 5"})
        case.enforcement_ids.notice_ids.write({"date": "2026-07-22", "number": "2/BC"})
        case.record_event("EN_NO_CASSATION", "2026-07-24", note="Chấp nhận.")
        self.explain_loss(case)
        case.record_event("EN_CLOSED", "2026-07-31")
        self.assertEqual(case.state, "closed")
        hard = case.deadline_ids.filtered(lambda d: d.severity == "hard")
        self.assertEqual(set(hard.mapped("state")), {"met"})

    def test_the_order_of_entry_does_not_matter(self):
        happened = [
            ("FI_ACCEPTED", "2026-01-05"),
            ("FI_NOTICE_RECEIVED", "2026-01-08"),
            ("FI_OPINION_SENT", "2026-01-16"),
            ("FI_TRIAL_DECISION", "2026-03-02"),
            ("FI_JUDGMENT_PRONOUNCED", "2026-03-20"),
        ]
        forward, backward = self.case(*happened), self.case(*reversed(happened))
        self.assertEqual(forward.stage_id, backward.stage_id)

        def facts(case):
            return sorted(
                (d.code, str(d.date_due), d.state)
                for d in case.deadline_ids
                if d.state != "superseded"
            )

        self.assertEqual(facts(forward), facts(backward))


@tagged("post_install", "-at_install")
class TestJourneyTour(HttpCase):
    """The officer works through a lawsuit in the browser."""

    def test_tour(self):
        unit = self.env.ref("thuduc_base.agency_ward_thuduc_infrastructure")
        new_test_user(
            self.env,
            login="t_tour_officer",
            password="t_tour_officer",
            groups="thuduc_base.group_officer",
            tz="Asia/Ho_Chi_Minh",
            agency_ids=[Command.set(unit.ids)],
        )
        self.start_tour("/odoo/cases", "thuduc_case_journey", login="t_tour_officer")
        case = self.env["thuduc.case"].search(
            [("plaintiff_names", "=", "Nguyễn Thị Hành Trình")]
        )
        self.assertEqual(case.stage_id.code, "E40")
