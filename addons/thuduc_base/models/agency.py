from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain


class Agency(models.Model):
    """A public body or one of its units, as a tree.

    Bodies end and others take over their rights and duties (the City of Thủ Đức ended
    on 2025-07-01, its wards succeed it): an agency is never deleted, it gets an end
    date and successors, and its old files keep naming it.
    """

    _name = "thuduc.agency"
    _description = "Agency"
    _parent_store = True
    _order = "parent_path, sequence, name"
    _rec_names_search = ["name", "code", "short_name"]

    name = fields.Char(required=True, index="trigram")
    short_name = fields.Char(help="As written in document symbols, e.g. UBND.")
    code = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    parent_id = fields.Many2one(
        "thuduc.agency", string="Part of", index=True, ondelete="restrict"
    )
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("thuduc.agency", "parent_id", string="Units")
    superior_id = fields.Many2one(
        "thuduc.agency",
        string="Superior body",
        index="btree_not_null",
        help="Printed above the name of the agency on official papers.",
    )
    kind = fields.Selection(
        [
            ("province", "Provincial People's Committee"),
            ("city", "City under the province (until 30 June 2025)"),
            ("commune", "Commune-level People's Committee"),
            ("department", "Department or office"),
            ("team", "Team"),
            ("other", "Other body"),
        ],
        required=True,
        default="department",
    )
    place = fields.Char(help="Place name before the date on official papers.")
    address = fields.Char()
    phone = fields.Char()
    email = fields.Char()
    head_id = fields.Many2one("res.users", index="btree_not_null")
    head_title = fields.Char(string="Title of the head")
    deputy_ids = fields.Many2many(
        "res.users", "thuduc_agency_deputy_rel", string="Deputies"
    )
    member_ids = fields.Many2many(
        "res.users", "thuduc_agency_member_rel", "agency_id", "user_id", "Members"
    )
    date_from = fields.Date(string="Established on")
    date_to = fields.Date(string="Ended on")
    successor_ids = fields.Many2many(
        "thuduc.agency",
        "thuduc_agency_successor_rel",
        "agency_id",
        "successor_id",
        string="Successors",
    )
    predecessor_ids = fields.Many2many(
        "thuduc.agency",
        "thuduc_agency_successor_rel",
        "successor_id",
        "agency_id",
        string="Predecessors",
    )
    succession_basis_id = fields.Many2one("thuduc.legal.document")
    is_current = fields.Boolean(
        compute="_compute_is_current", search="_search_is_current"
    )
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex("(code)", "This agency code is already taken.")
    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_from <= date_to)",
        "An agency cannot end before it is established.",
    )

    @api.depends("date_to")
    def _compute_is_current(self):
        today = fields.Date.context_today(self)
        for agency in self:
            agency.is_current = not agency.date_to or agency.date_to >= today

    def _search_is_current(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("date_to", "=", False) | Domain("date_to", ">=", "today")

    @api.constrains("parent_id")
    def _check_parent_id(self):
        if self._has_cycle():
            raise ValidationError(self.env._("An agency cannot be part of itself."))

    def write(self, vals):
        result = super().write(vals)
        if "member_ids" in vals:
            # Record rules hold the agencies of each user.
            self.env.registry.clear_cache()
        return result

    def _issuer(self):
        """The body in whose name this unit's papers go out: the nearest committee."""
        self.ensure_one()
        agency = self
        while agency.parent_id and agency.kind in ("department", "team"):
            agency = agency.parent_id
        return agency

    def _heads_upwards(self):
        """Heads of this unit and of every body above it, nearest first."""
        self.ensure_one()
        heads = self.env["res.users"]
        agency = self
        while agency:
            heads |= agency.head_id
            agency = agency.parent_id
        return heads
