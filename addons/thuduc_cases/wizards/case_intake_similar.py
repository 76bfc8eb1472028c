from odoo import api, fields, models


class CaseIntake(models.TransientModel):
    """A notice may have been taken in already, or belong to a lawsuit that is known:
    told before the file is opened, never forced."""

    _inherit = "thuduc.case.intake"

    similar_case_ids = fields.Many2many(
        "thuduc.case",
        compute="_compute_similar_case_ids",
        compute_sudo=False,
        string="Maybe the same or a related lawsuit",
    )

    @api.depends("document_id", "object_number", "agency_id", "plaintiff_name")
    def _compute_similar_case_ids(self):
        """Lawsuits about the same decision, or of a plaintiff of the same name."""
        cases = self.env["thuduc.case"]
        for intake in self:
            similar = cases
            same = cases._domain_same_object(
                intake.document_id, intake.object_number, intake.agency_id
            )
            if same:
                similar |= cases.search(same, limit=10)
            if name := (intake.plaintiff_name or "").strip():
                similar |= cases.search(
                    [
                        ("party_ids.name", "=ilike", name),
                        ("party_ids.role", "=", "plaintiff"),
                        ("state", "=", "open"),
                    ],
                    limit=10,
                )
            intake.similar_case_ids = similar
