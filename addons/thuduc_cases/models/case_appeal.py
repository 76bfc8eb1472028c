from odoo import api, fields, models

from .proceeding import APPEALS


class CaseAppeal(models.Model):
    """One appeal or protest, with its scope: the sheet of its event (LTTHC 204-218).

    Several can be directed against one judgment, each at other parts of it; one may be
    late, withdrawn or abandoned while the others go on (229.3, 209.2). What became of
    it is read from the docket of the appeal round.
    """

    _name = "thuduc.case.appeal"
    _inherit = ["thuduc.event.sheet.mixin"]
    _description = "Appeal or Protest"
    _order = "date, id"
    _sheet_of = frozenset(APPEALS)

    case_id = fields.Many2one(
        "thuduc.case", compute="_compute_case_id", store=True, index=True
    )
    judgment_id = fields.Many2one(
        "thuduc.case.judgment", readonly=True, index=True, string="Against"
    )
    code = fields.Char(related="event_id.type_id.code", store=True)
    appellant = fields.Selection(
        [
            ("agency", "The agency"),
            ("party", "Another party"),
            ("procuracy", "The procuracy"),
        ],
        compute="_compute_appellant",
        store=True,
        string="Appealed by",
    )
    party_id = fields.Many2one(
        related="event_id.party_id", store=True, readonly=False, string="Litigant"
    )
    protest_level_id = fields.Many2one(
        related="event_id.outcome_id", readonly=False, string="Level of the procuracy"
    )
    date = fields.Date(related="event_id.date", store=True, string="Appealed on")
    scope = fields.Selection(
        [("whole", "The whole judgment"), ("parts", "Parts of it")],
        required=True,
        default="whole",
    )
    part_ids = fields.Many2many(
        "thuduc.case.judgment.part",
        "thuduc_appeal_part_rel",
        "appeal_id",
        "part_id",
        string="Parts appealed",
    )
    withdrawn_part_ids = fields.Many2many(
        "thuduc.case.judgment.part",
        "thuduc_appeal_withdrawn_part_rel",
        "appeal_id",
        "part_id",
        string="Parts withdrawn",
        help="When only a part of the appeal was withdrawn (LTTHC 229.3).",
    )
    content = fields.Text(string="What is asked for")
    is_late = fields.Boolean(compute="_compute_standing", string="Late")
    late_reason = fields.Text(related="event_id.note", string="Reason of the lateness")
    late_decision_id = fields.Many2one(
        "thuduc.event", compute="_compute_standing", string="Decision on the lateness"
    )
    fee_notice_date = fields.Date(compute="_compute_standing", string="Fee notice of")
    fee_paid_date = fields.Date(compute="_compute_standing", string="Fee paid on")
    change_date = fields.Date(compute="_compute_standing", string="Changed on")
    withdrawal_date = fields.Date(compute="_compute_standing", string="Withdrawn on")
    state = fields.Selection(
        [
            ("late", "Late, not decided yet"),
            ("refused", "Late, refused"),
            ("standing", "Stands"),
            ("withdrawn_part", "Withdrawn in part"),
            ("withdrawn", "Withdrawn"),
            ("abandoned", "Deemed abandoned"),
            ("returned", "Returned"),
            ("heard", "Decided on appeal"),
        ],
        compute="_compute_standing",
        string="Status",
    )

    @api.depends("dossier_id")
    def _compute_case_id(self):
        for appeal in self:
            appeal.case_id = appeal.dossier_id.case_ids[:1]

    @api.depends("code")
    def _compute_appellant(self):
        who = dict(zip(APPEALS, ("agency", "party", "procuracy"), strict=True))
        for appeal in self:
            appeal.appellant = who.get(appeal.code)

    @api.depends(
        "event_id.date",
        "event_id.led_to_id.event_ids.date",
        "event_id.led_to_id.event_ids.withdrawn",
        "event_id.led_to_id.stage_id",
    )
    def _compute_standing(self):
        for appeal in self:
            appeal.is_late = bool(appeal.event_id) and appeal.event_id._is_late_appeal()
            appeal.late_decision_id = appeal._late_decision()
            appeal.fee_notice_date = appeal._told(*appeal._fee_codes()[:1])[-1:].date
            appeal.fee_paid_date = appeal._told(*appeal._fee_codes()[1:])[-1:].date
            appeal.change_date = appeal._told("AP_APPEAL_CHANGED")[-1:].date
            appeal.withdrawal_date = appeal._told("AP_APPEAL_WITHDRAWN")[-1:].date
            appeal.state = appeal._state()

    @api.depends("appellant", "party_id.name", "date")
    def _compute_display_name(self):
        who = dict(self._fields["appellant"]._description_selection(self.env))
        for appeal in self:
            name = appeal.party_id.name or who.get(appeal.appellant) or ""
            kind = appeal.event_id.type_id.name or ""
            appeal.display_name = f"{kind} – {name}" if name else kind

    @api.model
    def _prepare_sheet_values(self, event):
        decision = event.proceeding_id._appealed_decision(event)
        return {
            **super()._prepare_sheet_values(event),
            "judgment_id": decision.judgment_ids[:1].id,
        }

    def _sync_with_event(self):
        for appeal in self:
            decision = appeal.proceeding_id._appealed_decision(appeal.event_id)
            if appeal.judgment_id != decision.judgment_ids[:1]:
                appeal.judgment_id = decision.judgment_ids[:1]
