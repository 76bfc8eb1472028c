from odoo import api, fields, models

PARTIES = ("plaintiff", "defendant", "related_plaintiff", "related_defendant")
# What the docket says of a party, the last word first.
STATUS_OF = {
    "PARTY_SUCCEEDED": "succeeded",
    "PARTY_DIED": "waiting",
    "PARTY_TERMINATED": "terminated",
    "PARTY_WITHDREW": "withdrew",
}
CLAIM = "FI_INDEPENDENT_CLAIM"


class Party(models.Model):
    """Who takes part in a lawsuit, as what, and whether he still does (LTTHC 53, 59).

    One decision can have sixty plaintiffs: each has his own status. One withdraws, for
    another the case is terminated (143.1.b), a third dies and his heirs step in
    (59.1): all that is read from the docket. The case goes on while one of them stays.
    """

    _inherit = "thuduc.party"

    role = fields.Selection(
        selection_add=[
            ("plaintiff", "Plaintiff"),
            ("defendant", "Defendant"),
            ("related_plaintiff", "Related person, plaintiff's side"),
            ("related_defendant", "Related person, defendant's side"),
            ("related", "Related person with an independent claim"),
            ("representative", "Representative"),
            ("counsel", "Defender of rights and interests"),
            ("witness", "Witness"),
            ("expert", "Expert"),
            ("interpreter", "Interpreter"),
        ],
        ondelete={
            "plaintiff": "set null",
            "defendant": "set null",
            "related_plaintiff": "set null",
            "related_defendant": "set null",
            "related": "set null",
            "representative": "set null",
            "counsel": "set null",
            "witness": "set null",
            "expert": "set null",
            "interpreter": "set null",
        },
    )
    dossier_kind = fields.Selection(related="dossier_id.kind", string="Kind of dossier")
    birth_year = fields.Integer(
        compute="_compute_birth_year",
        store=True,
        readonly=False,
        string="Born in",
        aggregator=None,
    )
    procedural_capacity = fields.Selection(
        [
            ("full", "Acts for himself"),
            ("guardian", "Through a guardian or representative at law"),
        ],
        default="full",
    )
    acts_for_ids = fields.Many2many(
        "thuduc.party",
        "thuduc_party_acts_for_rel",
        "actor_id",
        "party_id",
        copy=False,
        string="Acts for",
        domain="[('dossier_id', '=', dossier_id)]",
        help="Whom this representative or defender stands for.",
    )
    acted_by_ids = fields.Many2many(
        "thuduc.party",
        "thuduc_party_acts_for_rel",
        "party_id",
        "actor_id",
        copy=False,
        string="Represented or defended by",
        domain="[('dossier_id', '=', dossier_id)]",
    )
    mandate = fields.Char(
        string="Paper that gives the power",
        help="Number and date of the authorisation, or of the court's registration.",
    )
    is_e_service = fields.Boolean(
        string="Registered for electronic service",
        help="The day of service is then that of the receipt by the court's portal.",
    )
    e_service_date = fields.Date(string="Registered on")
    e_service_note = fields.Char(
        string="Proof of the registration",
        help="Account, notice of the court, where the receipts are kept.",
    )
    predecessor_id = fields.Many2one(
        "thuduc.party",
        string="Succeeds",
        copy=False,
        index="btree_not_null",
        domain="[('dossier_id', '=', dossier_id)]",
    )
    successor_ids = fields.One2many("thuduc.party", "predecessor_id")
    independent_claim = fields.Text(help="What a related person claims for himself.")
    claim_date = fields.Date(
        compute="_compute_status", store=True, string="Independent claim of"
    )
    event_ids = fields.One2many("thuduc.event", "party_id")
    severed_event_id = fields.Many2one(
        "thuduc.event", readonly=True, copy=False, index="btree_not_null"
    )
    status = fields.Selection(
        [
            ("in", "In the case"),
            ("withdrew", "Withdrew"),
            ("terminated", "Case terminated for this party"),
            ("waiting", "Died or ended, waiting for a successor"),
            ("succeeded", "Succeeded by another"),
            ("severed", "Goes on in a severed lawsuit"),
        ],
        compute="_compute_status",
        store=True,
        index="btree_not_null",
    )
    status_date = fields.Date(compute="_compute_status", store=True, string="Since")

    @api.depends("birth_date")
    def _compute_birth_year(self):
        for party in self:
            party.birth_year = (
                party.birth_date.year if party.birth_date else party.birth_year
            )

    @api.depends(
        "dossier_id.kind",
        "event_ids.date",
        "event_ids.type_id",
        "event_ids.withdrawn",
        "role",
        "severed_event_id.withdrawn",
        "successor_ids.active",
    )
    def _compute_status(self):
        for party in self:
            if party.dossier_id.kind != "case":
                party.update(
                    {"status": False, "status_date": False, "claim_date": False}
                )
                continue
            standing = party.event_ids.filtered(lambda e: not e.withdrawn)
            told = standing.filtered(lambda e: e.code.partition("_")[2] in STATUS_OF)
            last = told.sorted(lambda e: (e.date, e.sequence))[-1:]
            party.status = STATUS_OF.get(
                (last.code or "").partition("_")[2], party._status_otherwise()
            )
            party.status_date = last.date
            claims = standing.filtered(lambda e: e.code == CLAIM).sorted("date")
            party.claim_date = claims[-1:].date

    def _status_otherwise(self):
        """Status when no event speaks of this party alone."""
        self.ensure_one()
        if self.severed_event_id and not self.severed_event_id.withdrawn:
            return "severed"
        if self.role == "defendant" and self.successor_ids:
            return "succeeded"
        return "in"

    @api.depends("name", "predecessor_id.name")
    def _compute_display_name(self):
        for party in self:
            name = party.name or ""
            if party.predecessor_id:
                name = f"{name} (kế thừa {party.predecessor_id.name})"
            party.display_name = name

    def _still_in(self):
        """Those who are parties now: also one whose heirs are still awaited."""
        return self.filtered(lambda p: p.status in ("in", "waiting"))
