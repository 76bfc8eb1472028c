import hashlib

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from ..exceptions import IncompletePaper, IssuedPaperFrozen, TransitionNotAllowed
from .paper_case import PaperCase

PDF = "JVBERi0xLjQK"


@tagged("post_install", "-at_install")
@freeze_time("2026-03-05 03:00:00")
class TestDocument(PaperCase):
    """The life of a paper (Decree 30/2020/NĐ-CP, Articles 10 to 19)."""

    # -- steps -------------------------------------------------------------------------

    def test_life_of_a_paper(self):
        paper = self.issued()
        self.assertRecordValues(
            paper,
            [
                {
                    "state": "issued",
                    "name": "01/QĐ-XPHC",
                    "drafter_id": self.officer.id,
                    "submitted_by_id": self.officer.id,
                    "approved_by_id": self.head.id,
                    "issued_by_id": self.clerk.id,
                }
            ],
        )

    def test_context_cannot_choose_the_first_state(self):
        papers = self.env["thuduc.document"].with_user(self.officer)
        paper = papers.with_context(
            default_state="approved", default_number=7, default_name="7/X"
        ).create({"dossier_id": self.dossier.id, "subject": "x", "state": "issued"})
        self.assertRecordValues(paper, [{"state": "draft", "number": 0, "name": False}])
        self.assertEqual(paper.drafter_id, self.officer)

    def test_drafter_never_approves(self):
        paper = self.paper(user=self.head)
        paper.action_submit()
        self.assertFalse(paper.can_approve)
        with self.assertRaises(TransitionNotAllowed):
            paper.write({"state": "approved"})
        self.assertTrue(paper.with_user(self.leader).can_approve)

    def test_submitter_never_approves(self):
        paper = self.paper()
        paper.with_user(self.head).action_submit()
        with self.assertRaises(TransitionNotAllowed):
            paper.with_user(self.head).action_approve()

    def test_each_step_needs_its_role(self):
        paper = self.paper()
        steps = [("submitted", "officer"), ("approved", "head"), ("issued", "clerk")]
        for target, role in steps:
            others = {"officer", "head", "clerk"} - {role}
            if target == "submitted":
                others = set()
            for other in others:
                refused = self.assertRaises(TransitionNotAllowed)
                with self.subTest(target=target, other=other), refused:
                    paper.with_user(self[other]).write({"state": target})
            paper.with_user(self[role]).write({"state": target})

    def __getitem__(self, role):
        return getattr(self, role)

    def test_steps_are_not_skipped_even_by_the_superuser(self):
        paper = self.paper()
        with self.assertRaises(TransitionNotAllowed):
            paper.sudo().write({"state": "issued"})

    def test_buttons_follow_the_table(self):
        paper = self.approved()
        self.assertFalse(paper.with_user(self.officer).can_issue)
        self.assertTrue(paper.with_user(self.clerk).can_issue)
        self.assertTrue(paper.with_user(self.leader).can_issue)
        self.assertFalse(paper.with_user(self.clerk).can_approve)

    def test_auditor_writes_nothing(self):
        with self.assertRaises(AccessError):
            self.paper().with_user(self.auditor).write({"subject": "x"})

    def test_return_needs_remarks_and_tells_the_drafter(self):
        paper = self.paper()
        paper.action_submit()
        reviewed = paper.with_user(self.head)
        with self.assertRaises(TransitionNotAllowed):
            reviewed.write({"state": "draft"})
        self.assertEqual(
            reviewed.action_return()["res_model"], "thuduc.document.remark"
        )
        reviewed.action_return("Sai tên đương sự")
        self.assertRecordValues(
            paper, [{"state": "draft", "remarks": "Sai tên đương sự"}]
        )
        self.assertEqual(paper.sudo().activity_ids.user_id, self.officer)

    def test_submitting_asks_the_approver(self):
        paper = self.paper()
        paper.action_submit()
        self.assertEqual(paper.approver_id, self.head)
        self.assertEqual(paper.sudo().activity_ids.user_id, self.head)
        paper.with_user(self.leader).action_approve()
        self.assertFalse(paper.sudo().activity_ids)

    def test_minutes_are_issued_by_whoever_made_them(self):
        self.form.needs_approval = False
        paper = self.paper()
        paper.action_issue()
        self.assertEqual(paper.state, "issued")

    def test_incomplete_paper_stays_on_the_desk(self):
        self.form.needs_party = True
        paper = self.paper(party_id=False)
        with self.assertRaisesRegex(IncompletePaper, "Person concerned"):
            paper.action_submit()

    # -- frozen ------------------------------------------------------------------------

    def test_text_under_approval_is_closed(self):
        paper = self.paper()
        paper.action_submit()
        with self.assertRaises(IssuedPaperFrozen):
            paper.write({"body": "<p>Khác</p>"})

    def test_number_is_never_written_by_hand(self):
        for values in ({"number": 9}, {"name": "9/X"}, {"sha256": "0"}, {"year": 2020}):
            with self.assertRaises(IssuedPaperFrozen):
                self.paper().sudo().write(values)

    def test_issued_paper_never_changes(self):
        paper = self.issued()
        for values in ({"subject": "x"}, {"date": "2026-03-06"}, {"body": "<p/>"}):
            with self.subTest(values), self.assertRaises(IssuedPaperFrozen):
                paper.sudo().write(values)
        with self.assertRaises(IssuedPaperFrozen):
            paper.sudo().unlink()

    def test_issued_file_never_changes(self):
        attachment = self.issued().sudo().attachment_id
        for values in ({"raw": b"x"}, {"name": "x"}, {"res_id": 0}, {"datas": PDF}):
            with self.subTest(values), self.assertRaises(IssuedPaperFrozen):
                attachment.write(values)
        with self.assertRaises(IssuedPaperFrozen):
            attachment.unlink()

    def test_changes_of_the_agency_do_not_reach_issued_papers(self):
        paper = self.issued()
        self.ward.write({"head_id": self.head.id, "head_title": "Khác"})
        self.dossier.agency_id = self.env["thuduc.agency"].create(
            {"name": "Khác", "code": "T-OTHER"}
        )
        self.env.flush_all()
        self.assertRecordValues(
            paper.sudo(),
            [
                {
                    "agency_id": self.ward.id,
                    "signer_id": self.leader.id,
                    "signer_title": "Chủ tịch",
                }
            ],
        )

    def test_hash_tells_a_changed_file(self):
        paper = self.issued()
        self.assertTrue(paper._is_intact())
        self.assertEqual(
            paper.sha256, hashlib.sha256(paper.attachment_id.raw).hexdigest()
        )
        action = paper.action_check_integrity()
        self.assertEqual(action["params"]["type"], "success")
        paper._stamp({"sha256": "0" * 64})
        self.assertFalse(paper._is_intact())

    def test_issued_paper_is_served_as_it_was_issued(self):
        paper = self.issued()
        self.assertEqual(paper._render_pdf(), paper.attachment_id.raw)

    def test_signed_copy_may_follow_once(self):
        paper = self.issued()
        paper.write({"scan": PDF, "scan_name": "signed.pdf"})
        with self.assertRaises(IssuedPaperFrozen):
            paper.write({"scan": PDF})
        scan = self.env["ir.attachment"].search(
            [("res_model", "=", "thuduc.document"), ("res_field", "=", "scan")]
        )
        with self.assertRaises(IssuedPaperFrozen):
            scan.unlink()

    # -- events ------------------------------------------------------------------------

    def test_issue_records_the_event_of_the_form(self):
        paper = self.issued()
        event = self.proceeding.event_ids
        self.assertRecordValues(
            event,
            [
                {
                    "code": "decided",
                    "document_id": paper.id,
                    "automatic": True,
                    "document_number": "01/QĐ-XPHC",
                }
            ],
        )
        self.assertEqual(str(event.date), "2026-03-05")
        self.assertEqual(self.proceeding.stage_id.code, "prepared")

    def test_old_version_of_the_form_records_it_too(self):
        old = self.form.copy({"date_to": "2025-12-31", "active": False})
        self.issued(form_id=old.id)
        self.assertEqual(self.proceeding.event_ids.code, "decided")

    def test_refused_event_takes_back_the_number(self):
        """All or nothing: what the docket refuses is not numbered either."""
        self.event_type["decided"].once = True
        self.issued()
        paper = self.approved()
        with self.assertRaises(ValidationError), self.cr.savepoint():
            paper.with_user(self.clerk).action_issue()
        paper.invalidate_recordset()
        self.assertRecordValues(paper, [{"state": "approved", "number": 0}])

    # -- void and changed --------------------------------------------------------------

    def test_void_keeps_its_number_and_undoes_the_event(self):
        paper = self.issued()
        with self.assertRaises(TransitionNotAllowed):
            paper.with_user(self.clerk).action_cancel("In hỏng")
        paper.with_user(self.leader).action_cancel("In hỏng")
        self.assertRecordValues(
            paper, [{"state": "cancelled", "number": 1, "remarks": "In hỏng"}]
        )
        self.assertTrue(self.proceeding.event_ids.withdrawn)
        self.assertEqual(self.issued().number, 2)

    def test_served_paper_is_not_made_void(self):
        paper = self.issued()
        paper.service_ids.create({"document_id": paper.id, "result": "success"})
        with self.assertRaises(TransitionNotAllowed):
            paper.with_user(self.leader).action_cancel("Sai")

    def test_correction_names_the_paper_and_what_it_does(self):
        paper = self.issued()
        refused = self.assertRaises(IntegrityError)
        with mute_logger("odoo.sql_db"), refused, self.cr.savepoint():
            self.paper(replaces_id=paper.id)
        correction = self.paper(replaces_id=paper.id, relation="correct", form_id=False)
        self.assertEqual(paper.amendment_ids, correction)

    # -- who sees what -----------------------------------------------------------------

    def test_papers_of_a_confidential_dossier_are_need_to_know(self):
        paper = self.issued()
        self.assertTrue(paper.with_user(self.colleague).has_access("read"))
        self.dossier.confidential = True
        self.assertFalse(paper.with_user(self.colleague).has_access("read"))
        self.assertFalse(
            paper.attachment_id.with_user(self.colleague).has_access("read")
        )

    def test_paper_belongs_to_one_dossier(self):
        other = self.dossier.copy({"name": "T-PAPER-2"})
        with self.assertRaises(ValidationError):
            self.paper(dossier_id=other.id)
