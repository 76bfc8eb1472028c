from odoo import api, fields, models
from odoo.exceptions import ValidationError

LOST = ("lose", "partial")


class CaseJudgment(models.Model):
    """What the courts ruled in a lawsuit, and why it was lost if it was."""

    _inherit = "thuduc.case"

    judgment_ids = fields.One2many(
        "thuduc.case.judgment", "case_id", string="Judgments and decisions"
    )
    appeal_ids = fields.One2many(
        "thuduc.case.appeal", "case_id", string="Appeals and protests"
    )
    appeal_proposal_ids = fields.One2many(
        "thuduc.case.appeal.proposal", "case_id", string="Appeal or not"
    )
    favour = fields.Selection(readonly=False)
    favour_reason = fields.Char(
        related="current_round_id.favour_reason", readonly=False
    )
    loss_cause_ids = fields.Many2many(
        "thuduc.case.loss.cause", "thuduc_case_loss_cause_rel", string="Causes of loss"
    )
    loss_decider = fields.Char(
        compute="_compute_loss_decider",
        store=True,
        readonly=False,
        string="Decided by",
        help="Who signed the challenged decision.",
    )
    loss_drafter_id = fields.Many2one(
        "thuduc.agency",
        compute="_compute_loss_decider",
        store=True,
        readonly=False,
        string="Drafted by",
        index="btree_not_null",
        help="The unit that drafted the challenged decision.",
    )
    loss_lesson = fields.Text(string="What to learn from it")
    is_loss_unexplained = fields.Boolean(
        compute="_compute_is_loss_unexplained",
        store=True,
        string="Cause of loss missing",
    )

    @api.depends("object_ids.signer_name", "object_ids.drafter_id")
    def _compute_loss_decider(self):
        for case in self:
            signers = case.object_ids.filtered("signer_name").mapped("signer_name")
            case.loss_decider = case.loss_decider or ", ".join(dict.fromkeys(signers))
            drafters = case.object_ids.drafter_id
            case.loss_drafter_id = case.loss_drafter_id or drafters[:1]

    @api.depends("favour", "loss_cause_ids", "state")
    def _compute_is_loss_unexplained(self):
        for case in self:
            ended = case.state == "closed" or case.enforcement_ids
            case.is_loss_unexplained = bool(
                ended and case.favour in LOST and not case.loss_cause_ids
            )

    def _check_loss_explained(self):
        """A lawsuit lost, wholly or partly, is closed only with its causes named."""
        for case in self:
            if case.favour in LOST and not case.loss_cause_ids:
                raise ValidationError(
                    self.env._(
                        "Lawsuit %s was lost, wholly or partly. Name the cause of loss "
                        "before closing it: on the page “Judgments, appeals”, or in "
                        "the dialog that closes the file.",
                        case.name,
                    )
                )
