import re

from odoo import api, models

from odoo.addons.thuduc_base.tools.register_cells import (
    UnreadableCell,
    find_date,
    read_date,
)
from odoo.addons.thuduc_base.tools.vietnamese import fold

from .import_case_columns import COLUMNS

NUMBER = re.compile(r"(?:QĐ|Quyết định)\s*(?:số)?\s*([\w./-]*\d[\w./-]*)", re.I)
# What a result of the register is called in the product: words that it must hold.
RESULTS = (
    ("TERM_B", "FI_TERMINATED", ("dinh chi", "rut don")),
    (None, "FI_TERMINATED", ("dinh chi",)),
    ("FI_PART", "FI_JUDGMENT_PRONOUNCED", ("mot phan",)),
    ("FI_REJECTED", "FI_JUDGMENT_PRONOUNCED", ("bac",)),
    ("FI_ACCEPTED", "FI_JUDGMENT_PRONOUNCED", ("chap nhan",)),
)
APPEAL_RESULTS = (
    ("AP_UPHELD", "AP_JUDGMENT", ("giu nguyen",)),
    ("AP_ANNULLED", "AP_JUDGMENT", ("huy", "dinh chi")),
    ("AP_RETRIAL", "AP_JUDGMENT", ("huy",)),
    ("AP_AMENDED_PART", "AP_JUDGMENT", ("sua", "mot phan")),
    ("AP_AMENDED_WIN", "AP_JUDGMENT", ("sua", "bac")),
    ("AP_AMENDED_LOSE", "AP_JUDGMENT", ("sua", "chap nhan")),
    (None, "AP_TERMINATED", ("dinh chi",)),
)
APPELLANTS = (
    ("FI_PROTEST", ("khang nghi", "vks", "vien kiem sat")),
    ("FI_APPEAL_OWN", ("bi kien", "nbk", "ubnd", "uy ban")),
    ("FI_APPEAL_OTHER", ("khoi kien", "nkk", "lien quan", "nlq", "duong su")),
)
COMPLAINTS = (
    ("lan hai", "complaint_second"),
    ("giai quyet khieu nai", "complaint_first"),
)


class ImportCaseReading(models.AbstractModel):
    """What the cells of a lawsuit mean: courts, bodies, decisions, results."""

    _inherit = "thuduc.import.mapping.case"

    # -- reading -------------------------------------------------------------------

    @api.model
    def _parse_row(self, row, memo):
        super()._parse_row(row, memo)
        facts = row.facts
        row.title = " – ".join(
            filter(None, (facts["code"] or facts["docket"], facts["plaintiff"]))
        )
        facts["agency_id"] = self._find_agency(row, memo, facts["unit"]).id
        facts["user_id"] = self._find_officer(row, memo, facts["officer"]).id
        facts["court_id"] = self._find_court(row, memo, "court").id
        facts["appeal_court_id"] = self._find_court(row, memo, "appeal_court").id
        facts["field_id"] = self._find_field(row, memo).id
        self._check_person(row, memo, facts["plaintiff"], facts["number"])
        self._read_defendant(row, memo)
        self._read_object(row)
        self._read_result(row, memo, "judged", "result", RESULTS)
        self._read_result(row, memo, "appeal_judged", "appeal_result", APPEAL_RESULTS)
        self._read_appeal(row)
        row.key = facts["code"] or self._natural_key(facts)
        self._check_docket(row, memo)

    @api.model
    def _natural_key(self, facts):
        if not (facts["court_id"] and facts["docket"]):
            return None
        return (facts["court_id"], re.sub(r"\s+", "", facts["docket"]).lower())

    @api.model
    def _find_court(self, row, memo, name):
        text = row.facts[name]
        court = self._lookup(memo, "thuduc.court", text, names=("name", "short_name"))
        if text and not court:
            row.error(
                self.env._(
                    "Court “%(court)s” is not in the list of courts. Write its name as "
                    "it stands there.",
                    court=text,
                )
            )
        return court

    @api.model
    def _find_field(self, row, memo):
        """“Đất đai – thu hồi đất” is the narrower one, else the wider one."""
        text = row.facts["field"]
        parts = [text, *reversed(re.split(r"\s[–-]\s", text or ""))]
        for part in parts:
            found = self._lookup(memo, "thuduc.field", part)
            if found:
                return found
        if text:
            row.warn(
                self.env._(
                    "“%(field)s” is not a known field of management; choose it in the "
                    "dossier.",
                    field=text,
                )
            )
        return self.env["thuduc.field"]

    @api.model
    def _read_defendant(self, row, memo):
        """The committee or its chairman; a body that is not listed stays in words."""
        facts = row.facts
        text = facts["defendant"] or ""
        chairman = fold(text).startswith("chu tich ")
        facts["capacity"] = "person" if chairman else "organ"
        body = text.split(" ", 2)[-1] if chairman else text
        agency = self._lookup(memo, "thuduc.agency", body, names=("name", "code"))
        if not agency:
            unit = self.env["thuduc.agency"].browse(facts["agency_id"])
            agency = unit._issuer() if unit else unit
            row.warn(
                self.env._(
                    "“%(name)s” is not in the list of agencies: %(agency)s is entered "
                    "as defendant. Correct it in the dossier.",
                    name=body,
                    agency=agency.name,
                )
            )
        facts["defendant_id"] = agency.id

    @api.model
    def _read_object(self, row):
        """Number, date and subject of the decision that is challenged."""
        text = row.facts["object"] or ""
        number = NUMBER.search(text)
        try:
            day = find_date(text)
        except UnreadableCell:
            day = None
        folded = fold(text)
        kind = next((kind for words, kind in COMPLAINTS if words in folded), "decision")
        if not number and folded.startswith("hanh vi"):
            kind = "omission" if "khong" in folded else "act"
        row.facts["object_values"] = {
            "kind": kind,
            "number": number[1] if number else False,
            "date": day,
            "excerpt": text or False,
        }

    @api.model
    def _read_result(self, row, memo, day, name, known):
        """What the court decided: the event and its outcome."""
        facts = row.facts
        folded = f" {fold(facts[name] or '')} "
        found = next(
            (
                (outcome, event)
                for outcome, event, words in known
                if all(word in folded for word in words)
            ),
            None,
        )
        if facts[name] and not found:
            row.warn(
                self.env._(
                    "Result “%(result)s” was not understood: the judgment is recorded "
                    "without its outcome. Choose it in the dossier.",
                    result=facts[name],
                )
            )
        outcome, event = found or (None, known[1 if day == "judged" else 0][1])
        if not found and day == "judged":
            event = "FI_JUDGMENT_PRONOUNCED"
        facts[f"{day}_event"] = event
        facts[f"{day}_outcome_id"] = self._outcome(memo, outcome).id

    @api.model
    def _outcome(self, memo, code):
        if "outcomes" not in memo:
            outcomes = self.env["thuduc.case.outcome"].search([("code", "!=", False)])
            memo["outcomes"] = {outcome.code: outcome for outcome in outcomes}
        return memo["outcomes"].get(code, self.env["thuduc.case.outcome"])

    @api.model
    def _read_appeal(self, row):
        """Who appealed, and when, from one cell: “Người bị kiện - 02/10/2023”."""
        facts, text = row.facts, row.facts["appeal"]
        facts["appeal_event"] = facts["appealed"] = None
        if not text or fold(text) in ("khong", "khong khang cao"):
            return
        column = next(column for column in COLUMNS if column.name == "appeal")
        try:
            facts["appealed"] = find_date(text) or read_date(text)
        except UnreadableCell as problem:
            self._tell_unreadable(row, column, problem)
            return
        folded = fold(text)
        facts["appeal_event"] = next(
            (code for code, words in APPELLANTS if any(w in folded for w in words)),
            None,
        )
        if not facts["appeal_event"]:
            row.error(
                self.env._(
                    "“%(column)s”: “%(text)s” does not say who appealed. Write e.g. "
                    "“Người khởi kiện - 02/10/2025”.",
                    column=column.heading,
                    text=text,
                )
            )

    @api.model
    def _check_docket(self, row, memo):
        """One docket number of a court is one lawsuit, whatever its code."""
        key = self._natural_key(row.facts)
        other = memo.setdefault("dockets", {}).setdefault(key, row) if key else row
        if other.key != row.key:
            row.error(
                self.env._(
                    "Docket number %(docket)s of this court is that of row %(row)s "
                    "already. Check the number.",
                    docket=row.facts["docket"],
                    row=other.number,
                )
            )
