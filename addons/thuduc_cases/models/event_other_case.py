from odoo import fields, models

from .case_join import OTHER_SIDE


class Event(models.Model):
    """An event that concerns two lawsuits is withdrawn on both sides."""

    _inherit = "thuduc.event"

    other_case_id = fields.Many2one(
        "thuduc.case", string="Other lawsuit", index="btree_not_null", readonly=True
    )

    def withdraw(self, reason):
        paired = self.filtered(lambda e: not e.withdrawn and e.code in OTHER_SIDE)
        result = super().withdraw(reason)
        for event in paired:
            event._other_side().withdraw(reason)
        return result

    def _other_side(self):
        """The standing entry of the same decision in the other docket."""
        self.ensure_one()
        case = self.dossier_id._concrete()
        return self.other_case_id.event_ids.filtered(
            lambda e: (
                e.code == OTHER_SIDE[self.code]
                and e.other_case_id == case
                and not e.withdrawn
            )
        )
