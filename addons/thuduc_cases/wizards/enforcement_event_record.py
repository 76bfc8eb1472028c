from odoo import fields, models


class EventRecord(models.TransientModel):
    """Record in one proceeding chosen before: a lawsuit may have several judgments to
    perform at a time."""

    _inherit = "thuduc.event.record"

    proceeding_id = fields.Many2one("thuduc.proceeding", ondelete="cascade")

    def action_record(self):
        recording = self.with_context(thuduc_proceeding_id=self.proceeding_id.id)
        return super(EventRecord, recording).action_record()
