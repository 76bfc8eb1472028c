from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .party_lines import read_people


class CaseIntake(models.TransientModel):
    """Take in a notice of acceptance: one short form makes the whole file.

    It creates the lawsuit with plaintiff, challenged decision and first round, and
    records the acceptance and the receipt of the notice (LTTHC 126): from then on the
    ten days for the written opinion run. What this officer entered last (court, field,
    who signs for papers) is proposed; a decision of this office is picked, not typed.
    """

    _name = "thuduc.case.intake"
    _description = "Take in a Lawsuit"

    court_id = fields.Many2one(
        "thuduc.court",
        required=True,
        domain="[('level', 'in', ('district', 'regional', 'provincial'))]",
        default=lambda self: self._default_court(),
    )
    docket_no = fields.Char(string="Docket number", required=True)
    acceptance_date = fields.Date(string="Accepted on", required=True)
    notice_no = fields.Char(string="Notice number")
    notice_date = fields.Date(string="Notice dated")
    notice_received_date = fields.Date(
        string="Received on", required=True, default=fields.Date.context_today
    )
    received_by = fields.Char(
        string="Signed for by",
        default=lambda self: self._last_case().round_ids[:1].received_by,
    )
    plaintiff_name = fields.Char(string="Plaintiff", required=True)
    plaintiff_kind = fields.Selection(
        [("individual", "Individual"), ("organisation", "Organisation")],
        required=True,
        default="individual",
    )
    plaintiff_address = fields.Char(string="Address of the plaintiff")
    more_plaintiffs = fields.Text(
        string="Other plaintiffs",
        help="One person a line: name; year of birth; address. A list can be pasted.",
    )
    plaintiff_count = fields.Integer(compute="_compute_plaintiff_count")
    agency_id = fields.Many2one(
        "thuduc.agency",
        string="Defendant",
        required=True,
        default=lambda self: self.env["thuduc.case"]._default_defendant(),
    )
    defendant_capacity = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.case"]
            ._fields["defendant_capacity"]
            ._description_selection(self.env)
        ),
        string="Sued as",
        required=True,
        default="organ",
    )
    object_kind = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.case.object"]
            ._fields["kind"]
            ._description_selection(self.env)
        ),
        string="What is challenged",
        required=True,
        default="decision",
    )
    document_id = fields.Many2one(
        "thuduc.document",
        string="Decision of this office",
        domain="[('direction', '=', 'out'), ('state', 'in', ('issued', 'cancelled'))]",
        help="If it was issued here: number, date and content are filled in from it.",
    )
    object_number = fields.Char(
        string="Number of the decision",
        compute="_compute_from_document",
        store=True,
        readonly=False,
    )
    object_date = fields.Date(
        string="Date of the decision",
        compute="_compute_from_document",
        store=True,
        readonly=False,
    )
    object_excerpt = fields.Text(
        string="Content in brief",
        compute="_compute_from_document",
        store=True,
        readonly=False,
    )
    known_date = fields.Date(string="Plaintiff received or knew of it on")
    field_id = fields.Many2one(
        "thuduc.field",
        required=True,
        default=lambda self: self._last_case().field_id,
    )
    unit_id = fields.Many2one(
        "thuduc.agency",
        string="Unit in charge",
        required=True,
        default=lambda self: self.env.user.agency_ids[:1],
    )
    user_id = fields.Many2one(
        "res.users", string="Officer in charge", default=lambda self: self.env.user
    )
    attachment_ids = fields.Many2many("ir.attachment", string="The notice, scanned")
    warning = fields.Char(compute="_compute_warning")

    @api.model
    def _last_case(self):
        """The lawsuit that this officer took in last."""
        return self.env["thuduc.case"].search(
            [("create_uid", "=", self.env.uid)], order="id desc", limit=1
        )

    @api.model
    def _default_court(self):
        """The court of the last notice, if it still sits; else that of the office."""
        last = self._last_case().round_ids[:1].court_id
        if last and last.is_current:
            return last
        return self.env.ref("thuduc_cases.court_regional_2_hcmc", False)

    @api.depends("document_id")
    def _compute_from_document(self):
        for intake in self:
            paper = intake.document_id
            intake.object_number = paper.name or intake.object_number
            intake.object_date = paper.date or intake.object_date
            intake.object_excerpt = paper.subject or intake.object_excerpt

    @api.depends("plaintiff_name", "more_plaintiffs")
    def _compute_plaintiff_count(self):
        for intake in self:
            more = len(read_people(intake.more_plaintiffs))
            intake.plaintiff_count = more + bool(intake.plaintiff_name)

    @api.depends("acceptance_date", "notice_date", "court_id", "agency_id")
    def _compute_warning(self):
        """What is odd but possible: it is shown, not refused."""
        for intake in self:
            court, day = intake.court_id, intake.acceptance_date
            warning = False
            if day and intake.notice_date and intake.notice_date < day:
                warning = self.env._("The notice is dated before the acceptance.")
            elif court and day and not court._sits(day):
                warning = self.env._(
                    "This court did not sit on the day of acceptance. Check the court."
                )
            intake.warning = warning

    @api.constrains("notice_date", "notice_received_date", "acceptance_date")
    def _check_dates(self):
        """Nothing is received before it is written, or in the future."""
        today = fields.Date.context_today(self)
        for intake in self:
            received = intake.notice_received_date
            if intake.notice_date and intake.notice_date > received:
                raise ValidationError(
                    self.env._("The notice cannot be received before its date.")
                )
            if intake.acceptance_date > received or received > today:
                raise ValidationError(
                    self.env._(
                        "Check the dates: acceptance, then receipt, not in the future."
                    )
                )

    @api.constrains("court_id", "docket_no")
    def _check_docket_no(self):
        """One docket number is one lawsuit; the notice may have been taken in."""
        for intake in self:
            same = self.env["thuduc.case.round"].search(
                [
                    ("docket_no", "=ilike", intake.docket_no.strip()),
                    ("court_id", "=", intake.court_id.id),
                    ("round_type", "=", "FI"),
                ],
                limit=1,
            )
            if same:
                raise ValidationError(
                    self.env._(
                        "Docket number %(number)s of this court is that of lawsuit "
                        "%(case)s already. Open that one instead.",
                        number=intake.docket_no,
                        case=same.case_id.display_name,
                    )
                )

    def action_take_in(self):
        """Create the lawsuit and open it."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "thuduc.case",
            "res_id": self._take_in().id,
            "view_mode": "form",
        }

    def _take_in(self):
        self.ensure_one()
        case = self.env["thuduc.case"].create(self._prepare_case_values())
        case.round_ids.received_by = self.received_by
        case.record_event(
            "FI_ACCEPTED", self.acceptance_date, document_number=self.docket_no.strip()
        )
        notice = case.record_event(
            "FI_NOTICE_RECEIVED",
            self.notice_received_date,
            document_number=self.notice_no,
            document_date=self.notice_date,
            note=self.received_by and self.env._("Signed for by %s", self.received_by),
        )
        if self.attachment_ids:
            self.attachment_ids.write({"res_model": notice._name, "res_id": notice.id})
            notice.attachment_ids = self.attachment_ids
        return case

    def _prepare_case_values(self):
        return {
            "title": self._title(),
            "court_id": self.court_id.id,
            "original_agency_id": self.agency_id.id,
            "defendant_capacity": self.defendant_capacity,
            "field_id": self.field_id.id,
            "agency_id": self.unit_id.id,
            "user_id": self.user_id.id,
            "date_open": self.notice_received_date,
            "party_ids": [
                fields.Command.create(
                    {
                        "role": "plaintiff",
                        "kind": self.plaintiff_kind,
                        "name": self.plaintiff_name,
                        "address": self.plaintiff_address,
                    }
                ),
                *(
                    fields.Command.create({"role": "plaintiff", **person})
                    for person in read_people(self.more_plaintiffs)
                ),
                fields.Command.create(
                    {
                        "role": "defendant",
                        "kind": "agency",
                        "name": self.agency_id.name,
                        "agency_id": self.agency_id.id,
                    }
                ),
            ],
            "object_ids": [fields.Command.create(self._prepare_object_values())],
        }

    def _prepare_object_values(self):
        """A paper of this office tells the rest itself."""
        values = {"kind": self.object_kind, "known_date": self.known_date}
        if self.document_id:
            return {**values, "document_id": self.document_id.id}
        return {
            **values,
            "number": self.object_number,
            "date": self.object_date,
            "issuer_id": self.agency_id.id,
            "excerpt": self.object_excerpt,
        }

    def _title(self):
        """Short, for lists; with the words of papers, as every reader sees it."""
        kinds = dict(self._fields["object_kind"]._description_selection(self.env))
        number = self.object_number or kinds[self.object_kind].lower()
        more = self.plaintiff_count - 1
        name = self.plaintiff_name
        return self.env._(
            "%(plaintiff)s against %(object)s",
            plaintiff=f"{name} và {more} người khác" if more > 0 else name,
            object=number,
        )
