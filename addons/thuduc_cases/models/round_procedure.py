from odoo import api, fields, models

SIMPLIFIED = "FI_SIMPLIFIED"
ORDINARY = "FI_ORDINARY"
DECIDING_PERIODS = {"is_competition", "procedure"}


class CaseRound(models.Model):
    """Under which procedure a round runs: it decides which periods the law gives.

    The court's decision to use the simplified procedure, or to leave it, is an event of
    the docket and sets the procedure (LTTHC 246, 247); lists of voters and a foreign
    element are entered. A change replays the docket.
    """

    _inherit = "thuduc.case.round"

    procedure = fields.Selection(
        compute="_compute_procedure", store=True, readonly=False
    )
    is_competition = fields.Boolean(
        string="About a competition case",
        help="Complaint about a decision on a competition case: the preparation takes "
        "two months (LTTHC 130.2).",
    )
    current_court_id = fields.Many2one(
        "thuduc.court",
        compute="_compute_current_court_id",
        string="Goes on at",
        help="The court that took the pending case over; the round keeps naming the "
        "court of its time.",
    )

    @api.depends(
        "proceeding_id.event_ids.date",
        "proceeding_id.event_ids.type_id",
        "proceeding_id.event_ids.withdrawn",
    )
    def _compute_procedure(self):
        """The decision that stands last decides; without one, what was entered."""
        for record in self:
            procedure = record.procedure or "ordinary"
            last = record._event_of((SIMPLIFIED, ORDINARY)).code
            ever = SIMPLIFIED in record.event_ids.mapped("code")
            if last == SIMPLIFIED:
                procedure = "simplified"
            elif ever and procedure == "simplified":
                procedure = "ordinary"
            record.procedure = procedure

    @api.depends("court_id", "proceeding_id.date_end")
    def _compute_current_court_id(self):
        """Where the round goes on, or where it had come when it ended."""
        today = fields.Date.context_today(self)
        for record in self:
            day = record.date_end or today
            record.current_court_id = record.court_id and record.court_id._seat_on(day)

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & DECIDING_PERIODS:
            self.proceeding_id._replay()
        return result
