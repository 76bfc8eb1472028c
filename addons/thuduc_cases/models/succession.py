from odoo import api, fields, models
from odoo.exceptions import ValidationError

ACCEPTED = "SUCCESSION_ACCEPTED"


class CaseSuccession(models.Model):
    """Who takes the place of a defendant that ended, by which paper, for what.

    The body that inherits rights and duties acts; if there is none, the superior body
    does (LTTHC 59.3-4, Resolution 01/2025/NQ-HĐTP Article 8). An official who was sued
    by name is succeeded by whoever holds the post. One lawsuit over land in several
    wards has several successors: one record each, the first one leads. The court
    accepts the succession at any stage (59.6); that day is read from the docket.
    """

    _name = "thuduc.case.succession"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Succession of the Defendant"
    _order = "case_id, date_effective, sequence, id"
    _rec_name = "new_agency_id"
    _dossier_field = "case_id"

    case_id = fields.Many2one(
        "thuduc.case", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    kind = fields.Selection(
        [
            ("successor", "Body that inherits rights and duties"),
            ("superior", "Superior body, there being no successor"),
            ("office", "Next holder of the post"),
        ],
        required=True,
        default="successor",
    )
    old_agency_id = fields.Many2one(
        "thuduc.agency",
        string="Body succeeded",
        required=True,
        index=True,
        compute="_compute_old_agency_id",
        store=True,
        readonly=False,
        precompute=True,
    )
    new_agency_id = fields.Many2one(
        "thuduc.agency",
        string="Successor",
        required=True,
        index=True,
        compute="_compute_new_agency_id",
        store=True,
        readonly=False,
        precompute=True,
    )
    old_person = fields.Char(string="Held the post before")
    new_person = fields.Char(string="Holds the post now")
    date_effective = fields.Date(
        string="Effective from",
        required=True,
        compute="_compute_date_effective",
        store=True,
        readonly=False,
        precompute=True,
    )
    basis_id = fields.Many2one("thuduc.legal.document", string="Legal basis")
    basis = fields.Char(help="Number and date of the paper.")
    document_id = fields.Many2one(
        "thuduc.document", string="Paper in the file", index="btree_not_null"
    )
    scope = fields.Text(
        help="What is taken over: the whole case, or the land in one ward."
    )
    event_id = fields.Many2one(
        "thuduc.event",
        string="Acceptance in the docket",
        readonly=True,
        copy=False,
        index="btree_not_null",
    )
    date_accepted = fields.Date(
        compute="_compute_date_accepted", store=True, string="Accepted by the court on"
    )
    accepted_number = fields.Char(related="event_id.document_number")
    state = fields.Selection(
        [("pending", "Not accepted by the court yet"), ("accepted", "Accepted")],
        compute="_compute_date_accepted",
        store=True,
    )

    @api.depends("case_id")
    def _compute_old_agency_id(self):
        for record in self:
            record.old_agency_id = (
                record.old_agency_id or record.case_id._agency_to_succeed()
            )

    @api.depends("kind", "old_agency_id")
    def _compute_new_agency_id(self):
        """The holder of a post changes, the body does not; else what is known."""
        for record in self:
            if record.kind == "office":
                record.new_agency_id = record.old_agency_id
            elif not record.new_agency_id:
                record.new_agency_id = record.case_id._proposed_successor(
                    record.old_agency_id
                )

    @api.depends("old_agency_id")
    def _compute_date_effective(self):
        for record in self:
            ended = record.old_agency_id.date_to
            record.date_effective = (
                record.date_effective
                or (ended and fields.Date.add(ended, days=1))
                or fields.Date.context_today(record)
            )

    @api.depends("event_id.date", "event_id.withdrawn")
    def _compute_date_accepted(self):
        for record in self:
            standing = record.event_id.filtered(lambda e: not e.withdrawn)
            record.date_accepted = standing.date
            record.state = "accepted" if standing else "pending"

    @api.constrains(
        "kind", "old_agency_id", "new_agency_id", "old_person", "new_person"
    )
    def _check_successor(self):
        for record in self:
            if record.kind == "office":
                if not record.new_person:
                    raise ValidationError(
                        self.env._(
                            "Name the person who holds the post now: he acts in the "
                            "case (Article 59.3 LTTHC)."
                        )
                    )
            elif record.old_agency_id == record.new_agency_id:
                raise ValidationError(
                    self.env._("%s cannot succeed itself.", record.old_agency_id.name)
                )

    def action_accept(self):
        """Open the dialog that records the acceptance in the docket that runs."""
        self.ensure_one()
        docket = self.case_id._running_docket(ACCEPTED)
        event_type = docket.type_id.event_type_ids.filtered(
            lambda t: t.code == f"{docket.type_id.code}_{ACCEPTED}"
        )
        return self.case_id.with_context(
            thuduc_event_type_id=event_type.id
        ).action_record_event()

    def _accept(self, event):
        """The court accepted: defendant among the litigants, debtor of what runs."""
        self.event_id = event
        for record in self:
            record._sync_defendant()

    def _sync_defendant(self):
        """The accepted successor is a party; the first defendant stays in the list."""
        self.ensure_one()
        if self.kind == "office":
            return
        parties = self.case_id.with_context(active_test=False).party_ids
        defendants = parties.filtered(lambda p: p.role == "defendant")
        old = defendants.filtered(lambda p: p.agency_id == self.old_agency_id)[:1]
        new = defendants.filtered(lambda p: p.agency_id == self.new_agency_id)[:1]
        accepted = self.state == "accepted"
        if new:
            new.active = accepted or not new.predecessor_id
        elif accepted:
            self.env["thuduc.party"].create(
                {
                    "dossier_id": self.case_id.dossier_id.id,
                    "role": "defendant",
                    "kind": "agency",
                    "name": self.new_agency_id.name,
                    "agency_id": self.new_agency_id.id,
                    "address": self.new_agency_id.address,
                    "predecessor_id": old.id,
                }
            )
        self._sync_debtor(accepted)

    def _sync_debtor(self, accepted):
        """Open enforcements are those of the leading successor."""
        lead = self.case_id._leading_succession(self.old_agency_id)
        if accepted and self == lead:
            self.case_id.enforcement_ids.filtered(
                lambda e: not e.date_end and e.debtor_id == self.old_agency_id
            ).debtor_id = self.new_agency_id
