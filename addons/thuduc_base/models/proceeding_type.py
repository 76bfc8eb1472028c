from odoo import api, fields, models


class ProceedingType(models.Model):
    """A kind of procedure: a first-instance round, an enforcement, a coercion…

    It owns its stages, event types and deadline rules. ``res_model`` is the concrete
    model whose records delegate to the proceeding.
    """

    _name = "thuduc.proceeding.type"
    _description = "Type of Proceeding"
    _order = "sequence, code"

    name = fields.Char(required=True)
    code = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    dossier_kind = fields.Selection(
        selection=lambda self: self.env["thuduc.dossier"]._fields["kind"].selection,
        help="The kind of dossier in which it runs.",
    )
    res_model = fields.Char(
        string="Concrete model", required=True, default="thuduc.proceeding"
    )
    is_main = fields.Boolean(
        default=True,
        help="Its stage is the stage of the dossier while it runs.",
    )
    stage_ids = fields.One2many("thuduc.stage", "proceeding_type_id")
    event_type_ids = fields.One2many("thuduc.event.type", "proceeding_type_id")
    rule_ids = fields.One2many("thuduc.deadline.rule", "proceeding_type_id")
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex("(code)", "This type of proceeding already exists.")

    @api.model
    def _by_code(self, code):
        return self.search([("code", "=", code)], limit=1)

    def _first_stage(self):
        self.ensure_one()
        return self.stage_ids.sorted(lambda stage: (stage.sequence, stage.id))[:1]
