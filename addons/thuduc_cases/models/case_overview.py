from odoo import fields, models

from odoo.addons.thuduc_base.models.deadline import OPEN_STATES

from .round import JUDGED

MOST_ROWS = 5


class CaseOverview(models.Model):
    """The lawsuit at a glance, for whoever opens it.

    Where does it stand, what is due, who has it, what did we file, what did they rule,
    what must we do.
    """

    _inherit = "thuduc.case"

    def _overview_cards(self):
        self.ensure_one()
        return [
            {
                "key": "standing",
                "title": self.env._("Where it stands"),
                "empty": self.env._("Everything has ended."),
                "rows": self._overview_standing(),
            },
            {
                "key": "due",
                "title": self.env._("What is due"),
                "empty": self.env._("Nothing is due."),
                "rows": self._overview_due(),
            },
            {
                "key": "desk",
                "title": self.env._("Who has it"),
                "empty": self.env._("Nobody yet."),
                "rows": self._overview_desk(),
            },
            {
                "key": "filed",
                "title": self.env._("What we filed"),
                "empty": self.env._("Nothing yet."),
                "rows": self._overview_filed(),
            },
            {
                "key": "ruled",
                "title": self.env._("What the court ruled"),
                "empty": self.env._("Nothing yet."),
                "rows": self._overview_ruled(),
            },
            {
                "key": "duties",
                "title": self.env._("What we must do"),
                "empty": self.env._("Nothing to attend or perform."),
                "rows": [*self._overview_meetings(), *self._overview_obligations()],
            },
        ]

    def _overview_row(self, title, record=None, day=None, **values):
        return {
            "title": title,
            "detail": "",
            "date": fields.Date.to_string(day) if day else False,
            "counts": False,
            "muted": False,
            "model": record and record._name,
            "id": record and record.id,
            **values,
        }

    def _overview_standing(self):
        running = self.dossier_id.proceeding_ids.filtered(
            lambda p: p.active and not p.date_end
        )
        return [
            self._overview_row(
                proceeding.stage_id.name,
                proceeding._concrete(),
                detail=proceeding._concrete().display_name,
            )
            for proceeding in running
        ]

    def _overview_due(self):
        open_ = self.deadline_ids.filtered(
            lambda d: d.state in OPEN_STATES and d.severity != "info"
        ).sorted(lambda d: (d.severity != "hard", d.date_due))
        bound = dict(open_._fields["bound_party"]._description_selection(self.env))
        return [
            self._overview_row(
                deadline.name,
                deadline,
                deadline.date_due,
                detail=bound[deadline.bound_party],
                counts=deadline.state != "suspended",
                muted=deadline.severity != "hard",
            )
            for deadline in open_[:MOST_ROWS]
        ]

    def _overview_desk(self):
        rows = []
        if self.user_id:
            since = fields.Datetime.context_timestamp(self, self.holder_since)
            rows.append(
                self._overview_row(
                    self.user_id.name, day=since.date(), detail=self.agency_id.name
                )
            )
        for record in self.authorization_ids.filtered("is_active"):
            kinds = dict(record._fields["kind"]._description_selection(self.env))
            rows.append(
                self._overview_row(
                    record.attorney_name, record, detail=kinds[record.kind]
                )
            )
        return rows

    def _overview_filed(self):
        sent = self.event_ids.filtered(
            lambda e: not e.withdrawn and e.direction == "out"
        ).sorted(lambda e: (e.date, e.id), reverse=True)
        return [
            self._overview_row(
                event.type_id.name,
                event,
                event.date,
                detail=event.document_number or "",
            )
            for event in sent[:MOST_ROWS]
        ]

    def _overview_ruled(self):
        judged = self.event_ids.filtered(
            lambda e: not e.withdrawn and (e.code in JUDGED or e.code == "CR_DECIDED")
        ).sorted(lambda e: (e.date, e.id), reverse=True)
        return [
            self._overview_row(
                event.outcome_id.name or event.type_id.name,
                event,
                event.date,
                detail=event.document_number or event.type_id.name,
            )
            for event in judged[:MOST_ROWS]
        ]

    def _overview_meetings(self):
        today = fields.Date.context_today(self)
        rows = []
        for event in self.event_ids._still_scheduled().sorted("scheduled_at"):
            moment = event._local(event.scheduled_at)
            if moment.date() >= today:
                rows.append(
                    self._overview_row(
                        event._schedule_name(),
                        event,
                        moment.date(),
                        detail=f"{moment:%H:%M} {event.place or ''}".strip(),
                        counts=True,
                    )
                )
        return rows

    def _overview_obligations(self):
        open_ = self.enforcement_ids.filtered("active").obligation_ids.filtered(
            lambda o: (
                not o.date_done
                and (not o.enforcement_id.date_end or o.kind == "reversal")
            )
        )
        return [
            self._overview_row(
                duty.name,
                duty,
                duty.date_planned,
                detail=f"{duty.progress}% · {duty.agency_id.name or ''}".strip(" ·"),
                counts=bool(duty.date_planned),
            )
            for duty in open_
        ]
