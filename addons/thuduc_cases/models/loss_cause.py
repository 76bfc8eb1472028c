from odoo import api, fields, models


class LossCause(models.Model):
    """Why a lawsuit was lost: a tree that reports group by.

    Wrong competence, procedure, content, facts, no action: the headings are those of
    the litigation report; the office adds finer causes below them.
    """

    _name = "thuduc.case.loss.cause"
    _description = "Cause of Loss"
    _parent_store = True
    _order = "parent_path, sequence, id"
    _rec_names_search = ["name", "code"]

    name = fields.Char(required=True)
    code = fields.Char(required=True)
    parent_id = fields.Many2one("thuduc.case.loss.cause", index=True)
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("thuduc.case.loss.cause", "parent_id")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex("(code)", "This code is already taken.")

    @api.depends("name", "parent_id.name")
    def _compute_display_name(self):
        for cause in self:
            parts = [cause.parent_id.name, cause.name]
            cause.display_name = " / ".join(part for part in parts if part)
