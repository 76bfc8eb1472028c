from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged

from .hearing_case import HearingCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-20 09:00:00")
class TestHearing(HearingCase):
    """Days in court: opened, closed and withdrawn with the docket."""

    def test_a_decision_opens_a_hearing(self):
        hearing = self.hearing(self.trial())
        self.assertEqual(hearing.kind, "trial_fi")
        self.assertEqual(hearing.start, self.moment("2026-03-20 01:00:00"))
        self.assertEqual(hearing.stop, self.moment("2026-03-20 04:00:00"))
        self.assertEqual(hearing.court_id, self.court)
        self.assertEqual(hearing.state, "unrecorded")

    def test_a_decision_without_a_day_opens_none(self):
        case = self.case(
            ("FI_ACCEPTED", "2025-12-01"), ("FI_TRIAL_DECISION", "2026-03-02")
        )
        self.assertFalse(case.hearing_ids)
        self.events(case, "FI_TRIAL_DECISION").scheduled_at = "2026-03-20 01:00:00"
        self.assertTrue(self.hearing(case))

    def test_a_corrected_day_moves_the_hearing(self):
        case = self.trial()
        event = self.events(case, "FI_TRIAL_DECISION")
        event.scheduled_at = "2026-03-21 02:00:00"
        self.assertEqual(case.hearing_ids.start, self.moment("2026-03-21 02:00:00"))
        event.scheduled_at = False
        self.assertFalse(case.hearing_ids)

    def test_a_withdrawn_event_takes_its_hearing_away_and_back(self):
        case = self.trial()
        event = self.events(case, "FI_TRIAL_DECISION")
        event.withdraw("Nhầm vụ án.")
        self.assertFalse(case.hearing_ids)
        case.record_event(
            "FI_TRIAL_DECISION", "2026-03-02", scheduled_at="2026-03-23 01:00:00"
        )
        self.assertEqual(len(case.hearing_ids), 1)

    def test_everybody_summoned_has_a_line(self):
        case = self.trial()
        hearing = self.hearing(case)
        self.assertEqual(
            set(hearing.attendance_ids.mapped("role")),
            {"defendant", "plaintiff", "related"},
        )
        self.assertEqual(
            hearing.attendance_ids.filtered("is_agency").name, self.ward.name
        )
        witness = self.add_party(case, "witness", "Lê Văn Chứng")
        self.assertIn(witness, hearing.attendance_ids.party_id)
        witness.active = False
        self.assertNotIn(witness, hearing.attendance_ids.party_id)

    def test_judged_in_one_go(self):
        """One dialog: who came, held, judged, how the agency took part (206.1)."""
        case = self.trial()
        self.authorize(case)
        hearing = self.hearing(case)
        self.close(
            hearing,
            "judged",
            {"related": "absent"},
            outcome_id=self.result_id("fi_rejected"),
            document_number="12/2026/HC-ST",
        )
        held = self.events(case, "FI_HEARING_HELD")
        judged = self.events(case, "FI_JUDGMENT_PRONOUNCED")
        self.assertEqual(held.outcome_id.code, "ATTEND_DEPUTY")
        self.assertEqual(judged.agency_presence, "present")
        self.assertEqual(judged.absent_party_ids.mapped("role"), ["related"])
        self.assertEqual(judged.document_number, "12/2026/HC-ST")
        self.assertEqual(hearing.result, "judged")
        self.assertEqual(hearing.agency_presence, "deputy")
        self.assertEqual(case.stage_id.code, "F40")

    def test_absent_at_the_pronouncement(self):
        """Article 206.1: absent, the period runs from the receipt."""
        case = self.trial()
        self.close(
            self.hearing(case),
            "judged",
            {"defendant": "request"},
            outcome_id=self.result_id("fi_rejected"),
        )
        judged = self.events(case, "FI_JUDGMENT_PRONOUNCED")
        self.assertEqual(judged.agency_presence, "absent")
        self.assertEqual(
            self.events(case, "FI_HEARING_HELD").outcome_id.code, "ATTEND_REQUEST"
        )

    def test_the_head_himself_attends(self):
        case = self.trial()
        hearing = self.hearing(case)
        self.assertEqual(hearing.representative_id, self.leader)
        self.close(hearing, "held", next_at="2026-03-25 01:00:00")
        self.assertEqual(hearing.result, "held")
        self.assertEqual(hearing.agency_presence, "head")
        self.assertEqual(self.hearing(case).start, self.moment("2026-03-25 01:00:00"))

    def test_postponed_with_the_next_day(self):
        """The postponement closes one hearing and opens the next: second summons."""
        case = self.trial()
        first = self.hearing(case)
        self.close(
            first,
            "postponed",
            outcome_id=self.result_id("postpone_plaintiff"),
            next_at="2026-04-10 01:00:00",
            document_number="3/2026/QĐST-HC",
        )
        second = self.hearing(case)
        self.assertEqual(first.result, "postponed")
        self.assertEqual(first.result_reason_id.code, "POSTPONE_PLAINTIFF")
        self.assertEqual(first.next_at, second.start)
        self.assertEqual(second.summons_order, 2)
        self.assertEqual(second.place, "1400 Đồng Văn Cống")
        self.assertEqual(case.stage_id.code, "F31")
        with self.assertRaises(UserError):
            self.close(first, "held")

    def test_a_person_corrects_the_count_of_summons(self):
        hearing = self.hearing(self.trial())
        hearing.summons_order = 2
        self.assertEqual(hearing.summons_order, 2)
        self.assertIn("157.2", hearing.summons_warning)

    def test_recess_goes_on_another_day(self):
        """Article 187.2"""
        case = self.trial()
        first = self.hearing(case)
        self.close(first, "recessed", next_at="2026-04-10 01:00:00")
        self.assertEqual(first.result, "recessed")
        self.assertEqual(case.stage_id.code, "F32")
        second = self.hearing(case)
        with freeze_time("2026-04-10 09:00:00"):
            self.close(second, "judged", outcome_id=self.result_id("fi_rejected"))
        self.assertTrue(self.events(case, "FI_HEARING_RESUMED"))
        self.assertEqual(second.result, "judged")
        self.assertEqual(second.summons_order, 1)

    def test_prolonged_deliberation_opens_the_pronouncement(self):
        """Article 191.5"""
        case = self.trial()
        first = self.hearing(case)
        self.close(first, "prolonged", next_at="2026-03-25 01:00:00")
        self.assertEqual(first.result, "prolonged")
        last = self.hearing(case)
        self.assertEqual(last.kind, "pronouncement")
        with freeze_time("2026-03-25 09:00:00"):
            self.close(last, outcome_id=self.result_id("fi_rejected"))
        self.assertEqual(last.result, "judged")
        self.assertEqual(len(self.events(case, "FI_HEARING_HELD")), 1)

    def test_recording_the_event_by_hand_closes_the_hearing(self):
        case = self.trial()
        hearing = self.hearing(case)
        case.record_event(
            "FI_HEARING_HELD",
            "2026-03-20",
            outcome_id=self.result_id("attend_request"),
        )
        self.assertEqual(hearing.result, "held")
        self.assertEqual(hearing.agency_presence, "request")
        line = hearing.attendance_ids.filtered("is_agency")
        self.assertEqual(line.presence, "request")
        self.events(case, "FI_HEARING_HELD").withdraw("Nhầm.")
        self.assertFalse(hearing.result)

    def test_correcting_the_sheet_corrects_the_docket(self):
        case = self.trial()
        hearing = self.hearing(case)
        self.close(hearing, "held")
        line = hearing.attendance_ids.filtered("is_agency")
        line.with_user(self.officer).presence = "absent"
        held = self.events(case, "FI_HEARING_HELD")
        self.assertEqual(held.outcome_id.code, "ATTEND_ABSENT")
        self.assertEqual(hearing.agency_presence, "absent")

    def test_the_end_of_the_case_cancels_what_was_to_come(self):
        case = self.trial("2026-04-20 01:00:00")
        case.record_event(
            "FI_TERMINATED", "2026-03-19", outcome_id=self.result_id("term_b")
        )
        self.assertEqual(self.hearing(case).result, "cancelled")

    def test_dialogue_with_commitments(self):
        """Article 140.3: the seven days run."""
        case = self.meeting()
        hearing = self.hearing(case)
        self.close(
            hearing,
            "held",
            outcome_id=self.result_id("dialogue_success"),
            is_committed=True,
        )
        self.assertEqual(hearing.result, "dialogue_success")
        self.assertEqual(case.stage_id.code, "F22")
        self.assertEqual(self.due(case, "FI-14"), "2026-03-27")

    def test_absent_first_time_the_hearing_is_postponed(self):
        """Article 157.1: proposed with the reason."""
        hearing = self.hearing(self.trial())
        wizard = self.env["thuduc.case.hearing.close"].create(
            {"hearing_id": hearing.id}
        )
        self.assertEqual(wizard.hearing_result, "judged")
        wizard.line_ids.filtered("is_agency").presence = "absent"
        self.assertEqual(wizard.hearing_result, "postponed")
        self.assertEqual(wizard.outcome_id.code, "POSTPONE_AGENCY")
        self.assertIn("157.1", wizard.warning)

    def test_absent_second_time_it_is_tried_in_absentia(self):
        """Article 157.2.b"""
        case = self.trial()
        self.close(
            self.hearing(case),
            presence={"defendant": "absent"},
            next_at="2026-04-10 01:00:00",
        )
        second = self.hearing(case)
        self.assertEqual(second.summons_order, 2)
        wizard = self.env["thuduc.case.hearing.close"].create({"hearing_id": second.id})
        wizard.line_ids.filtered("is_agency").presence = "absent"
        self.assertEqual(wizard.hearing_result, "judged")
        self.assertIn("157.2", wizard.warning)

    def test_second_absence_from_the_dialogue(self):
        """Article 135.1: no dialogue can be held."""
        case = self.meeting()
        first = self.hearing(case)
        self.close(
            first, presence={"defendant": "absent"}, next_at="2026-04-10 01:00:00"
        )
        self.assertEqual(first.result, "postponed")
        second = self.hearing(case)
        self.assertIn("135.1", second.summons_warning)
        with freeze_time("2026-04-10 09:00:00"):
            self.close(second, presence={"defendant": "absent"})
        self.assertEqual(second.result, "dialogue_impossible")
        self.assertEqual(
            self.events(case, "FI_MEETING_HELD").outcome_id.code, "DIALOGUE_IMPOSSIBLE"
        )

    def test_appeal_hearing(self):
        case = self.judged()
        case.record_event("FI_APPEAL_OWN", "2026-03-20")
        case.record_event("AP_ACCEPTED", "2026-03-20")
        case.record_event(
            "AP_TRIAL_DECISION", "2026-03-20", scheduled_at="2026-03-20 07:00:00"
        )
        hearing = self.hearing(case)
        self.assertEqual(hearing.kind, "trial_ap")
        self.close(hearing, "judged", outcome_id=self.result_id("ap_upheld"))
        self.assertEqual(hearing.result, "judged")
        self.assertTrue(self.events(case, "AP_HEARING_HELD"))

    def test_the_representative_is_whom_the_paper_names_on_that_day(self):
        """Article 60.3"""
        case = self.trial("2026-04-20 01:00:00")
        hearing = self.hearing(case)
        self.assertIn("158.1", hearing.representative_warning)
        paper = self.authorize(case)
        self.assertEqual(hearing.representative_id, self.deputy)
        self.assertFalse(hearing.representative_warning)
        paper.date_to = "2026-04-19"
        self.assertEqual(hearing.representative_id, self.leader)

    def test_a_closed_hearing_keeps_its_representative(self):
        case = self.trial()
        paper = self.authorize(case)
        hearing = self.hearing(case)
        self.close(hearing, "held")
        paper.date_revoked = "2026-03-01"
        self.assertEqual(hearing.representative_id, self.deputy)
        self.ward.head_id = self.officer
        self.assertEqual(hearing.agency_presence, "deputy")

    def test_checklist(self):
        """Copied with its dates; what is missing shows in time."""
        case = self.trial("2026-03-30 01:00:00")
        hearing = self.hearing(case)
        summons = hearing.check_ids.filtered(lambda c: c.name == "Giấy triệu tập")
        # Three working days before Monday 30 March 2026.
        self.assertEqual(str(summons.due_date), "2026-03-25")
        self.assertFalse(hearing.is_unprepared)
        with freeze_time("2026-03-25 03:00:00"):
            hearing.invalidate_recordset()
            hearing.check_ids.invalidate_recordset()
            self.assertIn("Giấy triệu tập", hearing.checklist_warning)
            self.assertIn(
                hearing,
                hearing.search([("is_unprepared", "=", True)]),
            )
            hearing.check_ids.with_user(self.officer).done = True
            self.assertEqual(summons.done_by_id, self.officer)
            self.assertFalse(hearing.is_unprepared)

    def test_what_was_ready_stays_ready_after_a_postponement(self):
        case = self.trial()
        first = self.hearing(case)
        first.check_ids.done = True
        self.close(
            first,
            "postponed",
            outcome_id=self.result_id("postpone_other"),
            next_at="2026-04-10 01:00:00",
        )
        missing = self.hearing(case).check_ids.filtered(lambda c: not c.done)
        self.assertEqual(missing.mapped("name"), ["Giấy triệu tập"])

    def test_who_may_open_the_lawsuit_sees_its_hearings(self):
        hearing = self.hearing(self.trial())
        model = self.env["thuduc.case.hearing"]
        for user in (self.officer, self.legal, self.leader):
            self.assertIn(hearing, model.with_user(user).search([]))
        self.assertNotIn(hearing, model.with_user(self.outsider).search([]))
        with self.assertRaises(AccessError):
            hearing.with_user(self.outsider).read(["room"])
        with self.assertRaises(AccessError):
            hearing.with_user(self.legal).room = "2"
        hearing.with_user(self.officer).room = "2"
        with self.assertRaises(AccessError):
            hearing.attendance_ids.with_user(self.outsider).read(["presence"])

    def test_closing_asks_little(self):
        """The usual end needs the outcome and the number, nothing else."""
        hearing = self.hearing(self.trial())
        wizard = self.env["thuduc.case.hearing.close"].create(
            {"hearing_id": hearing.id}
        )
        self.assertEqual(set(wizard.line_ids.mapped("presence")), {"present"})
        self.assertEqual(str(wizard.date), "2026-03-20")
        self.assertEqual(wizard.agency_presence, "present")

    def test_the_dialog_as_the_officer_fills_it_in(self):
        """Two clicks say that the agency was absent; the rest follows."""
        case = self.trial()
        hearing = self.hearing(case)
        action = hearing.with_user(self.officer).action_record_result()
        dialog = Form(
            self.env[action["res_model"]]
            .with_user(self.officer)
            .with_context(**action["context"])
        )
        self.assertEqual(dialog.type_id.hearing_result, "judged")
        with dialog.line_ids.edit(0) as line:
            self.assertEqual(line.name, self.ward.name)
            line.presence = "absent"
        self.assertEqual(dialog.type_id.hearing_result, "postponed")
        self.assertEqual(dialog.outcome_id.code, "POSTPONE_AGENCY")
        dialog.next_at = "2026-04-10 01:00:00"
        dialog.save().action_close()
        self.assertEqual(hearing.result, "postponed")
        self.assertEqual(hearing.agency_presence, "absent")
        self.assertEqual(self.hearing(case).summons_order, 2)

    def test_every_procedure_that_fixes_a_day_opens_a_hearing(self):
        """Also cassation, reopening and special review, by data alone."""
        types = self.env["thuduc.event.type"].search(
            [
                ("proceeding_type_id.dossier_kind", "=", "case"),
                ("asks_schedule", "=", 1),
            ]
        )
        without = types.filtered(lambda t: not t.hearing_kind).mapped("code")
        self.assertEqual(without, ["FI_VOTERS_ANSWERED"], "the day of an election")

    def test_a_cassation_hearing(self):
        """Article 270: fixed, held and decided in a round of its own."""
        case = self.judged()
        round_ = case.dossier_id.open_proceeding("CR", parent_id=self.round(case).id)
        docket = round_.proceeding_id
        docket.record_event("CR_PROTESTED", "2026-03-20")
        docket.record_event(
            "CR_HEARING_FIXED", "2026-03-20", scheduled_at="2026-03-20 07:00:00"
        )
        hearing = self.hearing(case)
        self.assertEqual(hearing.kind, "cassation")
        self.assertTrue(hearing.check_ids)
        self.close(hearing, "held")
        self.assertEqual(hearing.result, "held")
