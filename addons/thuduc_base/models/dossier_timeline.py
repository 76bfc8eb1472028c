from odoo import fields, models

from .deadline import OPEN_STATES


class DossierTimeline(models.Model):
    """The life of a dossier in one line of time: docket, deadlines and papers."""

    _inherit = "thuduc.dossier"

    def _timeline(self):
        """Rows of the line of time, newest first; what is still ahead comes on top.

        :return: a list of dictionaries: ``date`` (ISO), ``time`` (ISO with UTC time,
            when the hour counts), ``kind`` (event, meeting, deadline, document),
            ``model``, ``id``, ``title``, ``detail``, ``lane`` (the proceeding, where
            several have run), ``state``, and ``ahead`` for what is to come or still has
            to be done.
        """
        self.ensure_one()
        rows = [
            *self._timeline_deadlines(),
            *self._timeline_meetings(),
            *self._timeline_events(),
            *self._timeline_documents(),
        ]
        return sorted(rows, key=lambda row: (row["ahead"], row["date"]), reverse=True)

    def _timeline_row(self, kind, record, day, **values):
        return {
            "kind": kind,
            "model": record._name,
            "id": record.id,
            "date": fields.Date.to_string(day),
            "time": False,
            "detail": "",
            "lane": self._timeline_lane(record),
            "state": "",
            "ahead": False,
            **values,
        }

    def _timeline_lane(self, record):
        """In which proceeding the row stands, where several have run."""
        several = len(self.proceeding_ids.filtered("active")) > 1
        return several and record.proceeding_id.type_id.name

    def _timeline_deadlines(self):
        """What was met stands on the day on which it was met; what was superseded is
        left to the list of deadlines."""
        for deadline in self.deadline_ids:
            if deadline.state == "superseded":
                continue
            ahead = deadline.state in OPEN_STATES
            met_on = deadline.closing_event_id.date
            yield self._timeline_row(
                "deadline",
                deadline,
                deadline.date_due if ahead else met_on or deadline.date_due,
                time=ahead and fields.Datetime.to_string(deadline.due_at),
                title=deadline.name,
                detail=deadline._timeline_detail(),
                state=deadline.state,
                severity=deadline.severity,
                ahead=ahead,
            )

    def _timeline_meetings(self):
        """Hearings and meetings to come, on the day for which they are fixed."""
        today = fields.Date.context_today(self)
        for event in self.event_ids._still_scheduled():
            day = fields.Datetime.context_timestamp(event, event.scheduled_at).date()
            if day < today:
                continue
            yield self._timeline_row(
                "meeting",
                event,
                day,
                time=fields.Datetime.to_string(event.scheduled_at),
                title=event._schedule_name(),
                detail=event.place,
                state="scheduled",
                ahead=True,
            )

    def _timeline_events(self):
        for event in self.event_ids:
            state = "gap" if event.is_gap else ""
            yield self._timeline_row(
                "event",
                event,
                event.date,
                time=fields.Datetime.to_string(event.datetime),
                title=event.type_id.name,
                detail=event._timeline_detail(),
                state="withdrawn" if event.withdrawn else state,
            )

    def _timeline_documents(self):
        """Papers that no event tells of yet."""
        told = self.event_ids.filtered(lambda event: not event.withdrawn).document_id
        for document in self.document_ids - told:
            day = document.date or fields.Date.context_today(
                document, document.create_date
            )
            yield self._timeline_row(
                "document",
                document,
                day,
                title=document.subject,
                detail=document.name or "",
                state=document.state,
            )
