import re

from odoo import api, fields, models

from ..tools.identity import check_personal_id, check_tax_code
from ..tools.register_cells import (
    UnreadableCell,
    read_amount,
    read_date,
    read_flag,
    read_identity,
    read_text,
    read_year,
)
from ..tools.vietnamese import fold

READERS = {
    "text": read_text,
    "date": read_date,
    "amount": read_amount,
    "flag": read_flag,
    "year": read_year,
}
KINDS = (
    ("cong ty", "organisation"),
    ("chi nhanh", "organisation"),
    ("doanh nghiep", "organisation"),
    ("dntn", "organisation"),
    ("hop tac xa", "organisation"),
    ("truong tieu hoc", "organisation"),
    ("truong thcs", "organisation"),
    ("truong thpt", "organisation"),
    ("ho kinh doanh", "business_household"),
    ("hkd", "business_household"),
    ("ho gia dinh", "household"),
    ("ho ong", "household"),
    ("ho ba", "household"),
)
ABBREVIATIONS = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("toa an nhan dan", "tand"),
    ("tand toi cao", "tandtc"),
    ("van phong", "vp"),
    ("thanh pho", "tp"),
    ("tp hcm", "tp ho chi minh"),
    ("kinh te ha tang va do thi", "kt ht dt"),
    ("tai nguyen va moi truong", "tnmt"),
)


class ImportReading(models.AbstractModel):
    """Reading the cells of a row, and finding what they name."""

    _inherit = "thuduc.import.mapping"

    # -- reading -------------------------------------------------------------------

    @api.model
    def _read_cell(self, row, column):
        value = row.cells.get(column.name)
        if column.kind == "identity":
            return self._read_identity(row, column, value)
        try:
            fact = READERS[column.kind](value)
        except UnreadableCell as problem:
            self._tell_unreadable(row, column, problem)
            return None
        if column.kind == "date" and fact and fact > self._today():
            row.error(
                self.env._(
                    "“%(column)s” is %(date)s, which has not come yet. Check the date.",
                    column=column.heading,
                    date=f"{fact:%d/%m/%Y}",
                )
            )
            return None
        return fact

    @api.model
    def _read_identity(self, row, column, value):
        number, restored = read_identity(value)
        if restored:
            row.warn(
                self.env._(
                    "“%(column)s”: Excel dropped the zero in front; read as "
                    "%(number)s. Check it.",
                    column=column.heading,
                    number=number,
                )
            )
        return number

    @api.model
    def _today(self):
        return fields.Date.context_today(self)

    @api.model
    def _tell_unreadable(self, row, column, problem):
        names = {"column": column.heading, "text": problem.text}
        if problem.code == "partial_date":
            message = self.env._(
                "“%(column)s” says only “%(text)s”: the day is missing, so no deadline "
                "can be counted from it. Fill in the full date (dd/mm/yyyy).",
                **names,
            )
            (row.error if column.required else row.warn)(message)
            return
        messages = {
            "date": self.env._(
                "“%(column)s”: “%(text)s” is not a date. Write it as dd/mm/yyyy.",
                **names,
            ),
            "impossible_date": self.env._(
                "“%(column)s”: there is no such day as “%(text)s”. Check the date.",
                **names,
            ),
            "amount": self.env._(
                "“%(column)s”: “%(text)s” is not an amount. Write only the number, "
                "e.g. 5.000.000.",
                **names,
            ),
            "flag": self.env._(
                "“%(column)s”: “%(text)s” is neither yes nor no. Write “Có” or "
                "“Không”.",
                **names,
            ),
            "year": self.env._(
                "“%(column)s”: “%(text)s” holds no year. Write four digits.", **names
            ),
        }
        row.error(messages[problem.code])

    # -- looking up ----------------------------------------------------------------

    @api.model
    def _simplified(self, text):
        """A name for comparing: no accents, and the usual abbreviations."""
        text = " ".join(re.sub(r"[^a-z0-9]+", " ", fold(text or "")).split())
        for whole, short in ABBREVIATIONS:
            text = text.replace(whole, short)
        return text

    @api.model
    def _lookup(self, memo, model, text, domain=(), names=("name",)):
        """The record of that name: the exact one, else the only one beginning so."""
        known = memo.get(model)
        if known is None:
            known = memo[model] = {}
            for record in self.env[model].search(list(domain)):
                for name in names:
                    known.setdefault(self._simplified(record[name]), record)
            known.pop("", None)
        wanted = self._simplified(text)
        nothing = self.env[model]
        if not wanted or wanted in known:
            return known.get(wanted, nothing)
        beginning = [known[name] for name in known if name.startswith(wanted + " ")]
        known[wanted] = beginning[0] if len(beginning) == 1 else nothing
        return known[wanted]

    @api.model
    def _find_agency(self, row, memo, text):
        """The unit in charge; officers may name only their own."""
        agency = self.env["thuduc.agency"].browse(memo["agency_id"])
        if text:
            named = self._lookup(memo, "thuduc.agency", text, names=("name", "code"))
            if not named:
                row.error(
                    self.env._(
                        "Unit “%(unit)s” is not in the list of agencies. Write its "
                        "name as it stands there, or leave the cell empty.",
                        unit=text,
                    )
                )
            agency = named or agency
        allowed = memo["allowed_agency_ids"]
        if agency and allowed is not None and agency.id not in allowed:
            row.error(
                self.env._(
                    "You may import dossiers of your own unit only, not of “%(unit)s”. "
                    "Ask your head of unit to import this row.",
                    unit=agency.name,
                )
            )
        return agency

    @api.model
    def _find_officer(self, row, memo, text):
        """The officer in charge; whoever imports stands in for an unknown one."""
        if not text:
            return self.env.user
        user = self._lookup(
            memo, "res.users", text, [("share", "=", False)], ("name", "login")
        )
        if not user:
            row.warn(
                self.env._(
                    "No user is called “%(name)s”: the dossier is assigned to you. "
                    "Hand it over afterwards.",
                    name=text,
                )
            )
        return user or self.env.user

    # -- persons -------------------------------------------------------------------

    @api.model
    def _person_values(self, name, number):
        """Kind of a person by the name, and where the number belongs."""
        simplified = self._simplified(name)
        kind = next(
            (kind for start, kind in KINDS if f"{simplified} ".startswith(f"{start} ")),
            "individual",
        )
        place = "tax_code" if kind == "organisation" else "identity_number"
        return {"name": name, "kind": kind, place: number}

    @api.model
    def _check_person(self, row, memo, name, number):
        """One number under two names is a typing mistake somewhere; Hoà is Hòa."""
        if not (name and number):
            return
        known = memo.setdefault("people", {}).setdefault(number, (name, row.number))
        if not self._same_name(known[0], name):
            row.warn(
                self.env._(
                    "Number %(number)s is “%(name)s” here but “%(other)s” in row "
                    "%(row)s. Check which is right.",
                    number=number,
                    name=name,
                    other=known[0],
                    row=known[1],
                )
            )
        doubts = (
            check_personal_id(number) if len(number) != 10 else check_tax_code(number)
        )
        if doubts:
            row.warn(
                self.env._(
                    "“%(number)s” is not a plausible personal number or tax code. "
                    "Check it against the papers.",
                    number=number,
                )
            )
