from odoo import api, fields, models

# What is known of the court goes to the round that a new lawsuit opens.
FIRST_ROUND = ("court_id", "docket_no")


class Case(models.Model):
    """An administrative lawsuit against the agency, from notice to enforcement.

    The file is a dossier; what happens runs in its rounds (first instance, appeal) and
    in one enforcement for each effective judgment. A new lawsuit opens its first round
    by itself. The defendant at filing stays named forever; bodies that end are
    succeeded (LTTHC 59.3, Resolution 01/2025/NQ-HĐTP Article 8).
    """

    _name = "thuduc.case"
    _description = "Administrative Lawsuit"
    _inherit = ["thuduc.dossier.mixin"]
    _inherits = {"thuduc.dossier": "dossier_id"}
    _order = "id desc"
    _rec_names_search = ["name", "title", "docket_no", "plaintiff_names"]

    dossier_id = fields.Many2one(
        "thuduc.dossier", required=True, ondelete="cascade", index=True
    )
    # Dossier fields that the chatter follows and lists group by.
    user_id = fields.Many2one(
        related="dossier_id.user_id",
        inherited=True,
        store=True,
        readonly=False,
        index=True,
        tracking=True,
        default=lambda self: self.env.user,
    )
    agency_id = fields.Many2one(
        related="dossier_id.agency_id",
        inherited=True,
        store=True,
        readonly=False,
        index=True,
        tracking=True,
        default=lambda self: self.env.user.agency_ids[:1],
    )
    stage_id = fields.Many2one(
        related="dossier_id.stage_id",
        store=True,
        index=True,
        tracking=True,
    )
    next_due_date = fields.Date(related="dossier_id.next_due_date", store=True)

    plaintiff_names = fields.Char(
        compute="_compute_plaintiff_names",
        store=True,
        index="trigram",
        string="Plaintiffs",
    )
    defendant_capacity = fields.Selection(
        [
            ("organ", "The People's Committee"),
            ("person", "The Chairman of the People's Committee"),
            ("other", "Another official of the agency"),
        ],
        string="Sued as",
        required=True,
        default="organ",
        tracking=True,
    )
    original_agency_id = fields.Many2one(
        "thuduc.agency",
        string="Defendant at filing",
        index=True,
        required=True,
        default=lambda self: self._default_defendant(),
    )
    current_agency_id = fields.Many2one(
        "thuduc.agency",
        string="Defendant now",
        compute="_compute_current_agency_id",
        store=True,
        index=True,
        tracking=True,
    )
    succession_note = fields.Text(string="Note on the succession")
    object_ids = fields.One2many("thuduc.case.object", "case_id", string="Objects")
    round_ids = fields.One2many("thuduc.case.round", "case_id", string="Rounds")
    enforcement_ids = fields.One2many(
        "thuduc.case.enforcement", "case_id", string="Enforcements"
    )
    authorization_ids = fields.One2many(
        "thuduc.case.authorization", "case_id", string="Representation"
    )
    main_type_id = fields.Many2one(related="main_proceeding_id.type_id")
    stage_code = fields.Char(related="stage_id.code", string="Stage code")
    current_round_id = fields.Many2one(
        "thuduc.case.round", compute="_compute_current_round_id", store=True
    )
    court_id = fields.Many2one(
        related="current_round_id.court_id", store=True, index=True, readonly=False
    )
    docket_no = fields.Char(
        related="current_round_id.docket_no",
        store=True,
        index="trigram",
        readonly=False,
    )
    acceptance_date = fields.Date(
        related="current_round_id.acceptance_date", store=True, string="Accepted on"
    )
    favour = fields.Selection(related="current_round_id.favour", store=True)
    project = fields.Char(help="Land recovery project, if any.")
    land_ref = fields.Char(string="Land", help="Parcel, map sheet, address.")
    ward_id = fields.Many2one(
        "thuduc.agency",
        index="btree_not_null",
        domain="[('kind', '=', 'commune')]",
    )
    deputy_id = fields.Many2one("res.users", string="Deputy in charge")
    damages_claimed = fields.Integer(string="Damages claimed (đồng)")
    parent_case_id = fields.Many2one(
        "thuduc.case", string="Severed from", index="btree_not_null"
    )
    merged_into_id = fields.Many2one(
        "thuduc.case", string="Joined to", index="btree_not_null"
    )

    @api.model
    def _default_defendant(self):
        unit = self.env.user.agency_ids[:1]
        return unit._issuer() if unit else unit

    @api.depends(
        "round_ids.acceptance_date", "round_ids.date_start", "round_ids.active"
    )
    def _compute_current_round_id(self):
        for case in self:
            rounds = case.round_ids.filtered("active")
            case.current_round_id = rounds.sorted(lambda r: r._origin.id or 0)[-1:]

    @api.depends("name", "title", "plaintiff_names")
    def _compute_display_name(self):
        for case in self:
            about = case.title or case.plaintiff_names
            case.display_name = f"{case.name} – {about}" if about else case.name

    @api.model_create_multi
    def create(self, vals_list):
        of_round = [
            {name: vals[name] for name in FIRST_ROUND if vals.get(name)}
            for vals in vals_list
        ]
        cases = super().create(
            [
                {
                    "kind": "case",
                    **{name: vals[name] for name in vals if name not in FIRST_ROUND},
                }
                for vals in vals_list
            ]
        )
        for case, values in zip(cases, of_round, strict=True):
            if not case.proceeding_ids:
                case.dossier_id.open_proceeding(
                    "FI", date_start=case.date_open, **values
                )
        return cases

    def _record_events(self, happened):
        """Record several events, each a code, a date and further values."""
        for code, date, values in happened:
            self.record_event(code, date, **values)

    def _round_of(self, event):
        """The round in whose docket ``event`` stands."""
        return self.round_ids.filtered(lambda r: r.proceeding_id == event.proceeding_id)

    def action_open_intake(self):
        """Open the short form that takes in a notice of acceptance."""
        return self.env["ir.actions.act_window"]._for_xml_id(
            "thuduc_cases.thuduc_case_intake_action"
        )
