from odoo import api, fields, models


class Party(models.Model):
    """A person or body that takes part in a dossier, as it was identified there.

    The identity is copied into the file (a paper names the person as known on its
    day); ``partner_id`` links to the contact so that one person's files are found.
    """

    _name = "thuduc.party"
    _description = "Party"
    _order = "dossier_id, sequence, id"
    _rec_names_search = ["name", "identity_number"]

    dossier_id = fields.Many2one(
        "thuduc.dossier", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    role = fields.Selection([("other", "Other participant")], default="other")
    partner_id = fields.Many2one("res.partner", index="btree_not_null")
    kind = fields.Selection(
        [
            ("individual", "Individual"),
            ("organisation", "Organisation"),
            ("household", "Household"),
            ("business_household", "Business household"),
            ("community", "Community"),
            ("agency", "Public body"),
            ("unknown", "Not identified"),
        ],
        required=True,
        default="individual",
    )
    name = fields.Char(required=True, index="trigram")
    gender = fields.Selection([("male", "Male"), ("female", "Female")])
    birth_date = fields.Date()
    nationality_id = fields.Many2one(
        "res.country", default=lambda self: self.env.ref("base.vn", False)
    )
    job = fields.Char(string="Occupation")
    address = fields.Char(help="Current address; for an organisation its head office.")
    service_address = fields.Char(help="Where papers are served, if elsewhere.")
    phone = fields.Char()
    email = fields.Char()
    identity_number = fields.Char(
        string="Personal ID or passport", index="btree_not_null"
    )
    identity_date = fields.Date(string="Issued on")
    identity_place = fields.Char(string="Issued by")
    tax_code = fields.Char(string="Tax or enterprise code", index="btree_not_null")
    licence_number = fields.Char(string="Establishment or operation licence")
    licence_date = fields.Date(string="Licence issued on")
    licence_place = fields.Char(string="Licence issued by")
    representative_name = fields.Char(string="Legal representative")
    representative_gender = fields.Selection([("male", "Male"), ("female", "Female")])
    representative_title = fields.Char()
    guardian_name = fields.Char(string="Parent or guardian")
    agency_id = fields.Many2one("thuduc.agency", index="btree_not_null")
    note = fields.Text()
    active = fields.Boolean(default=True)

    @api.onchange("partner_id")
    def _onchange_partner_id(self):
        if self.partner_id and not self.name:
            self.name = self.partner_id.name
            self.address = self.partner_id.contact_address_inline
            self.tax_code = self.partner_id.vat
