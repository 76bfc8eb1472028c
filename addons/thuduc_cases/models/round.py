import re

from odoo import api, fields, models

ACCEPTED = ("FI_ACCEPTED", "AP_ACCEPTED", "CR_FILE_RECEIVED", "RO_FILE_RECEIVED")
# An independent claim moves the day of acceptance (LTTHC 125.5).
REACCEPTED = "FI_REACCEPTED"
NOTICED = ("FI_NOTICE_RECEIVED", "AP_NOTICE_RECEIVED")
JUDGED = (
    "FI_JUDGMENT_PRONOUNCED",
    "FI_TERMINATED",
    "FI_DIALOGUE_RECOGNISED",
    "FI_PRE_DIALOGUE_RECOGNISED",
    "AP_JUDGMENT",
    "AP_DECISION_MADE",
    "AP_TERMINATED",
    "CR_DECIDED",
    "RO_DECIDED",
    "SP_DECIDED",
)
RECEIVED = (
    "FI_JUDGMENT_RECEIVED",
    "AP_JUDGMENT_RECEIVED",
    "CR_DECISION_RECEIVED",
    "RO_DECISION_RECEIVED",
    "SP_DECISION_RECEIVED",
)
EFFECTIVE = ("FI_EFFECTIVE", "FI_TERMINATION_EFFECTIVE")
EFFECTIVE_AT_ONCE = (
    "FI_DIALOGUE_RECOGNISED",
    "FI_PRE_DIALOGUE_RECOGNISED",
    "AP_JUDGMENT",
    "AP_DECISION_MADE",
    "AP_TERMINATED",
    "CR_DECIDED",
    "RO_DECIDED",
    "SP_DECIDED",
)


class CaseRound(models.Model):
    """One round of a lawsuit before one court: first instance or appeal.

    A judgment annulled for retrial is followed by a new round. Court and level are
    those at the time: they are stored, never derived from today's courts.
    """

    _name = "thuduc.case.round"
    _description = "Round of a Lawsuit"
    _inherits = {"thuduc.proceeding": "proceeding_id"}
    _order = "id"

    proceeding_id = fields.Many2one(
        "thuduc.proceeding", required=True, ondelete="cascade", index=True
    )
    case_id = fields.Many2one(
        "thuduc.case", compute="_compute_case_id", store=True, index=True
    )
    round_type = fields.Selection(
        [
            ("FI", "First instance"),
            ("AP", "Appeal"),
            ("CR", "Cassation"),
            ("RO", "Reopening"),
            ("SP", "Special review"),
        ],
        compute="_compute_round_type",
        store=True,
        index=True,
    )
    court_id = fields.Many2one("thuduc.court", index=True)
    court_level = fields.Selection(
        selection=lambda self: (
            self.env["thuduc.court"]._fields["level"]._description_selection(self.env)
        ),
        compute="_compute_court_level",
        store=True,
        string="Level of the court then",
    )
    procedure = fields.Selection(
        [
            ("ordinary", "Ordinary"),
            ("simplified", "Simplified"),
            ("voters", "List of voters"),
            ("foreign", "With a foreign element"),
        ],
        required=True,
        default="ordinary",
    )
    docket_no = fields.Char(
        string="Docket number",
        compute="_compute_docket_no",
        store=True,
        readonly=False,
        index="trigram",
    )
    docket_year = fields.Char(compute="_compute_docket_year", store=True)
    judge = fields.Char()
    clerk = fields.Char(string="Court clerk")
    prosecutor = fields.Char()
    received_by = fields.Char(string="Notice signed for by")

    acceptance_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Accepted on"
    )
    notice_no = fields.Char(
        compute="_compute_from_docket", store=True, string="Notice number"
    )
    notice_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Notice dated"
    )
    notice_received_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Notice received"
    )
    judgment_number = fields.Char(compute="_compute_from_docket", store=True)
    pronounced_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Pronounced on"
    )
    judgment_received_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Judgment received"
    )
    effective_date = fields.Date(
        compute="_compute_from_docket", store=True, string="Effective from"
    )
    outcome_id = fields.Many2one(
        "thuduc.case.outcome",
        compute="_compute_from_docket",
        store=True,
        string="Result",
    )
    favour = fields.Selection(
        [
            ("win", "For the agency"),
            ("partial", "In part"),
            ("lose", "Against the agency"),
            ("neutral", "Neither"),
        ],
        compute="_compute_favour",
        store=True,
        readonly=False,
        string="Result for the agency",
    )
    favour_reason = fields.Char(help="Why the result was judged differently.")

    _docket_uniq = models.UniqueIndex(
        "(court_id, docket_year, round_type, lower(docket_no)) "
        "WHERE docket_no IS NOT NULL AND docket_no <> ''",
        "A case with this docket number of the same court, year and kind already "
        "exists. Open that one instead.",
    )

    @api.depends("proceeding_id.dossier_id")
    def _compute_case_id(self):
        cases = self.env["thuduc.case"].search(
            [("dossier_id", "in", self.dossier_id.ids)]
        )
        by_dossier = cases.grouped("dossier_id")
        for record in self:
            record.case_id = by_dossier.get(record.dossier_id, False)

    @api.depends("proceeding_id.type_id.code")
    def _compute_round_type(self):
        for record in self:
            record.round_type = record.type_id.code

    @api.depends("court_id")
    def _compute_court_level(self):
        for record in self:
            record.court_level = record.court_id.level

    @api.depends(
        "proceeding_id.event_ids.document_number",
        "proceeding_id.event_ids.withdrawn",
    )
    def _compute_docket_no(self):
        """The number that the acceptance carries, else what was typed."""
        for record in self:
            number = record._event_of(ACCEPTED).document_number
            record.docket_no = (number or record.docket_no or "").strip() or False

    @api.depends("docket_no", "acceptance_date")
    def _compute_docket_year(self):
        """The year in the docket number (39/2026/TLST-HC), else that of acceptance."""
        for record in self:
            found = re.search(r"/\s*(\d{4})\s*/", record.docket_no or "")
            year = record.acceptance_date and str(record.acceptance_date.year)
            record.docket_year = found.group(1) if found else year or ""

    @api.depends(
        "proceeding_id.event_ids.date",
        "proceeding_id.event_ids.document_date",
        "proceeding_id.event_ids.document_number",
        "proceeding_id.event_ids.outcome_id",
        "proceeding_id.event_ids.type_id",
        "proceeding_id.event_ids.withdrawn",
    )
    def _compute_from_docket(self):
        for record in self:
            notice = record._event_of(NOTICED)
            judged = record._event_of(JUDGED)
            effective = record._event_of(EFFECTIVE)
            at_once = record._event_of(EFFECTIVE_AT_ONCE)
            record.acceptance_date = record._event_of((*ACCEPTED, REACCEPTED)).date
            record.notice_no = notice.document_number
            record.notice_date = notice.document_date
            record.notice_received_date = notice.date
            record.judgment_number = judged.document_number
            record.pronounced_date = judged.date
            record.judgment_received_date = record._event_of(RECEIVED).date
            record.effective_date = (effective or at_once).date
            record.outcome_id = judged.outcome_id

    def _event_of(self, codes):
        """The last event that stands with one of these codes."""
        self.ensure_one()
        return self.event_ids.filtered(
            lambda e: not e.withdrawn and e.type_id.code in codes
        ).sorted(lambda e: (e.date, e.sequence))[-1:]

    @api.depends("outcome_id", "parent_id")
    def _compute_favour(self):
        for record in self:
            favour = record.outcome_id.favour
            if favour == "below":
                below = record.parent_id._substantive_outcome()
                favour = below.favour if below.favour != "below" else "neutral"
            record.favour = favour

    @api.depends("type_id.name", "docket_no", "court_id.short_name")
    def _compute_display_name(self):
        for record in self:
            parts = [record.type_id.name, record.docket_no, record.court_id.short_name]
            record.display_name = " – ".join(part for part in parts if part)
