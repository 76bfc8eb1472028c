from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..exceptions import NoProceeding

SOON_DAYS = 3


class Dossier(models.Model):
    """The file itself, whatever its kind: who holds it, where it stands, what is due.

    A lawsuit or a sanction delegates to it. Stage and deadlines are functions of the
    events of its proceedings; nobody types them.

    Access: officers work on the dossiers of their agency, heads on those of their
    agency and below, legal advisers read all lawsuits, leaders and auditors read all.
    Confidential dossiers are for their officer, heads and leaders only.
    """

    _name = "thuduc.dossier"
    _inherit = ["thuduc.guarded.mixin"]
    _description = "Dossier"
    _order = "id desc"
    _rec_names_search = ["name", "title"]
    _guarded_fields = frozenset(
        {
            "date_closed",
            "holder_since",
            "kind",
            "main_proceeding_id",
            "name",
            "next_deadline_id",
            "next_due_date",
            "pending_handover_id",
            "stage_id",
            "state",
        }
    )

    name = fields.Char(string="Code", required=True, copy=False, readonly=True)
    title = fields.Char(string="Subject", index="trigram")
    kind = fields.Selection([], required=True, index=True, readonly=True)
    agency_id = fields.Many2one(
        "thuduc.agency",
        string="Unit in charge",
        required=True,
        index=True,
        default=lambda self: self.env.user.agency_ids[:1],
    )
    user_id = fields.Many2one(
        "res.users",
        string="Officer in charge",
        index=True,
        default=lambda self: self.env.user,
    )
    holder_since = fields.Datetime(default=fields.Datetime.now, readonly=True)
    field_id = fields.Many2one("thuduc.field", index=True)
    date_open = fields.Date(
        string="Opened on", default=fields.Date.context_today, required=True
    )
    date_closed = fields.Date(
        compute="_compute_main_proceeding", store=True, string="Closed on"
    )
    legacy_code = fields.Char(
        string="Code in the old register", index="btree_not_null", copy=False
    )
    confidential = fields.Boolean()
    reader_ids = fields.Many2many(
        "res.users",
        "thuduc_dossier_reader_rel",
        string="Also readable by",
        help="Named persons who may read this confidential dossier.",
    )
    note = fields.Html()

    main_proceeding_id = fields.Many2one(
        "thuduc.proceeding", compute="_compute_main_proceeding", store=True
    )
    stage_id = fields.Many2one(
        "thuduc.stage",
        compute="_compute_main_proceeding",
        store=True,
        index=True,
        group_expand="_group_expand_stage_id",
    )
    state = fields.Selection(
        [("open", "In progress"), ("closed", "Closed")],
        compute="_compute_main_proceeding",
        store=True,
        index=True,
    )
    next_deadline_id = fields.Many2one(
        "thuduc.deadline", compute="_compute_next_deadline_id", store=True
    )
    next_due_date = fields.Date(
        compute="_compute_next_deadline_id", store=True, index=True, string="Due"
    )
    deadline_state = fields.Selection(
        [
            ("overdue", "Overdue"),
            ("today", "Due today"),
            ("soon", "Due soon"),
            ("on_time", "On time"),
            ("none", "Nothing due"),
        ],
        compute="_compute_deadline_state",
        search="_search_deadline_state",
    )
    gap_count = fields.Integer(compute="_compute_gap_count", string="Gaps to fill")

    proceeding_ids = fields.One2many("thuduc.proceeding", "dossier_id")
    event_ids = fields.One2many("thuduc.event", "dossier_id")
    deadline_ids = fields.One2many("thuduc.deadline", "dossier_id")
    document_ids = fields.One2many("thuduc.document", "dossier_id")
    handover_ids = fields.One2many("thuduc.handover", "dossier_id")
    party_ids = fields.One2many("thuduc.party", "dossier_id")

    pending_handover_id = fields.Many2one(
        "thuduc.handover", compute="_compute_pending_handover_id", store=True
    )
    active = fields.Boolean(default=True)

    _name_uniq = models.UniqueIndex("(name)", "This dossier code is already taken.")
    _legacy_code_uniq = models.UniqueIndex(
        "(kind, legacy_code) WHERE legacy_code IS NOT NULL",
        "A dossier with this code of the old register already exists.",
    )

    @api.depends(
        "proceeding_ids.stage_id",
        "proceeding_ids.date_start",
        "proceeding_ids.date_end",
        "proceeding_ids.active",
    )
    def _compute_main_proceeding(self):
        for dossier in self:
            main = dossier._main_proceeding()
            dossier.main_proceeding_id = main
            dossier.stage_id = main.stage_id
            closed = bool(main.date_end)
            dossier.state = "closed" if closed else "open"
            dossier.date_closed = main.date_end if closed else False

    def _main_proceeding(self):
        """The running main proceeding opened last; else the one that ended last."""
        self.ensure_one()
        main = self.proceeding_ids.filtered(lambda p: p.type_id.is_main and p.active)
        running = self._foremost(main.filtered(lambda p: not p.date_end))
        return (running or main).sorted(
            lambda p: (
                p.date_end or p.date_start or fields.Date.to_date("1900-01-01"),
                p.type_id.sequence,
                p._origin.id or 0,
            )
        )[-1:]

    def _foremost(self, running):
        """Of the main proceedings that run, those that may tell where the dossier
        stands; procedures may look closer."""
        return running

    @api.depends("deadline_ids.state", "deadline_ids.date_due", "deadline_ids.severity")
    def _compute_next_deadline_id(self):
        for dossier in self:
            running = dossier.deadline_ids.filtered(
                lambda d: d.state in ("running", "overdue") and d.severity != "info"
            )
            hard = running.filtered(lambda d: d.severity == "hard") or running
            following = hard.sorted(lambda d: (d.date_due, d.id))[:1]
            dossier.next_deadline_id = following
            dossier.next_due_date = following.date_due

    @api.depends("next_due_date")
    @api.depends_context("uid")
    def _compute_deadline_state(self):
        today = fields.Date.context_today(self)
        for dossier in self:
            due = dossier.next_due_date
            if not due:
                dossier.deadline_state = "none"
                continue
            days = (due - today).days
            dossier.deadline_state = (
                "overdue"
                if days < 0
                else "today"
                if not days
                else "soon"
                if days <= SOON_DAYS
                else "on_time"
            )

    def _search_deadline_state(self, operator, value):
        if operator != "in":
            return NotImplemented
        soon = f"today +{SOON_DAYS}d"
        due = "next_due_date"
        domains = {
            "overdue": Domain(due, "<", "today"),
            "today": Domain(due, "=", "today"),
            "soon": Domain(due, ">", "today") & Domain(due, "<=", soon),
            "on_time": Domain(due, ">", soon),
            "none": Domain(due, "=", False),
        }
        return Domain.OR(domains[state] for state in value if state in domains)

    @api.depends("event_ids.is_gap", "event_ids.withdrawn")
    def _compute_gap_count(self):
        gaps = dict(
            self.env["thuduc.event"]._read_group(
                [
                    ("dossier_id", "in", self.ids),
                    ("is_gap", "=", True),
                    ("withdrawn", "=", False),
                ],
                ["dossier_id"],
                ["__count"],
            )
        )
        for dossier in self:
            dossier.gap_count = gaps.get(dossier._origin, 0)

    @api.depends("handover_ids.state")
    def _compute_pending_handover_id(self):
        for dossier in self:
            dossier.pending_handover_id = dossier.handover_ids.filtered(
                lambda handover: handover.state == "sent"
            )[:1]

    @api.model
    def _group_expand_stage_id(self, stages, domain):
        """Show every stage of the main procedures, so that empty columns stay."""
        kind = self.env.context.get("default_kind")
        if not kind:
            return stages
        return stages | self.env["thuduc.stage"].search(
            [
                ("proceeding_type_id.dossier_kind", "=", kind),
                ("proceeding_type_id.is_main", "=", True),
                ("fold", "=", False),
            ]
        )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if not vals.get("name"):
                vals["name"] = self._next_code(vals["kind"], vals.get("date_open"))
        return super().create(vals_list)

    def write(self, vals):
        result = super().write(vals)
        if "user_id" in vals:
            # Follows from the change of holder, whoever was allowed to make it.
            self.sudo().write({"holder_since": fields.Datetime.now()})
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_never_with_events(self):
        if self.event_ids:
            raise UserError(
                self.env._(
                    "A dossier in which something happened is never deleted. Archive "
                    "it, or withdraw the events that are wrong."
                )
            )

    @api.model
    def _next_code(self, kind, day):
        return self.env["ir.sequence"].next_by_code(
            f"thuduc.dossier.{kind}", sequence_date=day
        )

    # -- the concrete record ------------------------------------------------------

    @api.model
    def _concrete_models(self):
        """Concrete model of each kind of dossier; each procedure adds its own."""
        return {}

    def _concrete(self):
        """The lawsuit or sanction that people open; chatter and activities live there.

        All dossiers of the set must be of one kind; a bare dossier gives nothing.
        """
        model = self._concrete_models().get(self[:1].kind)
        if not model:
            return self.browse()
        return self.env[model].search([("dossier_id", "in", self.ids)])

    def action_open_concrete(self):
        """Open the lawsuit or sanction instead of the bare dossier."""
        self.ensure_one()
        record = self._concrete()
        return {
            "type": "ir.actions.act_window",
            "res_model": record._name,
            "res_id": record.id,
            "view_mode": "form",
        }

    # -- the docket ---------------------------------------------------------------

    def record_event(self, code, date, **values):
        """Record an event on the proceeding that it concerns; see there.

        The proceeding is the running one, opened last, whose type knows the code; if
        none runs, the one that ended last (it then decides whether that is allowed).

        :raises NoProceeding: no proceeding of the dossier knows such an event.
        """
        self.ensure_one()
        return self._proceeding_for(code).record_event(code, date, **values)

    def _proceeding_for(self, code):
        self.ensure_one()
        fitting = self.proceeding_ids.filtered(
            lambda p: p.active and code in p.type_id.event_type_ids.mapped("code")
        )
        if not fitting:
            raise NoProceeding(
                self.env._(
                    "Nothing of this kind (%(code)s) can happen in dossier %(name)s: "
                    "open the proceeding that it belongs to first.",
                    code=code,
                    name=self.name,
                )
            )
        running = fitting.filtered(lambda p: not p.date_end)
        return (running or fitting).sorted("id")[-1:]

    def open_proceeding(self, type_code, **values):
        """Open a proceeding of that type and return its concrete record."""
        self.ensure_one()
        proceeding_type = self.env["thuduc.proceeding.type"]._by_code(type_code)
        return self.env[proceeding_type.res_model].create(
            {"dossier_id": self.id, "type_id": proceeding_type.id, **values}
        )
