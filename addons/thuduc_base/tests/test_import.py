import base64
from datetime import date
from io import BytesIO

from openpyxl import Workbook

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, new_test_user, tagged

from ..tools.register_cells import UnreadableCell, read_date, read_identity
from ..tools.register_sheet import Column, NotARegister, read_register
from .docket_case import DocketCase

HEADINGS = ["Số hồ sơ", "Tên việc", "Ngày thụ lý", "Ngày ý kiến", "Đơn vị", "Cán bộ"]
COLUMNS = [
    Column("code", "Số hồ sơ", required=True),
    Column("title", "Tên việc"),
    Column("accepted", "Ngày thụ lý", "date", required=True),
    Column("opinion", "Ngày ý kiến", "date"),
    Column("unit", "Đơn vị"),
    Column("officer", "Cán bộ"),
]


def workbook(rows, headings=None, above=()):
    headings = headings or HEADINGS
    book = Workbook()
    for line in [*above, headings, *rows]:
        book.active.append(line)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


class ImportCase(DocketCase):
    """A register of the made-up procedure, and the mapping that reads it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = new_test_user(
            cls.env, "importer", "thuduc_base.group_officer", name="Trần Văn Nhập"
        )
        cls.officer.agency_ids = cls.agency
        cls._teach(cls)

    def _teach(self):
        """Let the abstract mapping read the made-up register."""
        case = self

        def parse(mapping, row, memo):
            parse.origin(mapping, row, memo)
            facts = row.facts
            row.key, row.title = facts["code"], facts["title"] or ""
            facts["agency_id"] = mapping._find_agency(row, memo, facts["unit"]).id
            facts["user_id"] = mapping._find_officer(row, memo, facts["officer"]).id

        def find(mapping, row, memo):
            return mapping.env["thuduc.dossier"].search(
                [("legacy_code", "=", row.facts["code"])]
            )

        def apply(mapping, row, dossier, memo):
            facts = row.facts
            values = {"title": facts["title"], "agency_id": facts["agency_id"]}
            if dossier:
                mapping._write_differing(dossier, values, row)
            else:
                dossier = mapping.env["thuduc.dossier"].create(
                    {
                        "name": f"IMPORT-{facts['code']}",
                        "kind": case.kind,
                        "legacy_code": facts["code"],
                        "user_id": facts["user_id"],
                        **values,
                    }
                )
                mapping.env["thuduc.proceeding"].create(
                    {"dossier_id": dossier.id, "type_id": case.type.id}
                )
            wanted = [("accepted", facts["accepted"], {})]
            wanted.append(("opinion", facts["opinion"], {}))
            mapping._sync_events(dossier.proceeding_ids, wanted, row)
            return dossier

        mapping = self.env.registry["thuduc.import.mapping"]
        parse.origin = mapping._parse_row
        taught = {
            "_columns": lambda mapping: COLUMNS,
            "_parse_row": parse,
            "_find": find,
            "_apply_row": apply,
        }
        for name, function in taught.items():
            self.classPatch(mapping, name, function)
        self.classPatch(
            self.env.registry["thuduc.import"],
            "_mappings",
            lambda run: {"test": ("thuduc.import.mapping", "Test")},
        )

    def run_of(self, rows, user=None, **values):
        model = self.env["thuduc.import"].with_user(user or self.env.user)
        return model.create(
            {
                "kind": "test",
                "file": base64.b64encode(workbook(rows)),
                "filename": "so.xlsx",
                "agency_id": self.agency.id,
                **values,
            }
        )

    def dossiers(self):
        return self.env["thuduc.dossier"].search([("legacy_code", "=like", "T-%")])

    def results(self, run):
        return run.line_ids.sorted("number").mapped("result")


@tagged("post_install", "-at_install")
@freeze_time("2026-06-01 03:00:00")
class TestImport(ImportCase):
    GOOD = [
        ["T-1", "Việc một", date(2026, 3, 2), "10/03/2026", None, None],
        ["T-2", "Việc hai", "2.3.26", None, None, None],
    ]

    def load(self, rows, **values):
        run = self.run_of(rows, **values)
        run.action_check()
        run.action_import()
        return run

    def test_check_writes_nothing(self):
        run = self.run_of(self.GOOD)
        run.action_check()
        self.assertEqual(self.results(run), ["new", "new"])
        self.assertEqual(run.state, "checked")
        self.assertFalse(self.dossiers())

    def test_import_records_the_docket(self):
        run = self.load(self.GOOD)
        self.assertRecordValues(run, [{"state": "imported", "new_count": 2}])
        one = run.line_ids.sorted("number")[0].dossier_id
        self.assertEqual(one.proceeding_ids.stage_id.code, "prepared")
        deadline = one.deadline_ids.filtered(lambda d: d.code == "T-02")
        self.assertEqual(deadline.state, "met")
        self.assertEqual(deadline.date_due, date(2026, 3, 12))

    def test_importing_again_changes_nothing(self):
        self.load(self.GOOD)
        events = self.dossiers().event_ids
        again = self.load(self.GOOD)
        self.assertEqual(self.results(again), ["unchanged", "unchanged"])
        self.assertEqual(self.dossiers().event_ids, events)

    def test_correction_moves_the_event(self):
        self.load(self.GOOD)
        rows = [["T-1", "Việc một", date(2026, 3, 3), "10/03/2026", None, None]]
        run = self.load(rows)
        self.assertEqual(self.results(run), ["update"])
        dossier = run.line_ids.dossier_id
        self.assertEqual(len(dossier.event_ids), 2)
        self.assertEqual(min(dossier.event_ids.mapped("date")), date(2026, 3, 3))
        self.assertIn("02/03/2026 → 03/03/2026", run.line_ids.changes)

    def test_blank_cell_removes_nothing(self):
        self.load(self.GOOD)
        run = self.load([["T-1", None, date(2026, 3, 2), None, None, None]])
        self.assertEqual(self.results(run), ["unchanged"])
        self.assertEqual(run.line_ids.dossier_id.title, "Việc một")

    def test_errors_block_everything(self):
        run = self.run_of([*self.GOOD, ["T-3", "Việc ba", "31/02/2026"]])
        run.action_check()
        self.assertEqual(self.results(run), ["new", "new", "error"])
        with self.assertRaises(UserError):
            run.action_import()
        self.assertFalse(self.dossiers())

    def test_errors_are_left_out_only_when_told(self):
        run = self.load([*self.GOOD, ["T-3", "Ba", "31/02/2026"]], skip_errors=True)
        self.assertEqual(self.results(run), ["new", "new", "error"])
        self.assertEqual(len(self.dossiers()), 2)

    def test_contradiction_is_an_error_of_its_row(self):
        rows = [["T-3", "Ba", "10/03/2026", "02/03/2026"], *self.GOOD]
        run = self.run_of(rows)
        run.action_check()
        self.assertEqual(self.results(run), ["error", "new", "new"])
        wrong = run.line_ids.sorted("number")[0]
        self.assertIn("02/03/2026", wrong.errors)
        self.assertFalse(wrong.changes)

    def test_same_record_twice_is_imported_once(self):
        run = self.load([*self.GOOD, ["T-1", "VIỆC MỘT ", "02/03/2026", "10.3.26"]])
        self.assertEqual(self.results(run), ["new", "new", "duplicate"])
        self.assertEqual(len(self.dossiers()), 2)

    def test_same_number_with_other_facts_is_an_error(self):
        run = self.run_of([*self.GOOD, ["T-1", "Việc khác", "02/03/2026", "10/3/2026"]])
        run.action_check()
        self.assertEqual(self.results(run), ["new", "new", "error"])
        self.assertIn("Tên việc", run.line_ids.sorted("number")[-1].errors)

    def test_two_spellings_are_one_name(self):
        self.load([["T-1", "Nguyễn Thị Hoà", date(2026, 3, 2)]])
        again = self.load([["T-1", "Nguyễn Thị Hòa", date(2026, 3, 2)]])
        self.assertEqual(self.results(again), ["unchanged"])

    def test_month_without_day_is_told_and_left_out(self):
        run = self.load([["T-1", "Một", date(2026, 3, 2), "tháng 3/2026"]])
        self.assertEqual(self.results(run), ["new"])
        self.assertIn("tháng 3/2026", run.line_ids.warnings)
        self.assertEqual(len(run.line_ids.dossier_id.event_ids), 1)

    def test_future_date_is_an_error(self):
        run = self.run_of([["T-1", "Một", date(2026, 6, 2)]])
        run.action_check()
        self.assertEqual(self.results(run), ["error"])

    def test_other_file_must_be_checked_again(self):
        run = self.run_of(self.GOOD)
        run.action_check()
        run.file = base64.b64encode(workbook(self.GOOD[:1]))
        self.assertEqual(run.state, "draft")
        with self.assertRaises(UserError):
            run.action_import()

    def test_imported_register_is_not_replaced(self):
        run = self.load(self.GOOD)
        with self.assertRaises(UserError):
            run.file = base64.b64encode(workbook(self.GOOD[:1]))

    def test_officer_imports_for_the_own_agency_only(self):
        self.env["thuduc.agency"].create({"name": "Phòng Khác", "code": "T-OTHER"})
        rows = [self.GOOD[0], ["T-2", "Hai", date(2026, 3, 2), None, "phòng khác"]]
        run = self.run_of(rows, self.officer)
        run.action_check()
        self.assertEqual(self.results(run), ["new", "error"])
        run.skip_errors = True
        run.action_import()
        self.assertEqual(self.dossiers().agency_id, self.agency)

    def test_officer_may_not_touch_dossiers_of_others(self):
        other = self.env["thuduc.agency"].create({"name": "Khác", "code": "T-OTHER"})
        self.load(self.GOOD, agency_id=other.id)
        run = self.run_of([["T-1", "Đổi tên", date(2026, 3, 2)]], self.officer)
        run.action_check()
        self.assertEqual(self.results(run), ["error"])

    def test_officer_sees_only_own_imports(self):
        run = self.load(self.GOOD)
        with self.assertRaises(AccessError):
            run.with_user(self.officer).read(["name"])

    def test_only_managers_load_the_demo(self):
        with self.assertRaises(AccessError):
            self.env["thuduc.import"].with_user(self.officer).load_demo()

    def test_unknown_officer_is_replaced_and_told(self):
        rows = [["T-1", "Một", date(2026, 3, 2), None, None, "Người Đã Nghỉ Hưu"]]
        run = self.load(rows)
        self.assertIn("Người Đã Nghỉ Hưu", run.line_ids.warnings)
        self.assertEqual(run.line_ids.dossier_id.user_id, self.env.user)

    def test_known_officer_gets_the_dossier(self):
        rows = [["T-1", "Một", date(2026, 3, 2), None, None, "TRẦN VĂN NHẬP"]]
        self.assertEqual(self.load(rows).line_ids.dossier_id.user_id, self.officer)

    def test_not_an_excel_file(self):
        run = self.run_of([], file=base64.b64encode(b"not a workbook"))
        with self.assertRaises(UserError):
            run.action_check()

    def test_missing_column_is_named(self):
        with self.assertRaises(NotARegister) as caught:
            read_register(workbook([["T-1"]], ["Số hồ sơ", "Tên việc"]), COLUMNS)
        self.assertEqual(caught.exception.missing, ("Ngày thụ lý",))

    def test_heading_order_and_titles_do_not_matter(self):
        content = workbook(
            [["02/03/2026", "x", "T-1"]],
            ["NGÀY THỤ LÝ", "Ghi chú", "so  ho so:"],
            above=[["SỔ THEO DÕI"], [], ["(Năm 2026)"]],
        )
        register = read_register(content, COLUMNS)
        self.assertEqual(register.unknown, ("Ghi chú",))
        self.assertEqual(register.rows[0].cells["code"], "T-1")
        self.assertEqual(register.rows[0].number, 5)

    def test_dates_as_people_type_them(self):
        fifth = date(2024, 3, 5)
        for text in ("05/03/2024", "5.3.24", "ngày 5 tháng 3 năm 2024", 45356):
            self.assertEqual(read_date(text), fifth, text)
        for text, code in (
            ("tháng 5/2024", "partial_date"),
            ("31/02/2024", "impossible_date"),
            ("hôm qua", "date"),
        ):
            with self.assertRaises(UnreadableCell) as caught:
                read_date(text)
            self.assertEqual(caught.exception.code, code)

    def test_lost_zero_of_a_personal_number_is_restored(self):
        self.assertEqual(read_identity(79085012345), ("079085012345", True))
        self.assertEqual(read_identity("079085012345"), ("079085012345", False))

    def test_sample_has_the_headings(self):
        run = self.run_of([])
        content = base64.b64decode(run.sample_file)
        register = read_register(content, COLUMNS)
        self.assertFalse(register.unknown)

    def test_rows_with_errors_can_be_corrected_apart(self):
        run = self.run_of([*self.GOOD, ["T-3", "Ba", "31/02/2026"]])
        run.action_check()
        rows = read_register(base64.b64decode(run.error_file), COLUMNS).rows
        self.assertEqual([row.cells["code"] for row in rows], ["T-3"])
