from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ..exceptions import LateNumber
from ..tools import numeric_date
from .document import DIRECTIONS

NUMBER = "{number}"
YEAR = "{year}"


class Register(models.Model):
    """A book (sổ) in which one agency numbers its papers, from 1 each year.

    Decree 30/2020/NĐ-CP, Articles 15 and 22. Numbers have no gap, no double, and the
    same order as their dates. Issuing queues on the register's row: who comes second
    waits until the first has committed or given up, then reads the last number that
    was really taken. Nothing is counted elsewhere, so nothing can drift.
    """

    _name = "thuduc.register"
    _description = "Register"
    _order = "agency_id, direction, name"
    _rec_names_search = ["name", "code"]

    name = fields.Char(required=True)
    code = fields.Char(
        required=True, help="Forms name their register by it: one code an agency."
    )
    agency_id = fields.Many2one(
        "thuduc.agency", required=True, index=True, ondelete="restrict"
    )
    direction = fields.Selection(DIRECTIONS, required=True, default="out")
    symbol = fields.Char(
        required=True,
        default=NUMBER,
        help="Number and symbol as printed: {number} and, if used, {year}; e.g. "
        "{number}/QĐ-XPHC.",
    )
    is_default = fields.Boolean(
        string="Usual register",
        help="Takes the papers of this direction that name no register.",
    )
    year_ids = fields.One2many("thuduc.register.year", "register_id", string="Years")
    document_ids = fields.One2many("thuduc.document", "register_id", readonly=True)
    last_number = fields.Integer(compute="_compute_last", string="Last number")
    last_date = fields.Date(compute="_compute_last", string="Last date")
    void_count = fields.Integer(compute="_compute_last", string="Void numbers")
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex(
        "(agency_id, code)", "This agency already has a register of that code."
    )

    @api.depends("name", "agency_id")
    def _compute_display_name(self):
        for register in self:
            agency = register.agency_id
            register.display_name = (
                f"{register.name} ({agency.short_name or agency.name})"
            )

    @api.depends("document_ids.number", "document_ids.state")
    def _compute_last(self):
        """Of the current year."""
        year = fields.Date.context_today(self).year
        for register in self:
            register.last_number, register.last_date = register._last_taken(year)
            register.void_count = self.env["thuduc.document"].search_count(
                [
                    ("register_id", "=", register.id),
                    ("year", "=", year),
                    ("state", "=", "cancelled"),
                ]
            )

    @api.constrains("symbol")
    def _check_symbol(self):
        for register in self:
            if register.symbol.count(NUMBER) != 1:
                raise ValidationError(
                    self.env._(
                        "The symbol must contain {number} once, for instance "
                        "{number}/QĐ-UBND."
                    )
                )

    @api.model
    def _for(self, document):
        """The register in which ``document`` is numbered, as far as that is clear."""
        own = self.search(
            [
                ("agency_id", "=", document.agency_id.id),
                ("direction", "=", document.direction),
            ]
        )
        code = document.form_id.register_code
        if code:
            return own.filtered(lambda register: register.code == code)
        return own.filtered("is_default")[:1] or (own if len(own) == 1 else own[:0])

    @api.model
    def _format_symbol(self, pattern, number, year):
        """Numbers below 10 have two digits (Decree 30/2020/NĐ-CP, Appendix I)."""
        return pattern.replace(NUMBER, f"{number:02}").replace(YEAR, str(year))

    # -- counting ----------------------------------------------------------------------

    def _queue(self):
        """Wait for our turn in these registers; it lasts until the transaction ends.

        The rows are locked, never changed: in a repeatable-read transaction waiting
        for a changed row would end in an error instead of our turn. All are locked in
        the same order, so that no two batches wait for each other.
        """
        for register_id in sorted(self.ids):
            self.env.execute_query(
                SQL(
                    "SELECT id FROM thuduc_register WHERE id = %s FOR NO KEY UPDATE",
                    register_id,
                )
            )

    def _next_number(self, day):
        """The number for a paper dated ``day``; call ``_queue`` before.

        :raises LateNumber: the date is before that of the last number, or to come.
        """
        self.ensure_one()
        if day > fields.Date.context_today(self):
            raise LateNumber(
                self.env._("A paper is not dated in the future: check its date.")
            )
        number, last_date = self._last_taken_now(day.year)
        if last_date and day < last_date:
            raise LateNumber(
                self.env._(
                    "Register “%(register)s” has reached number %(number)s of "
                    "%(last)s; a later number cannot bear an earlier date (%(date)s). "
                    "Date the paper on that day or later.",
                    register=self.name,
                    number=number,
                    last=numeric_date(last_date),
                    date=numeric_date(day),
                )
            )
        return number + 1

    def _last_taken_now(self, year):
        """The last number as it is now: ours, or what others committed meanwhile.

        Our own transaction still sees the world as it was when it began, so a second
        cursor looks with fresh eyes. It only reads.
        """
        own = self._last_taken(year)
        with self.env.registry.cursor() as cursor:
            fresh = self.with_env(self.env(cr=cursor))._last_taken(year)
        return max(own, fresh, key=lambda last: last[0])

    def _last_taken(self, year):
        """Last number of ``year`` and its date, void papers included."""
        self.ensure_one()
        self.env["thuduc.document"].flush_model(["number", "year", "date"])
        self.env["thuduc.register.year"].flush_model()
        [(number, day)] = self.env.execute_query(
            SQL(
                """
                SELECT last.number, last.date
                  FROM (SELECT number, date
                          FROM thuduc_document
                         WHERE register_id = %(register)s
                           AND year = %(year)s
                           AND number > 0
                         UNION ALL
                        SELECT last_number, last_date
                          FROM thuduc_register_year
                         WHERE register_id = %(register)s AND year = %(year)s
                         UNION ALL
                        SELECT 0, NULL) AS last
                 ORDER BY last.number DESC
                 LIMIT 1
                """,
                register=self.id,
                year=year,
            )
        )
        return number, day
