from odoo import api, fields, models


class LegalProvision(models.Model):
    """One article, clause or point of a legal document, as it is cited.

    ``verified`` is false for what was taken over from memory: the administrator finds
    those in one list and confirms them against the signed text.
    """

    _name = "thuduc.legal.provision"
    _description = "Legal Provision"
    _order = "document_id, article, clause, point"
    _rec_names_search = ["document_id", "article", "summary"]

    document_id = fields.Many2one(
        "thuduc.legal.document", required=True, index=True, ondelete="restrict"
    )
    article = fields.Char(required=True)
    clause = fields.Char()
    point = fields.Char()
    summary = fields.Text()
    verified = fields.Boolean(
        help="Compared with the signed text. Unverified numbers are to be confirmed."
    )

    _provision_uniq = models.UniqueIndex(
        "(document_id, article, COALESCE(clause, ''), COALESCE(point, ''))",
        "This provision is already registered.",
    )

    @api.depends("document_id.display_name", "article", "clause", "point")
    def _compute_display_name(self):
        for provision in self:
            parts = [
                self.env._("point %s", provision.point) if provision.point else "",
                self.env._("clause %s", provision.clause) if provision.clause else "",
                self.env._("Article %s", provision.article),
            ]
            cited = " ".join(part for part in parts if part)
            provision.display_name = f"{cited} {provision.document_id.display_name}"
