from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from odoo.addons.thuduc_base.tools import format_amount

FACTS = frozenset({"amount", "date", "late_amount", "party_id", "sanction_id", "state"})


class SanctionPayment(models.Model):
    """Money received on a fine, as the Treasury's receipt says.

    Booking records the payment in the docket and, once the sum covers the fine, that
    it is paid. A wrong booking is cancelled with its reason, never changed.
    """

    _name = "thuduc.sanction.payment"
    _description = "Payment of a Fine"
    _order = "date desc, id desc"
    _rec_name = "receipt_number"

    sanction_id = fields.Many2one(
        "thuduc.sanction", required=True, index=True, ondelete="restrict"
    )
    party_id = fields.Many2one(
        "thuduc.party",
        string="Paid by",
        index="btree_not_null",
        domain="[('dossier_id', '=', dossier_id), ('role', '=', 'violator')]",
    )
    dossier_id = fields.Many2one(
        related="sanction_id.dossier_id", store=True, index=True
    )
    amount = fields.Float(
        string="Towards the fine (VND)", digits=(16, 0), required=True
    )
    late_amount = fields.Float(string="Late interest (VND)", digits=(16, 0))
    date = fields.Date(
        string="Paid on", required=True, default=fields.Date.context_today
    )
    receipt_number = fields.Char(string="Receipt no.", required=True)
    channel = fields.Selection(
        [
            ("treasury", "Cash at the Treasury"),
            ("bank", "Authorised bank"),
            ("transfer", "Bank transfer"),
            ("portal", "National Public Service Portal"),
            ("post", "Postal service"),
            ("spot", "On the spot"),
        ],
        required=True,
        default="treasury",
    )
    treasury = fields.Char(
        string="Collected by",
        compute="_compute_treasury",
        store=True,
        readonly=False,
    )
    state = fields.Selection(
        [("booked", "Booked"), ("cancelled", "Cancelled")],
        required=True,
        default="booked",
        readonly=True,
        copy=False,
    )
    cancel_reason = fields.Char(readonly=True)
    event_id = fields.Many2one("thuduc.event", readonly=True, copy=False)
    note = fields.Char()

    _receipt_uniq = models.UniqueIndex(
        "(sanction_id, receipt_number) WHERE state = 'booked'",
        "This receipt is already booked on this sanction.",
    )
    _amounts_positive = models.Constraint(
        "CHECK (amount >= 0 AND late_amount >= 0 AND amount + late_amount > 0)",
        "A payment is of more than nothing.",
    )

    @api.depends("sanction_id")
    def _compute_treasury(self):
        for payment in self:
            payment.treasury = payment.treasury or payment.sanction_id.treasury_name

    @api.constrains("party_id", "sanction_id")
    def _check_party_id(self):
        for payment in self:
            if payment.party_id and payment.party_id.dossier_id != payment.dossier_id:
                raise ValidationError(
                    self.env._("Who paid is not a person of this dossier.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        payments = super().create([{**vals, "state": "booked"} for vals in vals_list])
        for payment in payments:
            payment.event_id = payment.sanction_id.record_event(
                "payment", payment.date, automatic=True, note=payment._describe()
            )
        payments.sanction_id._settle_fine()
        return payments

    def write(self, vals):
        if FACTS & vals.keys() and not self.env.su:
            raise UserError(
                self.env._(
                    "A booked payment is not changed. Cancel it with the reason and "
                    "book it again."
                )
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("A payment is never deleted; cancel it instead."))

    def _describe(self):
        self.ensure_one()
        return self.env._(
            "%(amount)s đồng, receipt no. %(receipt)s",
            amount=format_amount(int(self.amount + self.late_amount)),
            receipt=self.receipt_number,
        )

    def action_cancel(self):
        """Open the dialog that asks why the booking is cancelled."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Cancel the Payment"),
            "res_model": "thuduc.sanction.payment.cancel",
            "view_mode": "form",
            "target": "new",
            "context": {"default_payment_id": self.id},
        }

    def cancel(self, reason):
        """Take a wrong booking back; what it closed is open again."""
        self.sanction_id.check_access("write")
        for payment in self.filtered(lambda p: p.state == "booked"):
            # Facts of a payment are frozen for everybody; this is the one way back.
            payment.sudo().write({"state": "cancelled", "cancel_reason": reason})
            # The same receipt may be booked anew: its place must be free by then.
            payment.flush_recordset()
            payment.event_id.withdraw(reason)
            payment.sanction_id._settle_fine()
