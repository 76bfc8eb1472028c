from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..docket import Happening
from ..exceptions import DocketContradiction, ExtensionRefused
from ..tools import numeric_date
from .deferred_replay import DeferredReplay
from .differing import differing

# What decides stage and deadlines: a change of any of these replays the docket.
REPLAYING = frozenset(
    {
        "answers_id",
        "date",
        "datetime",
        "extension_amount",
        "party_id",
        "scheduled_at",
        "stated_date",
        "type_id",
        "withdrawn",
    }
)


class Event(models.Model):
    """What did happen, on its legal date.

    Events are corrected or withdrawn, never deleted; each change replays the docket
    and is told in the chatter of the dossier.
    """

    _name = "thuduc.event"
    _inherit = ["thuduc.guarded.mixin"]
    _description = "Event"
    _order = "date desc, sequence desc, id desc"
    _guarded_fields = frozenset(
        {
            "automatic",
            "dossier_id",
            "is_gap",
            "proceeding_id",
            "stage_id",
            "withdrawn",
            "withdrawn_by_id",
            "withdrawn_reason",
        }
    )

    proceeding_id = fields.Many2one(
        "thuduc.proceeding", required=True, index=True, ondelete="cascade"
    )
    dossier_id = fields.Many2one(
        related="proceeding_id.dossier_id", store=True, index=True
    )
    type_id = fields.Many2one(
        "thuduc.event.type", required=True, index=True, ondelete="restrict"
    )
    code = fields.Char(related="type_id.code")
    sequence = fields.Integer(related="type_id.sequence", store=True)
    direction = fields.Selection(related="type_id.direction")
    date = fields.Date(required=True, string="Legal date")
    datetime = fields.Datetime(string="Time", help="When hours count.")
    scheduled_at = fields.Datetime(string="Fixed for", index="btree_not_null")
    place = fields.Char()
    stated_date = fields.Date(
        string="Due date stated", help="A due date that the paper itself states."
    )
    extension_amount = fields.Integer(string="Extension granted")
    approver_id = fields.Many2one("res.users", string="Approved by")
    answers_id = fields.Many2one(
        "thuduc.event", string="In answer to", index="btree_not_null"
    )
    party_id = fields.Many2one("thuduc.party", index="btree_not_null")
    document_id = fields.Many2one("thuduc.document", index="btree_not_null")
    document_number = fields.Char(string="Number of the paper")
    document_date = fields.Date(string="Date of the paper")
    attachment_ids = fields.Many2many("ir.attachment", string="Files")
    note = fields.Text()
    automatic = fields.Boolean(
        readonly=True, help="Recorded by the product, as a consequence of other work."
    )
    stage_id = fields.Many2one("thuduc.stage", string="Stage after", readonly=True)
    is_gap = fields.Boolean(
        string="Gap",
        readonly=True,
        help="The usual step before this one is missing from the docket.",
    )
    withdrawn = fields.Boolean(readonly=True)
    withdrawn_reason = fields.Char(readonly=True)
    withdrawn_by_id = fields.Many2one("res.users", readonly=True)
    opened_proceeding_ids = fields.One2many("thuduc.proceeding", "opening_event_id")

    _scheduled_index = models.Index("(scheduled_at) WHERE withdrawn IS NOT TRUE")

    @api.depends("type_id.name", "date")
    def _compute_display_name(self):
        for event in self:
            day = numeric_date(event.date) if event.date else ""
            event.display_name = f"{event.type_id.name} ({day})"

    @api.constrains("date", "withdrawn")
    def _check_date(self):
        today = fields.Date.context_today(self)
        for event in self.filtered(lambda e: not e.withdrawn):
            if event.date > today:
                raise DocketContradiction(
                    self.env._(
                        "“%(event)s” is dated %(date)s, which has not come yet. Record "
                        "it when it has happened.",
                        event=event.type_id.name,
                        date=numeric_date(event.date),
                    )
                )

    @api.constrains("type_id", "proceeding_id")
    def _check_type_id(self):
        for event in self:
            if event.type_id.proceeding_type_id != event.proceeding_id.type_id:
                raise ValidationError(
                    self.env._(
                        "“%(event)s” does not belong to “%(proceeding)s”.",
                        event=event.type_id.name,
                        proceeding=event.proceeding_id.type_id.name,
                    )
                )

    @api.constrains("extension_amount", "type_id")
    def _check_extension_amount(self):
        """No extension beyond the law: neither longer nor more often (e.g. Art. 128.1
        LTTHC: once, at most 7 days). Rules bind also who may not read them: sudo."""
        for event in self.filtered(lambda e: e.type_id.asks_extension):
            rules = event.proceeding_id.type_id.sudo().rule_ids.filtered(
                lambda r, e=event: (
                    e.type_id in r.extension_type_ids
                    and r._in_force(e.date)
                    and r._concerns(e.proceeding_id)
                )
            )
            for rule in rules:
                event._check_extension_within(rule)

    def _check_extension_within(self, rule):
        self.ensure_one()
        if self.withdrawn:
            return
        if self.extension_amount < 0 or self.extension_amount > rule.extension_amount:
            raise ExtensionRefused(
                self.env._(
                    "The law allows at most %(most)s %(unit)s more for “%(rule)s”.",
                    most=rule.extension_amount,
                    unit=rule._unit_label(rule.extension_unit),
                    rule=rule.name,
                )
            )
        since = self._restarted_on(rule)
        granted = self.proceeding_id.event_ids.filtered(
            lambda e: (
                not e.withdrawn
                and e.type_id == self.type_id
                and e.answers_id == self.answers_id
                and (not since or e.date >= since)
            )
        )
        if len(granted) > rule.extension_max:
            raise ExtensionRefused(
                self.env._(
                    "“%(rule)s” can be extended only %(times)s time(s), and it has "
                    "been already.",
                    rule=rule.name,
                    times=rule.extension_max,
                )
            )

    def _restarted_on(self, rule):
        """The day on which the period began anew before this event, if it did: it can
        then be extended anew (LTTHC Art. 130.4, 221.5)."""
        self.ensure_one()
        types = rule.restarting_type_ids
        if rule.restarts:
            types |= rule.resuming_type_ids
        restarted = self.proceeding_id.event_ids.filtered(
            lambda e: not e.withdrawn and e.type_id in types and e.date <= self.date
        )
        return max(restarted.mapped("date"), default=False)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._complete_dates(vals)
            if not self.env.su:
                vals["withdrawn"] = False
        events = super().create(vals_list)
        events.proceeding_id._replay()
        waiting = DeferredReplay.of(self.env)
        for event in events:
            event.proceeding_id._open_from(event)
            if not waiting:
                event._after_recorded()
        if waiting:
            waiting.add_events(events.ids)
        return events

    def write(self, vals):
        vals = dict(vals)
        self._complete_dates(vals)
        replaying = REPLAYING & vals.keys()
        before = {event: event._facts() for event in self} if replaying else {}
        result = super().write(vals)
        if replaying:
            self.proceeding_id._replay()
            for event, facts in before.items():
                event._tell_correction(facts)
        return result

    @api.model
    def _complete_dates(self, vals):
        """The legal date of an event whose time is known is the office's day then."""
        if vals.get("datetime"):
            moment = fields.Datetime.to_datetime(vals["datetime"])
            vals["date"] = self._local(moment).date()

    def _after_recorded(self):
        """Hook: consequences of an event beyond stage and deadlines."""

    def _write_if_changed(self, values):
        """Engine's own write: no replay, and only what differs."""
        if changed := differing(self, values):
            super().write(changed)

    def _as_happening(self):
        """This event as the pure docket knows it (times in the office's time zone)."""
        self.ensure_one()
        return Happening(
            key=self.id,
            code=self.type_id.code,
            date=self.date,
            rank=self.sequence,
            at=self._local(self.datetime),
            party=self.party_id.id or None,
            scheduled=self.scheduled_at and self._local(self.scheduled_at).date(),
            stated=self.stated_date or None,
            amount=self.extension_amount or None,
            answers=self.answers_id.id or None,
        )

    def _local(self, moment):
        """``moment`` (UTC) as naive local time of the office."""
        if not moment:
            return None
        return self.env["thuduc.deadline"]._to_office_time(moment)

    # -- correct and withdraw ---------------------------------------------------------

    def action_withdraw(self):
        """Open the dialog that asks why the event is withdrawn."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Withdraw the Event"),
            "res_model": "thuduc.event.withdraw",
            "view_mode": "form",
            "target": "new",
            "context": {"default_event_id": self.id},
        }

    def withdraw(self, reason):
        """Take back an event that did not happen; it stays visible, with the reason."""
        if not self:
            return
        self.check_access("write")
        for event in self:
            event.proceeding_id._close_opened_by(event)
        # Withdrawal is guarded: this method, after the check above, is the one way.
        self.sudo().write(
            {
                "withdrawn": True,
                "withdrawn_reason": reason,
                "withdrawn_by_id": self.env.uid,
            }
        )
        self._post_on_dossier(
            lambda event: self.env._(
                "Event withdrawn: %(event)s. Reason: %(reason)s",
                event=event.display_name,
                reason=reason,
            )
        )

    def _facts(self):
        self.ensure_one()
        return {"date": self.date, "withdrawn": self.withdrawn}

    def _tell_correction(self, facts):
        self.ensure_one()
        if facts["date"] == self.date:
            return
        self._post_on_dossier(
            lambda event: self.env._(
                "Legal date of “%(event)s” corrected: %(old)s → %(new)s.",
                event=event.type_id.name,
                old=numeric_date(facts["date"]),
                new=numeric_date(event.date),
            )
        )

    def _post_on_dossier(self, message_of):
        for event in self:
            record = event.dossier_id._concrete()
            if record:
                record.message_post(body=message_of(event))

    def action_open_dossier(self):
        self.ensure_one()
        return self.dossier_id.action_open_concrete()
