from datetime import date
from io import BytesIO
from unittest.mock import patch

from lxml import etree
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTLine, LTRect, LTTextLine
from pypdf import PdfReader

from odoo.tests import freeze_time, tagged
from odoo.tools.misc import file_path

from ..report.paper_data import NAMESPACE, SCHEMA, to_xml
from .paper_case import PaperCase

MM = 72 / 25.4
SENTENCE = "Xử phạt hành vi quy định tại Nghị định số 45/2022/NĐ-CP của Chính phủ. "
ARTICLE = f"<p><b>Điều.</b> {SENTENCE * 6}</p>"


def flat(element):
    """All layout elements below ``element``."""
    yield element
    if hasattr(element, "__iter__"):
        for child in element:
            yield from flat(child)


class Sheet:
    """One page of a PDF, measured in millimetres from its upper left corner."""

    def __init__(self, layout):
        self.width, self.height = layout.width / MM, layout.height / MM
        elements = list(flat(layout))
        self.lines = [e for e in elements if isinstance(e, LTTextLine)]
        self.chars = [e for e in elements if isinstance(e, LTChar)]
        self.rules = [
            e for e in elements if isinstance(e, LTLine | LTRect) and e.width > 20
        ]
        self.text = "".join(line.get_text() for line in self.lines)

    def line(self, text):
        """The line that contains ``text``."""
        return next(line for line in self.lines if text in line.get_text())

    def sizes(self, text):
        chars = (e for e in flat(self.line(text)) if isinstance(e, LTChar))
        return {round(char.size, 1) for char in chars}

    def fonts(self, text):
        chars = (e for e in flat(self.line(text)) if isinstance(e, LTChar))
        return {
            char.fontname.split("+")[-1] for char in chars if char.get_text() != " "
        }

    def top(self, line):
        return self.height - line.y1 / MM


@tagged("post_install", "-at_install")
@freeze_time("2026-03-05 03:00:00")
class TestOfficialDocument(PaperCase):
    """The layout of official papers (Decree 30/2020/NĐ-CP, Appendix I)."""

    def sheets(self, paper):
        pdf = BytesIO(paper._render_pdf())
        return [Sheet(layout) for layout in extract_pages(pdf)]

    def long_paper(self, articles=12, **values):
        return self.paper(body=ARTICLE * articles, **values)

    # -- page --------------------------------------------------------------------------

    def test_page_is_a4_with_the_margins_of_the_decree(self):
        """Section I.3: top and bottom 20-25, left 30-35, right 15-20 mm."""
        sheets = self.sheets(self.issued(body=ARTICLE * 12))
        self.assertGreater(len(sheets), 2)
        for sheet in sheets:
            self.assertAlmostEqual(sheet.width, 210, delta=0.5)
            self.assertAlmostEqual(sheet.height, 297, delta=0.5)
            body = [c for c in sheet.chars if sheet.top(c) > 19]
            left = min(char.x0 for char in body) / MM
            right = sheet.width - max(char.x1 for char in body) / MM
            bottom = min(char.y0 for char in body) / MM
            self.assertTrue(29.5 <= left <= 35, left)
            self.assertTrue(14.5 <= right <= 20, right)
            self.assertGreaterEqual(bottom, 19.5)

    def test_page_number_is_centred_on_top_from_page_two(self):
        """Section I.8: not on the first page."""
        first, *others = self.sheets(self.long_paper())
        self.assertFalse([c for c in first.chars if first.top(c) < 19])
        for number, sheet in enumerate(others, start=2):
            above = [c for c in sheet.chars if sheet.top(c) < 19]
            self.assertEqual("".join(c.get_text() for c in above), str(number))
            centre = (above[0].x0 + above[-1].x1) / 2 / MM
            self.assertAlmostEqual(centre, (30 + 210 - 15) / 2, delta=3)

    def test_fonts_are_embedded_and_metric_as_times(self):
        reader = PdfReader(BytesIO(self.long_paper()._render_pdf()))
        for page in reader.pages:
            for font in page["/Resources"]["/Font"].values():
                descendant = font["/DescendantFonts"][0].get_object()
                self.assertIn("/FontFile2", descendant["/FontDescriptor"])
                # one family only: no letter is borrowed from another font
                self.assertIn("Official-Serif", descendant["/BaseFont"])

    # -- heading -----------------------------------------------------------------------

    def test_heading(self):
        """Section II, items 1 to 4."""
        sheet = self.sheets(self.issued())[0]
        nation = sheet.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        motto = sheet.line("Độc lập - Tự do - Hạnh phúc")
        committee = sheet.line("ỦY BAN NHÂN DÂN")
        place = sheet.line("Thử Nghiệm, ngày 05 tháng 3 năm 2026")
        number = sheet.line("Số: 01/QĐ-XPHC")
        self.assertLess(committee.x1, nation.x0)
        self.assertLess(motto.y1, nation.y1)
        self.assertAlmostEqual(number.y0, place.y0, delta=1)
        for line in (nation, motto, place):
            self.assertAlmostEqual(
                (line.x0 + line.x1) / 2, (nation.x0 + nation.x1) / 2, delta=3
            )
        bold, italic = {"Official-Serif-Bold"}, {"Official-Serif-Italic"}
        self.assertEqual(sheet.fonts("CỘNG HÒA"), bold)
        self.assertEqual(sheet.fonts("Độc lập"), bold)
        self.assertEqual(sheet.fonts("ỦY BAN NHÂN DÂN"), bold)
        self.assertEqual(sheet.fonts("ngày 05 tháng 3"), italic)

    def test_rules_under_motto_and_agency(self):
        """Items 1 and 2: as long as the motto; a third to a half of the name."""
        sheet = self.sheets(self.issued())[0]
        motto = sheet.line("Độc lập")
        name = sheet.line("PHƯỜNG THỬ NGHIỆM")
        widths = {}
        for line in (motto, name):
            below = [
                rule
                for rule in sheet.rules
                if 0 < line.y0 + 3 - rule.y0 < 12 and line.x0 - 2 < rule.x0 < line.x1
            ]
            widths[line] = below[0].width / (line.x1 - line.x0)
        self.assertAlmostEqual(widths[motto], 1, delta=0.05)
        self.assertTrue(1 / 3 <= widths[name] <= 1 / 2, widths[name])

    def test_superior_body_stands_above_in_regular_type(self):
        self.ward.superior_id = self.env["thuduc.agency"].create(
            {"name": "Ủy ban nhân dân Thành phố Mẹ", "code": "T-SUP"}
        )
        sheet = self.sheets(self.paper())[0]
        self.assertIn("ỦY BAN NHÂN DÂN", sheet.text)
        self.assertEqual(sheet.fonts("THÀNH PHỐ MẸ"), {"Official-Serif"})

    def test_title_and_letter(self):
        decision = self.sheets(self.paper())[0]
        self.assertEqual(decision.fonts("QUYẾT ĐỊNH"), {"Official-Serif-Bold"})
        self.form.title = False
        letter = self.sheets(self.paper(addressee="Tòa án nhân dân khu vực 2"))[0]
        self.assertNotIn("QUYẾT ĐỊNH", letter.text)
        self.assertIn("V/v Xử phạt", letter.text)
        self.assertIn("Kính gửi:", letter.text)

    def test_sizes(self):
        """Items 1 to 9: 12-13 heading, 13-14 text, 12 and 11 recipients."""
        sheet = self.sheets(self.issued())[0]
        for text, least, most in (
            ("CỘNG HÒA", 12, 13),
            ("Độc lập", 13, 14),
            ("Số: 01", 13, 13),
            ("QUYẾT ĐỊNH", 13, 14),
            ("Phạt tiền", 13, 14),
            ("Nơi nhận", 12, 12),
            ("Như Điều 3", 11, 11),
            ("CHỦ TỊCH", 13, 14),
        ):
            with self.subTest(text):
                [size] = sheet.sizes(text)
                self.assertTrue(least <= size <= most, size)

    # -- closing -----------------------------------------------------------------------

    def test_signature_is_never_alone_on_a_page(self):
        for lines in range(0, 24, 2):
            body = ARTICLE * 3 + "<p>Dòng thêm.</p>" * lines
            last = self.sheets(self.paper(body=body))[-1]
            self.assertIn("Phạm Quốc Thử", last.text)
            self.assertRegex(last.text, "Nghị định|Dòng thêm|Chính phủ")

    def test_who_signs_in_which_capacity(self):
        """Item 7: TM., KT., Q., TL., TUQ."""
        self.ward.deputy_ids = self.head
        for capacity, signer, expected in (
            ("head", self.leader, ["CHỦ TỊCH"]),
            ("collective", self.leader, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
            ("head", self.head, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
            (
                "collective",
                self.head,
                ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            ),
            ("acting", self.leader, ["Q. CHỦ TỊCH"]),
        ):
            self.form.capacity = capacity
            paper = self.paper(signer_id=signer.id)
            sheet = self.sheets(paper)[0]
            right = [
                line.get_text().strip()
                for line in sheet.lines
                if line.x0 / MM > 110 and line.y1 < sheet.line("Nơi nhận").y1 + 8
            ]
            self.assertEqual(right, [*expected, signer.name])

    def test_draft_says_so_and_leaves_room_for_the_number(self):
        draft, issued = self.sheets(self.paper())[0], self.sheets(self.issued())[0]
        self.assertIn("/QĐ-XPHC", draft.text)
        self.assertIn("ngày …… tháng …… năm ……", draft.text)
        self.assertTrue({"D", "Ự", "Ả"} <= {c.get_text() for c in draft.chars})
        self.assertFalse([c for c in issued.chars if c.get_text() == "Ả"])

    # -- file --------------------------------------------------------------------------

    def test_file_is_pdf_a_3b(self):
        reader = PdfReader(BytesIO(self.issued().attachment_id.raw))
        xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
        root = etree.fromstring(xmp[xmp.index("<") :].encode())
        pdfa = "{http://www.aiim.org/pdfa/ns/id/}"
        found = {
            element.tag.removeprefix(pdfa): element.text
            for element in root.iter()
            if isinstance(element.tag, str) and element.tag.startswith(pdfa)
        } or {
            name.removeprefix(pdfa): value
            for element in root.iter()
            for name, value in element.attrib.items()
            if name.startswith(pdfa)
        }
        self.assertEqual(found["part"], "3")
        self.assertEqual(found["conformance"], "B")
        self.assertIn("/OutputIntents", reader.trailer["/Root"])
        self.assertEqual(reader.trailer["/Root"]["/Lang"], "vi")

    def test_data_of_the_paper_is_embedded(self):
        paper = self.issued()
        reader = PdfReader(BytesIO(paper.attachment_id.raw))
        specification = reader.trailer["/Root"]["/AF"][0].get_object()
        self.assertEqual(specification["/AFRelationship"], "/Data")
        tree = etree.fromstring(reader.attachments["paper.xml"][0])
        schema = etree.XMLSchema(etree.parse(file_path(SCHEMA)))
        schema.assertValid(tree)
        values = {child.tag.split("}")[1]: child.text for child in tree}
        self.assertEqual(values["reference"], "01/QĐ-XPHC")
        self.assertEqual(values["date"], "2026-03-05")
        self.assertEqual(
            tree.findtext(f"{{{NAMESPACE}}}person/{{{NAMESPACE}}}name"),
            "Nguyễn Văn Thử",
        )

    def test_schema_takes_every_paper(self):
        schema = etree.XMLSchema(etree.parse(file_path(SCHEMA)))
        first = self.issued()
        with patch.object(
            self.registry["thuduc.document"],
            "_prepare_form_data",
            lambda _paper: {"fine_amount": 15_000_000},
        ):
            for paper in (
                self.paper(form_id=False, party_id=False, subject="A & B < C"),
                self.paper(replaces_id=first.id, relation="amend"),
            ):
                schema.assertValid(
                    etree.fromstring(to_xml(paper._prepare_paper_data()))
                )

    # -- books -------------------------------------------------------------------------

    def test_book_of_a_register_shows_void_numbers(self):
        """Appendix IV; a void number stays, with its reason."""
        self.issued()
        self.issued().with_user(self.leader).action_cancel("In hỏng")
        book = (
            self.env["thuduc.register.book"]
            .with_user(self.clerk)
            .create({"register_id": self.register.id, "date_to": date(2026, 3, 5)})
        )
        self.assertEqual(book.document_ids.mapped("number"), [1, 2])
        report = self.env.ref("thuduc_base.report_register_book_action")
        pdf, _kind = report.with_user(self.clerk)._render_qweb_pdf(report, book.ids)
        [sheet] = [Sheet(layout) for layout in extract_pages(BytesIO(pdf))]
        self.assertGreater(sheet.width, sheet.height)
        for text in ("SỔ ĐĂNG KÝ VĂN BẢN ĐI", "02/QĐ-XPHC", "Hủy: In hỏng"):
            self.assertIn(text, sheet.text)
        action = book.action_print()
        self.assertEqual(action["pdf_engine"], "weasyprint")
