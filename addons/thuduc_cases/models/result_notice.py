from odoo import api, fields, models
from odoo.exceptions import ValidationError

ADDRESSEES = ("court", "procuracy", "enforcement", "superior")


class ResultNotice(models.Model):
    """The result of an enforcement, told to one of the four who must know.

    First-instance court, procuracy, civil enforcement agency and direct superior
    (LTTHC 311.2, Decree 71/2016/NĐ-CP): the duty is met when all four were told.
    """

    _name = "thuduc.case.result.notice"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Report of the Result of an Enforcement"
    _order = "enforcement_id, id"
    _dossier_field = "enforcement_id"

    enforcement_id = fields.Many2one(
        "thuduc.case.enforcement", required=True, index=True, ondelete="cascade"
    )
    case_id = fields.Many2one(related="enforcement_id.case_id", store=True, index=True)
    addressee = fields.Selection(
        [
            ("court", "First-instance court"),
            ("procuracy", "Procuracy"),
            ("enforcement", "Civil enforcement agency"),
            ("superior", "Direct superior"),
        ],
        required=True,
    )
    occasion = fields.Selection(
        [
            ("period", "After the voluntary period"),
            ("completed", "On completion"),
        ],
        required=True,
        default="period",
        help="What was reported unfinished is reported again when it is complete.",
    )
    addressee_label = fields.Char(compute="_compute_addressee_label")
    date = fields.Date(string="Sent on")
    number = fields.Char(string="Number of the paper")
    document_id = fields.Many2one(
        "thuduc.document", string="Paper in the file", index="btree_not_null"
    )

    attachment_ids = fields.Many2many("ir.attachment", string="Files")

    _addressee_uniq = models.UniqueIndex(
        "(enforcement_id, occasion, addressee)", "This addressee is already listed."
    )

    @api.depends("addressee")
    def _compute_addressee_label(self):
        labels = dict(self._fields["addressee"]._description_selection(self.env))
        for notice in self:
            notice.addressee_label = labels.get(notice.addressee)

    @api.constrains("date", "number", "document_id")
    def _check_date(self):
        today = fields.Date.context_today(self)
        for notice in self.filtered("date"):
            if notice.date > today:
                raise ValidationError(
                    self.env._("A report is sent on a day that has come.")
                )
            if not (notice.number or notice.document_id):
                raise ValidationError(
                    self.env._("Give the number of the report that was sent.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        notices = super().create(vals_list)
        notices.enforcement_id.proceeding_id._sync_consequences()
        return notices

    def write(self, vals):
        result = super().write(vals)
        if "date" in vals:
            self.enforcement_id.proceeding_id._sync_consequences()
        return result
