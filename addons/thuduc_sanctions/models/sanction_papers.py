from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.thuduc_base.tools import spoken_date

MINUTES_FORM = "MBB01"
DECISION_FORM = "MQĐ02"


class SanctionPapers(models.AbstractModel):
    """The official papers of a sanction, made from its file in one click."""

    _name = "thuduc.sanction.papers"
    _description = "Papers of a Sanction"

    can_draft_minutes = fields.Boolean(compute="_compute_can_draft")
    can_draft_decision = fields.Boolean(compute="_compute_can_draft")

    @api.depends("minutes_date", "decision_date", "state")
    def _compute_can_draft(self):
        for record in self:
            waiting = record.state == "open" and not record.decision_date
            record.can_draft_minutes = waiting and not record.minutes_date
            record.can_draft_decision = bool(waiting and record.minutes_date)

    def action_draft_minutes(self):
        """“Lập biên bản”: the minutes of violation (MBB01) from the file."""
        day = self.minutes_start and fields.Datetime.context_timestamp(
            self, self.minutes_start
        )
        return self._action_draft(
            MINUTES_FORM,
            "Biên bản vi phạm hành chính",
            day.date() if day else fields.Date.context_today(self),
            date=day and day.date(),
        )

    def action_draft_decision(self):
        """“Ra quyết định”: the sanctioning decision (MQĐ02) from the file."""
        return self._action_draft(
            DECISION_FORM,
            "Xử phạt vi phạm hành chính",
            fields.Date.context_today(self),
        )

    def _action_draft(self, code, subject, day, **values):
        self.ensure_one()
        document = self._paper(code) or self._draft_paper(code, subject, day, **values)
        return {
            "type": "ir.actions.act_window",
            "res_model": "thuduc.document",
            "res_id": document.id,
            "view_mode": "form",
        }

    def _paper(self, code):
        """The paper of that form which is in the file and stands."""
        return self.document_ids.filtered(
            lambda d: d.form_id.code == code and d.state != "cancelled"
        ).sorted("id")[-1:]

    def _draft_paper(self, code, subject, day, **values):
        form = self.env["thuduc.form"]._for(code, day)
        if not form:
            raise UserError(
                self.env._("No version of form %s is in force that day.", code)
            )
        violators = self._violators()
        return self.env["thuduc.document"].create(
            {
                "dossier_id": self.dossier_id.id,
                "proceeding_id": self._handling().id,
                "form_id": form.id,
                "party_id": violators.id if len(violators) == 1 else False,
                "subject": subject,
                **values,
            }
        )

    def _handling(self):
        """The handling that runs, else the last one."""
        handlings = self.proceeding_ids.filtered(
            lambda p: p.type_id.code == "sanction_handling" and p.active
        )
        running = handlings.filtered(lambda p: not p.date_end)
        return (running or handlings).sorted("id")[-1:]

    def _printed_decrees(self):
        """The decrees that provide for the acts, in full (note 4 of form MQĐ02)."""
        for decree in self.act_ids.violation_type_id.document_id:
            issued = f" {spoken_date(decree.date_issued)}" if decree.date_issued else ""
            about = decree.name.removeprefix("Nghị định ")
            yield f"Nghị định số {decree.number}{issued} của Chính phủ {about}"
