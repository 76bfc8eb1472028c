from odoo import models

TASK = "mail.mail_activity_data_todo"


class DocumentActivity(models.Model):
    """Who has to do something about a paper is told so by an activity."""

    _inherit = "thuduc.document"

    def _ask_approval(self):
        for document in self.filtered("approver_id"):
            document.activity_schedule(
                TASK,
                summary=self.env._("Approve the paper"),
                user_id=document.approver_id._present().id,
            )

    def _ask_correction(self, remarks):
        for document in self.filtered("drafter_id"):
            document.activity_schedule(
                TASK,
                summary=self.env._("Correct the returned paper"),
                note=remarks,
                user_id=document.drafter_id.id,
            )

    def _close_activities(self):
        self.activity_unlink([TASK])
