import base64
import csv
import re
from datetime import date
from pathlib import Path

from odoo.tests import TransactionCase, freeze_time, tagged

from odoo.addons.thuduc_base.tests.register_oracle import (
    ADDONS,
    Calendar,
    Docket,
    amount,
    day,
    read_rows,
    text,
)

REGISTER = ADDONS / "thuduc_sanctions/demo/xu-phat-vi-pham-hanh-chinh.xlsx"
TODAY = date(2026, 11, 22)
COLUMNS = {
    "B": "minutes", "C": "made", "D": "detected", "E": "violator", "F": "number",
    "H": "act", "I": "provision", "J": "field", "K": "explained", "L": "verified",
    "M": "decision", "N": "decided", "O": "fine", "P": "served", "Q": "paid",
    "R": "amount", "T": "remedies", "U": "remedied", "W": "coerced", "Y": "unit",
}  # fmt: skip
DAYS = {
    "made", "detected", "explained", "verified", "decided", "served", "paid",
    "remedied", "coerced",
}  # fmt: skip
TWO_YEARS = ("Xây dựng", "Bảo vệ môi trường", "Đất đai")


def read_csv(name):
    path = Path(ADDONS / "thuduc_sanctions/data" / name)
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def read_catalogue():
    """The violations of all fields, with what may suspend a licence."""
    data = Path(ADDONS / "thuduc_sanctions/data")
    suspending = {
        row["violation_type_id:id"]
        for path in data.glob("thuduc.violation.consequence-*.csv")
        for row in read_csv(path.name)
        if row["measure"] in ("licence", "suspension")
    }
    for path in sorted(data.glob("thuduc.violation.type-*.csv")):
        for row in read_csv(path.name):
            yield {**row, "suspends_licence": str(row["id"] in suspending)}


def read_facts(cells):
    facts = {name: cells.get(letter) for letter, name in COLUMNS.items()}
    for name, value in facts.items():
        facts[name] = day(value) if name in DAYS else text(value)
    facts["warned"] = facts["fine"] == "Cảnh cáo"
    facts["fine_known"] = bool(facts["fine"])
    facts["fine"] = amount(facts["fine"])
    ward = facts["unit"].partition("phường ")[2]
    facts["key"] = (facts["minutes"], ward, facts["made"].year)
    facts["organisation"] = facts["violator"].lower().startswith("công ty")
    return facts


class Oracle:
    """Stage and deadlines of each line of the register, found without the product."""

    def __init__(self):
        self.calendar = Calendar()
        two = {row["id"] for row in read_csv("thuduc.field-sanctions.csv")}
        self.catalogue = {}
        for row in read_catalogue():
            decree = row["document_id:id"].rpartition("legal_document_")[2]
            key = decree.replace("_", "/"), row["article"], row["clause"], row["point"]
            years = 2 if row["field_id:id"] in two else 1
            self.catalogue[key] = None if key in self.catalogue else (row, years)

    def violation(self, facts):
        """The catalogue's act, if it is cited, in force, and the fine fits."""
        cited = facts["provision"].lower()
        parts = [
            re.search(rule, cited)
            for rule in (r"nghị định (\d+/\d{4})", r"điều (\d+)", r"khoản (\d+)")
        ]
        point = re.search(r"điểm (đ|[a-z])\b", cited)
        key = tuple(part[1] for part in parts)
        found = self.catalogue.get((*key, point[1] if point else ""))
        found = found or self.catalogue.get((*key, ""))
        if not found:
            return None
        row, _years = found
        since = row["date_from"] or "0000"
        if str(facts["detected"] or facts["made"]) < since:
            return None
        low, high = float(row["fine_min"] or 0), float(row["fine_max"] or 0)
        facts["factor"] = self.factor(facts, row)
        if facts["fine"] and not (
            low * facts["factor"] <= facts["fine"] <= high * facts["factor"]
        ):
            return None
        return found

    def factor(self, facts, row):
        if (row["base_type"] == "organisation") == facts["organisation"]:
            return 1
        return 2 if facts["organisation"] else 0.5

    def expect(self, facts):
        found = self.violation(facts)
        years = found[1] if found else 1 + (facts["field"] in TWO_YEARS)
        handling = self.handling(facts, found and found[0], years)
        if not facts["decided"]:
            stage = "S04_MINUTES"
            if facts["explained"]:
                stage = "S10_EXPLAIN"
            if facts["verified"]:
                stage = "S08_VERIFY"
            return stage, handling.found
        stage, execution = self.execution(facts)
        return stage, handling.found | execution.found

    def may_explain(self, facts, violation):
        """Law 15/2012, Art. 61.1: the bracket reaches 15 m (30 m for organisations), or
        a licence may be suspended."""
        if not violation:
            return False
        most = float(violation["fine_max"] or 0) * facts["factor"]
        limit = 30_000_000 if facts["organisation"] else 15_000_000
        return most >= limit or violation["suspends_licence"] in ("True", "1")

    def handling(self, facts, violation, years):
        docket, count = Docket(TODAY), self.calendar
        docket.ended = facts["decided"]
        made, decided, found_on = facts["made"], facts["decided"], facts["detected"]
        if found_on:
            # Decree 118/2021, Art. 12.2.a: 2 working days; Decree 68/2025: 3.
            term = 2 if found_on < date(2025, 5, 2) else 3
            docket.due("DL-01", count.working(found_on, term), made)
            # Art. 6.1.a: limitation, from the discovery of the act; never moved.
            code = "DL-21D" if years == 2 else "DL-20D"
            docket.due(code, count.years(found_on, years, roll=False), decided)
        if facts["explained"] or facts["verified"]:
            docket.due("DL-17", count.months(made, 1), decided)  # Art. 66.1.b
        else:
            docket.due("DL-15", count.working(made, 7), decided)  # Art. 66.1.a
        if self.may_explain(facts, violation):
            docket.due("DL-12", count.working(made, 5), facts["explained"])  # 61.2
            docket.due("DL-13", count.working(made, 2), facts["explained"])  # 61.3
        return docket

    def execution(self, facts):
        docket, count = Docket(TODAY), self.calendar
        decided, served, paid = facts["decided"], facts["served"], facts["paid"]
        done = self.executed(facts)
        # Art. 70: 2 working days, since Law 88/2025 (2025-07-01) 3.
        term = 2 if decided < date(2025, 7, 1) else 3
        docket.due("DL-50", count.working(decided, term), served)
        ended = min(filter(None, (paid, done)), default=None)
        docket.due("DL-58", count.years(decided, 1, roll=False), ended)  # Art. 74
        docket.due("DL-76", count.working(decided, 2))  # data for the national base
        if served:
            docket.due("DL-56", count.days(served, 10), ended)  # Art. 73.1
            docket.due("DL-91", count.days(served, 90), survives=True)  # LKN 9
            docket.due("DL-96", count.years(served, 1), survives=True)  # LTTHC 116
        if facts["coerced"]:
            docket.due("DL-81", count.working(facts["coerced"], 2))  # Art. 88.1
        if done:
            # Art. 7.1: 6 months after a warning, else 1 year.
            months = 6 if facts["warned"] else 12
            code = "DL-100" if facts["warned"] else "DL-101"
            docket.due(code, count.months(done, months, roll=False), survives=True)
        return self.stage(facts, done), docket

    def executed(self, facts):
        """All duties done: the fine, and the remedies that were ordered."""
        last = facts["served"] if facts["warned"] else facts["paid"]
        if not last or (facts["remedies"] and not facts["remedied"]):
            return None
        return max(filter(None, (last, facts["remedies"] and facts["remedied"])))

    def stage(self, facts, done):
        if done:
            return "S50_EXECUTED"
        if facts["coerced"]:
            return "S40_COERCE"
        if facts["paid"]:
            return "S30_EXEC"
        return "S21_SERVED" if facts["served"] else "S20_SERVE"


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestImportSanction(TransactionCase):
    """A thousand lines of a register, each against the oracle."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.register_run = cls._import(cls)
        cls.register_run.action_import()
        cls.lines = {line.number: line for line in cls.register_run.line_ids}

    def _import(self):
        run = self.env["thuduc.import"].create(
            {
                "kind": "sanction",
                "file": base64.b64encode(REGISTER.read_bytes()),
                "filename": REGISTER.name,
                "agency_id": self.env.ref("thuduc_base.agency_ward_thuduc").id,
                "skip_errors": True,
            }
        )
        run.action_check()
        return run

    def test_every_dossier_stands_where_the_law_puts_it(self):
        oracle, seen, results = Oracle(), {}, {}
        for number, cells in read_rows(REGISTER, 7).items():
            facts = read_facts(cells)
            line = self.lines[number]
            contradicts = facts["decided"] and facts["decided"] < facts["made"]
            no_fine = facts["decided"] and not facts["fine_known"]
            if facts["key"] in seen:
                expected = "duplicate"
            elif contradicts or no_fine:
                expected = "error"
            else:
                expected = "new"
                seen[facts["key"]] = number
            results[expected] = results.get(expected, 0) + 1
            with self.subTest(row=number):
                self.assertEqual(line.result, expected, line.errors)
                if expected == "new":
                    stage, deadlines = oracle.expect(facts)
                    self.assertEqual(line.dossier_id.stage_id.code, stage)
                    self.assertEqual(self.deadlines(line.dossier_id), deadlines)
        self.assertEqual(sum(results.values()), 1000)
        self.assertEqual(len(self.lines), 1000)
        self.assertGreater(results["new"], 950)
        self.assertGreater(results["duplicate"], 5)
        self.assertGreater(results["error"], 5)

    def deadlines(self, dossier):
        return {d.code: (d.date_due, d.state) for d in dossier.deadline_ids}

    def test_importing_again_changes_nothing(self):
        before = self.snapshot()
        again = self._import()
        self.assertFalse(again.new_count)
        self.assertFalse(
            again.update_count,
            again.line_ids.filtered(lambda line: line.result == "update").mapped(
                "changes"
            ),
        )
        self.assertEqual(again.unchanged_count, self.register_run.new_count)
        self.assertEqual(self.snapshot(), before)

    def snapshot(self):
        models = ("thuduc.sanction", "thuduc.event", "thuduc.sanction.payment")
        return [self.env[model].search_count([]) for model in models]

    def test_money_is_that_of_the_register(self):
        for number, cells in read_rows(REGISTER, 7).items():
            line = self.lines[number]
            if line.result != "new":
                continue
            facts = read_facts(cells)
            sanction = line.dossier_id.sanction_ids
            with self.subTest(row=number):
                self.assertEqual(sanction.fine_due, facts["fine"])
                paid = facts["fine"] if facts["paid"] else 0
                self.assertEqual(sanction.paid_amount, paid)

    def test_trial_run_uses_up_no_codes(self):
        codes = self.lines[8].dossier_id.name, self.lines[9].dossier_id.name
        first, second = (int(code.rpartition("-")[2]) for code in codes)
        self.assertEqual(second, first + 1)
