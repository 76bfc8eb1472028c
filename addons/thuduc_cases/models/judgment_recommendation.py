from odoo import api, fields, models


class JudgmentRecommendation(models.Model):
    """What the court recommends beside its judgment (LTTHC 193).

    Examine somebody's liability, settle the matter in a certain way, review a document:
    whoever it is addressed to may answer, and the answer is not forgotten here.
    """

    _name = "thuduc.case.judgment.recommendation"
    _inherit = ["thuduc.dossier.part.mixin"]
    _description = "Recommendation of the Court"
    _order = "judgment_id, id"
    _rec_name = "text"
    _dossier_field = "judgment_id"

    judgment_id = fields.Many2one(
        "thuduc.case.judgment", required=True, index=True, ondelete="cascade"
    )
    case_id = fields.Many2one(related="judgment_id.case_id", store=True, index=True)
    kind = fields.Selection(
        [
            ("liability", "Examine the liability"),
            ("method", "How to settle the matter"),
            ("document", "Review a document"),
            ("other", "Other"),
        ],
        required=True,
        default="method",
    )
    text = fields.Text(string="What is recommended", required=True)
    addressee_id = fields.Many2one("thuduc.agency", string="To", index="btree_not_null")
    addressee = fields.Char(string="To somebody else")
    date_due = fields.Date(string="Answer by")
    date_answered = fields.Date(string="Answered on")
    answer_number = fields.Char(string="Number of the answer")
    document_id = fields.Many2one(
        "thuduc.document", string="Answer in the file", index="btree_not_null"
    )
    is_open = fields.Boolean(compute="_compute_is_open", store=True, string="Open")

    @api.depends("date_answered")
    def _compute_is_open(self):
        for recommendation in self:
            recommendation.is_open = not recommendation.date_answered
