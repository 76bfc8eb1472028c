import random

from odoo.tests import freeze_time, tagged

from .case_case import CaseCase

SEEDS = range(3)
FIRST_INSTANCE = (
    ("FI_ACCEPTED", "2025-11-03"),
    ("FI_NOTICE_RECEIVED", "2025-11-05"),
    ("FI_EVIDENCE_REQUESTED", "2025-11-10"),
    ("FI_OPINION_EXTENDED", "2025-11-13", {"extension_amount": 5}),
    ("FI_OPINION_SENT", "2025-11-19"),
    ("FI_EVIDENCE_PROVIDED", "2025-11-24"),
    ("FI_SUSPENDED", "2025-12-08", {"outcome": "susp_d"}),
    ("FI_DECISION_RECEIVED", "2025-12-10"),
    ("FI_RESUMED", "2026-01-12"),
    ("FI_REACCEPTED", "2026-01-26"),
    ("FI_TRIAL_DECISION", "2026-03-09", {"scheduled_at": "2026-03-20 01:00:00"}),
    ("FI_HEARING_HELD", "2026-03-20"),
    ("FI_JUDGMENT_PRONOUNCED", "2026-03-20", {"outcome": "fi_accepted"}),
    ("FI_JUDGMENT_RECEIVED", "2026-03-27"),
    ("FI_APPEAL_OTHER", "2026-03-25"),
)
APPEAL = (
    ("AP_FEE_NOTICE", "2026-04-01"),
    ("AP_FEE_PAID", "2026-04-08"),
    ("AP_ACCEPTED", "2026-05-04"),
    ("AP_SUSPENDED", "2026-05-18"),
    ("AP_RESUMED", "2026-06-15"),
    ("AP_TRIAL_DECISION", "2026-07-06"),
    ("AP_JUDGMENT", "2026-07-27", {"outcome": "ap_amended_part"}),
)


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestDocketOrder(CaseCase):
    """Stage and deadlines are a function of the docket, not of its entry."""

    def entered(self, happened):
        """A case in which that was recorded, in that order; what happens on appeal is
        known only when there is an appeal, so it waits for it."""
        case, waiting = self.case(), []
        for item in happened:
            waiting.append(item)
            has_appeal = bool(self.round(case, "AP"))
            ready = [i for i in waiting if has_appeal or not i[0].startswith("AP_")]
            for ready_item in ready:
                waiting.remove(ready_item)
                self.enter(case, ready_item)
        for item in waiting:
            self.enter(case, item)
        return case

    def enter(self, case, item):
        code, day, *more = item
        values = dict(more[0]) if more else {}
        if outcome := values.pop("outcome", None):
            values["outcome_id"] = self.result_id(outcome)
        round_ = self.round(case, code[:2])
        return round_.record_event(code, day, **values)

    def picture(self, case):
        """What must not depend on the order: stages, events, deadlines that stand."""
        case.invalidate_recordset()
        running = case.proceeding_ids.filtered("active")
        events = running.event_ids.filtered(lambda e: not e.withdrawn)
        deadlines = running.deadline_ids.filtered(
            lambda d: d.state != "superseded" or d.rule_id.lapses
        ).filtered(lambda d: not d.trigger_event_id.withdrawn)
        return (
            case.stage_id.code,
            sorted((p.type_id.code, p.stage_id.code) for p in running),
            sorted((e.code, e.date, e.stage_id.code or "", e.is_gap) for e in events),
            sorted(
                (
                    d.code,
                    d.trigger_event_id.code,
                    d.date_start,
                    d.date_nominal,
                    d.date_due,
                    d.state,
                    d.closing_event_id.code or "",
                )
                for d in deadlines
            ),
        )

    def test_any_order_of_entry_gives_the_same(self):
        everything = [*FIRST_INSTANCE, *APPEAL]
        expected = self.picture(self.entered(everything))
        self.assertGreater(len(expected[3]), 20)
        for seed in SEEDS:
            shuffled = list(everything)
            random.Random(seed).shuffle(shuffled)
            with self.subTest(seed=seed, order=[item[0] for item in shuffled]):
                self.assertEqual(self.picture(self.entered(shuffled)), expected)

    def test_withdrawing_and_entering_again_changes_nothing(self):
        case = self.entered([*FIRST_INSTANCE, *APPEAL])
        expected = self.picture(case)
        for item in (*FIRST_INSTANCE, *APPEAL):
            if item[0] == "FI_APPEAL_OTHER":
                # It opened the round in which work goes on: it cannot be taken back.
                continue
            with self.subTest(code=item[0]):
                [event] = self.events(case, item[0])
                event.withdraw("Nhập lại")
                self.enter(case, item)
                self.assertEqual(self.picture(case), expected)
