from odoo import api, fields, models

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
    number = fields.Char()
    date = fields.Date()
    issuer_id = fields.Many2one("thuduc.agency", string="Issued by", index=True)
    signer_name = fields.Char(string="Signed by")
    signer_title = fields.Char(string="Title of the signer")
    drafter_id = fields.Many2one(
        "thuduc.agency", string="Drafted by", index="btree_not_null"
    )
    excerpt = fields.Text(string="Content in brief")
    state = fields.Selection(
        [
            ("valid", "In force"),
            ("amended", "Amended"),
            ("cancelled", "Cancelled by the agency"),
            ("annulled", "Annulled by the court"),
        ],
        string="Present state",
        required=True,
        default="valid",
    )

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
