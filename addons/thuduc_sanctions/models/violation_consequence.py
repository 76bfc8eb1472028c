from odoo import api, fields, models
from odoo.fields import Command

from ..decree_text import classify

KINDS = [
    ("supplementary", "Supplementary sanction"),
    ("remedy", "Remedy"),
    ("demerit", "Demerit points"),
]
MEASURES = [
    ("licence", "Licence withdrawn for a time"),
    ("suspension", "Activity suspended"),
    ("confiscation", "Confiscation"),
    ("deportation", "Deportation"),
    ("demerit", "Demerit points of the driving licence"),
    ("restore", "Restore the former state"),
    ("dismantle", "Dismantle"),
    ("environment", "Clean up the environment"),
    ("export", "Remove from the country"),
    ("destroy", "Destroy"),
    ("correct", "Correct information"),
    ("label", "Remove from label or packaging"),
    ("recall", "Recall"),
    ("gain", "Pay back unlawful gains"),
    ("apologise", "Apologise"),
    ("costs", "Bear costs"),
    ("return", "Give back, pay what is owed"),
    ("other", "Other"),
]


class ViolationConsequence(models.Model):
    """A supplementary sanction or remedy that a provision attaches to its act.

    The wording is the decree's; the measure says which one of Articles 21 and 28 of Law
    15/2012 it is, the months how long it may last.
    """

    _name = "thuduc.violation.consequence"
    _description = "Consequence of a Violation"
    _order = "violation_type_id, sequence, id"
    _rec_name = "wording"

    violation_type_id = fields.Many2one(
        "thuduc.violation.type", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    kind = fields.Selection(KINDS, required=True, default="supplementary")
    measure = fields.Selection(MEASURES, required=True, default="other")
    wording = fields.Char(required=True)
    months_min = fields.Integer(string="Months from")
    months_max = fields.Integer(string="Months to")
    verified = fields.Boolean(
        help="The wording was compared with the text of the decree."
    )

    _months_in_order = models.Constraint(
        "CHECK (0 <= months_min AND months_min <= months_max)",
        "A term goes from the shorter to the longer period.",
    )

    def _wordings(self):
        """The wordings as one text, as forms print them."""
        if not self:
            return False
        first, *others = self.mapped("wording")
        return "; ".join([first, *(text[:1].lower() + text[1:] for text in others)])

    @api.model
    def _prepare_from_text(self, text, kind, verified=False):
        """Values for the measures of a text: one a line, or between semicolons."""
        text = (text or "").strip()
        parts = text.splitlines() if "\n" in text else text.split(";")
        lines = [part.strip() for part in parts if part.strip()]
        return [
            self._prepare_measure(classify(line, kind), position * 10, verified)
            for position, line in enumerate(lines, 1)
        ]

    @api.model
    def _commands_replacing(self, values_list):
        """Commands by which these rows take the place of all others."""
        return [Command.clear(), *(Command.create(values) for values in values_list)]

    @api.model
    def _prepare_measure(self, measure, sequence, verified):
        least, most = measure.months or (0, 0)
        return {
            "sequence": sequence,
            "kind": measure.kind,
            "measure": measure.measure,
            "wording": measure.wording,
            "months_min": min(least, most),
            "months_max": max(least, most),
            "verified": verified,
        }
