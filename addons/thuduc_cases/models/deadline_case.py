from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class Deadline(models.Model):
    """A duty of a lawsuit that nobody could meet, or that is given up with a reason."""

    _inherit = "thuduc.deadline"

    is_not_served = fields.Boolean(
        compute="_compute_is_not_served",
        string="Not validly served",
        help="It ran out before the office knew of the lawsuit.",
    )
    remark = fields.Char(compute="_compute_is_not_served")
    waived_reason = fields.Char(string="Given up because", readonly=True)
    waived_by_id = fields.Many2one("res.users", readonly=True)

    @api.depends("bound_party", "date_due", "state", "waived_reason")
    def _compute_is_not_served(self):
        for deadline in self:
            known = deadline.dossier_id.case_ids.knowledge_date
            missed = deadline.state in ("overdue", "met_late")
            unserved = bool(
                known
                and missed
                and deadline.bound_party == "agency"
                and deadline.date_due < known
            )
            deadline.is_not_served = unserved
            deadline.remark = (
                self.env._("Not validly served") if unserved else deadline.waived_reason
            )

    def waive(self, reason):
        """Give up a mandatory deadline so that the file can be closed (a head or a
        leader decides; the reason stays)."""
        self.check_access("read")
        if not self.env.user.has_group("thuduc_base.group_head"):
            raise AccessError(
                self.env._("A head or a leader decides that a duty is given up.")
            )
        if not (reason or "").strip():
            raise UserError(self.env._("Write why this duty is given up."))
        # Deadlines are written by their mechanism alone; this method, after the check
        # above, is the one way: sudo.
        self.sudo().write({"waived_reason": reason, "waived_by_id": self.env.uid})

    def action_waive(self):
        """Open the dialog that asks why."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Give Up the Duty"),
            "res_model": "thuduc.deadline.waive",
            "view_mode": "form",
            "target": "new",
            "context": {"default_deadline_id": self.id},
        }
