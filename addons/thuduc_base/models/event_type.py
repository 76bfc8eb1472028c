from odoo import api, fields, models

from ..docket import Kind


class EventType(models.Model):
    """What can happen in a proceeding, and what it does to the stage.

    ``from_stage_ids`` are the stages from which it usually comes: there it is offered
    as a button. A missing predecessor is a gap, not an error (see ``docket.stages``).
    """

    _name = "thuduc.event.type"
    _description = "Event Type"
    _order = "proceeding_type_id, sequence, code"
    _rec_names_search = ["name", "code"]

    name = fields.Char(required=True, help="The fact, e.g. “Đã nhận thông báo thụ lý”.")
    button_name = fields.Char(help="The label of the button, if shorter than the name.")
    code = fields.Char(required=True)
    sequence = fields.Integer(
        default=10, help="Order of events that carry the same legal date."
    )
    proceeding_type_id = fields.Many2one(
        "thuduc.proceeding.type", required=True, index=True, ondelete="cascade"
    )
    from_stage_ids = fields.Many2many(
        "thuduc.stage", "thuduc_event_type_from_stage_rel", string="Usual stages"
    )
    to_stage_id = fields.Many2one("thuduc.stage", string="Leads to")
    opens_proceeding_type_id = fields.Many2one(
        "thuduc.proceeding.type", string="Opens a proceeding of type"
    )
    not_before_ids = fields.Many2many(
        "thuduc.event.type",
        "thuduc_event_type_not_before_rel",
        "type_id",
        "other_id",
        string="Never dated before",
    )
    form_id = fields.Many2one("thuduc.form", string="Official form")
    direction = fields.Selection(
        [("in", "Received"), ("out", "Sent"), ("internal", "Internal")],
        required=True,
        default="in",
    )
    once = fields.Boolean(string="Happens once")
    after_end = fields.Boolean(string="May happen after the end")
    automatic = fields.Boolean(help="Recorded by the work itself, not by a button.")
    is_next_step = fields.Boolean(help="Offered first, as the usual next step.")
    needs_document = fields.Boolean(help="The paper that proves it must be attached.")
    asks_time = fields.Boolean(help="Hours count: ask for the time.")
    asks_schedule = fields.Boolean(help="Fixes a later day: a hearing, a meeting.")
    asks_party = fields.Boolean(help="Concerns one party: ask which.")
    asks_number = fields.Boolean(help="Ask for number and date of the paper.")
    asks_stated_date = fields.Boolean(help="The paper may state a due date.")
    asks_extension = fields.Boolean(help="Grants more time: ask how much.")
    asks_answer = fields.Boolean(help="Responds to an earlier event: ask to which.")
    description = fields.Text(help="What the officer should check when recording it.")
    provision_id = fields.Many2one("thuduc.legal.provision", index="btree_not_null")
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex(
        "(proceeding_type_id, code)", "This event code is already taken."
    )

    @api.depends("name", "button_name")
    @api.depends_context("thuduc_button_names")
    def _compute_display_name(self):
        for event_type in self:
            short = self.env.context.get("thuduc_button_names")
            event_type.display_name = (
                short and event_type.button_name
            ) or event_type.name

    def _as_kind(self):
        """This type as the pure docket knows it."""
        self.ensure_one()
        return Kind(
            code=self.code,
            sources=frozenset(self.from_stage_ids.mapped("code")),
            target=self.to_stage_id.code or None,
            once=self.once,
            after_end=self.after_end,
            not_before=frozenset(self.not_before_ids.mapped("code")),
        )
