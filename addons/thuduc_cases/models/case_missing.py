from odoo import api, fields, models

TRIAL = ("F30", "F31", "F32", "F33", "A30", "A31", "A32")
JUDGED = ("F40", "A40")
SCHEDULING = (
    "FI_TRIAL_DECISION",
    "FI_HEARING_SCHEDULED",
    "AP_TRIAL_DECISION",
    "AP_HEARING_SCHEDULED",
)


class CaseMissing(models.Model):
    """What the file still lacks at its present stage: told, never forced."""

    _inherit = "thuduc.case"

    missing_facts = fields.Char(compute="_compute_missing_facts")

    @api.depends(
        "acceptance_date",
        "authorization_ids.is_active",
        "court_id",
        "docket_no",
        "enforcement_ids.obligation_ids",
        "event_ids.withdrawn",
        "field_id",
        "head_attends",
        "object_ids",
        "party_ids.role",
        "stage_id",
        "state",
    )
    def _compute_missing_facts(self):
        for case in self:
            missing = case._missing_facts() if case.state == "open" else []
            case.missing_facts = "; ".join(missing)

    def _missing_facts(self):
        """Names of the facts that are to be filled in for the present stage."""
        self.ensure_one()
        stage = self.stage_id.code or ""
        missing = [] if stage == "P10" else self._missing_of_acceptance()
        if stage in TRIAL:
            missing += self._missing_of_trial()
        elif stage in JUDGED:
            missing += self._missing_of_judgment()
        elif stage.startswith("E"):
            missing += self._missing_of_enforcement(stage)
        return missing

    def _missing_of_acceptance(self):
        first = self.round_ids.filtered(lambda r: r.round_type == "FI")[-1:]
        return self._unfilled(
            (self.docket_no, self.env._("docket number")),
            (self.court_id, self.env._("court")),
            (first.acceptance_date, self.env._("day of acceptance")),
            (
                first.notice_received_date or self.knowledge_date,
                self.env._("receipt of the notice of acceptance"),
            ),
            (self._parties_of("plaintiff"), self.env._("plaintiff")),
            (self.object_ids, self.env._("what is challenged")),
            (self.field_id, self.env._("field of management")),
        )

    def _missing_of_trial(self):
        fixed = self.current_round_id.proceeding_id._standing_events(*SCHEDULING)
        today = fields.Date.context_today(self)
        return self._unfilled(
            (any(fixed.mapped("scheduled_at")), self.env._("time of the hearing")),
            (
                not self._lacks_representative_on(today),
                self.env._("authorisation of a deputy, or that the head attends"),
            ),
        )

    def _missing_of_judgment(self):
        judged = self.current_round_id._event_of(
            ("FI_JUDGMENT_PRONOUNCED", "AP_JUDGMENT")
        )
        facts = [(judged.outcome_id, self.env._("result of the judgment"))]
        if judged.code == "FI_JUDGMENT_PRONOUNCED":
            decided = self.current_round_id._event_of(("FI_NO_APPEAL", "FI_APPEAL_OWN"))
            facts += [
                (
                    judged.agency_presence,
                    self.env._("whether the agency was present at the pronouncement"),
                ),
                (decided, self.env._("decision whether to appeal")),
            ]
        return self._unfilled(*facts)

    def _missing_of_enforcement(self, stage):
        enforcement = self.enforcement_ids.filtered(
            lambda e: e.proceeding_id == self.main_proceeding_id
        )
        if not enforcement or enforcement.monitored == "no":
            return []
        docket = enforcement.proceeding_id
        facts = [
            (enforcement.obligation_ids, self.env._("duties to perform")),
            (enforcement.responsible_id, self.env._("person responsible")),
        ]
        if stage == "E30":
            forced = docket._standing_events("EN_FORCED_RECEIVED", "EN_FORCED_DECIDED")
            facts.append(
                (
                    any(forced.mapped("document_number")),
                    self.env._("number of the decision that forces enforcement"),
                )
            )
        if stage == "E40":
            facts.append(
                (
                    all(notice.date for notice in enforcement.notice_ids),
                    self.env._("reports of the result to all four addressees"),
                )
            )
        return self._unfilled(*facts)

    @api.model
    def _unfilled(self, *facts):
        return [label for value, label in facts if not value]
