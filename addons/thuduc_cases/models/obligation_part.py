from odoo import api, fields, models


class ObligationPart(models.Model):
    """An obligation follows from a part of the judgment, and rests when that part is
    under appeal again (a late appeal that was accepted)."""

    _inherit = "thuduc.case.obligation"

    part_id = fields.Many2one(
        "thuduc.case.judgment.part",
        string="Part of the judgment",
        index="btree_not_null",
    )
    is_stopped = fields.Boolean(
        compute="_compute_is_stopped",
        string="Stopped",
        help="Its part of the judgment is under appeal: what was done stays as "
        "evidence, nothing more is done.",
    )

    @api.depends("part_id")
    def _compute_is_stopped(self):
        for obligation in self:
            obligation.is_stopped = obligation._rests()

    def _rests(self):
        self.ensure_one()
        part = self.part_id
        return bool(part) and part._effect(part._appeals())[0] == "appealed"
