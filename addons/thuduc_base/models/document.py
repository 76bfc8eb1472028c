from odoo import api, fields, models
from odoo.exceptions import ValidationError

DIRECTIONS = [("out", "Outgoing"), ("in", "Incoming"), ("internal", "Internal")]
CAPACITIES = [
    ("head", "As head"),
    ("collective", "On behalf of the collective (TM.)"),
    ("deputy", "For the head (KT.)"),
    ("collective_deputy", "On behalf of the collective, for the head (TM., KT.)"),
    ("acting", "As acting head (Q.)"),
    ("order", "By order (TL.)"),
    ("authorised", "By authorisation (TUQ.)"),
]
DEPUTY_OF = {"head": "deputy", "collective": "collective_deputy"}


class Document(models.Model):
    """An official paper, issued once.

    It is drafted, approved, then numbered, signed and issued in one step. From then
    on its number, content and file are frozen (Decree 30/2020/NĐ-CP, Articles 14–19):
    only another paper corrects, amends or cancels it. Incoming papers take an arrival
    number in the incoming register (Article 22).
    """

    _name = "thuduc.document"
    _description = "Official Paper"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "date desc, number desc, id desc"
    _rec_names_search = ["name", "subject"]

    name = fields.Char(
        string="Number and symbol", readonly=True, copy=False, index="trigram"
    )
    subject = fields.Char(required=True, index="trigram")
    direction = fields.Selection(
        DIRECTIONS,
        required=True,
        compute="_compute_direction",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("submitted", "Submitted"),
            ("approved", "Approved"),
            ("issued", "Issued"),
            ("cancelled", "Void"),
        ],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    dossier_id = fields.Many2one(
        "thuduc.dossier", index=True, ondelete="restrict", tracking=True
    )
    proceeding_id = fields.Many2one(
        "thuduc.proceeding", index="btree_not_null", ondelete="restrict"
    )
    party_id = fields.Many2one(
        "thuduc.party", string="Person concerned", index="btree_not_null"
    )
    form_id = fields.Many2one("thuduc.form", index="btree_not_null")
    agency_id = fields.Many2one(
        "thuduc.agency",
        string="Issuing agency",
        required=True,
        compute="_compute_agency_id",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
    )
    register_id = fields.Many2one(
        "thuduc.register",
        compute="_compute_register_id",
        store=True,
        readonly=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    number = fields.Integer(readonly=True, copy=False, aggregator=None)
    year = fields.Integer(readonly=True, copy=False, aggregator=None)
    date = fields.Date(
        copy=False, help="Day of issue; for an incoming paper the day it arrived."
    )

    sender_name = fields.Char(string="Sent by")
    sender_number = fields.Char(string="Number of the sender", index="trigram")
    sender_date = fields.Date(string="Date of the sender")

    signer_id = fields.Many2one(
        "res.users",
        compute="_compute_signer_id",
        store=True,
        readonly=False,
        index="btree_not_null",
    )
    signer_title = fields.Char(
        compute="_compute_signer_title", store=True, readonly=False
    )
    capacity = fields.Selection(
        CAPACITIES,
        string="Signed",
        compute="_compute_signer_title",
        store=True,
        readonly=False,
    )
    addressee = fields.Text(help="“Kính gửi” of a letter, one addressee a line.")
    body = fields.Html(
        sanitize_attributes=True,
        help="The text, for forms without a text of their own.",
    )
    recipients = fields.Text(
        compute="_compute_recipients",
        store=True,
        readonly=False,
        help="“Nơi nhận”, one a line.",
    )
    scan = fields.Binary(
        attachment=True,
        copy=False,
        help="The incoming paper; for an outgoing one its signed and sealed copy.",
    )
    scan_name = fields.Char(copy=False)
    attachment_id = fields.Many2one(
        "ir.attachment",
        string="File",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    sha256 = fields.Char(string="SHA-256 of the file", readonly=True, copy=False)

    replaces_id = fields.Many2one(
        "thuduc.document",
        string="About the earlier paper",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('state', '=', 'issued'), ('dossier_id', '=', dossier_id)]",
    )
    relation = fields.Selection(
        [
            ("correct", "Corrects it"),
            ("amend", "Amends it"),
            ("cancel", "Cancels it"),
            ("replace", "Replaces it"),
        ],
        help="What this paper does to the earlier one.",
    )
    amendment_ids = fields.One2many(
        "thuduc.document", "replaces_id", string="Changed by", readonly=True
    )
    event_ids = fields.One2many("thuduc.event", "document_id", readonly=True)
    service_ids = fields.One2many("thuduc.service", "document_id", copy=False)

    drafter_id = fields.Many2one(
        "res.users", string="Drafted by", readonly=True, copy=False, index=True
    )
    approver_id = fields.Many2one(
        "res.users",
        string="To be approved by",
        compute="_compute_approver_id",
        store=True,
        readonly=False,
        index="btree_not_null",
    )
    submitted_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    submitted_at = fields.Datetime(readonly=True, copy=False)
    approved_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    approved_at = fields.Datetime(readonly=True, copy=False)
    issued_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    issued_at = fields.Datetime(readonly=True, copy=False)
    cancelled_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    cancelled_at = fields.Datetime(readonly=True, copy=False)
    remarks = fields.Text(
        readonly=True, copy=False, help="Why it was returned last, or made void."
    )

    _number_uniq = models.UniqueIndex(
        "(register_id, year, number) WHERE number > 0",
        "This number is already taken in the register.",
    )
    _dossier_of_outgoing = models.Constraint(
        "CHECK (direction = 'in' OR dossier_id IS NOT NULL)",
        "Only an incoming paper can still be without a dossier.",
    )
    _relation_with_paper = models.Constraint(
        "CHECK ((replaces_id IS NULL) = (relation IS NULL))",
        "Say both which earlier paper this one is about and what it does to it.",
    )

    @api.depends("name", "subject")
    def _compute_display_name(self):
        for document in self:
            parts = [document.name, document.subject]
            document.display_name = " – ".join(part for part in parts if part)

    @api.depends("form_id")
    def _compute_direction(self):
        for document in self:
            document.direction = (
                document.form_id.direction or document.direction or "out"
            )

    @api.depends("dossier_id")
    def _compute_agency_id(self):
        """Papers go out in the name of the nearest committee above the unit."""
        for document in self:
            if document.state not in (False, "draft"):
                document.agency_id = document.agency_id
                continue
            unit = document.dossier_id.agency_id or self.env.user.agency_ids[:1]
            document.agency_id = unit._issuer() if unit else document.agency_id

    @api.depends("agency_id", "form_id", "direction")
    def _compute_register_id(self):
        for document in self:
            document.register_id = self.env["thuduc.register"]._for(document)

    @api.depends("agency_id")
    def _compute_signer_id(self):
        for document in self:
            document.signer_id = document.agency_id.head_id

    @api.depends("agency_id", "form_id", "signer_id")
    def _compute_signer_title(self):
        """The head signs as such; anybody else for the head, unless said otherwise."""
        for document in self:
            capacity = document.form_id.capacity or "head"
            agency = document.agency_id
            document.signer_title = agency.head_title
            if document.signer_id in agency.deputy_ids:
                document.signer_title = f"Phó {agency.head_title}"
            elif document.signer_id != agency.head_id:
                document.signer_title = document.signer_id.function
            if document.signer_id != agency.head_id:
                capacity = DEPUTY_OF.get(capacity, capacity)
            document.capacity = capacity

    @api.depends("form_id")
    def _compute_recipients(self):
        for document in self:
            document.recipients = document.form_id.recipients or document.recipients

    @api.depends("dossier_id")
    def _compute_approver_id(self):
        """The nearest head above the unit who is not the drafter."""
        for document in self:
            unit = document.dossier_id.agency_id
            heads = unit._heads_upwards() if unit else unit.head_id
            drafter = document.drafter_id or self.env.user
            document.approver_id = (heads - drafter)[:1]

    @api.constrains("proceeding_id", "party_id", "dossier_id")
    def _check_dossier_id(self):
        for document in self:
            dossiers = document.proceeding_id.dossier_id | document.party_id.dossier_id
            if dossiers - document.dossier_id:
                raise ValidationError(
                    self.env._(
                        "The proceeding and the person concerned must belong to the "
                        "dossier of the paper."
                    )
                )

    @api.constrains("agency_id", "direction", "form_id", "register_id")
    def _check_register_id(self):
        """A paper is numbered among its like, or the steps of one kind would serve to
        issue another."""
        for document in self:
            form, register = document.form_id, document.register_id
            if form and form.direction != document.direction:
                raise ValidationError(
                    self.env._(
                        "Form “%(form)s” is not made for papers of this direction.",
                        form=form.display_name,
                    )
                )
            if not register:
                continue
            if (register.agency_id, register.direction) != (
                document.agency_id,
                document.direction,
            ):
                raise ValidationError(
                    self.env._(
                        "Register “%(register)s” is kept by another agency or for "
                        "papers of another direction.",
                        register=register.display_name,
                    )
                )
