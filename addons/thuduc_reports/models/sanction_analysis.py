from odoo import fields, models
from odoo.tools import SQL

from odoo.addons.thuduc_sanctions.models.sanction import DECIDING
from odoo.addons.thuduc_sanctions.models.sanction_money import EXECUTION_PERIOD

from .analysis import RELATIVE_YEARS, selection_of
from .reporting_year import SANCTIONS

CANCELLING = ("decision_cancelled", "decision_cancelled_new")


class SanctionAnalysis(models.Model):
    """One row a sanction: what was decided, in what time, and what was paid.

    A fine counts as imposed once its decision is signed, and no longer when that
    decision is cancelled. A decision is late when any mandatory period that it meets
    (Law 15/2012, Articles 6, 63 and 66) had ended.
    """

    _name = "thuduc.sanction.analysis"
    _description = "Analysis of Sanctions"
    _inherit = ["thuduc.analysis"]
    _auto = False
    _order = "date_open desc, id desc"
    _depends = {
        "thuduc.agency": ["kind", "parent_id", "parent_path"],
        "thuduc.deadline": [
            "bound_party",
            "code",
            "date_due",
            "dossier_id",
            "rule_id",
            "severity",
            "state",
        ],
        "thuduc.deadline.rule": ["closing_type_ids"],
        "thuduc.dossier": [
            "active",
            "agency_id",
            "date_closed",
            "date_open",
            "field_id",
            "stage_id",
            "state",
            "user_id",
        ],
        "thuduc.event": ["date", "proceeding_id", "type_id", "withdrawn"],
        "thuduc.event.type": ["code"],
        "thuduc.party": ["active", "dossier_id", "kind", "role"],
        "thuduc.proceeding": ["active", "dossier_id", "opening_event_id"],
        "thuduc.reporting.year": ["start_day", "start_month"],
        "thuduc.sanction": [
            "decision_date",
            "dossier_id",
            "executed_date",
            "fine_due",
            "fine_total",
            "is_warning_only",
            "late_paid_amount",
            "minutes_date",
            "paid_amount",
            "payment_state",
            "served_date",
            "source",
            "unpaid_amount",
        ],
    }

    # The file
    stage_id = fields.Many2one("thuduc.stage", readonly=True)
    state = fields.Selection(selection_of("thuduc.dossier", "state"), readonly=True)
    source = fields.Selection(
        selection_of("thuduc.sanction", "source"), string="Found through", readonly=True
    )
    violator_kind = fields.Selection(
        lambda self: [
            *selection_of("thuduc.party", "kind")(self),
            ("several", self.env._("Of several kinds")),
        ],
        string="Kind of violator",
        readonly=True,
    )
    decision_state = fields.Selection(
        [
            ("none", "Not decided"),
            ("warning", "Warning"),
            ("fine", "Fine"),
            ("remedy", "Remedies only"),
            ("cancelled", "Cancelled"),
        ],
        string="Decision",
        readonly=True,
    )
    payment_state = fields.Selection(
        selection_of("thuduc.sanction", "payment_state"),
        string="Payment",
        readonly=True,
    )

    # Dates
    date_open = fields.Date(string="Opened on", readonly=True)
    minutes_date = fields.Date(string="Minutes of", readonly=True)
    decision_date = fields.Date(string="Decision of", readonly=True)
    served_date = fields.Date(string="Served on", readonly=True)
    executed_date = fields.Date(string="Executed on", readonly=True)
    decision_year = fields.Char(string="Reporting year of the decision", readonly=True)
    decision_year_relative = fields.Selection(
        RELATIVE_YEARS,
        string="Reporting year of the decision, from today",
        readonly=True,
    )

    # In time?
    timeliness = fields.Selection(
        [
            ("on_time", "On time"),
            ("late", "Late"),
            ("running", "Running"),
            ("none", "No period yet"),
        ],
        string="Decision in time",
        readonly=True,
    )
    row_count = fields.Integer(string="Sanctions", aggregator="sum", readonly=True)
    decided_count = fields.Integer(string="Decisions", aggregator="sum", readonly=True)
    late_count = fields.Integer(
        string="Decisions late", aggregator="sum", readonly=True
    )
    days_to_decide = fields.Integer(
        string="Days from minutes to decision (average)",
        aggregator="avg",
        readonly=True,
    )
    age_days = fields.Integer(string="Days open", aggregator="avg", readonly=True)
    duty_on_time_count = fields.Integer(
        string="Mandatory deadlines met", aggregator="sum", readonly=True
    )
    duty_late_count = fields.Integer(
        string="Mandatory deadlines met late", aggregator="sum", readonly=True
    )
    duty_overdue_count = fields.Integer(
        string="Mandatory deadlines overdue", aggregator="sum", readonly=True
    )
    violator_count = fields.Integer(string="Violators", aggregator="sum", readonly=True)

    # Money
    fine_imposed = fields.Float(
        string="Fines imposed (VND)", digits=(16, 0), aggregator="sum", readonly=True
    )
    fine_paid = fields.Float(
        string="Fines paid (VND)", digits=(16, 0), aggregator="sum", readonly=True
    )
    fine_outstanding = fields.Float(
        string="Fines outstanding (VND)",
        digits=(16, 0),
        aggregator="sum",
        readonly=True,
    )
    fine_overdue = fields.Float(
        string="Fines overdue (VND)",
        digits=(16, 0),
        aggregator="sum",
        readonly=True,
        help="Outstanding although the period of execution has ended.",
    )
    interest_paid = fields.Float(
        string="Late interest paid (VND)",
        digits=(16, 0),
        aggregator="sum",
        readonly=True,
    )

    @property
    def _table_query(self) -> SQL:
        year = self.env["thuduc.reporting.year"]._by_code(SANCTIONS)
        decided_on = SQL("sanction.decision_date")
        return SQL(
            """
            WITH body AS (%(bodies)s),
                 duty AS (%(duties)s),
                 decision AS (%(decisions)s),
                 timing AS (%(timings)s),
                 violator AS (%(violators)s),
                 unpaid AS (%(unpaid)s)
            SELECT sanction.id AS id,
                   sanction.dossier_id AS dossier_id,
                   dossier.agency_id AS agency_id,
                   body.id AS body_id,
                   dossier.user_id AS user_id,
                   dossier.field_id AS field_id,
                   dossier.stage_id AS stage_id,
                   dossier.state AS state,
                   sanction.source AS source,
                   violator.kind AS violator_kind,
                   COALESCE(violator.count, 0) AS violator_count,
                   standing.decision_state AS decision_state,
                   CASE WHEN standing.counts THEN sanction.payment_state
                        END AS payment_state,
                   dossier.date_open AS date_open,
                   sanction.minutes_date AS minutes_date,
                   sanction.decision_date AS decision_date,
                   sanction.served_date AS served_date,
                   sanction.executed_date AS executed_date,
                   %(year)s AS decision_year,
                   %(relative)s AS decision_year_relative,
                   COALESCE(timing.timeliness, 'none') AS timeliness,
                   1 AS row_count,
                   (sanction.decision_date IS NOT NULL)::integer AS decided_count,
                   (timing.timeliness = 'late')::integer AS late_count,
                   sanction.decision_date - sanction.minutes_date AS days_to_decide,
                   COALESCE(dossier.date_closed, %(today)s) - dossier.date_open
                        AS age_days,
                   COALESCE(duty.on_time, 0) AS duty_on_time_count,
                   COALESCE(duty.late, 0) AS duty_late_count,
                   COALESCE(duty.overdue, 0) AS duty_overdue_count,
                   CASE WHEN standing.counts THEN sanction.fine_due
                        ELSE 0 END AS fine_imposed,
                   COALESCE(sanction.paid_amount, 0) AS fine_paid,
                   CASE WHEN standing.counts THEN sanction.unpaid_amount
                        ELSE 0 END AS fine_outstanding,
                   CASE WHEN standing.counts AND unpaid.owner_id IS NOT NULL
                        THEN sanction.unpaid_amount ELSE 0 END AS fine_overdue,
                   COALESCE(sanction.late_paid_amount, 0) AS interest_paid
              FROM thuduc_sanction AS sanction
              JOIN thuduc_dossier AS dossier ON dossier.id = sanction.dossier_id
              LEFT JOIN body ON body.unit_id = dossier.agency_id
              LEFT JOIN duty ON duty.owner_id = dossier.id
              LEFT JOIN decision ON decision.dossier_id = dossier.id
              LEFT JOIN timing ON timing.owner_id = dossier.id
              LEFT JOIN violator ON violator.dossier_id = dossier.id
              LEFT JOIN unpaid ON unpaid.owner_id = dossier.id
             CROSS JOIN LATERAL (
                    SELECT sanction.decision_date IS NOT NULL
                           AND decision.cancelled IS NOT TRUE AS counts,
                           CASE WHEN sanction.decision_date IS NULL THEN 'none'
                                WHEN decision.cancelled THEN 'cancelled'
                                WHEN decision.code = 'remedy_decided' THEN 'remedy'
                                WHEN sanction.is_warning_only THEN 'warning'
                                ELSE 'fine' END AS decision_state
                   ) AS standing
             WHERE dossier.active
            """,
            bodies=self._sql_bodies(),
            duties=self._sql_duties(SQL("deadline.dossier_id")),
            decisions=self._sql_decisions(),
            timings=self._sql_timings(),
            violators=self._sql_violators(),
            unpaid=self._sql_unpaid(),
            year=year._sql_label(decided_on),
            relative=year._sql_relative(decided_on),
            today=fields.Date.context_today(self),
        )

    def _sql_decisions(self) -> SQL:
        """The last decision of each dossier, and whether it was cancelled since."""
        return SQL(
            """
            SELECT DISTINCT ON (event.dossier_id)
                   event.dossier_id AS dossier_id,
                   type.code AS code,
                   EXISTS (
                    SELECT 1
                      FROM thuduc_proceeding AS execution
                      JOIN thuduc_event AS later
                        ON later.proceeding_id = execution.id
                      JOIN thuduc_event_type AS later_type
                        ON later_type.id = later.type_id
                     WHERE execution.opening_event_id = event.id
                       AND later_type.code IN %(cancelling)s
                       AND later.withdrawn IS NOT TRUE
                   ) AS cancelled
              FROM thuduc_event AS event
              JOIN thuduc_event_type AS type ON type.id = event.type_id
             WHERE type.code IN %(deciding)s
               AND event.withdrawn IS NOT TRUE
             ORDER BY event.dossier_id, event.date DESC, event.id DESC
            """,
            cancelling=CANCELLING,
            deciding=DECIDING,
        )

    def _sql_timings(self) -> SQL:
        """Of the mandatory periods that a decision meets, how the worst one stands."""
        return SQL(
            """
            SELECT deadline.dossier_id AS owner_id,
                   CASE WHEN BOOL_OR(deadline.state = 'met_late' OR %(overdue)s)
                        THEN 'late'
                        WHEN BOOL_OR(deadline.state IN ('running', 'suspended'))
                        THEN 'running'
                        ELSE 'on_time' END AS timeliness
              FROM thuduc_deadline AS deadline
             WHERE deadline.severity = 'hard'
               AND deadline.state <> 'superseded'
               AND EXISTS (
                    SELECT 1
                      FROM thuduc_rule_closing_rel AS rel
                      JOIN thuduc_event_type AS type
                        ON type.id = rel.thuduc_event_type_id
                     WHERE rel.thuduc_deadline_rule_id = deadline.rule_id
                       AND type.code IN %(deciding)s
                   )
             GROUP BY deadline.dossier_id
            """,
            overdue=self._sql_overdue(),
            deciding=DECIDING,
        )

    def _sql_violators(self) -> SQL:
        """How many violators a dossier has, and of what kind."""
        return SQL(
            """
            SELECT party.dossier_id AS dossier_id,
                   COUNT(*) AS count,
                   CASE WHEN MIN(party.kind) = MAX(party.kind) THEN MIN(party.kind)
                        ELSE 'several' END AS kind
              FROM thuduc_party AS party
             WHERE party.role = 'violator'
               AND party.active
             GROUP BY party.dossier_id
            """
        )

    def _sql_unpaid(self) -> SQL:
        """Dossiers whose period of execution has ended (Article 73.1)."""
        return SQL(
            """
            SELECT DISTINCT deadline.dossier_id AS owner_id
              FROM thuduc_deadline AS deadline
             WHERE deadline.code IN %(codes)s
               AND %(overdue)s
            """,
            codes=EXECUTION_PERIOD,
            overdue=self._sql_overdue(),
        )
