from odoo import api, fields, models
from odoo.tools import SQL

from .deadline import OPEN_STATES
from .deadline_screen import COLOURS, OVERDUE_COLOUR

MEETING_COLOUR = 8


class Agenda(models.Model):
    """Deadlines that run and meetings that are fixed, in one calendar.

    Reads only. A row is visible to whom the deadline or event is visible: the record
    rules repeat theirs, because a view in SQL inherits none. Which of several fixed
    days holds is decided as in ``thuduc.event._settles``.
    """

    _name = "thuduc.agenda"
    _description = "Agenda of Deadlines and Meetings"
    _auto = False
    _order = "start, id"
    _depends = {
        "thuduc.deadline": [
            "agency_id",
            "date_due",
            "dossier_id",
            "due_at",
            "name",
            "severity",
            "state",
            "user_id",
        ],
        "thuduc.dossier": ["active", "agency_id", "user_id"],
        "thuduc.event": [
            "answers_id",
            "date",
            "dossier_id",
            "place",
            "proceeding_id",
            "scheduled_at",
            "sequence",
            "type_id",
            "withdrawn",
        ],
        "thuduc.event.type": ["name", "schedule_name"],
    }

    name = fields.Char(string="What", readonly=True)
    kind = fields.Selection(
        [("deadline", "Deadline"), ("meeting", "Hearing or meeting")], readonly=True
    )
    dossier_id = fields.Many2one("thuduc.dossier", readonly=True)
    dossier_title = fields.Char(related="dossier_id.title", string="Subject")
    agency_id = fields.Many2one("thuduc.agency", string="Unit", readonly=True)
    user_id = fields.Many2one("res.users", string="Officer", readonly=True)
    deadline_id = fields.Many2one("thuduc.deadline", readonly=True)
    event_id = fields.Many2one("thuduc.event", readonly=True)
    start = fields.Datetime(readonly=True)
    stop = fields.Datetime(readonly=True)
    all_day = fields.Boolean(readonly=True)
    place = fields.Char(readonly=True)
    color = fields.Integer(readonly=True)

    @property
    def _table_query(self) -> SQL:
        return SQL(
            """
            SELECT deadline.id * 2 AS id,
                   deadline.name AS name,
                   'deadline' AS kind,
                   deadline.dossier_id AS dossier_id,
                   deadline.agency_id AS agency_id,
                   deadline.user_id AS user_id,
                   deadline.id AS deadline_id,
                   NULL::integer AS event_id,
                   -- noon: the same day in the time zone of whoever looks
                   COALESCE(deadline.due_at, deadline.date_due + TIME '05:00') AS start,
                   COALESCE(deadline.due_at, deadline.date_due + TIME '05:00') AS stop,
                   deadline.due_at IS NULL AS all_day,
                   NULL AS place,
                   CASE WHEN deadline.state = 'overdue' THEN %(overdue)s
                        WHEN deadline.severity = 'hard' THEN %(hard)s
                        WHEN deadline.severity = 'watch' THEN %(watch)s
                        ELSE %(info)s END AS color
              FROM thuduc_deadline AS deadline
              JOIN thuduc_dossier AS dossier ON dossier.id = deadline.dossier_id
             WHERE deadline.state IN %(open)s
               AND dossier.active
             UNION ALL
            SELECT event.id * 2 + 1 AS id,
                   COALESCE(type.schedule_name, type.name) AS name,
                   'meeting' AS kind,
                   event.dossier_id AS dossier_id,
                   dossier.agency_id AS agency_id,
                   dossier.user_id AS user_id,
                   NULL::integer AS deadline_id,
                   event.id AS event_id,
                   event.scheduled_at AS start,
                   event.scheduled_at + INTERVAL '1 hour' AS stop,
                   FALSE AS all_day,
                   event.place AS place,
                   %(meeting)s AS color
              FROM thuduc_event AS event
              JOIN thuduc_event_type AS type ON type.id = event.type_id
              JOIN thuduc_dossier AS dossier ON dossier.id = event.dossier_id
             WHERE event.scheduled_at IS NOT NULL
               AND event.withdrawn IS NOT TRUE
               AND dossier.active
               AND NOT EXISTS (
                    SELECT 1
                      FROM thuduc_event AS other
                      JOIN thuduc_event_type AS other_type
                        ON other_type.id = other.type_id
                     WHERE other.proceeding_id = event.proceeding_id
                       AND other.withdrawn IS NOT TRUE
                       AND (other.answers_id = event.id
                            AND other.scheduled_at IS NOT NULL
                            OR CASE WHEN type.schedule_name IS NULL
                                    THEN other.type_id = event.type_id
                                         AND other.scheduled_at IS NOT NULL
                                    ELSE other_type.schedule_name = type.schedule_name
                                END
                               AND (other.date, other.sequence, other.id)
                                   > (event.date, event.sequence, event.id))
                   )
            """,
            overdue=OVERDUE_COLOUR,
            hard=COLOURS["hard"],
            watch=COLOURS["watch"],
            info=COLOURS["info"],
            meeting=MEETING_COLOUR,
            open=OPEN_STATES,
        )

    @api.depends("name", "dossier_id.name")
    def _compute_display_name(self):
        for row in self:
            row.display_name = f"{row.dossier_id.name} · {row.name}"

    def action_open_dossier(self):
        """Open the lawsuit or sanction behind the row."""
        self.ensure_one()
        return self.dossier_id.action_open_concrete()
