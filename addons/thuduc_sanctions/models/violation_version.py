from datetime import timedelta

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import format_date

# What a file was judged by: a used row keeps it for ever.
LAW = frozenset(
    {
        "article",
        "base_type",
        "clause",
        "consequence_ids",
        "document_id",
        "fine_max",
        "fine_min",
        "organisation_factor",
        "organisation_max",
        "organisation_min",
        "percent_max",
        "percent_min",
        "percent_of",
        "point",
        "warning_allowed",
    }
)
AMOUNTS = LAW - {"article", "clause", "consequence_ids", "document_id", "point"}


class ViolationVersion(models.Model):
    """A provision changes by a new version, so that old acts keep their law."""

    _inherit = "thuduc.violation.type"

    def write(self, vals):
        """A used row keeps what files were judged by.

        The addon's own data may still correct it (superuser): files hold a frozen copy.
        """
        if not self.env.su:
            for violation in self.filtered("act_count"):
                changed = violation._differing(vals) & LAW
                if changed:
                    raise UserError(
                        self.env._(
                            "“%(violation)s” is used in %(count)s file(s), so its "
                            "provision and amounts stay. Make a new version with the "
                            "date from which the new amounts apply.",
                            violation=violation.name,
                            count=violation.act_count,
                        )
                    )
        return super().write(vals)

    def _differing(self, values):
        """Names of the fields that ``values`` would change."""
        self.ensure_one()
        differing = set()
        for name, value in values.items():
            field = self._fields[name]
            old = field.convert_to_write(self[name], self)
            if field.type == "one2many":
                if any(command[0] != Command.LINK for command in value or ()):
                    differing.add(name)
            elif (old or False) != (value or False):
                differing.add(name)
        return differing

    def _new_version(self, values, date_from):
        """The provision as it is from ``date_from`` on; the old one ends then.

        :raises UserError: the date is missing, or not after the old version's.
        """
        self.ensure_one()
        if not date_from or (self.date_from and date_from <= self.date_from):
            raise UserError(
                self.env._(
                    "“%(violation)s” applies from %(date)s. Give a later date from "
                    "which the changed provision applies.",
                    violation=self.name,
                    date=format_date(self.env, self.date_from) or "…",
                )
            )
        new = self.copy(
            {"verified": False, **values, "date_from": date_from, "date_to": False}
        )
        self.write({"date_to": date_from - timedelta(days=1), "replaced_by_id": new.id})
        return new

    @api.model
    def _bring_in_line(self, violation, values):
        """Let the catalogue say what ``values`` says.

        An unused row is corrected; a used one, or one whose law begins later, gets a
        new version.

        :param violation: the row that is known, or none.
        :return: the row and the names of what changed.
        """
        if not violation:
            return self.create(values), set()
        changed = violation._differing(values)
        later = values.get("date_from")
        is_later = later and violation.date_from and later > violation.date_from
        if changed & AMOUNTS and (violation.act_count or is_later):
            return violation._new_version(values, later), changed
        if is_later:
            changed.discard("date_from")
        if violation.act_count:
            changed -= LAW
        if changed:
            violation.write({name: values[name] for name in changed})
        return violation, changed

    @api.model
    def _next_code(self, document, article, clause, point):
        """A code from the provision, numbered where a provision has several rows."""
        decree = "/".join((document.number or "").split("/")[:2])
        place = ".".join(part for part in (article, clause, point) if part)
        code = f"{decree}-{place}"
        # Archived rows keep their codes.
        taken = set(
            self.with_context(active_test=False)
            .search([("code", "=like", f"{code}%")])
            .mapped("code")
        )
        number, free = 1, code
        while free in taken:
            number += 1
            free = f"{code}#{number}"
        return free
