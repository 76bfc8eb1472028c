from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

SOON_DAYS = 7
BACK_DAYS = 14
ROWS = 8


class MyWork(models.AbstractModel):
    """What waits for the person who opens the page, in a few short lists.

    The home page of everybody. It reads with the rights of the user alone and writes
    nothing. Each list is a section; other addons add theirs in ``_sections``.
    """

    _name = "thuduc.my.work"
    _description = "My Work"

    @api.model
    @api.readonly
    def what_waits(self):
        """Sections of the home page, with counts and the first rows of each.

        :return: ``{"user": name, "sections": [section…]}``; see ``_section``.
        """
        sections = [section for section in self._sections() if section]
        return {
            "user": self.env.user.name,
            "sections": sorted(sections, key=lambda section: section["sequence"]),
        }

    def _sections(self):
        """The sections, empty ones being nothing; extend to add more."""
        mine = self._domain_mine()
        return [
            *self._deadline_sections(mine),
            self._section_meetings(mine),
            self._section_handovers(),
            self._section_returned_handovers(),
            *self._unit_sections(mine),
        ]

    def _section(self, key, title, model, domain, *, row, order, **values):
        """One section of the page, or nothing when it is empty.

        :param row: function that turns a record into a row: ``title``, ``detail``,
            ``date``, ``tone``…; the id and what opens the row are added.
        :param values: ``sequence`` (place on the page), ``icon``, ``tone``, ``method``
            (what opens a row; the record's own form if empty), ``view`` (xml id of the
            action of the whole list).
        """
        records = self.env[model].search(domain, limit=ROWS, order=order)
        if not records:
            return None
        count = len(records)
        if count == ROWS:
            count = self.env[model].search_count(domain)
        return {
            "key": key,
            "title": title,
            "model": model,
            "domain": list(Domain(domain)),
            "count": count,
            "rows": [{"id": record.id, **row(record)} for record in records],
            "sequence": 100,
            "icon": "fa-list",
            "tone": "info",
            "method": False,
            "view": False,
            **values,
        }

    # -- whose work ------------------------------------------------------------------

    def _users(self):
        """The user, and those whose absence the user covers today."""
        return self.env.user._stands_in_for()

    def _domain_mine(self):
        return Domain("user_id", "in", self._users().ids)

    def _domain_unit(self):
        """What a head, a leader or an auditor watches over; nothing for the others."""
        user = self.env.user
        if user.has_group("thuduc_base.group_leader") or user.has_group(
            "thuduc_base.group_auditor"
        ):
            return Domain.TRUE
        if user.has_group("thuduc_base.group_head"):
            return Domain("agency_id", "child_of", user.agency_ids.ids)
        return Domain.FALSE

    # -- deadlines --------------------------------------------------------------------

    def _deadline_sections(self, mine):
        yield self._section_deadlines(
            "overdue",
            self.env._("Overdue"),
            mine & self._domain_overdue(),
            sequence=10,
            icon="fa-exclamation-circle",
            tone="danger",
        )
        yield self._section_deadlines(
            "due_soon",
            self.env._("Due within %s days", SOON_DAYS),
            mine & self._domain_due_soon(),
            sequence=20,
            icon="fa-hourglass-half",
            tone="warning",
        )

    def _unit_sections(self, mine):
        unit = self._domain_unit()
        if unit.is_false():
            return
        unit &= ~mine
        yield self._section_deadlines(
            "unit_overdue",
            self.env._("Overdue in the units"),
            unit & self._domain_overdue(),
            sequence=110,
            icon="fa-exclamation-triangle",
            tone="danger",
        )
        yield self._section_deadlines(
            "unit_due_soon",
            self.env._("Due within %s days in the units", SOON_DAYS),
            unit & self._domain_due_soon(),
            sequence=120,
            icon="fa-users",
            tone="warning",
        )

    @api.model
    def _domain_open(self):
        return (
            Domain("state", "in", ("running", "overdue"))
            & Domain("severity", "!=", "info")
            & Domain("dossier_id.active", "=", True)
        )

    @api.model
    def _domain_overdue(self):
        return self._domain_open() & Domain("date_due", "<", "today")

    @api.model
    def _domain_due_soon(self):
        return (
            self._domain_open()
            & Domain("date_due", ">=", "today")
            & Domain("date_due", "<=", f"today +{SOON_DAYS}d")
        )

    def _section_deadlines(self, key, title, domain, **values):
        return self._section(
            key,
            title,
            "thuduc.deadline",
            domain,
            row=self._deadline_row,
            order="date_due, id",
            method="action_open_dossier",
            view="thuduc_base.thuduc_deadline_action",
            **values,
        )

    def _deadline_row(self, deadline):
        dossier = deadline.dossier_id
        return {
            "title": deadline.name,
            "dossier": dossier.name,
            "detail": dossier.title or "",
            "person": self._person(deadline.user_id),
            "date": fields.Date.to_string(deadline.date_due),
            "days": deadline.days_left,
            "bound": deadline._bound_label(),
        }

    def _person(self, user):
        """The officer in charge, unless that is the user."""
        return "" if user == self.env.user else user.name or ""

    # -- meetings and handovers -------------------------------------------------------

    def _section_meetings(self, mine):
        unit = self._domain_unit()
        until = fields.Datetime.now() + timedelta(days=SOON_DAYS)
        domain = (
            (mine | unit)
            & Domain("kind", "=", "meeting")
            & Domain("start", ">=", "today")
            & Domain("start", "<=", until)
        )
        return self._section(
            "meetings",
            self.env._("Hearings and meetings of the week"),
            "thuduc.agenda",
            domain,
            row=self._meeting_row,
            order="start, id",
            sequence=30,
            icon="fa-calendar",
            tone="info",
            method="action_open_dossier",
            view="thuduc_base.thuduc_agenda_action",
        )

    def _meeting_row(self, row):
        dossier = row.dossier_id
        place = f" · {row.place}" if row.place else ""
        return {
            "title": row.name,
            "dossier": dossier.name,
            "detail": f"{dossier.title or ''}{place}",
            "person": self._person(row.user_id),
            "time": fields.Datetime.to_string(row.start),
        }

    def _section_handovers(self):
        """Dossiers on their way to the user's desk."""
        domain = Domain("state", "=", "sent") & Domain("is_for_me", "=", True)
        return self._section_of_handovers(
            "handovers",
            self.env._("Dossiers waiting for you to accept"),
            domain,
            sequence=40,
            icon="fa-inbox",
            tone="primary",
        )

    def _section_returned_handovers(self):
        """What the user sent on and got back in the last days."""
        domain = (
            Domain("state", "=", "returned")
            & Domain("from_user_id", "=", self.env.uid)
            & Domain("answered_at", ">=", f"today -{BACK_DAYS}d")
        )
        return self._section_of_handovers(
            "returned",
            self.env._("Dossiers returned to you"),
            domain,
            sequence=50,
            icon="fa-reply",
            tone="warning",
        )

    def _section_of_handovers(self, key, title, domain, **values):
        return self._section(
            key,
            title,
            "thuduc.handover",
            domain,
            row=self._handover_row,
            order="id desc",
            **values,
        )

    def _handover_row(self, handover):
        dossier = handover.dossier_id
        return {
            "title": dossier.title or dossier.name,
            "dossier": dossier.name,
            "detail": handover.return_reason or handover.note or "",
            "person": self._person(handover.answered_by_id or handover.from_user_id),
            "date": fields.Date.to_string(
                fields.Date.context_today(
                    handover, handover.answered_at or handover.sent_at
                )
            ),
        }
