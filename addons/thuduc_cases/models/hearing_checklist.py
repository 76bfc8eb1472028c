from odoo import api, fields, models
from odoo.fields import Command, Domain


class HearingChecklist(models.Model):
    """What is still missing for a hearing, early enough to do something about it."""

    _inherit = "thuduc.case.hearing"

    missing_count = fields.Integer(compute="_compute_missing_count", string="Not ready")
    checklist_warning = fields.Char(compute="_compute_missing_count")
    is_unprepared = fields.Boolean(
        compute="_compute_missing_count", search="_search_is_unprepared"
    )

    @api.depends("check_ids.is_missing", "check_ids.name")
    def _compute_missing_count(self):
        for hearing in self:
            missing = hearing.check_ids.filtered("is_missing")
            hearing.missing_count = len(missing)
            hearing.is_unprepared = bool(missing)
            hearing.checklist_warning = ", ".join(missing.mapped("name")) or False

    def _search_is_unprepared(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("result", "=", False) & Domain(
            "check_ids",
            "any",
            Domain("done", "=", False) & Domain("due_date", "<=", "today"),
        )

    def _copy_checklist(self):
        """Take the office's list for this kind; what was ready for the day that was
        postponed is ready still."""
        items = self.env["thuduc.case.checklist.item"].search(
            [("kind", "in", self.mapped("kind"))]
        )
        for hearing in self:
            ready = hearing._earlier().check_ids.filtered("done").item_id
            hearing.check_ids = [
                Command.create(
                    {
                        "item_id": item.id,
                        "name": item.name,
                        "sequence": item.sequence,
                        "days_before": item.days_before,
                        "done": item in ready and not item.each_time,
                    }
                )
                for item in items
                if item.kind == hearing.kind
            ]
