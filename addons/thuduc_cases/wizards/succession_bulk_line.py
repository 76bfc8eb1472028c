from odoo import fields, models


class SuccessionBulkLine(models.TransientModel):
    """One lawsuit of a body that ended, and its proposed successor."""

    _name = "thuduc.succession.bulk.line"
    _description = "Succession in One of Many Lawsuits"

    bulk_id = fields.Many2one(
        "thuduc.succession.bulk", required=True, index=True, ondelete="cascade"
    )
    case_id = fields.Many2one(
        "thuduc.case", string="Lawsuit", required=True, ondelete="cascade"
    )
    ward_id = fields.Many2one(related="case_id.ward_id", string="Ward")
    land_ref = fields.Char(related="case_id.land_ref")
    stage_id = fields.Many2one(related="case_id.stage_id", string="Stage")
    kind = fields.Selection(
        [
            ("successor", "Successor"),
            ("superior", "Superior body"),
        ],
        required=True,
        default="successor",
    )
    new_agency_id = fields.Many2one("thuduc.agency", string="Successor")
    scope = fields.Char()
    is_chosen = fields.Boolean(string="Decide")
    result = fields.Char(readonly=True)

    def _decide(self):
        self.ensure_one()
        bulk = self.bulk_id
        if not self.is_chosen:
            self.result = self.env._("Left open")
        elif not self.new_agency_id:
            self.result = self.env._("Choose the successor")
        elif self.case_id._successions_of(bulk.agency_id):
            self.result = self.env._("Decided already")
        else:
            self.env["thuduc.case.succession"].create(
                {
                    "case_id": self.case_id.id,
                    "kind": self.kind,
                    "old_agency_id": bulk.agency_id.id,
                    "new_agency_id": self.new_agency_id.id,
                    "date_effective": bulk.date_effective,
                    "basis_id": bulk.basis_id.id,
                    "basis": bulk.basis,
                    "scope": self.scope,
                }
            )
            self.result = self.env._(
                "Now: %s; the court has still to accept it",
                self.new_agency_id.name,
            )
