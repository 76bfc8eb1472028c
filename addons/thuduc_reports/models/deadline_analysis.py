from odoo import fields, models
from odoo.tools import SQL

from .analysis import RELATIVE_YEARS, selection_of
from .reporting_year import JUDICIAL


class DeadlineAnalysis(models.Model):
    """One row a deadline that stands: kept, missed or running.

    What the docket no longer implies (superseded), also a right that lapsed, is not
    counted. Overdue is measured against today, whether the daily job ran or not.
    """

    _name = "thuduc.deadline.analysis"
    _description = "Analysis of Deadlines"
    _inherit = ["thuduc.analysis"]
    _auto = False
    _order = "date_due, id"
    _depends = {
        "thuduc.agency": ["kind", "parent_id", "parent_path"],
        "thuduc.deadline": [
            "agency_id",
            "bound_party",
            "closing_event_id",
            "date_due",
            "date_start",
            "days_late",
            "dossier_id",
            "name",
            "party_id",
            "proceeding_id",
            "rule_id",
            "severity",
            "state",
            "user_id",
        ],
        "thuduc.deadline.rule": ["provision_id"],
        "thuduc.dossier": ["active", "field_id", "kind"],
        "thuduc.event": ["date"],
        "thuduc.proceeding": ["type_id"],
        "thuduc.reporting.year": ["start_day", "start_month"],
    }

    # What has to be done, by whom
    name = fields.Char(string="Period", readonly=True)
    rule_id = fields.Many2one("thuduc.deadline.rule", readonly=True)
    provision_id = fields.Many2one(
        "thuduc.legal.provision", string="Article", readonly=True
    )
    bound_party = fields.Selection(
        selection_of("thuduc.deadline.rule", "bound_party"),
        string="Bound party",
        readonly=True,
    )
    severity = fields.Selection(
        selection_of("thuduc.deadline.rule", "severity"), readonly=True
    )
    party_id = fields.Many2one("thuduc.party", readonly=True)
    kind = fields.Selection(
        selection_of("thuduc.dossier", "kind"), string="Kind of dossier", readonly=True
    )
    proceeding_type_id = fields.Many2one(
        "thuduc.proceeding.type", string="Proceeding", readonly=True
    )

    # When
    date_start = fields.Date(string="Counted from", readonly=True)
    date_due = fields.Date(string="Due", readonly=True)
    date_met = fields.Date(string="Met on", readonly=True)
    judicial_year = fields.Char(string="Judicial year due", readonly=True)
    judicial_year_relative = fields.Selection(
        RELATIVE_YEARS, string="Judicial year due, from today", readonly=True
    )

    # How it was kept
    timeliness = fields.Selection(
        [
            ("on_time", "On time"),
            ("late", "Late"),
            ("overdue", "Overdue"),
            ("running", "Running"),
            ("suspended", "Suspended"),
        ],
        readonly=True,
    )
    row_count = fields.Integer(string="Deadlines", aggregator="sum", readonly=True)
    on_time_count = fields.Integer(string="On time", aggregator="sum", readonly=True)
    late_count = fields.Integer(string="Late", aggregator="sum", readonly=True)
    overdue_count = fields.Integer(string="Overdue", aggregator="sum", readonly=True)
    running_count = fields.Integer(string="Running", aggregator="sum", readonly=True)
    on_time_rate = fields.Float(
        string="On time (%)",
        digits=(16, 1),
        aggregator="avg",
        readonly=True,
        help="Of the deadlines met or overdue, how many were met on time.",
    )
    days_late = fields.Integer(
        string="Days late (average)",
        aggregator="avg",
        readonly=True,
        help="Average of the deadlines met late or overdue.",
    )

    @property
    def _table_query(self) -> SQL:
        year = self.env["thuduc.reporting.year"]._by_code(JUDICIAL)
        due = SQL("deadline.date_due")
        return SQL(
            """
            WITH body AS (%(bodies)s)
            SELECT deadline.id AS id,
                   deadline.dossier_id AS dossier_id,
                   deadline.agency_id AS agency_id,
                   body.id AS body_id,
                   deadline.user_id AS user_id,
                   dossier.field_id AS field_id,
                   deadline.name AS name,
                   deadline.rule_id AS rule_id,
                   rule.provision_id AS provision_id,
                   deadline.bound_party AS bound_party,
                   deadline.severity AS severity,
                   deadline.party_id AS party_id,
                   dossier.kind AS kind,
                   proceeding.type_id AS proceeding_type_id,
                   deadline.date_start AS date_start,
                   deadline.date_due AS date_due,
                   closing.date AS date_met,
                   %(year)s AS judicial_year,
                   %(relative)s AS judicial_year_relative,
                   standing.timeliness AS timeliness,
                   1 AS row_count,
                   (standing.timeliness = 'on_time')::integer AS on_time_count,
                   (standing.timeliness = 'late')::integer AS late_count,
                   (standing.timeliness = 'overdue')::integer AS overdue_count,
                   (standing.timeliness IN ('running', 'suspended'))::integer
                        AS running_count,
                   CASE standing.timeliness WHEN 'on_time' THEN 100.0
                        WHEN 'late' THEN 0.0 WHEN 'overdue' THEN 0.0
                        END AS on_time_rate,
                   CASE standing.timeliness WHEN 'late' THEN deadline.days_late
                        WHEN 'overdue' THEN %(today)s - deadline.date_due
                        END AS days_late
              FROM thuduc_deadline AS deadline
              JOIN thuduc_dossier AS dossier ON dossier.id = deadline.dossier_id
              JOIN thuduc_proceeding AS proceeding
                ON proceeding.id = deadline.proceeding_id
              JOIN thuduc_deadline_rule AS rule ON rule.id = deadline.rule_id
              LEFT JOIN thuduc_event AS closing
                ON closing.id = deadline.closing_event_id
              LEFT JOIN body ON body.unit_id = deadline.agency_id
             CROSS JOIN LATERAL (
                    SELECT CASE WHEN deadline.state = 'met' THEN 'on_time'
                                WHEN deadline.state = 'met_late' THEN 'late'
                                WHEN %(overdue)s THEN 'overdue'
                                ELSE deadline.state END AS timeliness
                   ) AS standing
             WHERE deadline.state <> 'superseded'
               AND dossier.active
            """,
            bodies=self._sql_bodies(),
            year=year._sql_label(due),
            relative=year._sql_relative(due),
            overdue=self._sql_overdue(),
            today=fields.Date.context_today(self),
        )
