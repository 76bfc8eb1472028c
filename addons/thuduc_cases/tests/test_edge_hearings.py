from odoo.tests import freeze_time, tagged

from .hearing_case import HearingCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-20 09:00:00")
class TestEdgeHearings(HearingCase):
    """Edge cases of practice that concern days in court."""

    def test_edge_07_no_deputy_available(self):
        """Article 158.1: with a request to be tried in absence the hearing goes on."""
        case = self.trial()
        hearing = self.hearing(case)
        self.assertIn("158.1", hearing.representative_warning)
        dialog = hearing.with_user(self.officer).action_request_absence()
        wizard = (
            self.env["thuduc.event.record"]
            .with_user(self.officer)
            .with_context(**dialog["context"])
            .create({"date": "2026-03-18", "document_number": "45/UBND"})
        )
        wizard.action_record()
        self.assertEqual(hearing.absence_request_number, "45/UBND")
        self.assertEqual(str(hearing.absence_request_date), "2026-03-18")
        self.assertFalse(hearing.representative_warning)
        closing = self.close(
            hearing, "judged", outcome_id=self.result_id("fi_rejected")
        )
        line = closing.line_ids.filtered("is_agency")
        self.assertEqual(line.presence, "request")
        self.assertFalse(closing.warning)
        self.assertEqual(hearing.agency_presence, "request")
        self.assertEqual(hearing.result, "judged")
        judged = self.events(case, "FI_JUDGMENT_PRONOUNCED")
        self.assertEqual(judged.agency_presence, "absent")

    def test_edge_09_summons_addressed_to_the_old_body(self):
        """It counts as received: who signed is noted and the court is told who
        succeeds."""
        old = self.env["thuduc.agency"].create(
            {
                "name": "Ủy ban nhân dân thành phố Cũ",
                "code": "T-CASE-OLD",
                "kind": "city",
                "date_to": "2025-06-30",
                "successor_ids": self.ward.ids,
            }
        )
        case = self.trial(original_agency_id=old.id)
        self.assertEqual(case.current_agency_id, self.ward)
        hearing = self.hearing(case).with_user(self.officer)
        self.assertFalse(hearing.summons_warning)
        hearing.write(
            {
                "summons_agency_id": old.id,
                "summons_number": "7/GTT",
                "summons_received_date": "2026-03-10",
                "summons_signed_by": "Văn thư phường",
            }
        )
        self.assertIn(old.name, hearing.summons_warning)
        self.assertEqual(hearing.summons_order, 1, "received all the same")
        dialog = hearing.action_answer_old_body()
        received = self.events(case, "FI_OLD_BODY_PAPER")
        self.assertEqual(str(received.date), "2026-03-10")
        self.assertIn("Văn thư phường", received.note)
        self.env["thuduc.event.record"].with_user(self.officer).with_context(
            **dialog["context"]
        ).create({"date": "2026-03-11", "document_number": "46/UBND"}).action_record()
        self.assertTrue(self.events(case, "FI_OLD_BODY_ANSWERED"))
        hearing.invalidate_recordset()
        self.assertFalse(hearing.summons_warning)

    def test_edge_09_summons_to_the_old_body_on_appeal(self):
        """The appeal knows the same two entries."""
        old = self.env["thuduc.agency"].create(
            {"name": "Ủy ban nhân dân quận Cũ", "code": "T-CASE-OLD2", "kind": "city"}
        )
        case = self.judged()
        case.record_event("FI_APPEAL_OWN", "2026-03-20")
        case.record_event("AP_ACCEPTED", "2026-03-20")
        case.record_event(
            "AP_TRIAL_DECISION", "2026-03-20", scheduled_at="2026-03-27 01:00:00"
        )
        hearing = self.hearing(case).with_user(self.officer)
        hearing.summons_agency_id = old
        self.assertTrue(hearing.is_for_old_body)
        hearing.action_answer_old_body()
        self.assertTrue(self.events(case, "AP_OLD_BODY_PAPER"))
