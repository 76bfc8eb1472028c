from odoo import fields, models
from odoo.tools import SQL

from .analysis import RELATIVE_YEARS, selection_of
from .reporting_year import JUDICIAL


class CaseAnalysis(models.Model):
    """One row a round of a lawsuit: courts count by docket number, so do we.

    A lawsuit heard at first instance and on appeal has two rows; “Lawsuits” counts it
    once. A result belongs to the judicial year in which it was pronounced.
    """

    _name = "thuduc.case.analysis"
    _description = "Analysis of Lawsuits"
    _inherit = ["thuduc.analysis"]
    _auto = False
    _order = "date desc, id desc"
    _depends = {
        "thuduc.agency": ["kind", "parent_id", "parent_path"],
        "thuduc.case": [
            "current_agency_id",
            "current_round_id",
            "defendant_capacity",
            "dossier_id",
            "original_agency_id",
            "ward_id",
        ],
        "thuduc.case.round": [
            "acceptance_date",
            "case_id",
            "court_id",
            "court_level",
            "effective_date",
            "favour",
            "outcome_id",
            "proceeding_id",
            "pronounced_date",
            "round_type",
        ],
        "thuduc.deadline": [
            "bound_party",
            "date_due",
            "proceeding_id",
            "severity",
            "state",
        ],
        "thuduc.dossier": ["active", "agency_id", "field_id", "user_id"],
        "thuduc.proceeding": [
            "active",
            "date_end",
            "date_start",
            "dossier_id",
            "parent_id",
            "stage_id",
            "type_id",
        ],
        "thuduc.proceeding.type": ["code"],
        "thuduc.reporting.year": ["start_day", "start_month"],
    }

    # The lawsuit and its round
    case_id = fields.Many2one(
        "thuduc.case", string="Lawsuits", aggregator="count_distinct", readonly=True
    )
    round_type = fields.Selection(
        selection_of("thuduc.case.round", "round_type"), string="Round", readonly=True
    )
    court_id = fields.Many2one("thuduc.court", readonly=True)
    court_level = fields.Selection(
        selection_of("thuduc.court", "level"),
        string="Level of the court",
        readonly=True,
    )
    defendant_id = fields.Many2one(
        "thuduc.agency", string="Defendant now", readonly=True
    )
    original_defendant_id = fields.Many2one(
        "thuduc.agency", string="Defendant at filing", readonly=True
    )
    defendant_capacity = fields.Selection(
        selection_of("thuduc.case", "defendant_capacity"),
        string="Sued as",
        readonly=True,
    )
    ward_id = fields.Many2one("thuduc.agency", readonly=True)
    stage_id = fields.Many2one("thuduc.stage", readonly=True)
    state = fields.Selection(
        [("open", "In progress"), ("closed", "Ended")], readonly=True
    )

    # When
    date = fields.Date(
        string="Accepted on", readonly=True, help="Opened on, while not accepted yet."
    )
    pronounced_date = fields.Date(string="Pronounced on", readonly=True)
    effective_date = fields.Date(string="Effective from", readonly=True)
    judicial_year = fields.Char(string="Judicial year accepted", readonly=True)
    judicial_year_relative = fields.Selection(
        RELATIVE_YEARS, string="Judicial year accepted, from today", readonly=True
    )
    result_year = fields.Char(string="Judicial year of the result", readonly=True)
    result_year_relative = fields.Selection(
        RELATIVE_YEARS, string="Judicial year of the result, from today", readonly=True
    )
    age_days = fields.Integer(
        string="Days running (average)",
        aggregator="avg",
        readonly=True,
        help="From acceptance to the result; until today while there is none.",
    )

    # How it went
    outcome_id = fields.Many2one("thuduc.case.outcome", readonly=True)
    favour = fields.Selection(
        lambda self: [
            *selection_of("thuduc.case.round", "favour")(self),
            ("pending", self.env._("No result yet")),
        ],
        string="Result for the agency",
        readonly=True,
    )
    is_latest = fields.Boolean(
        string="Latest round", readonly=True, help="The round in which it stands now."
    )
    appealed = fields.Boolean(
        string="Was appealed", readonly=True, help="An appeal round was opened."
    )
    row_count = fields.Integer(string="Rounds", aggregator="sum", readonly=True)
    open_count = fields.Integer(
        string="In progress",
        aggregator="sum",
        readonly=True,
        help="Lawsuits whose latest round goes on.",
    )
    won_count = fields.Integer(string="For the agency", aggregator="sum", readonly=True)
    partial_count = fields.Integer(string="In part", aggregator="sum", readonly=True)
    lost_count = fields.Integer(
        string="Against the agency", aggregator="sum", readonly=True
    )
    appealed_count = fields.Integer(string="Appealed", aggregator="sum", readonly=True)
    loss_rate = fields.Float(
        string="Lost (%)",
        digits=(16, 1),
        aggregator="avg",
        readonly=True,
        help="Results wholly or partly against the agency, of all that decided for or "
        "against it.",
    )
    duty_on_time_count = fields.Integer(
        string="Mandatory deadlines met", aggregator="sum", readonly=True
    )
    duty_late_count = fields.Integer(
        string="Mandatory deadlines met late", aggregator="sum", readonly=True
    )
    duty_overdue_count = fields.Integer(
        string="Mandatory deadlines overdue", aggregator="sum", readonly=True
    )

    @property
    def _table_query(self) -> SQL:
        year = self.env["thuduc.reporting.year"]._by_code(JUDICIAL)
        accepted = SQL("COALESCE(round.acceptance_date, proceeding.date_start)")
        pronounced = SQL("round.pronounced_date")
        return SQL(
            """
            WITH body AS (%(bodies)s),
                 duty AS (%(duties)s)
            SELECT round.id AS id,
                   dossier.id AS dossier_id,
                   dossier.agency_id AS agency_id,
                   body.id AS body_id,
                   dossier.user_id AS user_id,
                   dossier.field_id AS field_id,
                   lawsuit.id AS case_id,
                   round.round_type AS round_type,
                   round.court_id AS court_id,
                   round.court_level AS court_level,
                   lawsuit.current_agency_id AS defendant_id,
                   lawsuit.original_agency_id AS original_defendant_id,
                   lawsuit.defendant_capacity AS defendant_capacity,
                   lawsuit.ward_id AS ward_id,
                   proceeding.stage_id AS stage_id,
                   CASE WHEN proceeding.date_end IS NULL THEN 'open'
                        ELSE 'closed' END AS state,
                   %(accepted)s AS date,
                   round.pronounced_date AS pronounced_date,
                   round.effective_date AS effective_date,
                   %(accepted_year)s AS judicial_year,
                   %(accepted_relative)s AS judicial_year_relative,
                   %(result_year)s AS result_year,
                   %(result_relative)s AS result_year_relative,
                   COALESCE(round.pronounced_date, proceeding.date_end, %(today)s)
                        - %(accepted)s AS age_days,
                   round.outcome_id AS outcome_id,
                   COALESCE(round.favour, 'pending') AS favour,
                   round.id = lawsuit.current_round_id AS is_latest,
                   appeal.id IS NOT NULL AS appealed,
                   1 AS row_count,
                   (round.id = lawsuit.current_round_id
                    AND proceeding.date_end IS NULL)::integer AS open_count,
                   (round.favour = 'win')::integer AS won_count,
                   (round.favour = 'partial')::integer AS partial_count,
                   (round.favour = 'lose')::integer AS lost_count,
                   (appeal.id IS NOT NULL)::integer AS appealed_count,
                   CASE round.favour WHEN 'win' THEN 0.0
                        WHEN 'partial' THEN 100.0 WHEN 'lose' THEN 100.0
                        END AS loss_rate,
                   COALESCE(duty.on_time, 0) AS duty_on_time_count,
                   COALESCE(duty.late, 0) AS duty_late_count,
                   COALESCE(duty.overdue, 0) AS duty_overdue_count
              FROM thuduc_case_round AS round
              JOIN thuduc_proceeding AS proceeding
                ON proceeding.id = round.proceeding_id
              JOIN thuduc_dossier AS dossier ON dossier.id = proceeding.dossier_id
              JOIN thuduc_case AS lawsuit ON lawsuit.id = round.case_id
              LEFT JOIN body ON body.unit_id = dossier.agency_id
              LEFT JOIN duty ON duty.owner_id = proceeding.id
              LEFT JOIN LATERAL (
                    SELECT child.id
                      FROM thuduc_proceeding AS child
                      JOIN thuduc_proceeding_type AS type ON type.id = child.type_id
                     WHERE child.parent_id = proceeding.id
                       AND child.active
                       AND type.code = 'AP'
                     LIMIT 1
                   ) AS appeal ON TRUE
             WHERE proceeding.active
               AND dossier.active
            """,
            bodies=self._sql_bodies(),
            duties=self._sql_duties(SQL("deadline.proceeding_id")),
            accepted=accepted,
            accepted_year=year._sql_label(accepted),
            accepted_relative=year._sql_relative(accepted),
            result_year=year._sql_label(pronounced),
            result_relative=year._sql_relative(pronounced),
            today=fields.Date.context_today(self),
        )
