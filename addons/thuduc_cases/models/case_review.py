from odoo import api, fields, models

TRIALS = ("FI", "AP")


class Case(models.Model):
    """The last word on a lawsuit: a review speaks when it has decided.

    Court, docket and result stay those of the trial that people know a case by until
    then; a request for cassation changes nothing of them.
    """

    _inherit = "thuduc.case"

    last_word_round_id = fields.Many2one(
        "thuduc.case.round", compute="_compute_current_round_id", store=True
    )
    favour = fields.Selection(related="last_word_round_id.favour", store=True)
    favour_reason = fields.Char(related="last_word_round_id.favour_reason")
    measure_ids = fields.One2many(
        "thuduc.case.measure", "case_id", string="Provisional measures"
    )
    running_review_ids = fields.Many2many(
        "thuduc.case.round", compute="_compute_running_review_ids"
    )
    running_measure_ids = fields.Many2many(
        "thuduc.case.measure", compute="_compute_running_review_ids"
    )
    is_enforcement_held = fields.Boolean(compute="_compute_running_review_ids")
    reversal_open_count = fields.Integer(compute="_compute_reversal_open_count")

    @api.depends(
        "round_ids.acceptance_date",
        "round_ids.active",
        "round_ids.date_end",
        "round_ids.date_start",
        "round_ids.outcome_id",
        "round_ids.round_type",
    )
    def _compute_current_round_id(self):
        for case in self:
            rounds = case.round_ids.filtered("active")
            rounds = rounds.sorted(lambda r: r._origin.id or 0)
            trials = rounds.filtered(lambda r: r.round_type in TRIALS)
            case.current_round_id = trials[-1:] or rounds[-1:]
            spoken = rounds.filtered(
                lambda r: r.round_type in TRIALS or r.outcome_id.favour
            )
            case.last_word_round_id = spoken[-1:]

    @api.depends("round_ids.stage_id", "measure_ids.stage_id")
    def _compute_running_review_ids(self):
        """Reviews and measures that run beside the trial or the enforcement."""
        for case in self:
            case.running_review_ids = case.round_ids.filtered(
                lambda r: r.active and r.is_review and not r.date_end
            )
            case.is_enforcement_held = any(case.running_review_ids.mapped("is_paused"))
            case.running_measure_ids = case.measure_ids.filtered(
                lambda m: m.active and not m.date_end
            )

    @api.depends("enforcement_ids.obligation_ids.date_done")
    def _compute_reversal_open_count(self):
        for case in self:
            case.reversal_open_count = sum(
                case.enforcement_ids.filtered("active").mapped("reversal_open_count")
            )
