from odoo import fields, models


class ImportLine(models.Model):
    """What became, or would become, of one row of a register."""

    _name = "thuduc.import.line"
    _description = "Row of a Register"
    _order = "import_id desc, number"
    _rec_name = "number"

    import_id = fields.Many2one(
        "thuduc.import", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(related="import_id.kind")
    number = fields.Integer(string="Row", required=True, aggregator=None)
    title = fields.Char(string="Record")
    result = fields.Selection(
        [
            ("new", "New"),
            ("update", "Update"),
            ("unchanged", "Unchanged"),
            ("duplicate", "Double"),
            ("error", "Error"),
        ],
        required=True,
        index=True,
    )
    errors = fields.Text(string="To correct")
    warnings = fields.Text(string="To look at")
    changes = fields.Text()
    values = fields.Json(string="Cells")
    cells = fields.Html(compute="_compute_cells", string="As in the register")
    dossier_id = fields.Many2one("thuduc.dossier", index="btree_not_null")

    def _compute_cells(self):
        for line in self:
            line.cells = self.env["ir.qweb"]._render(
                "thuduc_base.import_line_cells", {"cells": line.values or {}}
            )

    def _prepare_values(self, run, row, result, dossier_id):
        return {
            "import_id": run.id,
            "number": row.number,
            "title": row.title,
            "result": result,
            "errors": "\n".join(row.errors) or False,
            "warnings": "\n".join(row.warnings) or False,
            "changes": "\n".join(row.changes) or False,
            "values": row.raw,
            "dossier_id": dossier_id,
        }

    def action_open_dossier(self):
        self.ensure_one()
        return self.dossier_id.action_open_concrete()
