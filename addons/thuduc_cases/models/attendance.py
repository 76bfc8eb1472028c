from odoo import api, fields, models

PRESENCE = {
    "head": "present",
    "deputy": "present",
    "request": "request",
    "reason": "reason",
    "absent": "absent",
}


class CaseAttendance(models.Model):
    """Whether a person who was summoned to a hearing came (LTTHC 157-161).

    The line of the agency itself follows the event that says the hearing was held, and
    the event follows the line: one truth for the figures on attendance.
    """

    _name = "thuduc.case.attendance"
    _description = "Attendance at a Hearing"
    _inherit = ["thuduc.dossier.part.mixin"]
    _order = "hearing_id, is_agency desc, sequence, id"
    _dossier_field = "hearing_id"

    hearing_id = fields.Many2one(
        "thuduc.case.hearing", required=True, index=True, ondelete="cascade"
    )
    dossier_id = fields.Many2one(related="hearing_id.dossier_id")
    sequence = fields.Integer(default=10)
    name = fields.Char(
        compute="_compute_name", store=True, readonly=False, precompute=True
    )
    role = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.party"]._fields["role"]._description_selection(self.env)
        ),
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
    )
    party_id = fields.Many2one(
        "thuduc.party",
        index="btree_not_null",
        domain="[('dossier_id', '=', dossier_id)]",
    )
    user_id = fields.Many2one("res.users", string="Who came")
    is_agency = fields.Boolean(string="The agency itself")
    is_head = fields.Boolean(compute="_compute_is_head", store=True)
    presence = fields.Selection(
        [
            ("present", "Present"),
            ("request", "Absent, asked to be tried in absence"),
            ("reason", "Absent with good reason"),
            ("absent", "Absent without reason"),
        ]
    )
    reason = fields.Char()
    request_number = fields.Char(string="Number of the request")
    request_date = fields.Date(string="Date of the request")

    _party_uniq = models.UniqueIndex(
        "(hearing_id, party_id) WHERE party_id IS NOT NULL",
        "This person is in the list already.",
    )

    @api.depends("party_id")
    def _compute_name(self):
        for line in self:
            line.name = line.party_id.name or line.name
            line.role = line.party_id.role or line.role

    @api.depends("user_id")
    def _compute_is_head(self):
        """As it was on the day: a later change of the head changes no figure."""
        for line in self:
            who = line.user_id or line.hearing_id.representative_id
            line.is_head = bool(
                who and who == line.hearing_id.case_id.current_agency_id.head_id
            )

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"presence", "user_id"}:
            self.filtered("is_agency")._tell_docket()
        return result

    def _agency_presence(self):
        """How the agency took part, as its figures name it."""
        if self.presence == "present":
            return "head" if self.is_head else "deputy"
        return self.presence

    def _take_over(self, told):
        """Follow what the docket tells of the agency."""
        for line in self:
            if line.presence != PRESENCE[told]:
                line.presence = PRESENCE[told]

    def _tell_docket(self):
        """Correct the event “held” when the sheet is corrected."""
        for line in self:
            event = line.hearing_id.held_event_id
            told = self.env["thuduc.case.outcome"].search(
                [
                    ("event_type_ids", "in", event.type_id.ids),
                    ("code", "=", line._code()),
                ]
            )
            if event and told and PRESENCE.get(line._told(event)) != line.presence:
                event.outcome_id = told

    def _code(self):
        return f"ATTEND_{(self._agency_presence() or '').upper()}"

    def _told(self, event):
        return (event.outcome_id.code or "").removeprefix("ATTEND_").lower()
