from odoo import api, fields, models

from .proceeding_effect import JUDGMENT, ON_APPEAL

# Effective from the day on which they were made: what says so (litigation law).
AT_ONCE = {
    "FI_DIALOGUE_RECOGNISED": "provision_ltthc_140_3",
    "FI_PRE_DIALOGUE_RECOGNISED": "provision_l58_32",
    "AP_JUDGMENT": "provision_ltthc_242_7",
    "AP_DECISION_MADE": "provision_ltthc_243_6",
    "AP_TERMINATED": "provision_ltthc_229_2",
    "CR_DECIDED": "provision_ltthc_278",
    "RO_DECIDED": "provision_ltthc_286",
    "SP_DECIDED": "provision_ltthc_297",
}
SHEETS = frozenset({JUDGMENT, "FI_TERMINATED", "FI_SUSPENDED", *AT_ONCE})
ORDERED = ("damages",)


class Judgment(models.Model):
    """What a court decided: the sheet of a judgment or decision of the docket.

    Day, number and result are those of the event; what the judgment says in its
    operative part, who pays, what it recommends and who received it when is here. A
    correction by the court may change numbers, never the window of appeal (LTTHC 197).
    """

    _name = "thuduc.case.judgment"
    _inherit = ["thuduc.event.sheet.mixin"]
    _description = "Judgment or Decision"
    _order = "date desc, id desc"
    _rec_names_search = ["number", "operative_text", "case_id"]
    _sheet_of = SHEETS

    case_id = fields.Many2one(
        "thuduc.case", compute="_compute_case_id", store=True, index=True
    )
    round_id = fields.Many2one(
        "thuduc.case.round", compute="_compute_case_id", store=True, index=True
    )
    type_id = fields.Many2one(related="event_id.type_id", string="What was decided")
    code = fields.Char(related="event_id.type_id.code", store=True)
    date = fields.Date(related="event_id.date", store=True, string="Made on")
    number = fields.Char(
        related="event_id.document_number",
        store=True,
        readonly=False,
        index="trigram",
        string="Number of the judgment",
    )
    outcome_id = fields.Many2one(
        related="event_id.outcome_id", store=True, readonly=False, string="Result"
    )
    court_id = fields.Many2one(related="round_id.court_id", store=True, index=True)
    round_type = fields.Selection(related="round_id.round_type", store=True)
    favour = fields.Selection(related="round_id.favour", store=True)
    is_appealable = fields.Boolean(compute="_compute_is_appealable")
    operative_text = fields.Text(string="Operative part")
    appeal_right_text = fields.Text(string="Right of appeal as stated")
    part_ids = fields.One2many("thuduc.case.judgment.part", "judgment_id")
    fee_ids = fields.One2many("thuduc.case.judgment.fee", "judgment_id")
    recommendation_ids = fields.One2many(
        "thuduc.case.judgment.recommendation", "judgment_id"
    )
    receipt_ids = fields.One2many("thuduc.case.judgment.receipt", "judgment_id")
    correction_ids = fields.Many2many(
        "thuduc.event", compute="_compute_correction_ids", string="Corrections"
    )
    damages_ordered = fields.Integer(
        compute="_compute_damages_ordered", store=True, string="Damages ordered (đồng)"
    )
    window_end_date = fields.Date(
        compute="_compute_effect", string="Last day to appeal or protest"
    )
    effective_date = fields.Date(compute="_compute_effect", string="Effective from")
    effective_basis = fields.Text(compute="_compute_effect", string="Why this day")
    waits_for = fields.Char(compute="_compute_effect", string="Receipt still unknown")
    can_make_obligations = fields.Boolean(compute="_compute_can_make_obligations")
    warning = fields.Char(compute="_compute_warning")

    @api.depends("dossier_id", "proceeding_id")
    def _compute_case_id(self):
        for judgment in self:
            judgment.case_id = judgment.dossier_id.case_ids[:1]
            judgment.round_id = judgment.proceeding_id.case_round_ids[:1]

    @api.depends("code")
    def _compute_is_appealable(self):
        for judgment in self:
            judgment.is_appealable = judgment.code not in AT_ONCE

    @api.depends("part_ids.relief", "part_ids.amount")
    def _compute_damages_ordered(self):
        for judgment in self:
            ordered = judgment.part_ids.filtered(lambda p: p.relief in ORDERED)
            judgment.damages_ordered = sum(ordered.mapped("amount"))

    @api.depends("proceeding_id.event_ids.withdrawn")
    def _compute_correction_ids(self):
        for judgment in self:
            code = "AP" if judgment.code in ON_APPEAL else "FI"
            corrected = judgment.proceeding_id._standing_events(
                f"{code}_JUDGMENT_CORRECTED"
            )
            last = judgment.code in (JUDGMENT, "AP_JUDGMENT")
            judgment.correction_ids = corrected if last else corrected.browse()

    @api.depends(
        "proceeding_id.event_ids.date",
        "proceeding_id.event_ids.withdrawn",
        "proceeding_id.child_ids.stage_id",
    )
    def _compute_effect(self):
        """Effect and its reason as the docket has them (LTTHC 215)."""
        for judgment in self:
            effect = judgment._effect()
            judgment.window_end_date = effect["window_end"]
            judgment.effective_date = effect["date"]
            judgment.effective_basis = effect["basis"]
            judgment.waits_for = effect["waits_for"]

    @api.depends("part_ids.relief", "part_ids.obligation_ids")
    def _compute_can_make_obligations(self):
        for judgment in self:
            judgment.can_make_obligations = bool(judgment._parts_to_enforce())

    @api.depends("proceeding_id.deadline_ids.state")
    def _compute_warning(self):
        """A hearing opened too late is told, not refused (LTTHC 149, 221.3)."""
        for judgment in self:
            late = judgment.proceeding_id.deadline_ids.filtered(
                lambda d: d.code in ("FI-18", "AP-13") and d.state == "met_late"
            )
            judgment.warning = bool(late) and self.env._(
                "The hearing opened %(days)s days after its period had ended "
                "(%(provision)s).",
                days=late[-1].days_late,
                provision=late[-1].provision_id.display_name,
            )

    @api.depends("type_id", "number", "date")
    def _compute_display_name(self):
        for judgment in self:
            parts = [judgment.type_id.name, judgment.number]
            judgment.display_name = " – ".join(part for part in parts if part)

    def action_open_event(self):
        """Open the entry of the docket, to correct its date or presence."""
        return self.event_id._get_records_action()
