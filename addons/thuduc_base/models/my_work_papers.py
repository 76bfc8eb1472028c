from odoo import fields, models
from odoo.fields import Domain


class MyWorkPapers(models.AbstractModel):
    """Papers by the step that waits for the user's role."""

    _inherit = "thuduc.my.work"

    def _sections(self):
        return [*super()._sections(), *self._paper_sections()]

    def _paper_sections(self):
        user = self.env.user
        yield self._section_papers(
            "papers_returned",
            self.env._("Papers returned to you with remarks"),
            Domain("state", "=", "draft")
            & Domain("drafter_id", "=", user.id)
            & Domain("remarks", "!=", False),
            sequence=60,
            icon="fa-undo",
            tone="warning",
        )
        if user.has_group("thuduc_base.group_head"):
            yield self._section_papers(
                "papers_to_approve",
                self.env._("Papers waiting for your approval"),
                Domain("state", "=", "submitted")
                & Domain("approver_id", "in", [*self._users().ids, False]),
                sequence=70,
                icon="fa-pencil-square-o",
                tone="primary",
            )
        if user.has_group("thuduc_base.group_clerk"):
            yield self._section_papers(
                "papers_to_issue",
                self.env._("Papers waiting for number and seal"),
                Domain("state", "=", "approved"),
                sequence=80,
                icon="fa-certificate",
                tone="primary",
            )

    def _section_papers(self, key, title, domain, **values):
        return self._section(
            key,
            title,
            "thuduc.document",
            domain,
            row=self._paper_row,
            order="id",
            **values,
        )

    def _paper_row(self, document):
        dossier = document.dossier_id
        moment = document.approved_at or document.submitted_at or document.write_date
        return {
            "title": document.subject,
            "dossier": dossier.name or "",
            "detail": document.remarks or dossier.title or "",
            "person": self._person(document.drafter_id),
            "date": fields.Date.to_string(fields.Date.context_today(self, moment)),
        }
