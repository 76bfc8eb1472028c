from odoo import api, fields, models
from odoo.tools import format_date

# Periods after which Articles 65.1.c and 66 of Law 15/2012 forbid a sanction.
LIMITATIONS = ("DL-20", "DL-20D", "DL-21", "DL-21D")
DECISION_PERIODS = ("DL-15", "DL-16", "DL-17", "DL-18", "DL-22", "DL-22V")
WRITTEN_EXPLANATION = "DL-12"
ORAL_SESSION = "DL-14"
OPEN = ("running", "overdue", "suspended")


class SanctionGate(models.AbstractModel):
    """What stands between a file and its sanctioning decision.

    Asked when the decision is submitted and issued, and shown before. It concerns the
    decision that is still to be made: one that was made late is a fact and recorded.
    """

    _name = "thuduc.sanction.gate"
    _description = "Gate before the Sanctioning Decision"

    decision_bar = fields.Text(
        string="Against a sanction",
        compute="_compute_decision_bar",
        help="Why the law forbids to sanction now.",
    )

    @api.depends(
        "deadline_ids.date_due",
        "deadline_ids.state",
        "decision_date",
        "party_ids.kind",
        "act_ids.party_id",
    )
    def _compute_decision_bar(self):
        today = fields.Date.context_today(self)
        for record in self:
            waiting = record.minutes_date and not record.decision_date
            record.decision_bar = (
                "\n".join(record._decision_bars(today)) or False if waiting else False
            )

    def _decision_bars(self, day):
        """Reasons why no sanction may be imposed on ``day``, each with its article."""
        self.ensure_one()
        return [
            *self._bars_of_time(day),
            *self._bars_of_explanation(day),
            *self._bars_of_persons(),
        ]

    def _open_period(self, codes):
        """The period among ``codes`` that still runs and ends first."""
        running = self.deadline_ids.filtered(
            lambda d: d.code in codes and d.state in OPEN
        )
        return running.sorted("date_due")[:1]

    def _bars_of_time(self, day):
        """Articles 65.1.c and 66: after the limitation or the period for the decision
        only confiscation and remedies are left (Article 65.2)."""
        limitation = self._open_period(LIMITATIONS)
        if limitation and limitation.date_due < day:
            yield self.env._(
                "The limitation for sanctions ended on %(date)s (Law 15/2012, "
                "Articles 6.1 and 65.1.c). Only banned items may be confiscated and "
                "remedies ordered (Article 65.2): use MQĐ14 or MQĐ15.",
                date=format_date(self.env, limitation.date_due),
            )
        period = self._open_period(DECISION_PERIODS)
        if period and period.date_due < day:
            yield self.env._(
                "The period for the decision ended on %(date)s (Law 15/2012, Articles "
                "65.1.c and 66.1). Only banned items may be confiscated and remedies "
                "ordered (Article 65.2): use MQĐ14 or MQĐ15.",
                date=format_date(self.env, period.date_due),
            )

    def _bars_of_explanation(self, day):
        """Article 61: whoever has the right to explain is heard before the decision."""
        written = self._open_period((WRITTEN_EXPLANATION,))
        requested = self._last_event("explanation_oral_requested")
        if written and day <= written.date_due and not requested:
            yield self.env._(
                "The violator may still explain until %(date)s (Law 15/2012, Article "
                "61). Wait, or record that the violator waives the explanation.",
                date=format_date(self.env, written.date_due),
            )
        if self._open_period((ORAL_SESSION,)):
            yield self.env._(
                "An oral explanation was requested and not held yet (Law 15/2012, "
                "Article 61.3)."
            )

    def _bars_of_persons(self):
        """Article 65.1.b: unknown violators; Article 134: children."""
        violators = self.act_ids.party_id or self._violators()
        if violators.filtered(lambda party: party.kind == "unknown"):
            yield self.env._(
                "The violator is not identified (Law 15/2012, Article 65.1.b)."
            )
        youngest = self.env["thuduc.sanction.parameter"]._value("age_none")
        for act in self.act_ids.filtered("age_at_act"):
            if act.age_at_act < youngest:
                yield self.env._(
                    "%(name)s was %(age)s years old: no sanction (Law 15/2012, "
                    "Articles 11 and 134).",
                    name=act.party_id.name,
                    age=act.age_at_act,
                )
