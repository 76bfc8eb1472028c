from odoo import api, fields, models


class SanctionDecision(models.AbstractModel):
    """What the sanctioning decision says beside acts and persons.

    Form MQĐ02 of Decree 118/2021; its fines are those of the acts.
    """

    _name = "thuduc.sanction.decision"
    _description = "Contents of the Sanctioning Decision"

    effect_date = fields.Date(
        string="In effect from", help="Empty: from the day of signing."
    )
    payment_days = fields.Integer(
        string="Days to comply",
        compute="_compute_payment_days",
        store=True,
        readonly=False,
        help="At least the period of Article 73.1 of Law 15/2012.",
    )
    treasury_name = fields.Char(
        string="State Treasury",
        compute="_compute_treasury_name",
        store=True,
        readonly=False,
    )
    treasury_account = fields.Char(
        string="Account for fines",
        compute="_compute_treasury_account",
        store=True,
        readonly=False,
    )
    verification_reference = fields.Char(
        string="Verification minutes", help="Number and date, e.g. 05/BB-XM ngày …"
    )
    explanation_reference = fields.Char(
        string="Minutes of the oral explanation", help="Number and date."
    )
    delegation_reference = fields.Char(
        string="Delegation decision",
        help="Number and date, if a deputy signs (Decree 118/2021, Article 10).",
    )
    withheld_items = fields.Text(
        string="Papers and items withheld",
        help="Kept to secure the execution (Law 15/2012, Article 125.6).",
    )
    reimbursement = fields.Float(
        string="Cost to be reimbursed (VND)",
        digits=(16, 0),
        help="For remedies that an agency carried out (Law 15/2012, Article 85.5).",
    )
    reimbursed_agency = fields.Char(string="Reimbursed to")
    executor = fields.Char(string="In charge of the execution")
    related_bodies = fields.Char(string="Also sent to")

    @api.depends("agency_id")
    def _compute_treasury_name(self):
        for record in self:
            record.treasury_name = record._collecting_agency().treasury_name

    @api.depends("agency_id")
    def _compute_treasury_account(self):
        for record in self:
            record.treasury_account = record._collecting_agency().treasury_account

    def _collecting_agency(self):
        """The unit itself if it has an account for fines, else its committee."""
        agency = self.agency_id
        own_account = agency.treasury_account or not agency
        return agency if own_account else agency._issuer()

    @api.depends("agency_id")
    def _compute_payment_days(self):
        parameters = self.env["thuduc.sanction.parameter"]
        for record in self:
            record.payment_days = record.payment_days or parameters._value(
                "execution_days"
            )
