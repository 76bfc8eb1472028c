from odoo import models

from .event import MIRROR

TAKEN_UP_AGAIN = "S12_DECIDE"


class Proceeding(models.Model):
    """Executions begin with the decision; a new handling goes on before it."""

    _inherit = "thuduc.proceeding"

    def _mirror_events(self):
        """Automatic entries by which executions repeat their opening decision."""
        return self.event_ids.filtered(
            lambda e: e.automatic and e.code == MIRROR and not e.withdrawn
        )

    def _parties_concerned(self):
        """Only violators are bound by the periods of a sanction."""
        parties = super()._parties_concerned()
        if self.dossier_id.kind != "sanction":
            return parties
        return parties.filtered(lambda party: party.role == "violator")

    def _is_possible(self, event_type, happened):
        """What may come at any stage is offered once that on which it rests is there:
        no settlement of a complaint before a complaint."""
        possible = super()._is_possible(event_type, happened)
        if self.dossier_id.kind != "sanction" or event_type.from_stage_ids:
            return possible
        return possible and event_type.not_before_ids <= happened

    def _open_from(self, event):
        opened = super()._open_from(event)
        if opened and opened.type_id.code == "sanction_execution":
            execution = opened.proceeding_id
            if not execution._mirror_events():
                execution.record_event(
                    MIRROR,
                    event.date,
                    automatic=True,
                    document_id=event.document_id.id,
                    document_number=event.document_number,
                    document_date=event.document_date,
                )
        return opened

    def _prepare_opened_values(self, event):
        """After a full cancellation the file goes on at the draft of a new decision
        (Decree 118/2021, Article 15)."""
        values = super()._prepare_opened_values(event)
        if event.type_id.opens_proceeding_type_id.code == "sanction_handling":
            stages = event.type_id.opens_proceeding_type_id.stage_ids
            again = stages.filtered(lambda stage: stage.code == TAKEN_UP_AGAIN)
            values["taken_over_stage_id"] = again.id
        return values
