import re

from odoo import api, models

from odoo.addons.thuduc_base.tools.vietnamese import fold

PROVISION = {
    "point": re.compile(r"\bdiem\s+(đ|[a-z])\b"),
    "clause": re.compile(r"\bkhoan\s+(\d+)"),
    "article": re.compile(r"\bdieu\s+(\d+[a-z]?)"),
    "decree": re.compile(r"(\d+/\d{4}/n[dđ]-cp)"),
}


class ImportSanctionViolation(models.AbstractModel):
    """Which act of the catalogue the register cites."""

    _inherit = "thuduc.import.mapping.sanction"

    @api.model
    def _read_violation(self, row, memo):
        """The catalogue's entry, where the register cites it and the fine fits."""
        facts = row.facts
        facts["field_id"] = facts["violation_type_id"] = False
        cited = self._cited(facts["provision"])
        violation = self._catalogue(memo).get(cited) or self._catalogue(memo).get(
            (*cited[:3], "")
        )
        # An act is judged by the law of its day.
        day = facts["detected"] or facts["minutes_day"]
        if violation and day and self._fits(violation, row, day):
            facts["violation_type_id"] = violation.id
            facts["field_id"] = violation.field_id.id
            return
        field = self._lookup(memo, "thuduc.field", facts["field"])
        facts["field_id"] = field.id
        if facts["field"] and not field:
            row.warn(
                self.env._(
                    "“%(field)s” is not a known field of management; choose it in the "
                    "dossier (it decides the limitation).",
                    field=facts["field"],
                )
            )

    @api.model
    def _cited(self, text):
        folded = fold(text or "")
        found = {name: rule.search(folded) for name, rule in PROVISION.items()}
        parts = {name: match[1] if match else "" for name, match in found.items()}
        return (
            parts["decree"].upper().replace("Đ", "D"),
            parts["article"],
            parts["clause"],
            parts["point"],
        )

    @api.model
    def _catalogue(self, memo):
        """Entries by citation; what several entries share is left to people."""
        if "catalogue" not in memo:
            found = {}
            for violation in self.env["thuduc.violation.type"].search(
                [("code", "!=", False)]
            ):
                decree = violation.document_id.number.upper().replace("Đ", "D")
                key = (
                    decree,
                    violation.article or "",
                    violation.clause or "",
                    violation.point or "",
                )
                found[key] = violation if key not in found else None
            memo["catalogue"] = found
        return memo["catalogue"]

    @api.model
    def _fits(self, violation, row, day):
        """In force on the day, and the fine within its bracket for this person."""
        if not violation._is_in_force(day):
            return False
        fine = row.facts["fine"]
        if not fine:
            return True
        organisation = self._is_organisation(row)
        factor = 1
        if (violation.base_type == "organisation") != organisation:
            double = self.env["thuduc.sanction.parameter"]._value(
                "organisation_factor", day
            )
            factor = double if organisation else 1 / double
        if violation.fine_min * factor <= fine <= violation.fine_max * factor:
            return True
        row.warn(
            self.env._(
                "The fine lies outside the bracket of %(provision)s in the catalogue; "
                "the act is taken over as it is written.",
                provision=violation.provision,
            )
        )
        return False

    @api.model
    def _is_organisation(self, row):
        values = self._person_values(row.facts["violator"] or "", None)
        return values["kind"] == "organisation"
