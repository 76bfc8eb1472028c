from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .paper_case import PaperCase


@tagged("post_install", "-at_install")
class TestPaper(HttpCase, PaperCase):
    """The printed paper in the browser."""

    def open(self, paper, user):
        self.authenticate(user.login, user.login)
        return self.url_open(f"/thuduc/paper/{paper.id}")

    def test_issued_paper_is_the_very_file(self):
        paper = self.issued()
        answer = self.open(paper, self.officer)
        self.assertEqual(answer.headers["Content-Type"], "application/pdf")
        self.assertIn("01-Q", answer.headers["Content-Disposition"])
        self.assertEqual(answer.content, paper.attachment_id.raw)

    def test_draft_is_printed_as_it_stands(self):
        answer = self.open(self.paper(), self.officer)
        self.assertTrue(answer.content.startswith(b"%PDF"))

    @mute_logger("odoo.http")
    def test_only_for_those_who_see_the_dossier(self):
        paper = self.issued()
        answer = self.open(paper, self.other_officer)
        self.assertEqual(answer.status_code, 403)

    def test_report_menu_prints_without_wkhtmltopdf(self):
        paper = self.issued()
        report = paper.sudo()._report()
        self.authenticate(self.officer.login, self.officer.login)
        answer = self.url_open(f"/report/pdf/{report.report_name}/{paper.id}")
        self.assertEqual(answer.content, paper.attachment_id.raw)
