"""What extends, answers and moves the periods of the first instance."""

from odoo.tests import freeze_time, tagged

from odoo.addons.thuduc_base.exceptions import ExtensionRefused

from .case_case import CaseCase


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestCaseRules(CaseCase):
    def test_states_follow_the_day_on_which_a_duty_is_done(self):
        for happened, state in (
            ((("FI_NOTICE_RECEIVED", "2026-11-16"),), "running"),
            ((("FI_NOTICE_RECEIVED", "2025-07-15"),), "overdue"),
            (
                (
                    ("FI_NOTICE_RECEIVED", "2026-11-16"),
                    ("FI_OPINION_SENT", "2026-11-20"),
                ),
                "met",
            ),
            (
                (
                    ("FI_NOTICE_RECEIVED", "2025-07-15"),
                    ("FI_OPINION_SENT", "2025-07-28"),
                ),
                "met_late",
            ),
        ):
            with self.subTest(happened=happened):
                case = self.case(*happened)
                self.assertEqual(self.deadline(case, "FI-02").state, state)

    def test_each_rule_names_its_article(self):
        rules = self.env["thuduc.deadline.rule"].search(
            [("proceeding_type_id.dossier_kind", "=", "case")]
        )
        self.assertGreaterEqual(len(rules), 120)
        self.assertFalse(rules.filtered(lambda rule: not rule.provision_id))

    def test_opinion_is_extended_once_from_the_nominal_end(self):
        """Article 128.1: once, at most seven days; chain C3 of the research."""
        case = self.case(("FI_NOTICE_RECEIVED", "2026-02-06"))
        self.assertEqual(self.due(case, "FI-02"), "2026-02-23")
        self.assertEqual(str(self.deadline(case, "FI-02").date_target), "2026-02-14")
        case.record_event("FI_OPINION_EXTENDED", "2026-02-12", extension_amount=7)
        self.assertEqual(self.due(case, "FI-02"), "2026-02-23")
        self.assertEqual(self.deadline(case, "FI-02").extensions, 1)
        with self.assertRaises(ExtensionRefused), self.cr.savepoint():
            case.record_event("FI_OPINION_EXTENDED", "2026-02-13", extension_amount=1)

    def test_opinion_is_not_extended_beyond_seven_days(self):
        """Article 128.1: neither by number nor by a date that the paper states."""
        case = self.case(("FI_NOTICE_RECEIVED", "2026-03-02"))
        for values in ({"extension_amount": 8}, {"stated_date": "2026-03-20"}):
            with self.assertRaises(ExtensionRefused), self.cr.savepoint():
                case.record_event("FI_OPINION_EXTENDED", "2026-03-10", **values)
        case.record_event("FI_OPINION_EXTENDED", "2026-03-10", stated_date="2026-03-18")
        self.assertEqual(self.due(case, "FI-02"), "2026-03-18")

    def test_preparation_is_extended_by_two_months(self):
        """Article 130.3; chain C4: chained from the nominal end."""
        case = self.case(
            ("FI_ACCEPTED", "2025-10-31"),
            ("FI_PREPARATION_EXTENDED", "2026-02-10", {"extension_amount": 2}),
        )
        self.assertEqual(self.due(case, "FI-10"), "2026-04-28")

    def test_hearing_opens_within_thirty_days_in_all(self):
        """Article 149: twenty days, thirty in total for a good reason."""
        case = self.case(
            ("FI_TRIAL_DECISION", "2026-06-15"),
            ("FI_TRIAL_LATER", "2026-06-20", {"extension_amount": 10}),
        )
        self.assertEqual(self.due(case, "FI-18"), "2026-07-15")

    def test_each_request_for_evidence_is_answered(self):
        """Article 93: an answer meets the request that it names."""
        case = self.case(("FI_ACCEPTED", "2026-10-01"))
        first = case.record_event("FI_EVIDENCE_REQUESTED", "2026-10-12")
        second = case.record_event("FI_EVIDENCE_REQUESTED", "2026-10-19")
        case.record_event("FI_EVIDENCE_PROVIDED", "2026-10-26", answers_id=second.id)
        state_of = {
            deadline.trigger_event_id: deadline.state
            for deadline in case.deadline_ids.filtered(lambda d: d.code == "FI-05")
        }
        self.assertEqual(state_of, {first: "overdue", second: "met"})

    def test_appeal_window_of_an_absent_agency(self):
        """Article 206.1, chain C6: from delivery when absent with good reason, from
        the pronouncement when it left before."""
        for presence, code, due in (
            ("absent", "AP-02", "2026-01-05"),
            ("left", "AP-01", "2025-12-22"),
            (False, "AP-01", "2025-12-22"),
        ):
            with self.subTest(presence=presence):
                case = self.case(
                    (
                        "FI_JUDGMENT_PRONOUNCED",
                        "2025-12-05",
                        {"agency_presence": presence},
                    ),
                    ("FI_JUDGMENT_RECEIVED", "2025-12-19"),
                )
                self.assertEqual(self.due(case, code), due)
                other = {"AP-01": "AP-02", "AP-02": "AP-01"}[code]
                self.assertFalse(self.due(case, other))

    def test_a_corrected_presence_moves_the_window(self):
        case = self.case(
            ("FI_JUDGMENT_PRONOUNCED", "2025-12-05", {"agency_presence": "present"}),
            ("FI_JUDGMENT_RECEIVED", "2025-12-19"),
        )
        self.events(case, "FI_JUDGMENT_PRONOUNCED").agency_presence = "absent"
        self.assertFalse(self.due(case, "AP-01"))
        self.assertEqual(self.due(case, "AP-02"), "2026-01-05")
