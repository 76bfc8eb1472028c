from odoo import api, fields, models
from odoo.tools import SQL

RELATIVE_YEARS = [
    ("current", "This year"),
    ("last", "Last year"),
    ("earlier", "Earlier"),
    ("later", "Later"),
]


def selection_of(model, name):
    """The selection of a field of ``model``, in the language of the user."""
    return lambda self: self.env[model]._fields[name]._description_selection(self.env)


class Analysis(models.AbstractModel):
    """What every analysis shares: whose dossier it is, and the way back to it.

    An analysis is a view in SQL that reads only: its rows are those of its source,
    with their ids. Archived dossiers are not counted.

    Nobody counts what he may not open: the record rules of the dossier apply to each
    row (see ``ir.rule``), because a view in SQL inherits none.
    """

    _name = "thuduc.analysis"
    _description = "Analysis"
    _inherit = ["thuduc.dossier.part.mixin"]
    _rec_name = "dossier_id"

    dossier_id = fields.Many2one("thuduc.dossier", readonly=True)
    agency_id = fields.Many2one("thuduc.agency", string="Unit", readonly=True)
    body_id = fields.Many2one(
        "thuduc.agency", string="People's Committee", readonly=True
    )
    user_id = fields.Many2one("res.users", string="Officer", readonly=True)
    field_id = fields.Many2one("thuduc.field", readonly=True)

    @api.model
    def _sql_bodies(self) -> SQL:
        """For each unit the body in whose name it acts (see ``_issuer``)."""
        return SQL(
            """
            SELECT unit.id AS unit_id,
                   (SELECT above.id
                      FROM thuduc_agency AS above
                     WHERE STARTS_WITH(unit.parent_path, above.parent_path)
                       AND (above.kind NOT IN ('department', 'team')
                            OR above.parent_id IS NULL)
                     ORDER BY LENGTH(above.parent_path) DESC
                     LIMIT 1) AS id
              FROM thuduc_agency AS unit
            """
        )

    @api.model
    def _sql_duties(self, owner: SQL) -> SQL:
        """How the agency kept its mandatory deadlines, one row for each ``owner``.

        :param owner: column of the deadline to group by: its dossier or proceeding.
        """
        return SQL(
            """
            SELECT %(owner)s AS owner_id,
                   COUNT(*) FILTER (WHERE deadline.state = 'met') AS on_time,
                   COUNT(*) FILTER (WHERE deadline.state = 'met_late') AS late,
                   COUNT(*) FILTER (WHERE %(overdue)s) AS overdue
              FROM thuduc_deadline AS deadline
             WHERE deadline.severity = 'hard'
               AND deadline.bound_party = 'agency'
               AND deadline.state <> 'superseded'
             GROUP BY %(owner)s
            """,
            owner=owner,
            overdue=self._sql_overdue(),
        )

    @api.model
    def _sql_overdue(self) -> SQL:
        """Whether ``deadline`` is overdue today, also before the daily job said so."""
        return SQL(
            "(deadline.state = 'overdue' "
            "OR (deadline.state = 'running' AND deadline.date_due < %s))",
            fields.Date.context_today(self),
        )

    def action_open_dossier(self):
        """Open the lawsuit or sanction behind the row."""
        self.ensure_one()
        return self.dossier_id.action_open_concrete()
