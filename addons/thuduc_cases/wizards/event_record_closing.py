from odoo import api, fields, models

from ..models.case_judgment import LOST
from ..models.event_judgments import CLOSING


class EventRecordClosing(models.TransientModel):
    """Whoever closes a lawsuit that was lost names the causes in the same dialog; the
    day on which a decision takes effect is proposed."""

    _inherit = "thuduc.event.record"

    asks_loss = fields.Boolean(compute="_compute_asks_loss")
    case_id = fields.Many2one("thuduc.case", compute="_compute_asks_loss")
    favour = fields.Selection(related="case_id.favour")
    loss_cause_ids = fields.Many2many(
        "thuduc.case.loss.cause",
        "thuduc_event_record_loss_cause_rel",
        compute="_compute_loss",
        store=True,
        readonly=False,
        string="Causes of loss",
    )
    loss_decider = fields.Char(
        compute="_compute_loss", store=True, readonly=False, string="Decided by"
    )
    loss_drafter_id = fields.Many2one(
        "thuduc.agency",
        compute="_compute_loss",
        store=True,
        readonly=False,
        string="Drafted by",
    )

    @api.depends("dossier_id", "type_id")
    def _compute_asks_loss(self):
        for wizard in self:
            wizard.case_id = wizard.dossier_id.case_ids[:1]
            wizard.asks_loss = bool(
                wizard.type_id.code in CLOSING and wizard.case_id.favour in LOST
            )

    @api.depends("case_id")
    def _compute_loss(self):
        for wizard in self:
            case = wizard.case_id
            wizard.loss_cause_ids = case.loss_cause_ids
            wizard.loss_decider = case.loss_decider
            wizard.loss_drafter_id = case.loss_drafter_id

    @api.onchange("type_id")
    def _onchange_type_id_termination(self):
        """Propose the day on which a termination takes effect (LTTHC 206.2, 213.2)."""
        code = "FI_TERMINATION_EFFECTIVE"
        if self.type_id.code == code:
            docket = self.dossier_id._proceeding_for(code)
            terminated = docket._standing_events("FI_TERMINATED")[-1:]
            self.date = docket._proposed_effect(terminated) or self.date

    def action_record(self):
        if self.asks_loss:
            self.case_id.write(
                {
                    "loss_cause_ids": [fields.Command.set(self.loss_cause_ids.ids)],
                    "loss_decider": self.loss_decider,
                    "loss_drafter_id": self.loss_drafter_id.id,
                }
            )
        return super().action_record()
