from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .result_notice import ADDRESSEES


class CaseEnforcement(models.Model):
    """The enforcement of one effective judgment or decision (LTTHC ch. XIX).

    It is opened by what made the judgment effective, never by hand, and holds the
    duties to perform and the four reports of the result.
    """

    _name = "thuduc.case.enforcement"
    _description = "Enforcement of a Judgment"
    _inherits = {"thuduc.proceeding": "proceeding_id"}
    _order = "id"

    proceeding_id = fields.Many2one(
        "thuduc.proceeding", required=True, ondelete="cascade", index=True
    )
    case_id = fields.Many2one(
        "thuduc.case", compute="_compute_case_id", store=True, index=True
    )
    judgment_round_id = fields.Many2one(
        "thuduc.case.round", compute="_compute_judgment_round_id", store=True
    )
    judgment_number = fields.Char(related="judgment_round_id.judgment_number")
    judgment_date = fields.Date(
        related="judgment_round_id.pronounced_date", string="Judgment of"
    )
    judgment_court_id = fields.Many2one(related="judgment_round_id.court_id")
    effective_date = fields.Date(
        compute="_compute_effective_date", store=True, string="Effective from"
    )
    monitored = fields.Selection(
        [("yes", "Something to perform"), ("no", "Nothing to perform")],
        compute="_compute_monitored",
        store=True,
        readonly=False,
        string="Monitored content",
    )
    debtor_id = fields.Many2one("thuduc.agency", string="Who has to perform")
    creditor_names = fields.Char(string="In favour of")
    responsible_id = fields.Many2one("res.users", string="Person responsible")
    roadmap = fields.Text(help="Steps, units and dates of the enforcement.")
    thads_office = fields.Char(string="Civil enforcement agency")
    thads_officer = fields.Char(string="Enforcement officer")
    thads_stated_date = fields.Date(
        compute="_compute_thads_stated_date", string="Last day stated by the agency"
    )
    due_date = fields.Date(
        compute="_compute_due_date", string="Last day to perform voluntarily"
    )
    is_thads_date_different = fields.Boolean(compute="_compute_due_date")
    is_late = fields.Boolean(compute="_compute_due_date")
    obligation_ids = fields.One2many("thuduc.case.obligation", "enforcement_id")
    notice_ids = fields.One2many("thuduc.case.result.notice", "enforcement_id")

    @api.depends("proceeding_id.dossier_id")
    def _compute_case_id(self):
        cases = self.env["thuduc.case"].search(
            [("dossier_id", "in", self.dossier_id.ids)]
        )
        by_dossier = cases.grouped("dossier_id")
        for record in self:
            record.case_id = by_dossier.get(record.dossier_id, False)

    @api.depends("proceeding_id.parent_id")
    def _compute_judgment_round_id(self):
        rounds = self.env["thuduc.case.round"].search(
            [("proceeding_id", "in", self.parent_id.ids)]
        )
        by_proceeding = rounds.grouped("proceeding_id")
        for record in self:
            record.judgment_round_id = by_proceeding.get(record.parent_id, False)

    @api.depends("proceeding_id.event_ids.date", "proceeding_id.event_ids.withdrawn")
    def _compute_effective_date(self):
        for record in self:
            effective = record.proceeding_id._standing_events("EN_EFFECTIVE")
            record.effective_date = effective[:1].date

    @api.depends("proceeding_id.event_ids.outcome_id")
    def _compute_monitored(self):
        """Judgments for the plaintiff are monitored, rejections are not; unknown ones
        are, to be safe (Dispatch 431/TCTHADS-NV3)."""
        for record in self:
            effective = record.proceeding_id._standing_events("EN_EFFECTIVE")
            nothing = effective.outcome_id[:1].content == "none"
            record.monitored = "no" if nothing else "yes"

    @api.depends("proceeding_id.event_ids.stated_date")
    def _compute_thads_stated_date(self):
        for record in self:
            notices = record.proceeding_id._standing_events("EN_THADS_NOTICE")
            record.thads_stated_date = notices[-1:].stated_date

    @api.depends(
        "proceeding_id.deadline_ids.date_due",
        "proceeding_id.deadline_ids.state",
        "thads_stated_date",
    )
    def _compute_due_date(self):
        for record in self:
            voluntary = record.deadline_ids.filtered(
                lambda d: d.code == "EN-01" and d.state != "superseded"
            )
            record.due_date = voluntary[:1].date_due
            record.is_late = voluntary[:1].state == "overdue"
            stated = record.thads_stated_date
            record.is_thads_date_different = bool(
                stated and record.due_date and stated != record.due_date
            )

    @api.depends("type_id.name", "judgment_number")
    def _compute_display_name(self):
        for record in self:
            parts = [record.type_id.name, record.judgment_number]
            record.display_name = " – ".join(part for part in parts if part)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            vals.setdefault(
                "notice_ids",
                [fields.Command.create({"addressee": who}) for who in ADDRESSEES],
            )
        return super().create(vals_list)

    @api.constrains("proceeding_id")
    def _check_proceeding_id(self):
        """No enforcement without an effective judgment (LTTHC 309)."""
        for record in self:
            if not (record.opening_event_id or record.taken_over_stage_id):
                raise ValidationError(
                    self.env._(
                        "An enforcement is opened by an effective judgment or "
                        "decision. Record that event instead."
                    )
                )

    def write(self, vals):
        result = super().write(vals)
        if "monitored" in vals:
            self.proceeding_id._sync_consequences()
        return result
