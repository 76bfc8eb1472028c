from odoo import api, fields, models
from odoo.fields import Command

# Fields that the dialog hands on to the event as they are.
HANDED_ON = (
    "answers_id",
    "approver_id",
    "datetime",
    "document_date",
    "document_id",
    "document_number",
    "extension_amount",
    "note",
    "party_id",
    "place",
    "scheduled_at",
    "stated_date",
)


class EventRecord(models.TransientModel):
    """Ask for what an event needs (date, number, file, note) and record it."""

    _name = "thuduc.event.record"
    _description = "Record an Event"

    dossier_id = fields.Many2one("thuduc.dossier", required=True, ondelete="cascade")
    possible_type_ids = fields.Many2many(
        "thuduc.event.type", compute="_compute_possible_type_ids"
    )
    type_id = fields.Many2one("thuduc.event.type", string="Event", required=True)
    proceeding_id = fields.Many2one(
        "thuduc.proceeding",
        compute="_compute_proceeding_id",
        store=True,
        readonly=False,
        string="Happened in",
        help="Several proceedings of this dossier know such an event: choose one.",
    )
    fitting_proceeding_ids = fields.Many2many(
        "thuduc.proceeding", compute="_compute_fitting_proceeding_ids"
    )
    is_ambiguous = fields.Boolean(compute="_compute_fitting_proceeding_ids")
    date = fields.Date(
        string="Legal date", required=True, default=fields.Date.context_today
    )
    datetime = fields.Datetime(string="Time")
    scheduled_at = fields.Datetime(string="Fixed for")
    place = fields.Char()
    stated_date = fields.Date(string="Due date stated")
    extension_amount = fields.Integer(string="Extension granted")
    approver_id = fields.Many2one("res.users", string="Approved by")
    answers_id = fields.Many2one("thuduc.event", string="In answer to")
    party_id = fields.Many2one("thuduc.party")
    document_id = fields.Many2one("thuduc.document", string="Paper in the file")
    document_number = fields.Char(string="Number of the paper")
    document_date = fields.Date(string="Date of the paper")
    attachment_ids = fields.Many2many("ir.attachment", string="Files")
    note = fields.Text()

    description = fields.Text(related="type_id.description")
    asks_time = fields.Boolean(related="type_id.asks_time")
    asks_schedule = fields.Boolean(related="type_id.asks_schedule")
    asks_party = fields.Boolean(related="type_id.asks_party")
    asks_number = fields.Boolean(related="type_id.asks_number")
    asks_stated_date = fields.Boolean(related="type_id.asks_stated_date")
    asks_extension = fields.Boolean(related="type_id.asks_extension")
    asks_answer = fields.Boolean(related="type_id.asks_answer")
    needs_document = fields.Boolean(related="type_id.needs_document")

    @api.depends("dossier_id")
    def _compute_possible_type_ids(self):
        for wizard in self:
            running = wizard.dossier_id.proceeding_ids.filtered("active")
            wizard.possible_type_ids = running.type_id.event_type_ids.filtered(
                lambda event_type: not event_type.automatic
            )

    @api.depends("dossier_id", "type_id")
    def _compute_fitting_proceeding_ids(self):
        """Where such an event is possible now; else wherever its kind is known."""
        for wizard in self:
            known = wizard.dossier_id.proceeding_ids.filtered(
                lambda p, w=wizard: (
                    p.active and p.type_id == w.type_id.proceeding_type_id
                )
            )
            possible = known.filtered(
                lambda p, w=wizard: w.type_id in p._possible_event_types()
            )
            wizard.fitting_proceeding_ids = possible or known
            wizard.is_ambiguous = len(possible or known) > 1

    @api.depends("type_id")
    def _compute_proceeding_id(self):
        """The proceeding that the dossier would choose, or the one asked for."""
        asked = self.env.context.get("default_proceeding_id")
        for wizard in self:
            fitting = wizard.fitting_proceeding_ids._origin
            proposed = fitting.filtered(lambda p: p.id == asked)
            if not proposed and wizard.type_id:
                proposed = wizard.dossier_id._proceeding_for(wizard.type_id.code)
            wizard.proceeding_id = proposed if proposed in fitting else fitting[-1:]

    @api.model
    def _handed_on(self):
        """Fields that the event takes over; procedures add their own."""
        return HANDED_ON

    def action_record(self):
        """Record the event with its files; the dossier's screen shows the result."""
        self.ensure_one()
        values = {
            name: self._fields[name].convert_to_write(self[name], self)
            for name in self._handed_on()
            if self[name]
        }
        if self.attachment_ids:
            values["attachment_ids"] = [Command.set(self.attachment_ids.ids)]
        happened_in = self.proceeding_id or self.dossier_id
        event = happened_in.record_event(self.type_id.code, self.date, **values)
        self.attachment_ids.write({"res_model": event._name, "res_id": event.id})
        return {"type": "ir.actions.act_window_close"}
