import base64
from datetime import date
from pathlib import Path

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from .sanction_case import SanctionCase

MADE_UP = Path(__file__).parent / "made_up_decree.txt"


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestDecreeReading(SanctionCase):
    """The machine proposes, a person who has read the article decides."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager = cls._user("manager", cls.ward)
        cls.reading = (
            cls.env["thuduc.decree.reading"]
            .with_user(cls.manager)
            .create(
                {
                    "file": base64.b64encode(MADE_UP.read_bytes()),
                    "filename": "nghi-dinh.txt",
                    "field_id": cls.env.ref("thuduc_base.field_sec").id,
                }
            )
        )
        cls.reading.action_read()

    def article(self, label):
        return self.reading.article_ids.filtered(lambda a: a.label == label)

    def proposal(self, label, clause, point=""):
        return self.article(label).proposal_ids.filtered(
            lambda p: (p.clause, p.point or "") == (clause, point)
        )

    def test_text_gives_proposals_and_no_catalogue_rows(self):
        self.assertEqual(self.reading.number, "999/2099/NĐ-CP")
        self.assertEqual(self.reading.date_from, date(2099, 5, 1))
        self.assertEqual(self.reading.proposal_count, 11)
        self.assertEqual(self.reading.article_ids.mapped("label"), ["3", "4", "5", "6"])
        rows = self.env["thuduc.violation.type"].search([("name", "ilike", "Thả diều")])
        self.assertFalse(rows)
        self.assertIn("<mark>500.000 đồng</mark>", self.article("3").source)

    def test_nothing_is_accepted_unseen(self):
        proposal = self.proposal("3", "1")
        with self.assertRaises(UserError):
            proposal.action_accept()
        with self.assertRaises(UserError):
            self.article("3").action_accept_all()
        self.article("3").sudo().viewer_ids = self.leader
        with self.assertRaises(UserError):
            proposal.action_accept()
        self.article("3").action_review()
        proposal.action_accept()
        self.assertEqual(proposal.state, "accepted")

    def test_accepted_row_bears_the_dates_of_the_decree(self):
        self.article("3").action_review()
        proposal = self.proposal("3", "2", "a")
        proposal.action_accept()
        row = proposal.violation_type_id
        self.assertEqual(row.date_from, date(2099, 5, 1))
        self.assertEqual(row.document_id.number, "999/2099/NĐ-CP")
        self.assertEqual(row.code, "999/2099-3.2.a")
        self.assertEqual((row.fine_min, row.fine_max), (1e6, 2e6))
        self.assertTrue(row.verified)
        self.assertEqual(
            row.consequence_ids.mapped("kind"),
            ["supplementary", "supplementary", "remedy"],
        )
        self.assertTrue(row.suspends_licence)
        self.assertEqual(self.proposal("3", "2", "a").known_id, row)

    def test_correction_is_what_is_accepted(self):
        self.article("3").action_review()
        proposal = self.proposal("3", "1")
        self.assertFalse(proposal.is_corrected)
        proposal.write({"fine_max": 600_000, "remedies": "Buộc xin lỗi\nBuộc gỡ diều"})
        self.assertTrue(proposal.is_corrected)
        proposal.action_accept()
        row = proposal.violation_type_id
        self.assertEqual(row.fine_max, 600_000)
        self.assertEqual(row.remedies, "Buộc xin lỗi; buộc gỡ diều")
        with self.assertRaises(UserError):
            proposal.fine_max = 1

    def test_whole_article_is_accepted_but_for_its_doubts(self):
        article = self.article("3")
        article.action_review()
        article.action_accept_all()
        left = article.proposal_ids.filtered(lambda p: p.state == "proposed")
        self.assertEqual(left.mapped("clause"), ["3"])
        self.assertTrue(left.doubts)
        article.action_reject_all()
        self.assertEqual(left.state, "rejected")
        left.action_reopen()
        left.action_accept()
        self.assertEqual(left.violation_type_id.fine_max, 4_000_000)

    def test_reading_a_decree_twice_doubles_nothing(self):
        article = self.article("4")
        article.action_review()
        article.action_accept_all()
        rows = article.proposal_ids.violation_type_id
        again = self.reading.copy({"number": False})
        again.action_read()
        second = again.article_ids.filtered(lambda a: a.label == "4")
        second.action_review()
        second.action_accept_all()
        self.assertEqual(second.proposal_ids.violation_type_id, rows)

    def test_stated_bracket_and_share_reach_the_catalogue(self):
        self.article("5").action_review()
        share, stated = self.article("5").proposal_ids
        (share | stated).action_accept()
        self.assertEqual(share.violation_type_id.percent_max, 15)
        self.assertEqual(stated.violation_type_id.organisation_max, 500_000)
        self.article("6").action_review()
        whole = self.article("6").proposal_ids
        whole.action_accept()
        self.assertEqual(whole.violation_type_id.base_type, "organisation")

    def test_rows_need_field_and_date(self):
        self.reading.field_id = False
        self.article("6").action_review()
        with self.assertRaises(UserError):
            self.article("6").proposal_ids.action_accept()

    def test_accepted_reading_is_not_thrown_away(self):
        self.article("6").action_review()
        self.article("6").proposal_ids.action_accept()
        with self.assertRaises(UserError):
            self.reading.action_read()

    def test_text_without_acts_is_refused(self):
        empty = self.reading.copy({"file": False, "text": "Điều 1. Phạm vi"})
        with self.assertRaises(UserError):
            empty.action_read()

    def test_only_managers_read_decrees(self):
        with self.assertRaises(AccessError):
            self.reading.with_user(self.officer).action_read()
