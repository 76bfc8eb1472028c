from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .proceeding_effect import JUDGMENT, ON_APPEAL, RECEIPTS


class JudgmentReceipt(models.Model):
    """Who received a judgment or decision, when, how and by what proof.

    It is the sheet of the event that tells the receipt (LTTHC 104, 107): to enter a
    receipt here is to record that event, and an event recorded elsewhere is here.
    """

    _name = "thuduc.case.judgment.receipt"
    _inherit = ["thuduc.event.sheet.mixin"]
    _description = "Receipt of a Judgment"
    _order = "date, id"
    _sheet_of = frozenset(RECEIPTS)

    judgment_id = fields.Many2one("thuduc.case.judgment", readonly=True, index=True)
    who = fields.Selection(
        [
            ("agency", "The agency"),
            ("party", "Another party"),
            ("procuracy", "The procuracy"),
        ],
        string="Receiver",
        required=True,
        default="agency",
    )
    party_id = fields.Many2one(
        related="event_id.party_id", store=True, readonly=False, string="Litigant"
    )
    date = fields.Date(
        related="event_id.date", store=True, readonly=False, string="Received on"
    )
    method = fields.Selection(
        related="event_id.service_method", store=True, readonly=False, string="How"
    )
    signed_by = fields.Char(string="Signed for by")
    proof = fields.Char(
        related="event_id.service_proof", store=True, readonly=False, string="Proof"
    )

    @api.model
    def _prepare_sheet_values(self, event):
        decision = event.proceeding_id._decision_of(event)
        return {
            **super()._prepare_sheet_values(event),
            "judgment_id": decision.judgment_ids[:1].id,
            "who": self._who(event),
        }

    @api.model
    def _who(self, event):
        if event.code.endswith("_SERVED"):
            return "party"
        return "procuracy" if event.code == "FI_PROCURACY_RECEIVED" else "agency"

    def _sync_with_event(self):
        """A corrected answer may make it the receipt of another decision."""
        for receipt in self:
            decision = receipt.proceeding_id._decision_of(receipt.event_id)
            if receipt.judgment_id != decision.judgment_ids[:1]:
                receipt.judgment_id = decision.judgment_ids[:1]

    @api.model_create_multi
    def create(self, vals_list):
        """A receipt without its event records it first; the event opens the sheet."""
        receipts = self.browse()
        for vals in vals_list:
            if vals.get("event_id"):
                receipts |= super().create([vals])
                continue
            receipt = self._record(vals)
            receipt.signed_by = vals.get("signed_by")
            receipts |= receipt
        return receipts

    @api.model
    def _record(self, vals):
        judgment = self.env["thuduc.case.judgment"].browse(vals.get("judgment_id"))
        who = vals.get("who") or "agency"
        code = self._code_of(judgment, who)
        if who == "party" and not vals.get("party_id"):
            raise ValidationError(self.env._("Choose the party that received it."))
        if not vals.get("date"):
            raise ValidationError(self.env._("Enter the day of the receipt."))
        event = judgment.proceeding_id.record_event(
            code,
            vals["date"],
            party_id=vals.get("party_id") if who == "party" else False,
            answers_id=judgment.event_id.id if judgment.code != JUDGMENT else False,
            service_method=vals.get("method"),
            service_proof=vals.get("proof"),
        )
        return event.receipt_ids

    @api.model
    def _code_of(self, judgment, who):
        if who == "procuracy" and judgment.code not in ON_APPEAL:
            return "FI_PROCURACY_RECEIVED"
        own = judgment.code == JUDGMENT
        if who == "party" and judgment.code not in ON_APPEAL:
            return "FI_JUDGMENT_SERVED" if own else "FI_DECISION_SERVED"
        if who == "agency":
            if judgment.code in ON_APPEAL:
                return "AP_JUDGMENT_RECEIVED"
            return "FI_JUDGMENT_RECEIVED" if own else "FI_DECISION_RECEIVED"
        raise ValidationError(
            self.env._(
                "This decision takes effect on the day it is made; only the receipt by "
                "the agency is noted."
            )
        )

    def unlink(self):  # pylint: disable=method-required-super
        """A receipt that was entered by mistake: its event is withdrawn.

        The receipt itself stays, put away with its event: nothing is lost.
        """
        self.event_id.filtered(lambda e: not e.withdrawn).withdraw(
            self.env._("The receipt was removed from the judgment.")
        )
        return True
