from odoo import api, fields, models


class CaseMeasure(models.Model):
    """A provisional measure of the court: obeyed at once, even if complained of.

    It runs beside the round in which it was ordered, with clocks of its own, and its
    enforcement is counted with the others (LTTHC 66-77, 309.5, 311.1.g).
    """

    _name = "thuduc.case.measure"
    _description = "Provisional Measure"
    _inherits = {"thuduc.proceeding": "proceeding_id"}
    _order = "id"

    proceeding_id = fields.Many2one(
        "thuduc.proceeding", required=True, ondelete="cascade", index=True
    )
    case_id = fields.Many2one(
        "thuduc.case", compute="_compute_case_id", store=True, index=True
    )
    round_id = fields.Many2one(
        "thuduc.case.round", compute="_compute_round_id", store=True
    )
    court_id = fields.Many2one(related="round_id.court_id")
    kind = fields.Selection(
        [
            ("suspend", "Suspend the performance of a decision"),
            ("stop", "Stop an administrative act for the time being"),
            ("order", "Forbid or order a certain act"),
        ],
        string="Measure",
        help="Article 68 LTTHC.",
    )
    object_id = fields.Many2one(
        "thuduc.case.object",
        string="Decision or act concerned",
        domain="[('case_id', '=', case_id)]",
        index="btree_not_null",
    )
    duty = fields.Text(string="What has to be done")
    unit_id = fields.Many2one("thuduc.agency", string="Unit in charge", index=True)

    number = fields.Char(
        compute="_compute_from_docket", store=True, string="Number of the decision"
    )
    decision_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Decision of"
    )
    received_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Decision received"
    )
    obeyed_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Obeyed on"
    )
    complaint_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Complained on"
    )
    complaint_outcome_id = fields.Many2one(
        "thuduc.case.outcome",
        compute="_compute_from_docket",
        store=True,
        string="Answer to the complaint",
    )
    ended_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Lifted on"
    )
    end_ground_id = fields.Many2one(
        "thuduc.case.outcome",
        compute="_compute_from_docket",
        store=True,
        string="Ground of lifting",
    )
    enforcement_id = fields.Many2one(
        "thuduc.case.enforcement", compute="_compute_enforcement_id"
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

    @api.depends("proceeding_id.parent_id")
    def _compute_round_id(self):
        for record in self:
            record.round_id = record.parent_id.case_round_ids[:1]

    @api.depends(
        "proceeding_id.event_ids.date",
        "proceeding_id.event_ids.document_date",
        "proceeding_id.event_ids.document_number",
        "proceeding_id.event_ids.outcome_id",
        "proceeding_id.event_ids.withdrawn",
    )
    def _compute_from_docket(self):
        for record in self:
            last = record._last_event
            decided = last("PM_CHANGED") or last("PM_RECEIVED")
            record.number = decided.document_number
            record.decision_date = decided.document_date
            record.received_date = decided.date
            record.obeyed_date = last("PM_OBEYED").date
            record.complaint_date = last("PM_COMPLAINED").date
            record.complaint_outcome_id = last("PM_COMPLAINT_ANSWERED").outcome_id
            record.ended_date = last("PM_ENDED").date
            record.end_ground_id = last("PM_ENDED").outcome_id

    def _last_event(self, code):
        """The last standing event with that code."""
        self.ensure_one()
        return self.proceeding_id._standing_events(code)[-1:]

    @api.depends("proceeding_id.child_ids.active")
    def _compute_enforcement_id(self):
        for record in self:
            enforcements = record.child_ids.case_enforcement_ids.filtered("active")
            record.enforcement_id = enforcements[:1]

    @api.depends("proceeding_id.stage_id")
    def _compute_possible_event_type_ids(self):
        """What this user may record here: nothing for those who only read."""
        for record in self:
            running = record.proceeding_id.filtered("active")
            if not record.has_access("write"):
                running = running.browse()
            record.possible_event_type_ids = running._possible_event_types()

    @api.depends("type_id.name", "number", "received_date")
    def _compute_display_name(self):
        for record in self:
            parts = [record.type_id.name, record.number]
            record.display_name = " – ".join(part for part in parts if part)

    def action_record_event(self):
        """Open the dialog that records an event of this very measure."""
        self.ensure_one()
        action = self.case_id.action_record_event()
        action["context"]["default_proceeding_id"] = self.proceeding_id.id
        return action
