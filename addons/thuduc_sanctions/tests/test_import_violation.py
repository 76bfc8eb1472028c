import base64
from datetime import date
from io import BytesIO

from openpyxl import Workbook, load_workbook

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from ..models.import_violation_columns import COLUMNS
from .sanction_case import SanctionCase

HEADINGS = [column.heading for column in COLUMNS]
ROW = {
    "Mã hành vi": "T-IMP-1",
    "Hành vi vi phạm": "Thả diều trên vỉa hè",
    "Lĩnh vực": "Xây dựng",
    "Nghị định": "16/2022/NĐ-CP",
    "Điều": "99",
    "Khoản": "1",
    "Điểm": "a",
    "Mức phạt từ": "1.000.000",
    "Mức phạt đến": "2.000.000",
    "Mức phạt áp dụng cho": "Tổ chức",
    "Hình thức xử phạt bổ sung": "Tịch thu diều",
    "Biện pháp khắc phục hậu quả": "Buộc gỡ diều; buộc xin lỗi",
}


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestImportViolation(SanctionCase):
    """Lists of violations: checked first, told by line, versions instead of doubles."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager = cls._user("manager", cls.ward)

    def run_of(self, *rows, user=None):
        book = Workbook()
        sheet = book.active
        sheet.append(HEADINGS)
        for row in rows:
            sheet.append([row.get(heading) for heading in HEADINGS])
        target = BytesIO()
        book.save(target)
        run = (
            self.env["thuduc.import"]
            .with_user(user or self.manager)
            .create(
                {
                    "kind": "violation",
                    "file": base64.b64encode(target.getvalue()),
                    "filename": "danh-muc.xlsx",
                }
            )
        )
        run.action_check()
        return run

    def load(self, *rows):
        run = self.run_of(*rows)
        run.action_import()
        return run

    def known(self):
        return self.env["thuduc.violation.type"].search([("code", "=", "T-IMP-1")])

    def test_dry_run_writes_nothing(self):
        run = self.run_of(ROW)
        self.assertEqual((run.new_count, run.error_count), (1, 0))
        self.assertFalse(self.known())

    def test_row_becomes_a_violation_with_its_measures(self):
        self.load(ROW)
        violation = self.known()
        self.assertEqual(
            violation.provision, "Điểm a khoản 1 Điều 99 Nghị định số 16/2022/NĐ-CP"
        )
        self.assertEqual((violation.fine_min, violation.fine_max), (1e6, 2e6))
        self.assertEqual(violation.base_type, "organisation")
        self.assertEqual(violation.field_id.name, "Xây dựng")
        self.assertEqual(
            violation.consequence_ids.mapped("measure"),
            ["confiscation", "other", "apologise"],
        )
        # The decree's own day, where the list gives none.
        self.assertEqual(violation.date_from, date(2022, 1, 28))

    def test_importing_again_doubles_nothing(self):
        self.load(ROW)
        again = self.load(ROW)
        self.assertEqual((again.new_count, again.unchanged_count), (0, 1))
        self.assertEqual(len(self.known()), 1)

    def test_unused_row_is_corrected(self):
        self.load(ROW)
        run = self.load({**ROW, "Mức phạt đến": "3.000.000"})
        self.assertEqual(run.update_count, 1)
        self.assertEqual(self.known().fine_max, 3_000_000)

    def test_changed_bracket_of_a_used_row_is_a_new_version(self):
        self.load(ROW)
        old = self.known()
        sanction = self.sanction(("detected", "2026-10-05"), violation=None)
        act = sanction.env["thuduc.sanction.act"].create(
            {"sanction_id": sanction.id, "violation_type_id": old.id}
        )
        changed = {**ROW, "Mức phạt đến": "4.000.000"}
        refused = self.run_of(changed)
        self.assertEqual(refused.error_count, 1)
        run = self.load({**changed, "Hiệu lực từ ngày": "01/01/2027"})
        self.assertEqual(run.update_count, 1)
        new = self.known() - old
        self.assertEqual((old.fine_max, old.date_to), (2e6, date(2026, 12, 31)))
        self.assertEqual((new.fine_max, new.date_from), (4e6, date(2027, 1, 1)))
        self.assertEqual(old.replaced_by_id, new)
        self.assertEqual(act.violation_type_id, old)
        again = self.load({**changed, "Hiệu lực từ ngày": "01/01/2027"})
        self.assertEqual(again.unchanged_count, 1)

    def test_rows_without_a_code_are_known_by_their_provision(self):
        row = {**ROW, "Mã hành vi": None}
        self.load(row)
        self.assertEqual(self.load(row).unchanged_count, 1)
        found = self.env["thuduc.violation.type"].search([("article", "=", "99")])
        self.assertEqual(found.code, "16/2022-99.1.a")

    def test_errors_are_told_by_line_in_the_users_language(self):
        wrong = (
            {**ROW, "Nghị định": "1/1999/NĐ-CP"},
            {**ROW, "Mức phạt từ": "5.000.000"},
            {**ROW, "Lĩnh vực": "Thả diều"},
            {**ROW, "Mức phạt từ": None, "Mức phạt đến": None},
            {**ROW, "Mức phạt áp dụng cho": "ai đó"},
            {**ROW, "Hiệu lực từ ngày": "hôm qua"},
        )
        rows = [{**row, "Mã hành vi": f"T-{n}"} for n, row in enumerate(wrong)]
        run = self.run_of(*rows)
        self.assertEqual(run.error_count, len(wrong))
        told = run.line_ids.sorted("number").mapped("errors")
        for words, error in zip(
            ("1/1999", "higher", "Thả diều", "neither", "ai đó", "hôm qua"),
            told,
            strict=True,
        ):
            self.assertIn(words, error)

    def test_sample_file_can_be_read_back(self):
        run = self.run_of(ROW)
        sample = load_workbook(BytesIO(base64.b64decode(run.sample_file)))
        headings, example = sample.active.iter_rows(values_only=True)
        self.assertEqual(list(headings), HEADINGS)
        self.assertEqual(example[4], "16")

    def test_only_managers_import_the_catalogue(self):
        with self.assertRaises(AccessError):
            self.run_of(ROW, user=self.officer)
