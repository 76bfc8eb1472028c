from odoo import api, fields, models
from odoo.exceptions import ValidationError


class CaseLiability(models.Model):
    """Who answers for a judgment that was not performed, or evidence not given.

    LTTHC 314 and 325, Decree 71/2016/NĐ-CP Articles 20 to 26. For heads, leaders and
    legal advisers only: an officer of the same unit does not see it.
    """

    _name = "thuduc.case.liability"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Liability for an Enforcement"
    _order = "case_id, id"
    _rec_name = "person_name"
    _dossier_field = "case_id"

    case_id = fields.Many2one(
        "thuduc.case",
        compute="_compute_case_id",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        index=True,
        ondelete="cascade",
    )
    enforcement_id = fields.Many2one(
        "thuduc.case.enforcement",
        index="btree_not_null",
        domain="[('case_id', '=', case_id)]",
    )
    person_id = fields.Many2one("res.users", string="User")
    person_name = fields.Char(
        compute="_compute_person_name",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        string="Person",
    )
    post = fields.Char(string="Post held then")
    ground = fields.Selection(
        [
            ("enforcement", "Judgment not performed, or late (LTTHC 314)"),
            ("evidence", "Documents not given to the court (LTTHC 325)"),
        ],
        required=True,
        default="enforcement",
    )
    form = fields.Selection(
        [
            ("review", "Self-criticism and review"),
            ("reprimand", "Reprimand"),
            ("warning", "Warning"),
            ("salary", "Reduction of salary"),
            ("demotion", "Demotion"),
            ("removal", "Removal from office"),
            ("dismissal", "Dismissal"),
            ("sanction", "Administrative sanction"),
            ("investigation", "Sent to the investigating agency"),
        ],
        string="Form of liability",
    )
    state = fields.Selection(
        [
            ("recommended", "Recommended"),
            ("reviewing", "Under review"),
            ("decided", "Decided"),
            ("dropped", "Not pursued"),
        ],
        required=True,
        default="recommended",
    )
    date_recommended = fields.Date(string="Recommended on")
    recommended_by = fields.Char()
    decision_number = fields.Char()
    decision_date = fields.Date()
    attachment_ids = fields.Many2many("ir.attachment", string="Files")
    note = fields.Text()

    @api.depends("enforcement_id")
    def _compute_case_id(self):
        for liability in self:
            of_enforcement = liability.enforcement_id.case_id
            liability.case_id = of_enforcement or liability.case_id

    @api.depends("person_id")
    def _compute_person_name(self):
        for liability in self:
            liability.person_name = liability.person_id.name or liability.person_name

    @api.constrains("state", "form", "decision_number", "decision_date")
    def _check_decided(self):
        """Decided is what has its form and its paper (Decree 71/2016/NĐ-CP)."""
        for liability in self.filtered(lambda record: record.state == "decided"):
            paper = liability.decision_number and liability.decision_date
            if not (liability.form and paper):
                raise ValidationError(
                    self.env._("A decision on liability has its form, number and date.")
                )
