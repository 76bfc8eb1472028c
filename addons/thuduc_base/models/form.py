from odoo import fields, models


class Form(models.Model):
    """One official form (biểu mẫu), valid from–to: an old file prints its old form."""

    _name = "thuduc.form"
    _description = "Official Form"
    _order = "code, date_from desc"
    _rec_names_search = ["code", "name"]

    code = fields.Char(required=True, index=True)
    name = fields.Char(required=True)
    report_id = fields.Many2one("ir.actions.report", string="Report")
    provision_id = fields.Many2one("thuduc.legal.provision", index="btree_not_null")
    date_from = fields.Date()
    date_to = fields.Date()
    active = fields.Boolean(default=True)
