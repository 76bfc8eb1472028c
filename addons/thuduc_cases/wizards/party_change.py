from odoo import api, fields, models
from odoo.fields import Command

from .party_lines import read_people

CHANGES = [
    ("PARTY_WITHDREW", "Withdrew"),
    ("PARTY_TERMINATED", "The court terminated the case for these parties"),
    ("PARTY_DIED", "Died or ended, waiting for a successor"),
    ("PARTY_SUCCEEDED", "Successors take part instead"),
]


class PartyChange(models.TransientModel):
    """Record what became of several parties at once: one decision of the court, one
    entry for each person, and the case goes on with the others."""

    _name = "thuduc.party.change"
    _description = "Status of Litigants"

    case_id = fields.Many2one("thuduc.case", required=True, ondelete="cascade")
    dossier_id = fields.Many2one(related="case_id.dossier_id")
    change = fields.Selection(CHANGES, required=True, default="PARTY_WITHDREW")
    party_ids = fields.Many2many("thuduc.party", string="Whom", required=True)
    date = fields.Date(required=True, default=fields.Date.context_today)
    document_number = fields.Char(string="Number of the paper")
    note = fields.Text()
    successor_names = fields.Text(
        string="Successors", help="One person a line: name; year of birth; address."
    )
    warning = fields.Char(compute="_compute_warning")

    @api.depends("change", "party_ids", "case_id")
    def _compute_warning(self):
        for wizard in self:
            plaintiffs = wizard.case_id._parties_of("plaintiff")._still_in()
            nobody = plaintiffs and plaintiffs <= wizard.party_ids._origin
            wizard.warning = (
                bool(nobody)
                and wizard.change == "PARTY_WITHDREW"
                and self.env._(
                    "Nobody stays as plaintiff: the court will terminate the case "
                    "(Article 143.1.b or c LTTHC). Record its decision too."
                )
            )

    def action_record(self):
        self.ensure_one()
        self.case_id._record_party_change(
            self.change,
            self.party_ids,
            self.date,
            document_number=self.document_number,
            note=self.note,
        )
        if self.change == "PARTY_SUCCEEDED":
            self._add_successors()

    def _add_successors(self):
        """The heirs take the place, in the same role, of the one they succeed."""
        self.case_id.party_ids = [
            Command.create({"role": party.role, "predecessor_id": party.id, **person})
            for party in self.party_ids
            for person in read_people(self.successor_names)
        ]
