import base64
from datetime import date, timedelta

from odoo.tests import TransactionCase, freeze_time, tagged

from odoo.addons.thuduc_base.tests.register_oracle import (
    ADDONS,
    Calendar,
    Docket,
    day,
    read_rows,
    text,
)

REGISTER = ADDONS / "thuduc_cases/demo/vu-an-hanh-chinh.xlsx"
TODAY = date(2026, 11, 22)
COLUMNS = {
    "B": "code", "C": "plaintiff", "J": "court", "K": "docket", "L": "accepted",
    "M": "received", "N": "opinion", "O": "brought", "P": "judged", "Q": "judgment",
    "R": "result", "S": "present", "T": "judgment_received", "U": "effective",
    "V": "appeal", "Y": "appeal_accepted", "AA": "appeal_judged",
    "AB": "appeal_result", "AC": "copy", "AE": "ordered", "AF": "done",
}  # fmt: skip
DAYS = {
    "accepted", "received", "opinion", "brought", "judged", "judgment_received",
    "effective", "appeal_accepted", "appeal_judged", "copy", "ordered", "done",
}  # fmt: skip
WINS = ("Bác yêu cầu khởi kiện", "Sửa bản án sơ thẩm, bác yêu cầu khởi kiện")


def read_facts(cells):
    facts = {name: cells.get(letter) for letter, name in COLUMNS.items()}
    for name, value in facts.items():
        facts[name] = day(value) if name in DAYS else text(value)
    facts["terminated"] = facts["result"].startswith("Đình chỉ")
    facts["absent"] = facts["present"] == "Vắng"
    facts["appellant"] = facts["appeal"].partition(" - ")[0]
    facts["appealed"] = day(facts["appeal"].partition(" - ")[2])
    return facts


class Oracle:
    """Stages and deadlines of each line of the register, found without the product.

    Articles are those of the Law on Administrative Procedure 93/2015 (LTTHC).
    """

    def __init__(self):
        self.calendar = Calendar()

    def expect(self, facts):
        """Stages by proceeding, deadlines by code."""
        facts["effect"] = self.effect(facts)
        stages, found = {}, {}
        for proceeding, stage, docket in (
            ("FI", *self.first_instance(facts)),
            ("AP", *self.appeal(facts)),
            ("EN", *self.enforcement(facts)),
        ):
            if stage:
                stages[proceeding] = stage
                found |= docket.found
        return stages, found

    # -- first instance ----------------------------------------------------------------

    def effect(self, facts):
        """Art. 215.2: the day after the last window of appeal and protest."""
        if facts["terminated"] or not facts["judged"] or facts["appealed"]:
            return None
        last = self.last_window(facts)
        return last + timedelta(days=1) if last and last < TODAY else None

    def last_window(self, facts):
        """Art. 206.1, 213.1: the last day on which anybody may appeal or protest."""
        windows = [self.calendar.days(facts["judged"], 30)]  # superior procuracy
        if facts["absent"]:
            if not facts["judgment_received"]:
                return None
            windows.append(self.calendar.days(facts["judgment_received"], 15))
        return max(windows)

    def first_instance(self, facts):
        docket, count = Docket(TODAY), self.calendar
        docket.ended = self.end_of_first_instance(facts)
        accepted, judged = facts["accepted"], facts["judged"]
        docket.due("FI-01", count.working(accepted, 3), facts["received"])  # 126.1
        prepared = facts["brought"] or (facts["terminated"] and judged) or None
        docket.due("FI-10", count.months(accepted, 4), prepared)  # 130.1
        if facts["received"]:
            docket.due("FI-02", count.days(facts["received"], 10), facts["opinion"])
        if facts["brought"]:
            docket.due("FI-18", count.days(facts["brought"], 20), judged)  # 149
        if facts["terminated"]:
            self.terminated(docket, facts)
        elif judged:
            self.judged(docket, facts)
        return self.first_stage(facts, docket), docket

    def end_of_first_instance(self, facts):
        if facts["terminated"]:
            return facts["effective"]
        return facts["effect"] or facts["appeal_judged"]

    def first_stage(self, facts, docket):
        if docket.ended:
            return "Z90"
        if facts["judged"]:
            return "F50" if facts["terminated"] else "F40"
        if facts["brought"]:
            return "F30"
        return "F20" if facts["opinion"] else "F10"

    def terminated(self, docket, facts):
        count, received = self.calendar, facts["judgment_received"]
        docket.due("FI-16C", count.working(facts["judged"], 3), received)  # 145.2
        if received:
            docket.due("AP-03", count.days(received, 7))  # 206.2

    def judged(self, docket, facts):
        count, judged = self.calendar, facts["judged"]
        received, appealed = facts["judgment_received"], facts["appealed"]
        own = facts["appellant"] == "Người bị kiện"
        protest = facts["appellant"] == "VKS kháng nghị"
        docket.due("FI-29", count.working(judged, 3), received)  # 196.1
        docket.due("FI-30", count.days(judged, 7), received, survives=True)  # 196.2
        if not facts["absent"]:
            docket.due("AP-01", count.days(judged, 15), own and appealed)  # 206.1
        elif received:
            docket.due("AP-02", count.days(received, 15), own and appealed)  # 206.1
        other = not (own or protest) and appealed
        docket.due("AP-01-L", count.days(judged, 15), other, lapses=True)
        docket.due(
            "AP-04A", count.days(judged, 15), protest and appealed, lapses=True
        )  # 213.1
        superior = count.days(judged, 30)
        docket.due("AP-04B", superior, protest and appealed, lapses=True)  # 213.1
        last = self.last_window(facts)
        if appealed and last and last < TODAY:
            docket.due("AP-09", count.working(last, 5), facts["appeal_accepted"])  # 216
        if facts["effect"]:
            docket.due("FI-31", count.days(last, 30), facts["copy"], survives=True)

    # -- appeal --------------------------------------------------------------------

    def late(self, facts):
        """Art. 206-207: posted after the appellant's own window."""
        start, count = facts["judged"], 15
        if facts["appellant"] == "Người bị kiện" and facts["absent"]:
            start = facts["judgment_received"]
            if not start or start > facts["appealed"]:
                return False
        if facts["appellant"] == "VKS kháng nghị":
            count = 30
        return facts["appealed"] > self.calendar.days(start, count)

    def appeal(self, facts):
        docket, count = Docket(TODAY), self.calendar
        if not facts["appealed"]:
            return None, docket
        accepted, judged = facts["appeal_accepted"], facts["appeal_judged"]
        docket.ended = judged
        if accepted:
            docket.due("AP-10", count.working(accepted, 3))  # 217.1
            docket.due("AP-11", count.days(accepted, 60))  # 221.1
        if judged:
            docket.due("AP-17", count.days(judged, 30), facts["copy"], survives=True)
            return "A40", docket
        if accepted:
            return "A20", docket
        return "A15" if self.late(facts) else "A10", docket

    # -- enforcement ---------------------------------------------------------------

    def receipts(self, facts):
        """Days on which the agency received what it has to perform."""
        days = [facts["copy"]]
        if facts["effect"]:
            days.append(facts["judgment_received"])
        return [day for day in days if day]

    def enforcement(self, facts):
        docket, count = Docket(TODAY), self.calendar
        effect = facts["appeal_judged"] or facts["effect"]
        result = facts["appeal_result"]
        if not effect or "xét xử lại" in result:
            return None, docket
        if not result or result.startswith("Giữ nguyên"):
            result = facts["result"]
        won = result in WINS
        received = self.receipts(facts)
        stage = "E00"
        if not won:
            docket.due("CR-01", count.years(effect, 1))  # 256.1
        if not won and received:
            stage = "E10"
            # 311.2.b: the judgment in effect, else whichever copy came first.
            binding = [day for day in received if day >= effect]
            start = min(binding) if binding else effect
            last = count.days(start, 30)  # 311.2.b
            docket.due("EN-01", last, facts["done"])
            docket.due("EN-03", count.working(last, 3))
            docket.due("EN-05", count.years(last, 1), lapses=True)  # 312.1
        if facts["ordered"]:
            stage = "E30"
            docket.due("EN-07", facts["ordered"], facts["done"])
        return "E40" if facts["done"] else stage, docket


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 03:00:00")
class TestImportCase(TransactionCase):
    """Three hundred lines of a register, each against the oracle."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.register_run = cls._check(cls)
        cls.register_run.action_import()
        cls.lines = {line.number: line for line in cls.register_run.line_ids}

    def _check(self):
        run = self.env["thuduc.import"].create(
            {
                "kind": "case",
                "file": base64.b64encode(REGISTER.read_bytes()),
                "filename": REGISTER.name,
                "agency_id": self.env.ref("thuduc_base.agency_ward_thuduc").id,
                "skip_errors": True,
            }
        )
        run.action_check()
        return run

    def test_every_dossier_stands_where_the_law_puts_it(self):
        oracle, seen, results = Oracle(), set(), {}
        for number, cells in read_rows(REGISTER, 7).items():
            facts = read_facts(cells)
            line = self.lines[number]
            contradicts = facts["judged"] and facts["judged"] < facts["accepted"]
            if facts["code"] in seen:
                expected = "duplicate"
            elif contradicts or facts["court"] == "Tòa án quận 9":
                expected = "error"
            else:
                expected = "new"
                seen.add(facts["code"])
            results[expected] = results.get(expected, 0) + 1
            with self.subTest(row=number, code=facts["code"]):
                self.assertEqual(line.result, expected, line.errors)
                if expected == "new":
                    stages, deadlines = oracle.expect(facts)
                    self.assertEqual(self.stages(line.dossier_id), stages)
                    found = self.deadlines(line.dossier_id, deadlines)
                    self.assertFalse(self.differing(found, deadlines))
        self.assertEqual(sum(results.values()), 300)
        self.assertEqual(len(self.lines), 300)
        self.assertGreater(results["new"], 280)
        self.assertGreater(results["duplicate"], 4)
        self.assertEqual(results["error"], 4)

    def stages(self, dossier):
        """Stage of each proceeding; a new first instance after annulment is apart."""
        running = dossier.proceeding_ids.filtered(
            lambda p: p.active and p.stage_id.code != "P10"
        )
        return {p.type_id.code: p.stage_id.code for p in running}

    def deadlines(self, dossier, expected):
        """What binds or is watched and is certain; of the rest, what the oracle
        knows."""
        told = dossier.deadline_ids.filtered(
            lambda d: (
                (d.severity != "info" and d.rule_id.verified) or d.code in expected
            )
        )
        return {d.code: (d.date_due, d.state) for d in told}

    def differing(self, found, expected):
        """By code: what the product found, and what the law gives."""
        return {
            code: (found.get(code), expected.get(code))
            for code in found.keys() | expected.keys()
            if found.get(code) != expected.get(code)
        }

    def test_importing_again_changes_nothing(self):
        again = self._check()
        changed = again.line_ids.filtered(lambda line: line.result == "update")
        self.assertFalse(changed, changed.mapped("changes"))
        self.assertFalse(again.new_count)
        self.assertEqual(again.unchanged_count, self.register_run.new_count)

    def test_main_stage_is_that_of_the_last_proceeding(self):
        for line in self.lines.values():
            dossier = line.dossier_id
            running = dossier.proceeding_ids.filtered(
                lambda p: p.active and not p.date_end
            )
            if running:
                with self.subTest(row=line.number):
                    self.assertIn(dossier.stage_id, running.stage_id)

    def test_annulled_judgment_is_tried_again(self):
        """LTTHC 241.3: a new first instance follows."""
        retried = 0
        for number, cells in read_rows(REGISTER, 7).items():
            facts = read_facts(cells)
            dossier = self.lines[number].dossier_id
            if dossier and "xét xử lại" in facts["appeal_result"]:
                retried += 1
                active = dossier.proceeding_ids.filtered("active")
                rounds = [proceeding.type_id.code for proceeding in active]
                self.assertEqual(sorted(rounds), ["AP", "FI", "FI"])
        self.assertGreater(retried, 3)

    def test_late_appeal_is_told(self):
        told = [
            line for line in self.lines.values() if "207 LTTHC" in (line.warnings or "")
        ]
        self.assertGreater(len(told), 1)
