from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, new_test_user, tagged
from odoo.tools import mute_logger

from ..report.engine import LocalFetcher, keep_symbols_whole, render_pdf


@tagged("post_install", "-at_install")
class TestPaperEngine(TransactionCase):
    """What the PDF engine fetches, and what it never does."""

    def test_nothing_is_fetched_from_outside(self):
        fetcher = LocalFetcher(self.env)
        for url in (
            "https://example.com/x.png",
            "http://127.0.0.1/x",
            "file:///etc/passwd",
            "https://paper.invalid/thuduc_base/models/document.py",
            "https://paper.invalid/thuduc_base/static/../models/document.py",
        ):
            with self.subTest(url), self.assertRaises(ValueError):
                fetcher.fetch(url)
        self.assertTrue(
            fetcher.fetch(
                "https://paper.invalid/thuduc_base/static/paper/official_document.css"
            )
        )

    def test_image_that_its_reader_may_not_see_is_not_printed(self):
        officer = new_test_user(self.env, "t_reader", "thuduc_base.group_officer")
        image = self.env["ir.attachment"].create({"name": "x", "raw": b"secret"})
        fetcher = LocalFetcher(self.env(user=officer))
        with self.assertRaises(AccessError):
            fetcher.fetch(f"https://paper.invalid/web/image/{image.id}")

    @mute_logger("weasyprint")
    def test_paper_with_a_foreign_image_is_still_printed(self):
        html = '<p>Chữ <img src="https://example.com/x.png" /></p>'
        self.assertTrue(render_pdf(self.env, html).startswith(b"%PDF"))

    def test_symbols_stay_on_one_line(self):
        html = "<title>1/QĐ-X</title><p>số 118/2021/NĐ-CP, 5/2026.</p>"
        self.assertEqual(
            keep_symbols_whole(html),
            '<title>1/QĐ-X</title><p>số <span style="white-space: nowrap">'
            "118/2021/NĐ-CP</span>, 5/2026.</p>",
        )
