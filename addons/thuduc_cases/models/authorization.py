from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain


class CaseAuthorization(models.Model):
    """Who acts for the agency before the court, and by which paper.

    The head appears in person or authorises a deputy of his own, for the whole case;
    the deputy cannot pass it on (LTTHC 60.3). Inspectors, enforcement, court, procuracy
    and police officials represent and defend nobody else (60.7, 61). Officials of the
    agency may defend its rights and interests; an appeal signed by a deputy needs a
    certified authorisation that names the judgment (205.6).
    """

    _name = "thuduc.case.authorization"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Representation in a Lawsuit"
    _order = "case_id, date_from desc, id desc"
    _dossier_field = "case_id"
    _rec_name = "attorney_name"

    case_id = fields.Many2one(
        "thuduc.case", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(
        [
            ("representation", "Representation for the whole case"),
            ("counsel", "Defence of rights and interests"),
            ("appeal", "Signing the appeal"),
        ],
        required=True,
        default="representation",
    )
    principal_id = fields.Many2one(
        "thuduc.agency",
        string="Authorised by",
        required=True,
        index=True,
        compute="_compute_principal_id",
        store=True,
        readonly=False,
        precompute=True,
    )
    granted_by_id = fields.Many2one(
        "res.users",
        string="Signed by",
        compute="_compute_granted_by_id",
        store=True,
        readonly=False,
        precompute=True,
        help="The head who gave the power; when another takes office, renew it.",
    )
    attorney_id = fields.Many2one("res.users", string="Deputy", index="btree_not_null")
    attorney_name = fields.Char(
        string="Name",
        compute="_compute_attorney_name",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    position = fields.Char(string="Position when signed")
    office = fields.Selection(
        [
            ("none", "None of these"),
            ("inspectorate", "Inspectorate"),
            ("enforcement", "Enforcement agency"),
            ("court", "Court"),
            ("procuracy", "Procuracy"),
            ("police", "Police"),
        ],
        string="Serves in",
        required=True,
        default="none",
    )
    number = fields.Char(string="Number of the paper")
    date_from = fields.Date(required=True, default=fields.Date.context_today)
    date_to = fields.Date()
    is_whole_case = fields.Boolean(string="For the whole case", default=True)
    is_certified = fields.Boolean(string="Notarised or certified")
    judgment_number = fields.Char(string="Judgment appealed against")
    date_revoked = fields.Date(string="Revoked on")
    revoked_reason = fields.Char(string="Reason of the revocation")
    court_registered_date = fields.Date(string="Registered by the court on")
    is_active = fields.Boolean(
        compute="_compute_is_active", search="_search_is_active", string="In force"
    )
    case_state = fields.Selection(related="case_id.state")
    docket_no = fields.Char(related="case_id.docket_no")
    stage_id = fields.Many2one(related="case_id.stage_id")

    @api.depends("case_id")
    def _compute_principal_id(self):
        for record in self:
            record.principal_id = record.case_id.current_agency_id

    @api.depends("principal_id")
    def _compute_granted_by_id(self):
        for record in self:
            record.granted_by_id = record.granted_by_id or record.principal_id.head_id

    @api.depends("attorney_id")
    def _compute_attorney_name(self):
        for record in self:
            record.attorney_name = record.attorney_id.name or record.attorney_name

    @api.depends("date_from", "date_to", "date_revoked")
    def _compute_is_active(self):
        today = fields.Date.context_today(self)
        for record in self:
            record.is_active = record._in_force(today)

    def _search_is_active(self, operator, value):
        if operator != "in":
            return NotImplemented
        return (
            Domain("date_from", "<=", "today")
            & (Domain("date_to", "=", False) | Domain("date_to", ">=", "today"))
            & (
                Domain("date_revoked", "=", False)
                | Domain("date_revoked", ">", "today")
            )
        )

    def _in_force(self, day):
        self.ensure_one()
        return bool(
            self.date_from
            and self.date_from <= day
            and (not self.date_to or day <= self.date_to)
            and (not self.date_revoked or day < self.date_revoked)
        )

    @api.constrains("kind", "attorney_id", "principal_id", "is_whole_case")
    def _check_attorney_id(self):
        """Only a deputy of the principal, and for the whole case (LTTHC 60.3).

        Of a paper that has ended the post at its signing is what was written in it:
        who is a deputy today says nothing about it.
        """
        today = fields.Date.context_today(self)
        for record in self.filtered(lambda r: r.kind != "counsel"):
            ended = record.date_to and record.date_to < today and record.position
            if not ended and record.attorney_id not in record.principal_id.deputy_ids:
                raise ValidationError(
                    self.env._(
                        "%(name)s is not a deputy of the head of %(agency)s. The law "
                        "lets the head authorise only a deputy (Article 60.3 LTTHC); "
                        "other officials may defend rights and interests.",
                        name=record.attorney_name or "–",
                        agency=record.principal_id.name,
                    )
                )
            if record.kind == "representation" and not record.is_whole_case:
                raise ValidationError(
                    self.env._(
                        "A deputy is authorised for the whole case, not for parts of "
                        "it (Article 60.3 LTTHC)."
                    )
                )

    @api.constrains("office")
    def _check_office(self):
        """Officials of these bodies act for nobody but their own (LTTHC 60.7, 61)."""
        for record in self.filtered(lambda r: r.office != "none"):
            offices = dict(self._fields["office"]._description_selection(self.env))
            raise ValidationError(
                self.env._(
                    "An official of this body (%s) may neither represent nor defend "
                    "the agency (Articles 60.7 and 61 LTTHC).",
                    offices[record.office],
                )
            )

    @api.constrains("kind", "is_certified", "judgment_number")
    def _check_appeal(self):
        """A deputy signs an appeal by a certified paper that names the judgment."""
        for record in self.filtered(lambda r: r.kind == "appeal"):
            if not (record.is_certified and record.judgment_number):
                raise ValidationError(
                    self.env._(
                        "An authorisation to appeal is notarised or certified and "
                        "names the judgment (Article 205.6 LTTHC). Otherwise the head "
                        "signs the appeal himself."
                    )
                )

    @api.constrains("kind", "principal_id", "date_from", "date_to", "date_revoked")
    def _check_overlap(self):
        """One representative at a time: end the earlier one first."""
        for record in self.filtered(lambda r: r.kind == "representation"):
            others = (record.case_id.authorization_ids - record).filtered(
                lambda o, r=record: (
                    o.kind == "representation"
                    and o.principal_id == r.principal_id
                    and (o._in_force(r.date_from) or r._in_force(o.date_from))
                )
            )
            if others:
                raise ValidationError(
                    self.env._(
                        "%(name)s already represents %(agency)s in this period. End or "
                        "revoke that authorisation first.",
                        name=others[0].attorney_name,
                        agency=record.principal_id.name,
                    )
                )

    @api.constrains("date_from", "date_to", "date_revoked")
    def _check_dates(self):
        for record in self:
            for end in (record.date_to, record.date_revoked):
                if end and end < record.date_from:
                    raise ValidationError(
                        self.env._("An authorisation cannot end before it begins.")
                    )

    def action_open_case(self):
        self.ensure_one()
        return self.case_id.dossier_id.action_open_concrete()
