from odoo import api, fields, models
from odoo.exceptions import ValidationError


class Field(models.Model):
    """Field of state management (lĩnh vực quản lý nhà nước), as a tree."""

    _name = "thuduc.field"
    _description = "Field of State Management"
    _parent_store = True
    _order = "sequence, name"

    name = fields.Char(required=True, index="trigram")
    code = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    parent_id = fields.Many2one("thuduc.field", index=True, ondelete="restrict")
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("thuduc.field", "parent_id")
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex("(code)", "This field code is already taken.")

    @api.constrains("parent_id")
    def _check_parent_id(self):
        if self._has_cycle():
            raise ValidationError(self.env._("A field cannot be part of itself."))
