from odoo import api, fields, models

TAKEN_OVER = (
    "document_id",
    "article",
    "clause",
    "point",
    "base_type",
    "fine_min",
    "fine_max",
    "organisation_min",
    "organisation_max",
    "warning_allowed",
)


class ViolationRevise(models.TransientModel):
    """Ask from when a provision costs something else, and make its new version."""

    _name = "thuduc.violation.revise"
    _description = "New Version of a Violation"

    violation_type_id = fields.Many2one("thuduc.violation.type", required=True)
    date_from = fields.Date(string="Applies from", required=True)
    document_id = fields.Many2one("thuduc.legal.document", string="Decree")
    article = fields.Char()
    clause = fields.Char()
    point = fields.Char()
    base_type = fields.Selection(
        [("individual", "Individual"), ("organisation", "Organisation")],
        string="Amounts are for",
    )
    fine_min = fields.Float(string="Fine from (VND)", digits=(16, 0))
    fine_max = fields.Float(string="Fine to (VND)", digits=(16, 0))
    organisation_min = fields.Float(string="Organisations from (VND)", digits=(16, 0))
    organisation_max = fields.Float(string="Organisations to (VND)", digits=(16, 0))
    warning_allowed = fields.Boolean(string="Warning possible")

    @api.model
    def default_get(self, fields):
        """Start from the provision as it is."""
        values = super().default_get(fields)
        violation = self.env["thuduc.violation.type"].browse(
            values.get("violation_type_id")
        )
        for name in TAKEN_OVER:
            value = violation[name]
            values[name] = value.id if name == "document_id" else value
        return values

    def action_revise(self):
        """Make the version, and show it."""
        self.ensure_one()
        values = {name: self[name] for name in TAKEN_OVER}
        values["document_id"] = self.document_id.id
        new = self.violation_type_id._new_version(values, self.date_from)
        return {
            "type": "ir.actions.act_window",
            "res_model": new._name,
            "res_id": new.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }
