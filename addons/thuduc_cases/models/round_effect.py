from odoo import api, fields, models
from odoo.exceptions import ValidationError


class RoundEffect(models.Model):
    """From when the result of a round binds, and whom it favours."""

    _inherit = "thuduc.case.round"

    judgment_ids = fields.One2many("thuduc.case.judgment", "round_id")
    judgment_id = fields.Many2one(
        "thuduc.case.judgment",
        compute="_compute_judgment_id",
        store=True,
        index="btree_not_null",
        string="Last decision",
    )
    window_end_date = fields.Date(
        compute="_compute_effect", string="Last day to appeal or protest"
    )
    effective_basis = fields.Text(
        compute="_compute_effect", string="Why effective from then"
    )

    @api.depends("judgment_ids.date", "judgment_ids.active")
    def _compute_judgment_id(self):
        for record in self:
            record.judgment_id = record.judgment_ids.sorted("date")[-1:]

    @api.depends("judgment_id")
    def _compute_effect(self):
        for record in self:
            record.window_end_date = record.judgment_id.window_end_date
            record.effective_basis = record.judgment_id.effective_basis

    @api.depends("outcome_id", "parent_id", "stage_id")
    def _compute_favour(self):
        """A round that ended without a result of its own leaves the one below: an
        appeal withdrawn, returned or abandoned. A result judged by a person stays."""
        judged_by_person = {
            record: record.favour for record in self if record.favour_reason
        }
        super()._compute_favour()
        for record in self:
            if record in judged_by_person:
                record.favour = judged_by_person[record]
            elif not record.favour and record._leaves_result_below():
                record.favour = record._favour_below()

    def _leaves_result_below(self):
        return self.round_type == "AP" and self.stage_id.code in ("A50", "Z90")

    def _favour_below(self):
        below = self.parent_id._substantive_outcome().favour
        return below if below and below != "below" else False

    def _favour_of_outcome(self):
        """Whom the result favours by itself, whatever a person thinks of it."""
        self.ensure_one()
        favour = self.outcome_id.favour
        if favour == "below":
            return self._favour_below() or "neutral"
        if not favour and self._leaves_result_below():
            return self._favour_below()
        return favour or False

    @api.constrains("favour", "favour_reason")
    def _check_favour_reason(self):
        """The result follows from the judgment; who judges otherwise says why."""
        for record in self:
            by_itself = record._favour_of_outcome()
            if (
                record.favour != by_itself
                and record.favour
                and not (record.favour_reason or "").strip()
            ):
                raise ValidationError(
                    self.env._(
                        "The result follows from the judgment. Give the reason why it "
                        "is judged differently."
                    )
                )
