from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.thuduc_base.tools import numeric_date

CITED = {
    "decision": "Quyết định",
    "act": "hành vi hành chính",
    "omission": "hành vi hành chính không thực hiện nhiệm vụ, công vụ",
    "complaint_first": "Quyết định giải quyết khiếu nại lần đầu",
    "complaint_second": "Quyết định giải quyết khiếu nại lần hai",
    "dismissal": "Quyết định kỷ luật buộc thôi việc",
    "voters": "danh sách cử tri",
}


class CaseObject(models.Model):
    """The administrative decision or act that is challenged (LTTHC 30)."""

    _name = "thuduc.case.object"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Challenged Decision or Act"
    _order = "case_id, sequence, id"
    _rec_names_search = ["number", "excerpt"]
    _dossier_field = "case_id"

    case_id = fields.Many2one(
        "thuduc.case", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    kind = fields.Selection(
        [
            ("decision", "Individual administrative decision"),
            ("act", "Administrative act, performed"),
            ("omission", "Administrative act, not performed or late"),
            ("complaint_first", "First decision on a complaint"),
            ("complaint_second", "Second decision on a complaint"),
            ("dismissal", "Dismissal of a civil servant"),
            ("voters", "List of voters"),
            ("related", "Related administrative document, to be reviewed"),
            ("normative", "Related legal normative document"),
        ],
        required=True,
        default="decision",
    )
    document_id = fields.Many2one(
        "thuduc.document",
        string="Own paper",
        index="btree_not_null",
        domain="[('direction', '=', 'out'), ('state', 'in', ('issued', 'cancelled'))]",
        help="The challenged decision, if this office issued it here: the rest is "
        "filled in from it.",
    )
    document_dossier_id = fields.Many2one(
        related="document_id.dossier_id", string="Dossier of the decision"
    )
    number = fields.Char(
        compute="_compute_from_document", store=True, readonly=False, precompute=True
    )
    date = fields.Date(
        compute="_compute_from_document", store=True, readonly=False, precompute=True
    )
    issuer_id = fields.Many2one(
        "thuduc.agency",
        string="Issuing body",
        compute="_compute_from_document",
        store=True,
        readonly=False,
        precompute=True,
        index=True,
    )
    signer_name = fields.Char(
        string="Signed by",
        compute="_compute_from_document",
        store=True,
        readonly=False,
        precompute=True,
    )
    signer_title = fields.Char(
        string="Title of the signer",
        compute="_compute_from_document",
        store=True,
        readonly=False,
        precompute=True,
    )
    drafter_id = fields.Many2one(
        "thuduc.agency",
        string="Drafting unit",
        compute="_compute_from_document",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
    )
    excerpt = fields.Text(
        string="Content in brief",
        compute="_compute_from_document",
        store=True,
        readonly=False,
        precompute=True,
    )
    state = fields.Selection(
        [
            ("valid", "In force"),
            ("amended", "Amended"),
            ("cancelled", "Cancelled by the agency"),
            ("annulled", "Annulled by the court"),
            ("annulled_part", "Annulled in part by the court"),
        ],
        string="Present state",
        required=True,
        default="valid",
    )
    proposed_state = fields.Selection(
        selection=lambda self: self._fields["state"]._description_selection(self.env),
        compute="_compute_proposed_state",
        string="After the judgment",
    )

    @api.depends("document_id")
    def _compute_from_document(self):
        """A paper of this office knows its number, date, signer and subject."""
        for record in self:
            # Who may write the lawsuit chose the paper by a search that he may do;
            # what it is called is no secret then. Hence sudo for its dossier.
            paper = record.document_id.sudo()
            found = {
                "number": paper.name,
                "date": paper.date,
                "issuer_id": paper.agency_id.id,
                "signer_name": paper.signer_id.name,
                "signer_title": paper.signer_title,
                "drafter_id": paper.dossier_id.agency_id.id,
                "excerpt": paper.subject,
            }
            for name in found:
                record[name] = found[name] or record[name]

    @api.depends(
        "case_id.round_ids.effective_date",
        "case_id.round_ids.outcome_id",
        "kind",
        "state",
    )
    def _compute_proposed_state(self):
        for record in self:
            proposed = record._state_after_judgment()
            record.proposed_state = proposed != record.state and proposed

    def _state_after_judgment(self):
        """What the last effective judgment makes of the decision (LTTHC 193.2)."""
        self.ensure_one()
        if self.kind in ("act", "omission", "voters", "related", "normative"):
            return False
        last = self.case_id.round_ids.filtered(
            lambda r: r.active and r.outcome_id and r.effective_date
        )[-1:]
        if last.outcome_id.code == "TERM_E":
            return "cancelled"
        favours = {"lose": "annulled", "partial": "annulled_part"}
        return favours.get(last.favour, False)

    def action_take_proposed_state(self):
        for record in self.filtered("proposed_state"):
            record.state = record.proposed_state

    def action_open_document_dossier(self):
        """Open the dossier in which the challenged decision was made."""
        self.ensure_one()
        dossier = self.document_dossier_id
        if not dossier.has_access("read") or not dossier._concrete():
            raise UserError(
                self.env._("You may not open the dossier of this decision.")
            )
        return dossier.action_open_concrete()

    @api.depends("kind", "number", "date")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for record in self:
            parts = [kinds.get(record.kind, ""), record.number or ""]
            if record.date:
                parts.append(numeric_date(record.date))
            record.display_name = " ".join(part for part in parts if part)

    def _cited(self):
        """As Vietnamese papers cite it, whatever the reader's language."""
        self.ensure_one()
        words = CITED.get(self.kind, "hành vi hành chính")
        number = f" số {self.number}" if self.number else ""
        day = f" ngày {numeric_date(self.date)}" if self.date else ""
        issuer = f" của {self.issuer_id.name}" if self.issuer_id else ""
        about = f" ({self.excerpt})" if self.excerpt else ""
        return f"{words}{number}{day}{issuer}{about}"
