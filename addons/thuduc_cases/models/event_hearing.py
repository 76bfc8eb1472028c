from odoo import fields, models


class EventHearing(models.Model):
    """Events open and close hearings, and answer requests for documents."""

    _inherit = "thuduc.event"

    hearing_ids = fields.One2many("thuduc.case.hearing", "event_id")
    started_deadline_ids = fields.One2many("thuduc.deadline", "trigger_event_id")
    answered_by_ids = fields.One2many("thuduc.event", "answers_id")

    def _sync_sheets(self):
        result = super()._sync_sheets()
        # Sheets follow from the docket, whoever recorded or withdrew an event: sudo.
        docket = [("proceeding_id", "in", self.proceeding_id.ids)]
        for name in ("thuduc.case.hearing", "thuduc.case.request"):
            sheets = self.env[name].sudo().with_context(active_test=False)
            sheets.search(docket)._follow_docket()
        return result
