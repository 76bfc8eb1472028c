import csv
from datetime import date
from pathlib import Path

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import Form, freeze_time, tagged

from ..exceptions import ProvisionNotInForce
from .sanction_case import RUBBISH, WITHOUT_PERMIT, SanctionCase

YARDSTICK = Path(__file__).parent / "violations_yardstick.csv"
BASES = {"C": "individual", "T": "organisation"}


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestViolationType(SanctionCase):
    """The catalogue: what the decrees say, by the day of the act."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.catalogue = cls.env["thuduc.violation.type"]
        cls.manager = cls._user("manager", cls.ward)
        cls.violation = cls.catalogue.create(
            {
                "code": "T-1",
                "name": "Thả diều trên vỉa hè",
                "field_id": cls.env.ref("thuduc_base.field_sec").id,
                "document_id": cls.env.ref("thuduc_base.legal_document_45_2022").id,
                "article": "99",
                "clause": "2",
                "point": "đ",
                "fine_min": 40_000_000,
                "fine_max": 60_000_000,
                "date_from": "2024-01-01",
                "consequence_ids": [
                    Command.create(
                        {
                            "kind": "supplementary",
                            "measure": "suspension",
                            "wording": "Đình chỉ hoạt động từ 03 tháng đến 06 tháng",
                            "months_min": 3,
                            "months_max": 6,
                        }
                    )
                ],
            }
        )

    # -- the law as data ---------------------------------------------------------------

    def test_seed_says_what_the_list_of_behaviours_says(self):
        with YARDSTICK.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        self.assertEqual(len({row["code"][:4] for row in rows}), 184)
        for row in rows:
            with self.subTest(code=row["code"]):
                violation = self.env.ref(
                    f"thuduc_sanctions.violation_{row['code'].lower()}"
                )
                place = (violation.article, violation.clause, violation.point)
                self.assertEqual(".".join(filter(None, place)), row["provision"])
                self.assertEqual(violation.document_id.number, f"{row['decree']}/NĐ-CP")
                self.assertEqual(violation.fine_min, int(row["least"]))
                self.assertEqual(violation.fine_max, int(row["most"]))
                self.assertEqual(violation.warning_allowed, row["warning"] == "1")
                self.assertEqual(violation.base_type, BASES[row["base"]])
                self.assertTrue(violation.field_id)
                self.assertTrue(violation.date_from)

    def test_no_row_begins_before_its_decree(self):
        for violation in self.catalogue.search([("code", "=like", "B%")]):
            with self.subTest(code=violation.code):
                self.assertGreaterEqual(
                    violation.date_from, violation.document_id.date_from
                )

    def test_what_is_to_be_confirmed_is_marked(self):
        """Read only in the codification: to be compared with amendments."""
        for code in ("b168", "b174", "b179", "b180", "b184"):
            violation = self.env.ref(f"thuduc_sanctions.violation_{code}")
            self.assertFalse(violation.verified)
            self.assertIn("cần xác nhận", violation.note)
        self.assertTrue(self.env.ref(WITHOUT_PERMIT).verified)

    def test_measures_are_rows_with_wording_and_term(self):
        licence = self.env.ref("thuduc_sanctions.violation_b059")
        measure = licence.consequence_ids.filtered(
            lambda row: row.kind == "supplementary"
        )
        self.assertEqual(measure.measure, "licence")
        self.assertEqual((measure.months_min, measure.months_max), (3, 6))
        self.assertTrue(licence.suspends_licence)
        self.assertIn("Buộc phá dỡ", licence.remedies)
        self.assertFalse(self.env.ref(RUBBISH).suspends_licence)

    # -- finding ---------------------------------------------------------------------

    def find(self, text):
        return self.catalogue.search([("query", "ilike", text)])

    def test_place_typed_in_the_search_finds_the_provision(self):
        for text in (
            "điều 99 khoản 2 điểm đ",
            "Điểm đ khoản 2 Điều 99 Nghị định 45/2022/NĐ-CP",
            "Đ99.2.đ",
            "dieu 99",
        ):
            with self.subTest(text=text):
                self.assertEqual(self.find(text), self.violation)
        self.assertFalse(self.find("điều 99 khoản 3"))
        self.assertFalse(self.find("điều 99 nghị định 16/2022"))

    def test_words_without_accents_in_any_order(self):
        self.assertIn(self.violation, self.find("via he dieu tha"))
        self.assertIn(self.violation, self.find("trat tu tha dieu"))
        self.assertFalse(self.find("tha dieu tren mai nha"))

    def test_choosing_in_a_file_understands_places(self):
        found = self.catalogue.name_search("điều 99 khoản 2")
        self.assertEqual([row[0] for row in found], self.violation.ids)

    def test_clauses_sort_as_the_law_counts(self):
        last, other = (
            self.violation.copy({"code": code, "clause": clause, "point": point})
            for code, clause, point in (("T-2", "10", "a"), ("T-3", "2", "e"))
        )
        found = self.catalogue.search([("article", "=", "99")])
        self.assertEqual(found.ids, [self.violation.id, other.id, last.id])

    def test_bracket_is_told_shortly(self):
        for least, most, warning, expected in (
            (40_000_000, 60_000_000, False, "40 – 60 million đồng"),
            (500_000, 1_000_000, False, "500 thousand – 1 million đồng"),
            (2_500_000, 3_000_000, False, "2,5 – 3 million đồng"),
            (200_000, 500_000, True, "Warning or 200 – 500 thousand đồng"),
            (950_000_000, 1_000_000_000, False, "950 – 1 000 million đồng"),
            (0, 0, True, "Warning"),
            (150_500, 250_250, False, "150.500 – 250.250 đồng"),
        ):
            with self.subTest(expected=expected):
                self.violation.write(
                    {
                        "fine_min": least,
                        "fine_max": most,
                        "warning_allowed": warning,
                    }
                )
                self.assertEqual(self.violation.bracket, expected)

    # -- the law of the day of the act -------------------------------------------------

    def test_act_is_judged_by_the_provision_of_its_day(self):
        new = self.violation._new_version(
            {"fine_min": 50_000_000, "fine_max": 70_000_000}, date(2026, 6, 1)
        )
        self.assertEqual(self.violation.date_to, date(2026, 5, 31))
        self.assertEqual(self.violation.replaced_by_id, new)
        self.assertEqual(len(new.consequence_ids), 1)
        sanction = self.sanction(("detected", "2026-10-05"), violation=None)
        values = {"sanction_id": sanction.id}
        acts = sanction.env["thuduc.sanction.act"]
        acts.create(
            {
                **values,
                "violation_type_id": self.violation.id,
                "time_end": "2026-05-31 10:00:00",
            }
        )
        acts.create(
            {**values, "violation_type_id": new.id, "time_end": "2026-06-01 10:00:00"}
        )
        with self.assertRaises(ProvisionNotInForce):
            acts.create({**values, "violation_type_id": self.violation.id})
        with self.assertRaises(ProvisionNotInForce):
            acts.create(
                {
                    **values,
                    "violation_type_id": new.id,
                    "time_end": "2026-05-31 10:00:00",
                }
            )

    def test_form_offers_the_provisions_of_the_day(self):
        new = self.violation._new_version({}, date(2026, 6, 1))
        sanction = self.sanction(("detected", "2026-05-05"), violation=None)
        act = sanction.env["thuduc.sanction.act"].new({"sanction_id": sanction.id})
        day = act.law_date
        offered = self.catalogue.search(
            [("code", "=", "T-1"), *self.catalogue._domain_in_force(day)]
        )
        self.assertEqual(offered, self.violation)
        self.assertNotIn(new, offered)

    def test_bracket_stated_for_organisations_is_not_doubled(self):
        self.violation.write(
            {"organisation_min": 90_000_000, "organisation_max": 100_000_000}
        )
        sanction = self.sanction(
            ("detected", "2026-10-05"), violation=None, kind="organisation"
        )
        act = sanction.env["thuduc.sanction.act"].create(
            {"sanction_id": sanction.id, "violation_type_id": self.violation.id}
        )
        self.assertEqual((act.bracket_min, act.bracket_max), (90_000_000, 100_000_000))

    def test_factor_of_the_decree_comes_before_that_of_the_law(self):
        self.violation.organisation_factor = 3
        sanction = self.sanction(
            ("detected", "2026-10-05"), violation=None, kind="organisation"
        )
        act = sanction.env["thuduc.sanction.act"].create(
            {"sanction_id": sanction.id, "violation_type_id": self.violation.id}
        )
        self.assertEqual(act.bracket_max, 180_000_000)

    # -- versions ---------------------------------------------------------------------

    def used(self):
        sanction = self.sanction(("detected", "2026-10-05"), violation=None)
        sanction.env["thuduc.sanction.act"].create(
            {"sanction_id": sanction.id, "violation_type_id": self.violation.id}
        )
        return self.violation.with_user(self.manager)

    def test_used_row_is_not_rewritten(self):
        violation = self.used()
        with self.assertRaises(UserError):
            violation.fine_max = 70_000_000
        with self.assertRaises(UserError):
            violation.article = "98"
        violation.note = "Ghi chú"
        violation.fine_max = 60_000_000

    def test_manager_makes_a_new_version_of_a_used_row(self):
        violation = self.used()
        form = Form(
            self.env["thuduc.violation.revise"]
            .with_user(self.manager)
            .with_context(default_violation_type_id=violation.id)
        )
        self.assertEqual(form.fine_max, 60_000_000)
        form.fine_max = 90_000_000
        form.date_from = "2027-01-01"
        result = form.save().action_revise()
        new = self.catalogue.browse(result["res_id"])
        self.assertEqual((new.fine_max, new.date_to), (90_000_000, False))
        self.assertEqual(violation.date_to, date(2026, 12, 31))
        self.assertEqual(violation.fine_max, 60_000_000)

    def test_new_version_begins_later(self):
        with self.assertRaises(UserError):
            self.violation._new_version({}, date(2024, 1, 1))

    def test_officer_reads_the_catalogue_only(self):
        self.assertFalse(self.violation.with_user(self.officer).has_access("write"))

    def test_where_it_is_used(self):
        violation = self.used()
        self.assertEqual(violation.act_count, 1)
        found = self.env["thuduc.sanction"].search(
            violation.action_view_acts()["domain"]
        )
        self.assertEqual(len(found), 1)
