from odoo import fields, models
from odoo.fields import Command

from .obligation_review import REVERSAL


class CaseEnforcement(models.Model):
    """What was performed under a judgment that a review undid has to be settled.

    The court of the review or of the new trial settles it (LTTHC 194.3, 242.6, 273,
    275, 276); until then each performed duty is kept as one to reverse.
    """

    _inherit = "thuduc.case.enforcement"

    reversal_open_count = fields.Integer(compute="_compute_reversal_open_count")

    def _compute_reversal_open_count(self):
        for record in self:
            record.reversal_open_count = len(
                record.obligation_ids.filtered(
                    lambda o: o.kind == REVERSAL and not o.date_done
                )
            )

    def _deciding_obligations(self):
        """Settling what was performed is no part of performing the judgment."""
        return super()._deciding_obligations().filtered(lambda o: o.kind != REVERSAL)

    def _sync_reversals(self):
        """One duty to settle for each that was performed, while the judgment is undone;
        what nobody has worked on goes with its cause."""
        self.ensure_one()
        docket = self.proceeding_id._judgment_docket()
        undone = bool(docket) and bool(docket._undoing_review())
        kept = self.obligation_ids.filtered("reverses_id")
        performed = self.obligation_ids.filtered(
            lambda o: o.kind != REVERSAL and (o.date_done or o.progress)
        )
        if not undone:
            performed = performed.browse()
        idle = kept.filtered(
            lambda o: o.reverses_id not in performed and not o._is_begun()
        )
        if idle:
            idle.unlink()
        missing = performed - self.obligation_ids.reverses_id
        if missing:
            self.write(
                {
                    "obligation_ids": [
                        Command.create(duty._prepare_reversal()) for duty in missing
                    ]
                }
            )
