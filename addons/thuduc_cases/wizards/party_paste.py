from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from .party_lines import read_people


class PartyPaste(models.TransientModel):
    """Add many parties at once from a list: one decision can have sixty plaintiffs."""

    _name = "thuduc.party.paste"
    _description = "Add Many Litigants"

    case_id = fields.Many2one("thuduc.case", required=True, ondelete="cascade")
    role = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.party"]._fields["role"]._description_selection(self.env)
        ),
        required=True,
        default="plaintiff",
    )
    text = fields.Text(string="One person a line", required=True)
    summary = fields.Char(compute="_compute_summary")

    @api.depends("text", "case_id", "role")
    def _compute_summary(self):
        for wizard in self:
            people = read_people(wizard.text)
            fresh = wizard._fresh(people)
            wizard.summary = bool(people) and self.env._(
                "%(new)s persons will be added; %(known)s are in the case already.",
                new=len(fresh),
                known=len(people) - len(fresh),
            )

    def _fresh(self, people):
        """Those who do not take part in this role yet, each once."""
        seen = {
            (party.name.casefold(), party.birth_year or 0)
            for party in self.case_id.party_ids.filtered(lambda p: p.role == self.role)
        }
        fresh = []
        for person in people:
            key = (person["name"].casefold(), person.get("birth_year", 0))
            if key not in seen:
                seen.add(key)
                fresh.append(person)
        return fresh

    def action_add(self):
        self.ensure_one()
        fresh = self._fresh(read_people(self.text))
        if not fresh:
            raise UserError(self.env._("There is nobody new in this list."))
        self.case_id.party_ids = [
            Command.create({"role": self.role, **person}) for person in fresh
        ]
