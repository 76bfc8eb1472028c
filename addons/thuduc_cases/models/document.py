from odoo import api, fields, models

from .case_opinion import FORM

PLACEHOLDER = "…"


class Document(models.Model):
    """A written opinion leaves the desk only when its text is complete; a decision
    knows the lawsuits against it."""

    _inherit = "thuduc.document"

    challenged_ids = fields.One2many("thuduc.case.object", "document_id")
    case_count = fields.Integer(compute="_compute_case_count", string="Lawsuits")

    @api.depends("challenged_ids.case_id")
    @api.depends_context("uid")
    def _compute_case_count(self):
        """Only lawsuits that this user may read."""
        counts = dict(
            self.env["thuduc.case.object"]._read_group(
                [("document_id", "in", self.ids)],
                ["document_id"],
                ["case_id:count_distinct"],
            )
        )
        for document in self:
            document.case_count = counts.get(document._origin, 0)

    def action_open_cases(self):
        """Open the lawsuits that challenge this decision."""
        self.ensure_one()
        challenged = [("object_ids.document_id", "=", self.id)]
        cases = self.env["thuduc.case"].search(challenged)
        action = {
            "type": "ir.actions.act_window",
            "res_model": "thuduc.case",
            "view_mode": "list,form",
            "domain": challenged,
            "name": self.env._("Lawsuits"),
        }
        if len(cases) == 1:
            action |= {"view_mode": "form", "res_id": cases.id}
        return action

    def _missing(self):
        missing = super()._missing()
        if self.form_id.code == FORM and PLACEHOLDER in (self.body or PLACEHOLDER):
            missing.append(self.env._("the text where “…” stands"))
        return missing
