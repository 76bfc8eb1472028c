from odoo import fields, models


class Stage(models.Model):
    """A stage of one type of proceeding; the docket decides who stands on it."""

    _name = "thuduc.stage"
    _description = "Stage"
    _order = "proceeding_type_id, sequence, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    proceeding_type_id = fields.Many2one(
        "thuduc.proceeding.type", required=True, index=True, ondelete="cascade"
    )
    fold = fields.Boolean(string="Folded in the kanban")
    is_closing = fields.Boolean(help="The proceeding has ended on this stage.")
    provision_id = fields.Many2one("thuduc.legal.provision", index="btree_not_null")
    description = fields.Text(help="What has to be done on this stage.")

    _code_uniq = models.UniqueIndex(
        "(proceeding_type_id, code)", "This stage code is already taken."
    )
