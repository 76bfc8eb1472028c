from odoo import api, fields, models

from odoo.addons.thuduc_base.tools import numeric_date

FOUND = "FI_FOUND_LATE"


class CaseFoundLate(models.Model):
    """A lawsuit that the office learns of after the fact: it was never served.

    What ran out before that day was not missed: service was not valid (LTTHC 99-108).
    The proof is kept with the entry, for an appeal out of time (207).
    """

    _inherit = "thuduc.case"

    knowledge_date = fields.Date(
        compute="_compute_knowledge_date",
        store=True,
        string="Learned of the lawsuit on",
    )
    unserved_deadline_ids = fields.Many2many(
        "thuduc.deadline",
        compute="_compute_unserved_deadline_ids",
        string="Ran out before the office knew",
    )
    late_appeal_reason = fields.Char(compute="_compute_late_appeal_reason")

    @api.depends(
        "dossier_id.event_ids.date",
        "dossier_id.event_ids.type_id",
        "dossier_id.event_ids.withdrawn",
    )
    def _compute_knowledge_date(self):
        for case in self:
            case.knowledge_date = case._found_late().date

    def _found_late(self):
        return self.event_ids.filtered(lambda e: e.code == FOUND and not e.withdrawn)[
            :1
        ]

    @api.depends("knowledge_date", "deadline_ids.date_due", "deadline_ids.state")
    def _compute_unserved_deadline_ids(self):
        for case in self:
            case.unserved_deadline_ids = case.deadline_ids.filtered("is_not_served")

    @api.depends("knowledge_date")
    def _compute_late_appeal_reason(self):
        """The reason of an appeal out of time, in the words of the court."""
        for case in self:
            found = case._found_late()
            case.late_appeal_reason = bool(found) and (
                f"Không được tống đạt hợp lệ; ngày {numeric_date(found.date)} mới biết "
                "có vụ án (Điều 207 Luật Tố tụng hành chính)."
            )
