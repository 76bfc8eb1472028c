from contextlib import contextmanager

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..docket import Contradiction, Procedure, clocks, walk
from ..exceptions import DocketContradiction, UnknownEventType
from ..tools import numeric_date
from .deferred_replay import DeferredReplay


class Proceeding(models.Model):
    """One procedure running inside a dossier, with its own stage and clocks.

    Its docket is the truth: stage and deadlines are replayed from the events in the
    order of their legal dates whenever an event is added, corrected or withdrawn.
    Replaying is idempotent and does not look at the order in which events were entered.
    """

    _name = "thuduc.proceeding"
    _inherit = ["thuduc.guarded.mixin"]
    _description = "Proceeding"
    _order = "dossier_id, id"
    _guarded_fields = frozenset(
        {
            "active",
            "date_end",
            "date_start",
            "dossier_id",
            "opening_event_id",
            "replayed_at",
            "stage_id",
            "type_id",
        }
    )

    dossier_id = fields.Many2one(
        "thuduc.dossier", required=True, index=True, ondelete="cascade"
    )
    type_id = fields.Many2one(
        "thuduc.proceeding.type", required=True, index=True, ondelete="restrict"
    )
    parent_id = fields.Many2one(
        "thuduc.proceeding", string="Comes from", index="btree_not_null"
    )
    opening_event_id = fields.Many2one(
        "thuduc.event", string="Opened by", index="btree_not_null", ondelete="restrict"
    )
    stage_id = fields.Many2one("thuduc.stage", index=True, readonly=True)
    taken_over_stage_id = fields.Many2one(
        "thuduc.stage",
        string="Taken over on stage",
        help="For a file taken over half-way: its past is unknown, not a gap.",
    )
    date_start = fields.Date(readonly=True, string="Since")
    date_end = fields.Date(readonly=True, string="Ended on")
    outcome = fields.Char()
    replayed_at = fields.Datetime(readonly=True)
    event_ids = fields.One2many("thuduc.event", "proceeding_id")
    deadline_ids = fields.One2many("thuduc.deadline", "proceeding_id")
    child_ids = fields.One2many("thuduc.proceeding", "parent_id")
    active = fields.Boolean(default=True)

    @api.depends("type_id.name", "dossier_id.name")
    def _compute_display_name(self):
        for proceeding in self:
            proceeding.display_name = (
                f"{proceeding.dossier_id.name} – {proceeding.type_id.name}"
            )

    @api.model_create_multi
    def create(self, vals_list):
        types = self.env["thuduc.proceeding.type"].browse(
            {vals["type_id"] for vals in vals_list}
        )
        first = {type_.id: type_._first_stage().id for type_ in types}
        for vals in vals_list:
            vals["stage_id"] = vals.get("taken_over_stage_id") or first[vals["type_id"]]
            vals.setdefault("date_start", fields.Date.context_today(self))
        return super().create(vals_list)

    def write(self, vals):
        result = super().write(vals)
        if "taken_over_stage_id" in vals:
            self._replay()
        return result

    def _concrete(self):
        """The concrete record (round, measure…) of this proceeding."""
        self.ensure_one()
        if self.type_id.res_model == self._name:
            return self
        return self.env[self.type_id.res_model].search(
            [("proceeding_id", "=", self.id)], limit=1
        )

    # -- the one way in -----------------------------------------------------------

    def record_event(self, code, date, **values):
        """Record that something happened, then replay the docket.

        :param str code: code of the event type.
        :param date: the legal date (date or ISO string); never in the future.
        :param values: fields of ``thuduc.event``: ``datetime``, ``party_id``,
            ``document_id``, ``note``, ``scheduled_at``, ``stated_date``,
            ``extension_amount``, ``answers_id``, ``document_number``…
        :return: the event.
        :raises UnknownEventType: this type of proceeding knows no such event.
        :raises DocketContradiction: the docket cannot hold it; the reason is told.
        """
        self.ensure_one()
        event_type = self.type_id.event_type_ids.filtered(lambda t: t.code == code)
        if not event_type:
            raise UnknownEventType(
                self.env._(
                    "“%(type)s” knows no event with code %(code)s.",
                    type=self.type_id.name,
                    code=code,
                )
            )
        return self.env["thuduc.event"].create(
            {
                "proceeding_id": self.id,
                "type_id": event_type.id,
                "date": date,
                **values,
            }
        )

    def _possible_event_types(self):
        """Event types that fit the present stages, the usual next steps first, those
        of the main proceeding before those of what runs beside it."""
        main = self & self.dossier_id.main_proceeding_id
        possible = self.env["thuduc.event.type"]
        for proceeding in self:
            happened = proceeding.event_ids.filtered(lambda e: not e.withdrawn).type_id
            possible |= proceeding.type_id.event_type_ids.filtered(
                lambda t, p=proceeding, h=happened: p._is_possible(t, h)
            )
        beside = possible - main.type_id.event_type_ids
        return possible.sorted(
            lambda t: (not t.is_next_step, t in beside, t.sequence, t.code)
        )

    def _is_possible(self, event_type, happened):
        self.ensure_one()
        if event_type.automatic or (event_type.once and event_type in happened):
            return False
        if self.date_end and not event_type.after_end:
            return False
        sources = event_type.from_stage_ids
        return not sources or self.stage_id in sources

    # -- replay ---------------------------------------------------------------------

    @api.model
    @contextmanager
    def _deferring_replay(self):
        """Give a context in which recording replays once, at the end.

        For many facts of one dossier at a time (imports). Contradictions are thus found
        at the end; what events bring about beyond the docket follows the replay.
        """
        waiting = DeferredReplay()
        yield {DeferredReplay.KEY: waiting}
        self.browse(waiting.proceedings)._replay()
        for event in self.env["thuduc.event"].browse(waiting.events):
            event._after_recorded()

    def _replay(self):
        """Recompute stage and deadlines of each proceeding from its docket.

        Nobody holds the right to write stages and due dates: the engine writes them in
        everybody's stead, hence ``sudo``; who may record events was checked before.
        """
        if waiting := DeferredReplay.of(self.env):
            waiting.add_proceedings(self.ids)
            return
        rules_of = {t: t.sudo().rule_ids for t in self.type_id}
        for proceeding in self.sudo():
            events = proceeding.event_ids.filtered(lambda event: not event.withdrawn)
            happenings = [event._as_happening() for event in events]
            walked = proceeding._walk(events, happenings)
            proceeding._write_walk(events, walked)
            rules = rules_of[proceeding.type_id]
            found = proceeding._clocks(events, happenings, walked, rules)
            proceeding._write_clocks(found, rules)

    def _walk(self, events, happenings):
        try:
            return walk(
                happenings,
                self._procedure(),
                initial=self.taken_over_stage_id.code or None,
            )
        except Contradiction as contradiction:
            raise DocketContradiction(
                self._explain(contradiction, events)
            ) from contradiction

    def _procedure(self):
        stages = self.type_id.stage_ids.sorted(lambda s: (s.sequence, s.id))
        kinds = self.type_id.with_context(active_test=False).event_type_ids
        return Procedure(
            stages=tuple(stages.mapped("code")),
            closing=frozenset(stages.filtered("is_closing").mapped("code")),
            kinds={kind.code: kind._as_kind() for kind in kinds},
        )

    def _explain(self, contradiction, events):
        """What is wrong and what to do about it, in the user's language."""
        by_id = {event.id: event for event in events}
        event = by_id[contradiction.happening.key]
        other = by_id[contradiction.other.key]
        names = {
            "event": event.type_id.name,
            "date": numeric_date(event.date),
            "other": other.type_id.name,
            "other_date": numeric_date(other.date),
        }
        if contradiction.reason == "once":
            return self.env._(
                "“%(event)s” happens only once and is already recorded on "
                "%(other_date)s. Correct or withdraw that entry instead of adding "
                "another one.",
                **names,
            )
        if contradiction.reason == "order":
            return self.env._(
                "“%(event)s” (%(date)s) cannot be dated before “%(other)s” "
                "(%(other_date)s). Check both dates.",
                **names,
            )
        return self.env._(
            "“%(event)s” (%(date)s) comes after the proceeding ended with “%(other)s” "
            "on %(other_date)s. Check the date, or withdraw the closing entry first.",
            **names,
        )

    def _write_walk(self, events, walked):
        stage_of = {stage.code: stage for stage in self.type_id.stage_ids}
        by_id = {event.id: event for event in events}
        for step in walked.steps:
            by_id[step.key]._write_if_changed(
                {"stage_id": stage_of[step.stage].id, "is_gap": step.gap}
            )
        dates = events.mapped("date")
        values = {
            "stage_id": stage_of[walked.stage].id if walked.stage else False,
            "date_end": walked.ended_by.date if walked.ended_by else False,
            # Always written: two users who record at once must not both replay
            # without seeing the other's event; the later one is retried.
            "replayed_at": fields.Datetime.now(),
        }
        if dates:
            values["date_start"] = min(dates)
        self.write(values)

    def _clocks(self, events, happenings, walked, rules):
        overrides = {
            deadline._key(): deadline.override_date
            for deadline in self.deadline_ids
            if deadline.override_date
        }
        by_type = events.grouped("type_id")
        nothing = events.browse()
        return clocks(
            happenings,
            [
                rule._as_period(by_type.get(rule.trigger_type_id, nothing))
                for rule in rules
            ],
            self.env["thuduc.calendar.day"]._count,
            fields.Date.context_today(self),
            parties=self._parties_concerned().ids,
            ended_on=walked.ended_by.date if walked.ended_by else None,
            overrides=overrides,
        )

    def _parties_concerned(self):
        """Whom a deadline per party binds when its trigger names nobody."""
        return self.dossier_id.party_ids

    def _write_clocks(self, found, rules):
        """Bring the stored deadlines in line; what is no longer implied is superseded.

        A deadline is never deleted: a withdrawn trigger leaves a superseded line.
        """
        known = {d._key(): d for d in self.deadline_ids}
        new_values = []
        for clock in found:
            values = self._deadline_values(clock, rules)
            deadline = known.pop(clock.key, None)
            if deadline:
                deadline._write_clock(values)
            else:
                new_values.append({"proceeding_id": self.id, **values})
        for deadline in known.values():
            deadline._write_clock({"state": "superseded", "closing_event_id": False})
        if new_values:
            self.env["thuduc.deadline"].create(new_values)

    def _deadline_values(self, clock, rules):
        rule = rules.filtered(
            lambda r: r.code == clock.period.code and r._in_force(clock.trigger.date)
        )[:1]
        return {
            "rule_id": rule.id,
            "trigger_event_id": clock.trigger.key,
            "party_id": clock.party or False,
            **self.env["thuduc.deadline"]._clock_values(clock),
        }

    # -- opening others -------------------------------------------------------------

    def _open_from(self, event):
        """Open the proceeding that ``event`` leads to, once."""
        self.ensure_one()
        opened_type = self._opened_type(event)
        if not opened_type:
            return self.browse()
        already = event.opened_proceeding_ids.filtered("active")
        if already:
            return already
        return self.dossier_id.open_proceeding(
            opened_type.code,
            parent_id=self.id,
            opening_event_id=event.id,
            **self._prepare_opened_values(event),
        )

    def _opened_type(self, event):
        """Type of the proceeding that ``event`` opens; procedures may look closer."""
        return event.type_id.opens_proceeding_type_id

    def _prepare_opened_values(self, event):
        """Values that the opened proceeding takes over; procedures extend this."""
        return {"date_start": event.date}

    def _close_opened_by(self, event):
        """Undo an opening whose event was withdrawn, unless work began there."""
        for opened in self._closed_with(event):
            if opened.event_ids.filtered(lambda e: not e.withdrawn):
                raise UserError(
                    self.env._(
                        "“%(event)s” opened “%(proceeding)s”, where events are already "
                        "recorded. Withdraw those first.",
                        event=event.type_id.name,
                        proceeding=opened.type_id.name,
                    )
                )
            # Opening and closing follow from the event; no role archives proceedings.
            opened.sudo().active = False

    def _closed_with(self, event):
        """Proceedings that end with the withdrawal of the event that opened them."""
        return event.opened_proceeding_ids.filtered("active")
