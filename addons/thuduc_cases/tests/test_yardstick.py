"""Every row of the law's tables of periods, against what the addon holds as data."""

import csv
import re
from pathlib import Path

from odoo.tests import freeze_time, tagged

from .case_case import CaseCase

YARDSTICK = Path(__file__).parent / "yardstick"
TABLES = {"PL": 14, "FI": 34, "AP": 19, "SM": 9, "CR": 9, "EN": 14}
OF_ROUND = ("is_competition", "procedure")


def read_rows():
    """The rows of all tables, each with the name of its table."""
    for table in sorted(YARDSTICK.glob("*.csv")):
        with table.open(encoding="utf-8") as lines:
            yield from ({"table": table.stem, **row} for row in csv.DictReader(lines))


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestYardstick(CaseCase):
    """A row names what starts its period: an event, or the rule at whose end it starts.

    ``kind`` tells rows that are no period of their own: an internal ``target``, a
    period that is ``resumed`` or ``restarted``, a mere ``event``, a duty whose length
    no law gives (``unnumbered``).
    """

    def test_no_row_of_the_tables_is_missing(self):
        found = {row["code"] for row in read_rows()}
        expected = {
            f"{table}-{number:02}"
            for table, last in TABLES.items()
            for number in range(1, last + 1)
        }
        self.assertEqual(found, expected)

    def test_each_row_is_data(self):
        for row in read_rows():
            with self.subTest(table=row["table"], rule=row["rule"], kind=row["kind"]):
                if row["kind"] == "event":
                    self.check_event(row)
                else:
                    self.check_rule(row, self.rule(row))

    def test_each_row_computes_its_example(self):
        for row in read_rows():
            if row["docket"]:
                with (
                    self.subTest(rule=row["rule"], docket=row["docket"]),
                    self.cr.savepoint(),
                ):
                    self.assertEqual(self.computed(row), row["due"])

    # -- data ------------------------------------------------------------------------

    def rule(self, row):
        """The version of the rule in force when the example happens."""
        rules = self.env["thuduc.deadline.rule"].search(
            [
                ("code", "=", row["rule"]),
                ("proceeding_type_id.code", "=", row["type"]),
            ]
        )
        days = re.findall(r" (\d{4}-\d\d-\d\d)", row["docket"])
        day = self.env["thuduc.event"]._fields["date"].to_date(max(days, default=None))
        return rules.filtered(lambda r: not day or r._in_force(day))

    def check_event(self, row):
        event_type = self.env["thuduc.event.type"].search(
            [
                ("code", "=", row["trigger"]),
                ("proceeding_type_id.code", "=", row["type"]),
            ]
        )
        self.assertEqual(len(event_type), 1)
        self.assertEqual(self.article(event_type.provision_id), row["article"])

    def check_rule(self, row, rule):
        self.assertEqual(len(rule), 1)
        self.assertEqual(rule.bound_party, row["bound"])
        self.assertEqual(rule.severity, row["severity"])
        self.assertEqual(self.article(rule.provision_id), row["article"])
        self.assertEqual(rule.verified, row["verified"] == "1")
        self.check_start(row, rule)
        if row["kind"] == "unnumbered":
            return
        length = (rule.amount, rule.unit)
        if row["kind"] == "target":
            length = (rule.internal_target, rule.internal_target_unit)
        self.assertEqual(length, (int(row["amount"]), row["unit"]))
        if row["kind"] != "target":
            extension = f"{rule.extension_amount} {rule.extension_unit}"
            self.assertEqual(
                extension if rule.extension_type_ids else "", row["extension"]
            )

    def check_start(self, row, rule):
        trigger, kind = row["trigger"], row["kind"]
        if kind == "resumed":
            self.assertTrue(rule.restarts)
            self.assertIn(trigger, rule.resuming_type_ids.mapped("code"))
        elif kind == "restarted":
            self.assertIn(trigger, rule.restarting_type_ids.mapped("code"))
        elif "-" in trigger:
            self.assertEqual((rule.count_from, rule.parent_code), ("deadline", trigger))
        elif trigger:
            count_from = "scheduled" if rule.code in ("FI-13", "PL-04") else "event"
            self.assertEqual(rule.trigger_type_id.code, trigger)
            self.assertEqual(rule.count_from, count_from)

    @staticmethod
    def article(provision):
        parts = (provision.article, provision.clause, provision.point)
        return ".".join(part for part in parts if part)

    # -- worked examples ---------------------------------------------------------------

    def computed(self, row):
        """Due date of the example, as ISO text; the target if the row is one."""
        proceeding = self.example(row)
        deadline = proceeding.deadline_ids.filtered(
            lambda d: d.code == row["rule"]
        ).sorted(lambda d: (d.trigger_event_id.date, d.id))[-1:]
        if row["unit"] == "hour":
            local = deadline._to_office_time(deadline.due_at)
            return f"{local:%Y-%m-%d %H:%M}"
        day = deadline.date_target if row["kind"] == "target" else deadline.date_due
        return str(day)

    def example(self, row):
        """The proceeding in which the docket of the example was recorded."""
        case = self.case()
        proceeding = self.round(case)
        if row["type"] != "FI":
            kind = self.env["thuduc.proceeding.type"]._by_code(row["type"])
            opened = case.dossier_id.open_proceeding(
                row["type"],
                parent_id=proceeding.id,
                taken_over_stage_id=kind._first_stage().id,
            )
            is_bare = opened._name == "thuduc.proceeding"
            proceeding = opened if is_bare else opened.proceeding_id
        party = case.party_ids[-1]
        for item in row["docket"].split(";"):
            name, _equal, value = item.partition("=")
            if name in OF_ROUND:
                proceeding.case_round_ids[name] = value
            elif name == "abroad":
                party.abroad = True
            else:
                self.record(proceeding, item, party)
        return proceeding

    def record(self, proceeding, item, party):
        code, day, *more = item.split(" ")
        values = dict(value.split("=") for value in more)
        for name in ("datetime", "scheduled_at"):
            if name in values:
                values[name] = values[name].replace("_", " ")
        if values.pop("party", None):
            values["party_id"] = party.id
        if "outcome_id" in values:
            values["outcome_id"] = self.result_id(values["outcome_id"])
        if "extension_amount" in values:
            values["extension_amount"] = int(values["extension_amount"])
        proceeding.record_event(code, day, **values)
