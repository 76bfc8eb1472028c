from odoo import fields, models
from odoo.fields import Domain


class MyWorkJudgments(models.AbstractModel):
    """Appeal or not: what a leader has to decide before the window closes."""

    _inherit = "thuduc.my.work"

    def _sections(self):
        return [*super()._sections(), *self._proposal_sections()]

    def _proposal_sections(self):
        if self.env.user.has_group("thuduc_base.group_leader"):
            yield self._section(
                "appeal_proposals",
                self.env._("To appeal or not: waiting for your decision"),
                "thuduc.case.appeal.proposal",
                Domain("state", "=", "submitted")
                & Domain("is_done", "=", False)
                & Domain("drafter_id", "!=", self.env.uid),
                row=self._proposal_row,
                order="due_date, id",
                sequence=25,
                icon="fa-gavel",
                tone="danger",
            )

    def _proposal_row(self, proposal):
        recommended = dict(
            proposal._fields["recommendation"]._description_selection(self.env)
        )
        return {
            "title": proposal.dossier_id.title or proposal.case_id.display_name,
            "dossier": proposal.dossier_id.name,
            "detail": recommended.get(proposal.recommendation, ""),
            "person": self._person(proposal.drafter_id),
            "date": fields.Date.to_string(proposal.due_date),
            "days": proposal.days_left,
        }
