"""Dossiers pass from desk to desk; nobody loses one, nobody takes one."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, freeze_time, tagged
from odoo.tools import mute_logger

from odoo.addons.thuduc_base.exceptions import TransitionNotAllowed

from .common import ThuducCase


@tagged("post_install", "-at_install")
@freeze_time("2026-03-02 03:00:00")
class TestHandover(ThuducCase):
    def _send(
        self, user=None, agency=None, sender=None, dossier=None, note="Mời xử lý"
    ):
        user = self.other_officer if user is None else user
        return (
            (dossier or self.dossier)
            .with_user(sender or self.officer)
            .hand_over(agency or user.agency_ids[:1], user, note)
        )

    # -- sending -----------------------------------------------------------------------

    def test_sent_dossier_stays_with_its_holder(self):
        handover = self._send()
        self.assertRecordValues(
            handover,
            [
                {
                    "state": "sent",
                    "from_user_id": self.officer.id,
                    "from_agency_id": self.unit.id,
                    "to_user_id": self.other_officer.id,
                    "to_agency_id": self.other_unit.id,
                }
            ],
        )
        self.assertEqual(self.dossier.user_id, self.officer)
        self.assertEqual(self.dossier.pending_handover_id, handover)

    def test_addressee_reads_the_dossier_and_gets_a_task(self):
        before = self.dossier.with_user(self.other_officer).has_access("read")
        handover = self._send()
        dossier = self.dossier.with_user(self.other_officer)
        self.assertFalse(before)
        self.assertTrue(dossier.has_access("read"))
        self.assertFalse(dossier.has_access("write"))
        self.assertEqual(handover.activity_id.user_id, self.other_officer)
        self.assertIn("Mời xử lý", self.dossier._concrete().message_ids[0].body)

    def test_several_dossiers_go_at_once(self):
        dossiers = self.dossier | self._open_dossier() | self._open_dossier()
        handovers = self._send(dossier=dossiers)
        self.assertEqual(handovers.dossier_id, dossiers)

    def test_only_one_handover_waits(self):
        self._send()
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self._send(self.colleague)
            self.env.flush_all()

    def test_who_does_not_hold_it_does_not_send_it(self):
        for user in (self.colleague, self.legal, self.clerk, self.auditor):
            with self.assertRaises(UserError):
                self._send(sender=user)

    def test_head_and_leader_of_the_unit_send(self):
        for user in (self.head, self.leader):
            self._send(sender=user).with_user(user).action_recall()

    def test_head_of_another_unit_does_not_send(self):
        with self.assertRaises(AccessError):
            self._send(sender=self.other_head)

    def test_ended_agency_receives_nothing(self):
        self.other_unit.date_to = "2026-03-01"
        with self.assertRaises(ValidationError):
            self._send()

    def test_addressee_works_in_the_unit(self):
        with self.assertRaises(ValidationError):
            self._send(self.other_officer, self.unit)

    def test_confidential_dossier_goes_to_a_named_person(self):
        self.dossier.confidential = True
        with self.assertRaises(ValidationError):
            self._send(self.env["res.users"], self.other_unit)
        self._send()
        dossier = self.dossier.with_user(self.other_officer)
        self.assertTrue(dossier.has_access("read"))
        self.assertFalse(self.dossier.with_user(self.other_head).has_access("read"))

    # -- accepting ---------------------------------------------------------------------

    def test_accepting_makes_the_holder(self):
        handover = self._send()
        task = handover.activity_id
        with freeze_time("2026-03-03 03:00:00"):
            handover.with_user(self.other_officer).action_accept()
        self.assertEqual(handover.state, "accepted")
        self.assertRecordValues(
            self.dossier,
            [
                {
                    "user_id": self.other_officer.id,
                    "agency_id": self.other_unit.id,
                    "pending_handover_id": False,
                }
            ],
        )
        self.assertEqual(str(self.dossier.holder_since), "2026-03-03 03:00:00")
        self.assertFalse(task.active)
        self.assertFalse(self.dossier.with_user(self.officer).has_access("read"))

    def test_only_the_addressee_accepts_or_returns(self):
        handover = self._send()
        for user in (self.officer, self.colleague, self.head, self.leader, self.clerk):
            with self.assertRaises(UserError):
                handover.with_user(user).action_accept()
            with self.assertRaises(UserError):
                handover.with_user(user).return_to_sender("không")
        self.assertEqual(handover.state, "sent")

    def test_anybody_of_the_unit_accepts_what_the_unit_got(self):
        handover = self._send(self.env["res.users"], self.other_unit)
        inbox = self.env["thuduc.handover"].with_user(self.other_officer)
        self.assertIn(handover, inbox.search([("is_for_me", "=", True)]))
        handover.with_user(self.other_officer).action_accept()
        self.assertEqual(self.dossier.user_id, self.other_officer)

    def test_clerk_accepts_nothing(self):
        handover = self._send(self.env["res.users"], self.ward)
        with self.assertRaises(AccessError):
            handover.with_user(self.clerk).action_accept()

    def test_substitute_accepts_for_the_absent(self):
        self.colleague.write(
            {"absent_from": "2026-03-01", "substitute_id": self.head.id}
        )
        handover = self._send(self.colleague)
        self.assertEqual(handover.activity_id.user_id, self.head)
        handover.with_user(self.head).action_accept()
        self.assertEqual(handover.answered_by_id, self.head)
        self.assertEqual(self.dossier.user_id, self.colleague)

    def test_nothing_is_accepted_twice(self):
        handover = self._send()
        handover.with_user(self.other_officer).action_accept()
        with self.assertRaises(TransitionNotAllowed):
            handover.with_user(self.other_officer).action_accept()

    # -- returning and recalling -------------------------------------------------------

    def test_returned_with_a_reason(self):
        handover = self._send()
        addressee = handover.with_user(self.other_officer)
        with self.assertRaises(ValidationError):
            addressee.return_to_sender("  ")
        wizard = self.env["thuduc.handover.return"].with_user(self.other_officer)
        wizard.create(
            {"handover_ids": [Command.set(handover.ids)], "reason": "Không thuộc việc"}
        ).action_return()
        self.assertEqual(handover.state, "returned")
        self.assertEqual(self.dossier.user_id, self.officer)
        message = self.dossier._concrete().message_ids[0]
        self.assertIn("Không thuộc việc", message.body)
        self.assertIn(self.officer.partner_id, message.notified_partner_ids)
        self.assertFalse(self.dossier.with_user(self.other_officer).has_access("read"))

    def test_sender_recalls_until_it_is_accepted(self):
        handover = self._send()
        task = handover.activity_id
        handover.with_user(self.officer).action_recall()
        self.assertEqual(handover.state, "recalled")
        self.assertFalse(task.exists())
        with self.assertRaises(UserError):
            handover.with_user(self.other_officer).action_accept()
        self._send()

    def test_addressee_does_not_recall(self):
        handover = self._send()
        with self.assertRaises(UserError):
            handover.with_user(self.other_officer).action_recall()

    # -- by the API --------------------------------------------------------------------

    def test_nobody_writes_a_handover(self):
        handover = self._send()
        for user in (self.officer, self.other_officer, self.head, self.manager):
            with self.assertRaises(UserError):
                handover.with_user(user).write({"state": "accepted"})

    def test_created_handover_is_always_sent_by_whoever_creates_it(self):
        handover = (
            self.env["thuduc.handover"]
            .with_user(self.officer)
            .with_context(default_state="accepted")
            .create(
                {
                    "dossier_id": self.dossier.id,
                    "to_agency_id": self.other_unit.id,
                    "from_user_id": self.head.id,
                    "state": "accepted",
                    "answered_by_id": self.other_officer.id,
                }
            )
        )
        self.assertEqual(handover.state, "sent")
        self.assertEqual(handover.from_user_id, self.officer)
        self.assertFalse(handover.answered_by_id)

    def test_holder_is_not_overwritten(self):
        with self.assertRaises(TransitionNotAllowed):
            self.dossier.with_user(self.officer).user_id = self.colleague
        with self.assertRaises(TransitionNotAllowed):
            self.dossier.with_user(self.colleague).user_id = self.colleague

    def test_anybody_of_the_unit_takes_what_nobody_holds(self):
        self.dossier.user_id = False
        self.dossier.with_user(self.colleague).user_id = self.colleague
        self.assertEqual(self.dossier.user_id, self.colleague)

    # -- assigning ---------------------------------------------------------------------

    def test_head_assigns_inside_the_unit(self):
        handover = self.dossier.with_user(self.head).assign(self.colleague, "Giao việc")
        self.assertEqual(self.dossier.user_id, self.colleague)
        self.assertEqual(handover.state, "accepted")
        self.assertEqual(handover.from_user_id, self.head)

    def test_head_does_not_assign_beyond_the_own_units(self):
        with self.assertRaises(TransitionNotAllowed):
            self.dossier.with_user(self.head).assign(self.other_officer)

    def test_officer_assigns_nobody(self):
        with self.assertRaises(TransitionNotAllowed):
            self.dossier.with_user(self.officer).assign(self.colleague)

    # -- the dialog --------------------------------------------------------------------

    def test_dialog_sends_all_and_fills_the_unit(self):
        dossiers = self.dossier | self._open_dossier()
        wizard = self.env["thuduc.handover.send"].with_user(self.officer)
        with Form(wizard.with_context(default_dossier_ids=dossiers.ids)) as form:
            form.user_id = self.other_officer
            self.assertEqual(form.agency_id, self.other_unit)
            self.assertFalse(form.may_assign)
        form.save().action_send()
        self.assertEqual(dossiers.pending_handover_id.to_user_id, self.other_officer)

    def test_dialog_lets_the_head_assign(self):
        wizard = self.env["thuduc.handover.send"].with_user(self.head)
        with Form(wizard.with_context(default_dossier_ids=self.dossier.ids)) as form:
            form.user_id = self.colleague
            form.assign = True
        form.save().action_send()
        self.assertEqual(self.dossier.user_id, self.colleague)
