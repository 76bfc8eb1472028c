from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from odoo.addons.thuduc_base.tools import format_amount

from ..decree_text import place_of, read_citation

MILLION, THOUSAND = 1_000_000, 1_000
# Places are sorted as the law counts: point đ after d, clause 10 after 9.
SORTED_PLACES = "{:04}{:02}.{:04}{:02}.{:02}{:02}"


class ViolationType(models.Model):
    """One act of the catalogue: where it is written and what it costs.

    The amounts are those of the decree, for the kind of person that it names; an act
    in a file takes a frozen copy and converts it to its violator. A change of law is a
    new version with its own validity; a row that a file uses is never rewritten.
    """

    _name = "thuduc.violation.type"
    _description = "Violation of the Catalogue"
    _order = "document_id, place, date_from desc, code"

    name = fields.Char(string="Violation", required=True, index="trigram")
    code = fields.Char(required=True)
    field_id = fields.Many2one("thuduc.field", index=True)
    document_id = fields.Many2one(
        "thuduc.legal.document", string="Decree", required=True, index=True
    )
    article = fields.Char(required=True)
    clause = fields.Char()
    point = fields.Char()
    article_number = fields.Integer(
        string="Article number", compute="_compute_place", store=True, aggregator=None
    )
    place = fields.Char(compute="_compute_place", store=True, index=True)
    provision = fields.Char(compute="_compute_provision")
    cited = fields.Char(
        string="Provision cited", compute="_compute_cited", store=True, index="trigram"
    )
    base_type = fields.Selection(
        [("individual", "Individual"), ("organisation", "Organisation")],
        string="Amounts are for",
        required=True,
        default="individual",
    )
    fine_min = fields.Float(string="Fine from (VND)", digits=(16, 0))
    fine_max = fields.Float(string="Fine to (VND)", digits=(16, 0))
    organisation_min = fields.Float(
        string="Organisations from (VND)",
        digits=(16, 0),
        help="Only where the decree states a bracket of its own for organisations.",
    )
    organisation_max = fields.Float(string="Organisations to (VND)", digits=(16, 0))
    organisation_factor = fields.Float(
        string="Factor for organisations",
        digits=(4, 2),
        help="Only where the decree states another factor than the law (0: the law's).",
    )
    percent_min = fields.Float(string="From (%)", digits=(6, 2))
    percent_max = fields.Float(string="To (%)", digits=(6, 2))
    percent_of = fields.Char(
        string="Percentage of",
        help="Where the fine is a share of an amount; the fine is then limited to the "
        "bracket.",
    )
    bracket = fields.Char(compute="_compute_bracket")
    warning_allowed = fields.Boolean(string="Warning possible")
    consequence_ids = fields.One2many(
        "thuduc.violation.consequence",
        "violation_type_id",
        string="Supplementary sanctions and remedies",
        copy=True,
    )
    suspends_licence = fields.Boolean(
        string="Licence or activity may be suspended",
        compute="_compute_from_consequences",
        store=True,
        help="Gives the right to explain whatever the fine (Law 15/2012, Art. 61.1).",
    )
    supplementary = fields.Text(
        string="Supplementary sanctions",
        compute="_compute_from_consequences",
        store=True,
    )
    remedies = fields.Text(compute="_compute_from_consequences", store=True)
    date_from = fields.Date(string="In force from")
    date_to = fields.Date(string="In force until")
    replaced_by_id = fields.Many2one(
        "thuduc.violation.type",
        index="btree_not_null",
        copy=False,
    )
    replaces_ids = fields.One2many("thuduc.violation.type", "replaced_by_id")
    verified = fields.Boolean(
        copy=False,
        help="Article and amounts were compared with the text of the decree.",
    )
    note = fields.Text()
    act_ids = fields.One2many("thuduc.sanction.act", "violation_type_id")
    act_count = fields.Integer(string="Used in", compute="_compute_act_count")
    active = fields.Boolean(default=True)
    query = fields.Char(
        string="Words or article",
        compute="_compute_query",
        search="_search_query",
        help="Words without accents, or a place: điều 15 khoản 2 điểm a.",
    )

    _code_uniq = models.UniqueIndex(
        "(code, COALESCE(date_from, '0001-01-01'))",
        "This violation is already in the catalogue.",
    )
    _bracket_in_order = models.Constraint(
        "CHECK (0 <= fine_min AND fine_min <= fine_max)",
        "The bracket of a fine goes from the lower to the higher amount.",
    )
    _organisations_in_order = models.Constraint(
        "CHECK (0 <= organisation_min AND organisation_min <= organisation_max)",
        "The bracket for organisations goes from the lower to the higher amount.",
    )
    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_from <= date_to)",
        "A violation cannot end before it comes into force.",
    )

    @api.depends("article", "clause", "point")
    def _compute_place(self):
        """Where the provision stands in its decree, in the order of the law."""
        for violation in self:
            labels = violation.article, violation.clause, violation.point
            (article, a, _i), (clause, c, _j), (_k, letter, more) = map(
                place_of, labels
            )
            violation.article_number = article
            violation.place = SORTED_PLACES.format(article, a, clause, c, letter, more)

    @api.depends("article", "clause", "point", "document_id.number")
    def _compute_provision(self):
        for violation in self:
            violation.provision = violation._cite()

    @api.depends("article", "clause", "point", "document_id.number")
    def _compute_cited(self):
        for violation in self:
            violation.cited = (
                f"{violation._short_place()} {violation.document_id.number}"
            )

    def _short_place(self):
        """The provision as officers write it: Đ16.7.a."""
        parts = (self.article, self.clause, self.point)
        return "Đ" + ".".join(part for part in parts if part)

    def _cite(self):
        """Point, clause, article and decree, as the official forms cite them."""
        self.ensure_one()
        parts = [
            self.point and f"điểm {self.point}",
            self.clause and f"khoản {self.clause}",
            f"Điều {self.article}",
        ]
        cited = " ".join(part for part in parts if part)
        cited = cited[0].upper() + cited[1:]
        return f"{cited} Nghị định số {self.document_id.number}"

    @api.depends(
        "fine_min",
        "fine_max",
        "percent_min",
        "percent_max",
        "percent_of",
        "warning_allowed",
    )
    def _compute_bracket(self):
        for violation in self:
            violation.bracket = violation._describe_bracket()

    def _describe_bracket(self):
        """What the act costs, short: 40 – 60 triệu đồng."""
        if self.percent_max:
            fine = self.env._(
                "%(least)s – %(most)s%% of %(what)s",
                least=_readable(self.percent_min),
                most=_readable(self.percent_max),
                what=self.percent_of or "",
            )
        elif self.fine_max:
            fine = self._describe_amounts(int(self.fine_min), int(self.fine_max))
        else:
            return self.env._("Warning") if self.warning_allowed else ""
        if self.warning_allowed:
            return self.env._("Warning or %s", fine)
        return fine

    def _describe_amounts(self, least, most):
        """Two amounts in the largest unit in which both are short."""
        if most >= MILLION and least % (MILLION // 10) == most % (MILLION // 10) == 0:
            if least >= MILLION or not least:
                return self.env._("%s million đồng", _span(least, most, MILLION))
            return self.env._(
                "%(least)s thousand – %(most)s million đồng",
                least=_readable(least / THOUSAND),
                most=_readable(most / MILLION),
            )
        if least % THOUSAND == most % THOUSAND == 0 and most < MILLION:
            return self.env._("%s thousand đồng", _span(least, most, THOUSAND))
        return f"{format_amount(least)} – {format_amount(most)} đồng"

    @api.depends(
        "consequence_ids.kind",
        "consequence_ids.measure",
        "consequence_ids.wording",
        "consequence_ids.sequence",
    )
    def _compute_from_consequences(self):
        for violation in self:
            rows = violation.consequence_ids.sorted("sequence")
            by_kind = rows.grouped("kind")
            none = rows.browse()
            violation.supplementary = by_kind.get("supplementary", none)._wordings()
            violation.remedies = by_kind.get("remedy", none)._wordings()
            violation.suspends_licence = bool(
                rows.filtered(lambda row: row.measure in ("licence", "suspension"))
            )

    @api.depends("act_ids")
    def _compute_act_count(self):
        counts = dict(
            self.env["thuduc.sanction.act"]._read_group(
                [("violation_type_id", "in", self.ids)],
                ["violation_type_id"],
                ["__count"],
            )
        )
        for violation in self:
            violation.act_count = counts.get(violation._origin, 0)

    @api.depends("code", "name", "article", "clause", "point")
    def _compute_display_name(self):
        for violation in self:
            violation.display_name = f"{violation.name} ({violation._short_place()})"

    # -- searching -------------------------------------------------------------------

    def _compute_query(self):
        self.query = False

    @api.model
    def _search_query(self, operator, value):
        """Words in any order, without accents, and places of a decree."""
        if operator not in ("ilike", "=") or not isinstance(value, str):
            return NotImplemented
        return self._domain_query(value)

    @api.model
    def _search_display_name(self, operator, value):
        """Choosing an act in a file understands what the search box does."""
        if operator == "ilike" and isinstance(value, str) and value:
            return self._domain_query(value)
        return super()._search_display_name(operator, value)

    @api.model
    def _domain_query(self, text):
        cited = read_citation(text)
        domain = Domain.TRUE
        for name in ("article", "clause", "point"):
            if getattr(cited, name):
                domain &= Domain(name, "=ilike", getattr(cited, name))
        if cited.decree:
            domain &= Domain("document_id.number", "=like", f"{cited.decree}/%")
        for word in cited.words.split():
            domain &= (
                Domain("name", "ilike", word)
                | Domain("code", "=ilike", word)
                | Domain("field_id.name", "ilike", word)
                | Domain("cited", "ilike", word)
            )
        return domain

    @api.model
    def _domain_in_force(self, day):
        return (Domain("date_from", "=", False) | Domain("date_from", "<=", day)) & (
            Domain("date_to", "=", False) | Domain("date_to", ">=", day)
        )

    def _is_in_force(self, day):
        self.ensure_one()
        return not (
            (self.date_from and day < self.date_from)
            or (self.date_to and day > self.date_to)
        )

    @api.constrains("replaced_by_id")
    def _check_replaced_by_id(self):
        for violation in self:
            later = violation.replaced_by_id
            if later == violation or (later and violation in later.replaced_by_id):
                raise ValidationError(
                    self.env._("A violation cannot be replaced by itself.")
                )

    # -- what it costs whom -----------------------------------------------------------

    def _stated_for_organisations(self):
        """The bracket that the decree itself states for organisations, if it does."""
        self.ensure_one()
        if self.organisation_max:
            return self.organisation_min, self.organisation_max
        return None

    def action_view_acts(self):
        """Files that apply this provision."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "thuduc_sanctions.thuduc_sanction_action"
        )
        return {
            **action,
            "display_name": self.display_name,
            "domain": [("act_ids.violation_type_id", "=", self.id)],
            "context": {},
        }


def _readable(number):
    return f"{number:,.1f}".removesuffix(".0").replace(",", " ").replace(".", ",")


def _span(least, most, unit):
    if least == most:
        return _readable(most / unit)
    return f"{_readable(least / unit)} – {_readable(most / unit)}"
