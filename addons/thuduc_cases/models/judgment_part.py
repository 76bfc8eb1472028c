from odoo import api, fields, models

from .proceeding_effect import JUDGMENT

# What kind of obligation follows from a relief, where one does.
OBLIGATION_OF = {
    "annul": "new_decision",
    "annul_part": "new_decision",
    "annul_complaint": "new_decision",
    "duty": "procedure",
    "stop": "stop",
    "reinstate": "reinstate",
    "voters": "procedure",
    "damages": "payment",
    "commitment": "new_decision",
}


class JudgmentPart(models.Model):
    """One part of the operative part of a judgment (LTTHC 193.2).

    Appeals are directed against parts; a part that nobody appeals takes effect as if
    it stood alone (215.1), so each part has its own day.
    """

    _name = "thuduc.case.judgment.part"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Part of a Judgment"
    _order = "judgment_id, sequence, id"
    _rec_name = "text"
    _dossier_field = "judgment_id"

    judgment_id = fields.Many2one(
        "thuduc.case.judgment", required=True, index=True, ondelete="cascade"
    )
    case_id = fields.Many2one(related="judgment_id.case_id", store=True, index=True)
    dossier_id = fields.Many2one(related="judgment_id.dossier_id")
    sequence = fields.Integer(default=10)
    text = fields.Text(string="What it says", required=True)
    result = fields.Selection(
        [
            ("accepted", "Claim accepted"),
            ("rejected", "Claim rejected"),
            ("other", "Other"),
        ],
        default="accepted",
        required=True,
    )
    relief = fields.Selection(
        [
            ("annul", "Annul the whole decision"),
            ("annul_part", "Annul a part of the decision"),
            ("annul_complaint", "Annul the decision on the complaint"),
            ("duty", "Order to perform a duty"),
            ("stop", "Declare the act unlawful, order to stop it"),
            ("reinstate", "Order to reinstate the civil servant"),
            ("voters", "Correct the list of voters"),
            ("damages", "Pay damages"),
            ("liability", "Recommend to examine the liability"),
            ("method", "Recommend how to settle the matter"),
            ("commitment", "Commitment of the parties written down"),
        ],
    )
    amount = fields.Integer(string="Amount (đồng)")
    party_ids = fields.Many2many(
        "thuduc.party", "thuduc_judgment_part_party_rel", string="Concerns"
    )
    appeal_ids = fields.Many2many(
        "thuduc.case.appeal", "thuduc_appeal_part_rel", "part_id", "appeal_id"
    )
    obligation_ids = fields.One2many("thuduc.case.obligation", "part_id")
    is_appealed = fields.Boolean(compute="_compute_effect", string="Appealed")
    effect_state = fields.Selection(
        [
            ("waiting", "Not effective yet"),
            ("appealed", "Under appeal"),
            ("effective", "Effective"),
            ("replaced", "Replaced on appeal"),
            ("annulled", "Annulled"),
        ],
        compute="_compute_effect",
        string="Effect",
    )
    effective_date = fields.Date(compute="_compute_effect", string="Effective from")

    @api.depends("judgment_id", "appeal_ids")
    def _compute_effect(self):
        for part in self:
            judged = part.judgment_id.code == JUDGMENT
            appeals = part._appeals() if judged else part.env["thuduc.case.appeal"]
            part.is_appealed = bool(appeals)
            state, day = part._effect(appeals)
            part.effect_state = state
            part.effective_date = day

    def _appeals(self):
        """Appeals and protests that reach this part; void ones reach nothing."""
        self.ensure_one()
        judgment = self.judgment_id
        against = judgment.proceeding_id._appeals_against(judgment.event_id)
        return against.appeal_ids.filtered(lambda appeal: appeal._reaches(self))

    def _effect(self, appeals):
        """State and day of effect of this part (LTTHC 215, 229, 242)."""
        self.ensure_one()
        judgment = self.judgment_id
        if judgment.code != JUDGMENT:
            day = judgment.effective_date
            return ("effective" if day else "waiting"), day
        docket = judgment.proceeding_id
        if appeals:
            return self._effect_on_appeal(appeals)
        recorded = docket._standing_events("FI_EFFECTIVE", "FI_PARTLY_EFFECTIVE")
        if recorded:
            return "effective", recorded[-1].date
        if docket._takes_effect_at_once(judgment.event_id):
            return "effective", judgment.date
        return "waiting", docket._after_windows(judgment.event_id) or False

    def _effect_on_appeal(self, appeals):
        open_ = appeals.filtered(lambda appeal: not appeal._released_on(self))
        if not open_:
            return "effective", max(appeal._released_on(self) for appeal in appeals)
        rounds = open_.event_id.led_to_id
        decided = rounds.event_ids.filtered(
            lambda e: not e.withdrawn and e.code in ("AP_JUDGMENT", "AP_TERMINATED")
        ).sorted("date")[-1:]
        if not decided:
            return "appealed", False
        outcome = decided.outcome_id
        if decided.code == "AP_TERMINATED" or outcome.favour == "below":
            return "effective", decided.date
        if outcome.opens_nothing or outcome.opens_proceeding_type_id:
            return "annulled", False
        return ("replaced" if outcome else "effective"), (
            False if outcome else decided.date
        )

    def _obligation_values(self, enforcement):
        """The obligation that follows from this part, as a first draft."""
        self.ensure_one()
        return {
            "enforcement_id": enforcement.id,
            "part_id": self.id,
            "name": (self.text or "").strip().splitlines()[0][:250],
            "kind": OBLIGATION_OF[self.relief],
            "is_property": self.relief == "damages",
            "amount": self.amount,
        }

    def _enforcement(self):
        """The enforcement that this part is enforced in: that of its own judgment, or
        the one opened when the appeal against it ended."""
        self.ensure_one()
        docket = self.judgment_id.proceeding_id
        running = self.case_id.enforcement_ids.filtered("active")
        own = running.filtered(lambda e: e.parent_id == docket)
        above = running.filtered(lambda e: e.parent_id.parent_id == docket)
        return (above if self.is_appealed else own)[:1]
