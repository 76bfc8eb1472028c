import base64
from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..decree_text import NotADocument, read_decree, read_docx

ENCODINGS = ("utf-8-sig", "utf-16")


class DecreeReading(models.Model):
    """A decree whose text is read, for people to make catalogue rows of.

    The machine only proposes. Each article is looked at beside its text, and each row
    accepted, corrected or rejected by a person; what was accepted has a history.
    """

    _name = "thuduc.decree.reading"
    _description = "Reading of a Decree"
    _order = "id desc"
    _rec_name = "number"

    number = fields.Char(help="E.g. 106/2025/NĐ-CP; read from the text.")
    title = fields.Char()
    document_id = fields.Many2one(
        "thuduc.legal.document",
        string="Legal document",
        compute="_compute_document_id",
        store=True,
        help="Where the number is not in the list yet, it is added when the first row "
        "is accepted.",
    )
    field_id = fields.Many2one("thuduc.field", help="Of the rows that are accepted.")
    date_issued = fields.Date(string="Issued on")
    date_from = fields.Date(string="In force from")
    date_to = fields.Date(string="In force until")
    file = fields.Binary(string="Text (.docx, .txt)", attachment=True)
    filename = fields.Char()
    text = fields.Text(string="Plain text")
    amends = fields.Boolean(
        readonly=True,
        help="It changes other decrees: its acts are quoted, not its own.",
    )
    state = fields.Selection(
        [("draft", "New"), ("read", "In review"), ("done", "Reviewed")],
        compute="_compute_state",
        store=True,
    )
    article_ids = fields.One2many("thuduc.decree.article", "reading_id", readonly=True)
    proposal_ids = fields.One2many(
        "thuduc.decree.proposal", "reading_id", readonly=True
    )
    proposal_count = fields.Integer(compute="_compute_counts", string="Proposed")
    open_count = fields.Integer(compute="_compute_counts", string="To review")
    accepted_count = fields.Integer(compute="_compute_counts", string="Accepted")
    rejected_count = fields.Integer(compute="_compute_counts", string="Rejected")

    @api.depends("number")
    def _compute_document_id(self):
        documents = self.env["thuduc.legal.document"]
        for reading in self:
            number = (reading.number or "").strip()
            reading.document_id = number and documents.search(
                [("number", "=ilike", number)], limit=1
            )

    @api.depends("proposal_ids.state")
    def _compute_counts(self):
        for reading in self:
            counts = Counter(reading.proposal_ids.mapped("state"))
            reading.proposal_count = counts.total()
            reading.open_count = counts["proposed"]
            reading.accepted_count = counts["accepted"]
            reading.rejected_count = counts["rejected"]

    @api.depends("proposal_ids.state", "article_ids")
    def _compute_state(self):
        for reading in self:
            states = set(reading.proposal_ids.mapped("state"))
            if not reading.article_ids:
                reading.state = "draft"
            else:
                reading.state = "read" if "proposed" in states else "done"

    # -- reading -------------------------------------------------------------------

    def action_read(self):
        """Read the text and propose rows; nothing is in the catalogue before a person
        accepts it.

        :raises UserError: no text, or rows of an earlier reading were accepted.
        """
        self.ensure_one()
        if self.accepted_count:
            raise UserError(
                self.env._(
                    "Rows of this decree have been accepted already. Start a new "
                    "reading for another text."
                )
            )
        text = self._content()
        found = read_decree(text)
        if not found.proposals:
            raise UserError(
                self.env._(
                    "No act with a fine was found. The text must have its articles "
                    "(“Điều 5. …”), clauses (“1. Phạt tiền từ … đồng đến … đồng”) and "
                    "points (“a) …”) each on a line of its own."
                )
            )
        self.article_ids.unlink()
        self.write(self._prepare_from_heading(text, found.heading))
        self.env["thuduc.decree.article"]._create_from_reading(self, found)

    def _content(self):
        """The text that was typed, or that of the file."""
        if self.file:
            content = base64.b64decode(self.with_context(bin_size=False).file)
            return self._decode(content)
        if self.text:
            return self.text
        raise UserError(self.env._("Choose the file of the decree, or paste its text."))

    def _decode(self, content):
        if (self.filename or "").lower().endswith(".docx"):
            try:
                return read_docx(content)
            except NotADocument as problem:
                raise UserError(
                    self.env._(
                        "This file is no Word document (.docx). Open it in Word and "
                        "save it as .docx or as plain text."
                    )
                ) from problem
        for encoding in ENCODINGS:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
        raise UserError(
            self.env._("The file is no plain text in Unicode (UTF-8), nor a .docx.")
        )

    def _prepare_from_heading(self, text, heading):
        """What the text says of itself; what was typed before stays."""
        return {
            "text": text,
            "number": self.number or heading.number,
            "title": self.title or heading.title,
            "date_issued": self.date_issued or heading.issued,
            "date_from": self.date_from or heading.in_force,
            "amends": heading.amends,
        }

    # -- what the rows need ----------------------------------------------------------

    def _decree(self):
        """The legal document, added to the list when its first row is accepted.

        :raises UserError: number, field or date of force is missing.
        """
        self.ensure_one()
        if not (self.number and self.field_id and self.date_from):
            raise UserError(
                self.env._(
                    "Fill in the decree's number, its field and the date from which it "
                    "applies before you accept rows."
                )
            )
        if not self.document_id:
            self.document_id = self.env["thuduc.legal.document"].create(
                {
                    "number": self.number.strip(),
                    "name": self.title or self.number,
                    "short_name": f"NĐ {'/'.join(self.number.split('/')[:2])}",
                    "kind": "decree",
                    "date_issued": self.date_issued,
                    "date_from": self.date_from,
                    "date_to": self.date_to,
                }
            )
        return self.document_id

    def action_review(self):
        """Go to the first article that still has rows to review."""
        self.ensure_one()
        waiting = self.article_ids.filtered("open_count") or self.article_ids
        return waiting[:1].action_review()

    def action_view_accepted(self):
        """The catalogue rows that came of this reading."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "thuduc_sanctions.thuduc_violation_type_action"
        )
        rows = self.proposal_ids.violation_type_id
        return {**action, "domain": [("id", "in", rows.ids)], "context": {}}
