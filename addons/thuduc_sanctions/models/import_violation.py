import re

from odoo import api, models
from odoo.fields import Domain

from odoo.addons.thuduc_base.tools.register_cells import UnreadableCell, read_date
from odoo.addons.thuduc_base.tools.vietnamese import fold, format_amount

from .import_violation_columns import COLUMNS

# Laws are told before they come into force.
MAY_LIE_AHEAD = frozenset({"since", "until"})
LABEL = re.compile(r"(?:dieu|khoan|diem|đ)\s*\.?\s*")
AMOUNTS = {
    "fine_min": "least",
    "fine_max": "most",
    "organisation_min": "organisation_least",
    "organisation_max": "organisation_most",
}


class ImportViolation(models.AbstractModel):
    """A list of violations, row by row.

    A row is known again by its code, else by its provision (and its name, where one
    provision has several brackets). An unused row is corrected; a changed bracket of a
    used one becomes a new version from the date in the list.
    """

    _name = "thuduc.import.mapping.violation"
    _inherit = ["thuduc.import.mapping"]
    _description = "Mapping of a List of Violations"

    @api.model
    def _columns(self):
        return COLUMNS

    @api.model
    def _read_cell(self, row, column):
        if column.name in MAY_LIE_AHEAD:
            return self._read_validity(row, column)
        return super()._read_cell(row, column)

    @api.model
    def _parse_row(self, row, memo):
        super()._parse_row(row, memo)
        facts = row.facts
        row.title = facts["name"] or ""
        for name in ("article", "clause", "point"):
            facts[name] = LABEL.sub("", (facts[name] or "").lower()).strip(" .)") or ""
        self._find_decree(row, memo)
        self._find_field_of_violation(row, memo)
        self._read_base(row)
        self._check_amounts(row)
        place = (facts["document_id"], facts["article"], facts["clause"])
        if facts["code"]:
            row.key = facts["code"].upper()
        elif facts["document_id"] and facts["article"] and facts["name"]:
            row.key = (*place, facts["point"], fold(facts["name"]))

    @api.model
    def _read_validity(self, row, column):
        """A date that may lie ahead, which the machinery refuses of facts."""
        try:
            return read_date(row.cells.get(column.name))
        except UnreadableCell as problem:
            self._tell_unreadable(row, column, problem)
            return None

    @api.model
    def _find_decree(self, row, memo):
        """The decree by its number: 16/2022, NĐ 16/2022/NĐ-CP."""
        facts = row.facts
        facts["document_id"] = False
        number = re.search(r"\d{1,4}/\d{4}", facts["decree"] or "")
        if not facts["decree"]:
            return
        if "decrees" not in memo:
            memo["decrees"] = {
                "/".join(document.number.split("/")[:2]): document
                for document in self.env["thuduc.legal.document"].search(
                    [("kind", "in", ("decree", "law"))]
                )
            }
        decree = number and memo["decrees"].get(number[0])
        if not decree:
            row.error(
                self.env._(
                    "Decree “%(decree)s” is not in the list of legal documents. Add it "
                    "there (Configuration) or correct its number.",
                    decree=facts["decree"],
                )
            )
            return
        facts["document_id"] = decree.id
        facts["since"] = facts["since"] or decree.date_from or None
        if not facts["since"]:
            row.warn(self.env._("It is not told from when the provision applies."))

    @api.model
    def _find_field_of_violation(self, row, memo):
        field = self._lookup(
            memo, "thuduc.field", row.facts["field"], names=("name", "code")
        )
        row.facts["field_id"] = field.id
        if row.facts["field"] and not field:
            row.error(
                self.env._(
                    "“%(field)s” is not a known field of management. Write it as in "
                    "the list of fields.",
                    field=row.facts["field"],
                )
            )

    @api.model
    def _read_base(self, row):
        text = fold(row.facts["base"] or "")
        row.facts["base_type"] = (
            "organisation" if "to chuc" in text else "individual" if text else None
        )
        if text and "to chuc" not in text and "ca nhan" not in text:
            row.error(
                self.env._(
                    "“Mức phạt áp dụng cho”: “%(text)s” is neither “Cá nhân” nor "
                    "“Tổ chức”.",
                    text=row.facts["base"],
                )
            )

    @api.model
    def _check_amounts(self, row):
        facts = row.facts
        pairs = (("least", "most"), ("organisation_least", "organisation_most"))
        for least, most in pairs:
            if (facts[least] is None) != (facts[most] is None):
                row.error(self.env._("A bracket needs both its amounts, from and to."))
            elif facts[least] is not None and facts[least] > facts[most]:
                row.error(
                    self.env._("The bracket goes from a higher to a lower amount.")
                )
        if facts["most"] is None and not facts["warning"] and not row.errors:
            row.error(self.env._("There is neither a fine nor a warning. Fill it in."))
        if facts["since"] and facts["until"] and facts["since"] > facts["until"]:
            row.error(self.env._("The provision ends before it comes into force."))

    @api.model
    def _readable(self, value):
        """Amounts as the office writes them."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return format_amount(value)
        return super()._readable(value)

    # -- finding and writing ---------------------------------------------------------

    @api.model
    def _prefetch(self, rows, memo):
        """Versions in the catalogue, the newest first."""
        codes = {row.facts["code"].upper() for row in rows if row.facts["code"]}
        decrees = {row.facts["document_id"] for row in rows}
        known = self.env["thuduc.violation.type"].search(
            Domain("code", "in", list(codes))
            | Domain("document_id", "in", list(decrees)),
            order="date_from desc NULLS LAST, id desc",
        )
        memo["by_code"] = known.grouped(lambda v: v.code.upper())
        memo["by_place"] = known.grouped(
            lambda v: (
                v.document_id.id,
                v.article.lower(),
                (v.clause or "").lower(),
                (v.point or "").lower(),
            )
        )

    @api.model
    def _find(self, row, memo):
        facts = row.facts
        nothing = self.env["thuduc.violation.type"]
        if facts["code"]:
            found = memo["by_code"].get(facts["code"].upper(), nothing)
        else:
            place = tuple(
                facts[n] for n in ("document_id", "article", "clause", "point")
            )
            found = memo["by_place"].get(place, nothing)
            if len(set(found.mapped("code"))) > 1:
                found = found.filtered(lambda v: self._same_name(v.name, facts["name"]))
        of_that_day = found.filtered(
            lambda v: v.date_from and v.date_from == facts["since"]
        )
        return (of_that_day or found)[:1]

    @api.model
    def _apply_row(self, row, violation, memo):
        values = self._prepare_violation(row, violation)
        if not violation:
            return self.env["thuduc.violation.type"].create(
                {
                    "code": self._make_code(row),
                    "base_type": "individual",
                    "date_from": row.facts["since"] or False,
                    **values,
                }
            )
        labels = {
            name: self._describe_change(violation, name, values[name])
            for name in values
            if name != "consequence_ids" and name in violation._differing(values)
        }
        if "consequence_ids" in values:
            measures = violation._fields["consequence_ids"]
            labels["consequence_ids"] = measures._description_string(self.env)
        before = violation.id
        violation, changed = violation._bring_in_line(violation, values)
        row.changes += [labels[name] for name in labels if name in changed]
        if violation.id != before:
            row.changes.append(
                self.env._("New version from %s", self._readable(violation.date_from))
            )
        return violation

    @api.model
    def _prepare_violation(self, row, violation):
        """What the list says; blanks say nothing, so they change nothing."""
        facts = row.facts
        values = {
            "name": facts["name"],
            "document_id": facts["document_id"],
            "field_id": facts["field_id"],
            "article": facts["article"],
            "clause": facts["clause"],
            "point": facts["point"],
            "base_type": facts["base_type"],
            "warning_allowed": facts["warning"],
            "verified": facts["verified"],
            "note": facts["note"],
            "date_from": facts["since"],
            "date_to": facts["until"],
            **{name: facts[fact] for name, fact in AMOUNTS.items()},
        }
        said = {
            n: value for n, value in values.items() if value not in (None, False, "")
        }
        said |= {
            name: value
            for name, value in values.items()
            if value is False and name in ("warning_allowed", "verified")
        }
        measures = self._prepare_measures(facts, violation)
        return said | ({"consequence_ids": measures} if measures else {})

    @api.model
    def _prepare_measures(self, facts, violation):
        """Commands that replace the measures, or none if they are the same."""
        model = self.env["thuduc.violation.consequence"]
        wanted = [
            *model._prepare_from_text(facts["supplementary"], "supplementary"),
            *model._prepare_from_text(facts["remedies"], "remedy"),
        ]
        known = [fold(measure.wording) for measure in violation.consequence_ids]
        if not wanted or sorted(known) == sorted(
            fold(row["wording"]) for row in wanted
        ):
            return []
        return model._commands_replacing(wanted)

    @api.model
    def _make_code(self, row):
        """A code that tells the provision, for rows that give none."""
        facts = row.facts
        if facts["code"]:
            return facts["code"].upper()
        document = self.env["thuduc.legal.document"].browse(facts["document_id"])
        return self.env["thuduc.violation.type"]._next_code(
            document, facts["article"], facts["clause"], facts["point"]
        )
