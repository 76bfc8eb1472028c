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
    other_agencies = fields.Char(string="Other bodies needed")
    date_planned = fields.Date(string="Planned for")
    date_done = fields.Date(string="Done on")
    evidence = fields.Char(help="The paper that proves it, e.g. number and date.")
    document_id = fields.Many2one(
        "thuduc.document", string="Paper in the file", index="btree_not_null"
    )
    progress = fields.Integer(string="Done (%)", aggregator="avg")
    amount = fields.Integer(string="Amount (đồng)")
    is_property = fields.Boolean(
        string="Property part", help="Enforced by the civil enforcement agency."
    )
    note = fields.Text()

    _progress_percent = models.Constraint(
        "CHECK (progress BETWEEN 0 AND 100)", "Progress goes from 0 to 100 per cent."
    )

    @api.constrains("date_done", "evidence", "document_id")
    def _check_date_done(self):
        today = fields.Date.context_today(self)
        for obligation in self.filtered("date_done"):
            if obligation.date_done > today:
                raise ValidationError(
                    self.env._("An obligation is done on a day that has come.")
                )
            if not (obligation.evidence or obligation.document_id):
                raise ValidationError(
                    self.env._(
                        "Name the paper that proves that “%s” is done.", obligation.name
                    )
                )

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
        if vals.keys() & {"date_done", "is_property"}:
            self.enforcement_id.proceeding_id._sync_consequences()
        return result

    def unlink(self):
        proceedings = self.enforcement_id.proceeding_id
        result = super().unlink()
        proceedings._sync_consequences()
        return result
