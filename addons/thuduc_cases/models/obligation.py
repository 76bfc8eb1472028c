from odoo import api, fields, models
from odoo.exceptions import ValidationError


class CaseObligation(models.Model):
    """One duty that a judgment lays on the agency.

    When every duty is performed and proved, the enforcement is complete by itself.
    The property part is enforced under the civil law and never decides that
    (LTTHC 311.1.h).
    """

    _name = "thuduc.case.obligation"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Obligation under a Judgment"
    _order = "enforcement_id, sequence, id"
    _dossier_field = "enforcement_id"

    enforcement_id = fields.Many2one(
        "thuduc.case.enforcement", required=True, index=True, ondelete="cascade"
    )
    case_id = fields.Many2one(related="enforcement_id.case_id", store=True, index=True)
    sequence = fields.Integer(default=10)
    name = fields.Char(string="What has to be done", required=True)
    kind = fields.Selection(
        [
            ("new_decision", "Issue a new decision"),
            ("cancel", "Withdraw or cancel the decision"),
            ("certificate", "Grant a land use right certificate"),
            ("compensation_plan", "Make the compensation plan again"),
            ("payment", "Pay money"),
            ("resettlement", "Provide resettlement"),
            ("stop", "Stop an act"),
            ("procedure", "Perform the procedure that was refused"),
            ("reinstate", "Reinstate the civil servant"),
            ("apology", "Apologise, correct publicly"),
            ("coordinate", "Co-operate with another body"),
            ("continue", "Go on performing the challenged decision"),
        ],
        required=True,
        default="new_decision",
    )
    agency_id = fields.Many2one("thuduc.agency", string="Unit in charge", index=True)
    user_id = fields.Many2one("res.users", string="Person in charge", index=True)
    request_ids = fields.One2many(
        "thuduc.case.obligation.request",
        "obligation_id",
        string="Other bodies needed",
        help="Waiting for others does not extend the period (LTTHC 311.2).",
    )
    waiting_for = fields.Char(compute="_compute_waiting_for")
    obstacle_ids = fields.One2many(
        "thuduc.case.obstacle", "obligation_id", string="Obstacles"
    )
    obstacle_reason_id = fields.Many2one(
        "thuduc.case.outcome", compute="_compute_obstacle_reason_id", string="Obstacle"
    )
    split_from_id = fields.Many2one(
        "thuduc.case.obligation", string="Split from", index="btree_not_null"
    )
    date_planned = fields.Date(string="Planned for")
    date_done = fields.Date(string="Done on")
    evidence = fields.Char(help="The paper that proves it, e.g. number and date.")
    document_id = fields.Many2one(
        "thuduc.document", string="Paper in the file", index="btree_not_null"
    )
    attachment_ids = fields.Many2many("ir.attachment", string="Files")
    progress = fields.Integer(string="Done (%)", aggregator="avg")
    is_late = fields.Boolean(compute="_compute_is_late")
    amount = fields.Integer(string="Amount (đồng)")
    is_property = fields.Boolean(
        string="Property part", help="Enforced by the civil enforcement agency."
    )
    date_forwarded = fields.Date(
        string="Sent to civil enforcement",
        help="The property part is left to the civil enforcement agency.",
    )
    property_state = fields.Selection(
        [
            ("open", "To be sent on"),
            ("forwarded", "With civil enforcement"),
            ("performed", "Performed"),
        ],
        compute="_compute_property_state",
        store=True,
        string="State of the property part",
    )
    note = fields.Text()

    _progress_percent = models.Constraint(
        "CHECK (progress BETWEEN 0 AND 100)", "Progress goes from 0 to 100 per cent."
    )

    @api.depends("request_ids.date_asked", "request_ids.date_answered")
    def _compute_waiting_for(self):
        for obligation in self:
            waiting = obligation.request_ids.filtered(
                lambda r: r.date_asked and not r.date_answered
            )
            obligation.waiting_for = ", ".join(waiting.mapped("name"))

    @api.depends("obstacle_ids.active", "obstacle_ids.date_to")
    def _compute_obstacle_reason_id(self):
        for obligation in self:
            standing = obligation.obstacle_ids.filtered(
                lambda o: o.active and not o.date_to
            )
            obligation.obstacle_reason_id = standing.sorted("date_from")[-1:].reason_id

    @api.depends("date_done", "date_planned")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for obligation in self:
            planned = obligation.date_planned
            obligation.is_late = bool(
                planned and planned < today and not obligation.date_done
            )

    @api.depends("is_property", "date_forwarded", "date_done")
    def _compute_property_state(self):
        for obligation in self:
            if not obligation.is_property:
                obligation.property_state = False
            elif obligation.date_done:
                obligation.property_state = "performed"
            else:
                forwarded = obligation.date_forwarded
                obligation.property_state = "forwarded" if forwarded else "open"

    @api.constrains("date_done", "evidence", "document_id", "attachment_ids")
    def _check_date_done(self):
        today = fields.Date.context_today(self)
        for obligation in self.filtered("date_done"):
            if obligation.date_done > today:
                raise ValidationError(
                    self.env._("An obligation is done on a day that has come.")
                )
            if not obligation._is_proved():
                raise ValidationError(
                    self.env._(
                        "Name the paper that proves that “%s” is done.", obligation.name
                    )
                )

    def _is_proved(self):
        self.ensure_one()
        return bool(self.evidence or self.document_id or self.attachment_ids)

    @api.model_create_multi
    def create(self, vals_list):
        obligations = super().create(
            [
                {**vals, "progress": 100} if vals.get("date_done") else vals
                for vals in vals_list
            ]
        )
        obligations.enforcement_id.proceeding_id._sync_consequences()
        return obligations

    def write(self, vals):
        if vals.get("date_done"):
            vals = {**vals, "progress": 100}
        result = super().write(vals)
        if vals.keys() & {"date_done", "is_property", "kind"}:
            self.enforcement_id.proceeding_id._sync_consequences()
        return result

    def unlink(self):
        proceedings = self.enforcement_id.proceeding_id
        result = super().unlink()
        proceedings._sync_consequences()
        return result

    def action_split(self):
        """Open the dialog that copies the duty for other bodies (e.g. new wards)."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Split the Obligation"),
            "res_model": "thuduc.case.obligation.split",
            "view_mode": "form",
            "target": "new",
            "context": {"default_obligation_id": self.id},
        }

    def _split_among(self, agencies):
        """Each body gets the same duty of its own: land that lies in several new wards
        has several successors (Resolution 01/2025/NQ-HĐTP Article 8)."""
        self.ensure_one()
        first, others = agencies[:1], agencies[1:]
        if self.agency_id in agencies:
            others = agencies - self.agency_id
        else:
            self.write({"agency_id": first.id, "user_id": False})
        return self.create(
            [
                {
                    "enforcement_id": self.enforcement_id.id,
                    "sequence": self.sequence,
                    "name": self.name,
                    "kind": self.kind,
                    "agency_id": agency.id,
                    "date_planned": self.date_planned,
                    "is_property": self.is_property,
                    "split_from_id": self.id,
                }
                for agency in others
            ]
        )
