from odoo import api, fields, models
from odoo.exceptions import ValidationError


class ObligationRequest(models.Model):
    """What another body has to contribute before an obligation can be performed.

    Land registration, land fund, finance: the thirty days run on meanwhile (LTTHC
    311.2), so each is asked early, in writing, and its answer is noted.
    """

    _name = "thuduc.case.obligation.request"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Contribution of Another Body"
    _order = "obligation_id, date_asked, id"
    _dossier_field = "obligation_id"

    obligation_id = fields.Many2one(
        "thuduc.case.obligation", required=True, index=True, ondelete="cascade"
    )
    agency_id = fields.Many2one("thuduc.agency", string="Body of our own")
    name = fields.Char(
        string="Body",
        compute="_compute_name",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
        help="Name it here when it does not belong to the office.",
    )
    subject = fields.Char(string="What is needed")
    date_asked = fields.Date(string="Asked on")
    number = fields.Char(string="Number of the paper")
    date_needed = fields.Date(string="Needed by")
    date_answered = fields.Date(string="Answered on")
    answer = fields.Char()

    _answered_after_asked = models.Constraint(
        "CHECK (date_answered IS NULL OR date_asked IS NULL "
        "OR date_answered >= date_asked)",
        "An answer comes after the request.",
    )

    @api.depends("agency_id")
    def _compute_name(self):
        for request in self:
            request.name = request.agency_id.name or request.name

    @api.constrains("date_asked", "date_answered")
    def _check_dates(self):
        today = fields.Date.context_today(self)
        for request in self:
            days = filter(None, (request.date_asked, request.date_answered))
            if any(day > today for day in days):
                raise ValidationError(
                    self.env._("Request and answer are dated on a day that has come.")
                )
