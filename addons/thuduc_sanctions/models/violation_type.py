from odoo import api, fields, models


class ViolationType(models.Model):
    """One act of the catalogue: where it is written and what it costs.

    The amounts are those of the decree, for the kind of person that it names; an act
    in a file takes a frozen copy and converts it to its violator.
    """

    _name = "thuduc.violation.type"
    _description = "Violation of the Catalogue"
    _order = "field_id, document_id, code"
    _rec_names_search = ["name", "code", "article"]

    name = fields.Char(string="Violation", required=True, index="trigram")
    code = fields.Char(required=True)
    field_id = fields.Many2one("thuduc.field", index=True)
    document_id = fields.Many2one(
        "thuduc.legal.document", string="Decree", required=True, index=True
    )
    article = fields.Char(required=True)
    clause = fields.Char()
    point = fields.Char()
    provision = fields.Char(compute="_compute_provision")
    base_type = fields.Selection(
        [("individual", "Individual"), ("organisation", "Organisation")],
        string="Amounts are for",
        required=True,
        default="individual",
    )
    fine_min = fields.Float(string="Fine from (VND)", digits=(16, 0))
    fine_max = fields.Float(string="Fine to (VND)", digits=(16, 0))
    warning_allowed = fields.Boolean(string="Warning possible")
    suspends_licence = fields.Boolean(
        string="Licence or activity may be suspended",
        help="Gives the right to explain whatever the fine (Law 15/2012, Art. 61.1).",
    )
    supplementary = fields.Text(string="Supplementary sanctions")
    remedies = fields.Text()
    date_from = fields.Date(string="In force from")
    date_to = fields.Date(string="In force until")
    verified = fields.Boolean(
        help="Article and amounts were compared with the text of the decree."
    )
    note = fields.Text()
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex(
        "(code, COALESCE(date_from, '0001-01-01'))",
        "This violation is already in the catalogue.",
    )
    _bracket_in_order = models.Constraint(
        "CHECK (0 <= fine_min AND fine_min <= fine_max)",
        "The bracket of a fine goes from the lower to the higher amount.",
    )
    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_from <= date_to)",
        "A violation cannot end before it comes into force.",
    )

    @api.depends("article", "clause", "point", "document_id.number")
    def _compute_provision(self):
        for violation in self:
            violation.provision = violation._cite()

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

    @api.depends("code", "name", "article", "clause", "point")
    def _compute_display_name(self):
        for violation in self:
            cited = ".".join(
                part
                for part in (violation.article, violation.clause, violation.point)
                if part
            )
            violation.display_name = f"{violation.name} (Đ{cited})"
