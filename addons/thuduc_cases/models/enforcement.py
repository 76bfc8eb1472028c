from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .result_notice import ADDRESSEES

# What the figures of an enforcement follow from.
DOCKET = (
    "proceeding_id.event_ids.date",
    "proceeding_id.event_ids.document_date",
    "proceeding_id.event_ids.document_number",
    "proceeding_id.event_ids.outcome_id",
    "proceeding_id.event_ids.stated_date",
    "proceeding_id.event_ids.type_id",
    "proceeding_id.event_ids.withdrawn",
)


class CaseEnforcement(models.Model):
    """The enforcement of one effective judgment or decision (LTTHC ch. XIX).

    It is opened by what made the judgment effective, never by hand, and holds the
    duties to perform and the four reports of the result.
    """

    _name = "thuduc.case.enforcement"
    _description = "Enforcement of a Judgment"
    _inherits = {"thuduc.proceeding": "proceeding_id"}
    _order = "id"
    _rec_names_search = ["judgment_number", "case_id"]

    proceeding_id = fields.Many2one(
        "thuduc.proceeding", required=True, ondelete="cascade", index=True
    )
    case_id = fields.Many2one(
        "thuduc.case", compute="_compute_case_id", store=True, index=True
    )
    unit_id = fields.Many2one(
        related="case_id.agency_id", store=True, index=True, string="Unit in charge"
    )
    plaintiff_names = fields.Char(related="case_id.plaintiff_names")
    judgment_round_id = fields.Many2one(
        "thuduc.case.round", compute="_compute_judgment_round_id", store=True
    )
    judgment_number = fields.Char(compute="_compute_judgment", store=True)
    judgment_date = fields.Date(
        compute="_compute_judgment", store=True, string="Judgment of"
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
    responsible_id = fields.Many2one(
        "res.users", string="Person responsible", index=True
    )
    roadmap = fields.Text(
        string="Notes on the roadmap", help="What the dated steps do not say."
    )
    step_ids = fields.One2many("thuduc.case.enforcement.step", "enforcement_id")
    obligation_ids = fields.One2many("thuduc.case.obligation", "enforcement_id")
    obstacle_ids = fields.One2many(
        "thuduc.case.obstacle", "enforcement_id", string="Obstacles"
    )
    notice_ids = fields.One2many("thuduc.case.result.notice", "enforcement_id")
    liability_ids = fields.One2many(
        "thuduc.case.liability",
        "enforcement_id",
        groups="thuduc_base.group_head,thuduc_base.group_legal",
    )
    possible_event_type_ids = fields.Many2many(
        "thuduc.event.type",
        compute="_compute_possible_event_type_ids",
        compute_sudo=False,
        string="Possible now",
    )

    @api.depends("proceeding_id.dossier_id")
    def _compute_case_id(self):
        cases = self.env["thuduc.case"].search(
            [("dossier_id", "in", self.dossier_id.ids)]
        )
        by_dossier = cases.grouped("dossier_id")
        for record in self:
            record.case_id = by_dossier.get(record.dossier_id, False)

    @api.depends("proceeding_id.parent_id", "proceeding_id.opening_event_id")
    def _compute_judgment_round_id(self):
        dockets = {record: record.proceeding_id._judgment_docket() for record in self}
        rounds = self.env["thuduc.case.round"].search(
            [("proceeding_id", "in", [docket.id for docket in dockets.values()])]
        )
        by_proceeding = rounds.grouped("proceeding_id")
        for record, docket in dockets.items():
            record.judgment_round_id = by_proceeding.get(docket, False)

    @api.depends(
        "judgment_round_id.judgment_number",
        "judgment_round_id.pronounced_date",
        "proceeding_id.opening_event_id.document_number",
        "proceeding_id.opening_event_id.document_date",
    )
    def _compute_judgment(self):
        """Of the round; a provisional measure is named by the paper that was received
        (LTTHC 311.1.g)."""
        for record in self:
            judged, opening = record.judgment_round_id, record.opening_event_id
            of_round = bool(judged.judgment_number or judged.pronounced_date)
            record.judgment_number = (
                judged.judgment_number if of_round else opening.document_number
            )
            record.judgment_date = (
                judged.pronounced_date if of_round else opening.document_date
            )

    @api.depends(*DOCKET)
    def _compute_effective_date(self):
        for record in self:
            record.effective_date = record._last_event("EN_EFFECTIVE").date

    @api.depends("proceeding_id.event_ids.outcome_id")
    def _compute_monitored(self):
        """Judgments for the plaintiff are monitored, rejections are not; unknown ones
        are, to be safe (Dispatch 431/TCTHADS-NV3)."""
        for record in self:
            effective = record.proceeding_id._standing_events("EN_EFFECTIVE")
            nothing = effective.outcome_id[:1].content == "none"
            record.monitored = "no" if nothing else "yes"

    @api.depends("proceeding_id.stage_id")
    def _compute_possible_event_type_ids(self):
        """What this user may record here: nothing for those who only read."""
        for record in self:
            running = record.proceeding_id.filtered("active")
            if not record.has_access("write"):
                running = running.browse()
            record.possible_event_type_ids = running._possible_event_types()

    @api.depends("type_id.name", "judgment_number")
    def _compute_display_name(self):
        for record in self:
            parts = [record.type_id.name, record.judgment_number]
            record.display_name = " – ".join(part for part in parts if part)

    @api.constrains("proceeding_id")
    def _check_proceeding_id(self):
        """No enforcement without an effective judgment or a provisional measure
        (LTTHC 309)."""
        for record in self:
            if not (record.opening_event_id or record.taken_over_stage_id):
                raise ValidationError(
                    self.env._(
                        "An enforcement is opened by an effective judgment or "
                        "decision. Record that event instead."
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            vals.setdefault(
                "notice_ids",
                [fields.Command.create({"addressee": who}) for who in ADDRESSEES],
            )
        return super().create(vals_list)

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"monitored", "new_decision"}:
            self.proceeding_id._sync_consequences()
        return result

    def action_record_event(self):
        """Open the dialog that records an event of this very enforcement."""
        self.ensure_one()
        action = self.case_id.action_record_event()
        action["context"]["default_proceeding_id"] = self.proceeding_id.id
        return action

    def action_open_enforcement(self):
        """Open the enforcement itself, from the file of the lawsuit."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
        }

    def action_open_case(self):
        """Open the lawsuit that it belongs to."""
        self.ensure_one()
        return self.dossier_id.action_open_concrete()

    def _last_event(self, *codes):
        """The last standing event with one of these codes."""
        self.ensure_one()
        return self.proceeding_id._standing_events(*codes)[-1:]
