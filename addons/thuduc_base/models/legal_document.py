from odoo import fields, models


class LegalDocument(models.Model):
    """A law, decree, circular or resolution from which rules are taken."""

    _name = "thuduc.legal.document"
    _description = "Legal Document"
    _order = "date_from desc, number"
    _rec_names_search = ["number", "name", "short_name"]

    number = fields.Char(required=True, index="trigram")
    name = fields.Char(required=True)
    short_name = fields.Char(help="How officers cite it, e.g. LTTHC.")
    kind = fields.Selection(
        [
            ("law", "Law"),
            ("ordinance", "Ordinance"),
            ("resolution", "Resolution"),
            ("decree", "Decree"),
            ("circular", "Circular"),
            ("other", "Other"),
        ],
        required=True,
        default="decree",
    )
    date_issued = fields.Date()
    date_from = fields.Date(string="In force from")
    date_to = fields.Date(string="In force until")
    replaced_by_id = fields.Many2one("thuduc.legal.document", index="btree_not_null")
    provision_ids = fields.One2many("thuduc.legal.provision", "document_id")

    _number_uniq = models.UniqueIndex(
        "(number)", "This legal document is already registered."
    )
    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_from <= date_to)",
        "A legal document cannot end before it comes into force.",
    )

    def _compute_display_name(self):
        for document in self:
            document.display_name = document.short_name or document.number
