from odoo import fields, models

REVERSAL = "reversal"


class CaseObligation(models.Model):
    """A duty may be to settle what was performed under a judgment since undone."""

    _inherit = "thuduc.case.obligation"

    kind = fields.Selection(
        selection_add=[(REVERSAL, "Settle what was performed")],
        ondelete={REVERSAL: "set default"},
    )
    reverses_id = fields.Many2one(
        "thuduc.case.obligation",
        string="Settles",
        index="btree_not_null",
        ondelete="set null",
        help="What was performed under the judgment that was undone.",
    )

    def _is_begun(self):
        self.ensure_one()
        return bool(
            self.date_done
            or self.progress
            or self.evidence
            or self.document_id
            or self.note
            or self.date_planned
        )

    def _prepare_reversal(self):
        """The duty to settle this one, which was performed."""
        self.ensure_one()
        return {
            "name": self.env._("Settle: %s", self.name),
            "kind": REVERSAL,
            "reverses_id": self.id,
            "agency_id": self.agency_id.id,
            "user_id": self.user_id.id,
            "amount": self.amount,
        }
