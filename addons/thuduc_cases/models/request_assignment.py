from odoo import api, models

from odoo.addons.thuduc_base.tools import numeric_date

from .request import ACTIVITY_TYPE


class RequestAssignment(models.Model):
    """Who is to collect learns it at once, and again when the date changes.

    One task per request, done by the answer. Whoever sits in another unit may read the
    file from then on, else the task could not be opened.
    """

    _inherit = "thuduc.case.request"

    @api.model_create_multi
    def create(self, vals_list):
        requests = super().create(vals_list)
        requests._sync_task()
        return requests

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"active", "date_internal", "user_id"}:
            self._sync_task()
        return result

    def _follow_docket(self):
        """Close the task when the answer is recorded, open it when it is withdrawn."""
        self._sync_task()

    def _sync_task(self):
        for request in self:
            task = request._task()
            if not request.active or not request.user_id:
                task.unlink()
            elif request.answer_id:
                task.action_feedback(feedback=request.answer_id.display_name)
            elif not task:
                request._open_file_for(request.user_id)
                request._create_task()
            elif (task.user_id, task.date_deadline) != (
                request.user_id,
                request._task_date(),
            ):
                request._open_file_for(request.user_id)
                task.write(
                    {
                        "user_id": request.user_id.id,
                        "date_deadline": request._task_date(),
                    }
                )

    def _task(self):
        """The task that tells who collects; whose it is may have changed: sudo."""
        self.ensure_one()
        return self.sudo().activity_ids.filtered(lambda a: a.automated and a.active)[:1]

    def _task_date(self):
        return self.date_internal or self.date_due

    def _create_task(self):
        """In the language of whoever has to do it."""
        reader = self.with_context(lang=self.user_id.lang or self.env.lang)
        # The task follows from the assignment, which was allowed: sudo.
        self.sudo().activity_schedule(
            ACTIVITY_TYPE,
            date_deadline=self._task_date(),
            summary=reader.env._("Collect documents: %s", reader.display_name),
            note=reader.date_due
            and reader.env._("Due by law on %s.", numeric_date(reader.date_due)),
            user_id=self.user_id.id,
            automated=True,
        )

    def _open_file_for(self, user):
        """Named as reader of the file, unless it is open to that user already."""
        dossier = self.dossier_id
        if not dossier.with_user(user).has_access("read"):
            # Whoever may assign the request opens the file for it: sudo.
            dossier.sudo().reader_ids |= user
