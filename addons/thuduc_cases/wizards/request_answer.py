from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class RequestAnswer(models.TransientModel):
    """Answer a request for documents: all, part of them, or why not (LTTHC 93.3).

    It records the event that answers the request, with the proof that it was sent.
    """

    _name = "thuduc.case.request.answer"
    _description = "Answer a Request for Evidence"

    request_id = fields.Many2one(
        "thuduc.case.request", required=True, ondelete="cascade"
    )
    type_id = fields.Many2one(related="request_id.type_id.request_answer_type_id")
    outcome_id = fields.Many2one(
        "thuduc.case.outcome",
        string="Answer",
        compute="_compute_outcome_id",
        store=True,
        readonly=False,
        precompute=True,
        domain="[('event_type_ids', 'in', type_id)]",
    )
    outcome_code = fields.Char(related="outcome_id.code")
    date = fields.Date(
        string="Sent on", required=True, default=fields.Date.context_today
    )
    document_number = fields.Char(string="Number of the answer")
    method = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.case.request"]
            ._fields["answer_method"]
            ._description_selection(self.env)
        ),
        string="Sent by",
        required=True,
        default="post",
    )
    proof = fields.Char(string="Proof of sending")
    reasons = fields.Text(
        compute="_compute_reasons", store=True, readonly=False, precompute=True
    )
    attachment_ids = fields.Many2many("ir.attachment", string="Files")
    warning = fields.Char(compute="_compute_warning")

    @api.depends("request_id")
    def _compute_outcome_id(self):
        """What the list of documents says: all found, some, none."""
        for wizard in self:
            states = set(wizard.request_id.line_ids.mapped("state"))
            if states == {"none"}:
                code = "ANSWER_REFUSED"
            else:
                code = "ANSWER_PART" if "none" in states else "ANSWER_FULL"
            wizard.outcome_id = wizard.type_id.outcome_ids.filtered(
                lambda o, code=code: o.code == code
            )

    @api.depends("request_id")
    def _compute_reasons(self):
        for wizard in self:
            missing = wizard.request_id.line_ids.filtered(
                lambda line: line.state == "none"
            )
            wizard.reasons = "\n".join(
                f"{line.name}: {line.reason or ''}".strip() for line in missing
            )

    @api.depends("date", "request_id.date_due")
    def _compute_warning(self):
        for wizard in self:
            due = wizard.request_id.date_due
            late = wizard.date and due and wizard.date > due
            wizard.warning = late and self.env._(
                "Late: the answer was due before that day. Give the reasons for the "
                "delay in it (Article 325 LTTHC)."
            )

    def action_answer(self):
        """Record the answer in the docket of the lawsuit."""
        self.ensure_one()
        request = self.request_id
        if request.answer_id:
            raise UserError(
                self.env._(
                    "This request is answered already (%s). Correct or withdraw that "
                    "event instead.",
                    request.answer_id.display_name,
                )
            )
        if self.outcome_code in ("ANSWER_PART", "ANSWER_REFUSED") and not self.reasons:
            raise UserError(
                self.env._(
                    "Say why: who cannot provide documents answers in writing with the "
                    "reasons (Article 93.3 LTTHC)."
                )
            )
        request.write({"answer_method": self.method, "answer_proof": self.proof})
        event = request.proceeding_id.record_event(
            self.type_id.code,
            self.date,
            answers_id=request.event_id.id,
            document_number=self.document_number,
            note=self.reasons,
            outcome_id=self.outcome_id.id,
            attachment_ids=[Command.set(self.attachment_ids.ids)],
        )
        self.attachment_ids.write({"res_model": event._name, "res_id": event.id})
        return {"type": "ir.actions.act_window_close"}
