from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.thuduc_base.tools.vietnamese import fold

from ..decree_text import place_of

# What a person may correct before accepting.
CORRECTABLE = (
    "base_type",
    "clause",
    "fine_max",
    "fine_min",
    "name",
    "organisation_max",
    "organisation_min",
    "percent_max",
    "percent_min",
    "percent_of",
    "point",
    "remedies",
    "supplementary",
    "warning_allowed",
)

BRACKET = (
    "fine_min",
    "fine_max",
    "percent_min",
    "percent_max",
    "percent_of",
    "warning_allowed",
)
OF_ORGANISATIONS = ("organisation_min", "organisation_max")


class DecreeProposal(models.Model):
    """A catalogue row that the machine proposes and a person decides on."""

    _name = "thuduc.decree.proposal"
    _description = "Proposed Violation"
    _order = "article_id, sequence, id"

    article_id = fields.Many2one(
        "thuduc.decree.article", required=True, index=True, ondelete="cascade"
    )
    reading_id = fields.Many2one(
        related="article_id.reading_id", store=True, index=True
    )
    sequence = fields.Integer()
    clause = fields.Char()
    point = fields.Char()
    provision = fields.Char(compute="_compute_provision")
    name = fields.Text(string="Violation", required=True)
    source = fields.Text(readonly=True, string="Read from")
    base_type = fields.Selection(
        [("individual", "Individual"), ("organisation", "Organisation")],
        string="Amounts are for",
        required=True,
        default="individual",
    )
    fine_min = fields.Float(string="Fine from (VND)", digits=(16, 0))
    fine_max = fields.Float(string="Fine to (VND)", digits=(16, 0))
    organisation_min = fields.Float(string="Organisations from (VND)", digits=(16, 0))
    organisation_max = fields.Float(string="Organisations to (VND)", digits=(16, 0))
    percent_min = fields.Float(string="From (%)", digits=(6, 2))
    percent_max = fields.Float(string="To (%)", digits=(6, 2))
    percent_of = fields.Char(string="Percentage of")
    warning_allowed = fields.Boolean(string="Warning possible")
    bracket = fields.Char(compute="_compute_bracket")
    supplementary = fields.Text(
        string="Supplementary sanctions", help="One measure a line."
    )
    remedies = fields.Text(help="One measure a line.")
    doubts = fields.Text(string="To look at", readonly=True)
    state = fields.Selection(
        [("proposed", "To review"), ("accepted", "Accepted"), ("rejected", "Rejected")],
        required=True,
        default="proposed",
        readonly=True,
        index=True,
    )
    as_read = fields.Json(readonly=True)
    is_corrected = fields.Boolean(compute="_compute_is_corrected", string="Corrected")
    known_id = fields.Many2one(
        "thuduc.violation.type",
        compute="_compute_known_id",
        string="In the catalogue already",
    )
    violation_type_id = fields.Many2one(
        "thuduc.violation.type",
        string="Catalogue row",
        readonly=True,
        index="btree_not_null",
    )

    @api.depends("article_id.label", "clause", "point")
    def _compute_provision(self):
        for proposal in self:
            parts = (proposal.article_id.label, proposal.clause, proposal.point)
            proposal.provision = "Đ" + ".".join(part for part in parts if part)

    @api.depends(*BRACKET)
    def _compute_bracket(self):
        for proposal in self:
            row = self.env["thuduc.violation.type"].new(
                {name: proposal[name] for name in BRACKET}
            )
            proposal.bracket = row._describe_bracket()

    @api.depends(*CORRECTABLE, "as_read")
    def _compute_is_corrected(self):
        for proposal in self:
            read = proposal.as_read or {}
            proposal.is_corrected = any(
                (proposal[name] or False) != (read[name] or False) for name in read
            )

    @api.depends("name", "clause", "point", "fine_min", "reading_id.document_id")
    def _compute_known_id(self):
        for proposal in self:
            proposal.known_id = proposal._find_known()

    def _compute_display_name(self):
        for proposal in self:
            proposal.display_name = f"{proposal.provision} {proposal.name}"

    @api.model
    def _prepare_from(self, proposal, sequence):
        """Values of what was read (``decree_text.Proposal``)."""
        by_kind = {}
        for measure in proposal.consequences:
            kind = "remedies" if measure.kind == "remedy" else "supplementary"
            by_kind.setdefault(kind, []).append(measure.wording)
        fine = proposal.fine
        organisation = fine.organisation or (0, 0)
        share = fine.share or (0, 0)
        values = {
            "clause": proposal.clause,
            "point": proposal.point,
            "name": proposal.name,
            "base_type": proposal.base,
            "fine_min": min(fine.least, fine.most),
            "fine_max": max(fine.least, fine.most),
            "organisation_min": organisation[0],
            "organisation_max": organisation[1],
            "percent_min": share[0],
            "percent_max": share[1],
            "percent_of": fine.share_of,
            "warning_allowed": fine.warning,
            "supplementary": "\n".join(by_kind.get("supplementary", ())),
            "remedies": "\n".join(by_kind.get("remedies", ())),
        }
        return {
            **values,
            "as_read": values,
            "sequence": sequence,
            "source": proposal.source,
            "doubts": "\n".join(map(self._explain_doubt, proposal.doubts)),
        }

    @api.model
    def _explain_doubt(self, code):
        return {
            "amounts": self.env._("The amounts are not in order; check them."),
            "name": self.env._("The act could not be read well."),
            "share": self.env._("The fine is a share of an amount; check its limits."),
            "refers": self.env._("The act is told by another provision."),
            "multiple": self.env._("The fine is a multiple of another provision's."),
            "unplaced": self.env._(
                "A sanction or remedy names no act; check whether it belongs here."
            ),
            "base": self.env._(
                "The decree sets some clauses of this article for other persons; check "
                "for whom the amounts are."
            ),
        }[code]

    # -- deciding --------------------------------------------------------------------

    def write(self, vals):
        """What was decided stays as it was decided, until it is opened again."""
        if vals.keys() & set(CORRECTABLE) and any(
            proposal.state != "proposed" for proposal in self
        ):
            raise UserError(self.env._("This row was decided. Open it again first."))
        return super().write(vals)

    def action_accept(self):
        """Make a catalogue row of it, or bring the known one in line."""
        self.article_id._check_seen()
        for proposal in self.filtered(lambda p: p.state == "proposed"):
            catalogue = self.env["thuduc.violation.type"]
            values = proposal._prepare_violation()
            known = proposal._find_known()
            if not known:
                values["code"] = catalogue._next_code(
                    proposal.reading_id.document_id,
                    proposal.article_id.label,
                    proposal.clause,
                    proposal.point,
                )
            row, _changed = catalogue._bring_in_line(known, values)
            if not row.act_count:
                row.consequence_ids = proposal._prepare_measures()
            proposal.write({"state": "accepted", "violation_type_id": row.id})

    def action_reject(self):
        """Leave it out of the catalogue."""
        self.article_id._check_seen()
        self.filtered(lambda p: p.state == "proposed").state = "rejected"

    def action_reopen(self):
        """Review a rejected row once more; an accepted one is changed in the catalogue.

        :raises UserError: the row is in the catalogue.
        """
        if any(proposal.state == "accepted" for proposal in self):
            raise UserError(
                self.env._("This row is in the catalogue; correct it there.")
            )
        self.state = "proposed"

    def action_correct(self):
        """Open the row to correct it."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.provision,
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
            "target": "new",
        }

    def _find_known(self):
        """The catalogue row of the same provision in force when the decree begins."""
        self.ensure_one()
        nothing = self.env["thuduc.violation.type"]
        document = self.reading_id.document_id
        if not document:
            return nothing
        rows = nothing.search(
            [
                ("document_id", "=", document.id),
                ("article", "=", self.article_id.label),
            ],
            order="date_from desc, id",
        ).filtered(
            lambda row: (
                place_of(row.clause) == place_of(self.clause)
                and place_of(row.point) == place_of(self.point)
            )
        )
        same = rows.filtered(lambda row: fold(row.name) == fold(self.name or ""))
        priced = rows.filtered(
            lambda row: (row.fine_min, row.fine_max) == (self.fine_min, self.fine_max)
        )
        only = rows if len(set(rows.mapped("code"))) == 1 else nothing
        return (same or priced or only)[:1]

    def _prepare_violation(self):
        self.ensure_one()
        reading = self.reading_id
        document = reading._decree()
        return {
            "name": " ".join(self.name.split()),
            "field_id": reading.field_id.id,
            "document_id": document.id,
            "article": self.article_id.label,
            "clause": self.clause,
            "point": self.point,
            "base_type": self.base_type,
            "date_from": reading.date_from,
            "date_to": reading.date_to,
            "verified": True,
            **{name: self[name] for name in (*BRACKET, *OF_ORGANISATIONS)},
        }

    def _prepare_measures(self):
        measures = self.env["thuduc.violation.consequence"]
        return measures._commands_replacing(
            [
                *measures._prepare_from_text(self.supplementary, "supplementary", True),
                *measures._prepare_from_text(self.remedies, "remedy", True),
            ]
        )
