from odoo import api, fields, models


class EventSheetMixin(models.AbstractModel):
    """The sheet on which the office works out what one event brought.

    A hearing that a decision fixed, documents that a court asks for, the parts of a
    judgment: more than a line of the docket holds. The docket stays the truth: an
    event of a kind in ``_sheet_of`` opens its sheet by itself, and puts it away when
    it is withdrawn.
    """

    _name = "thuduc.event.sheet.mixin"
    _description = "Sheet of an Event"
    _inherit = ["thuduc.dossier.part.mixin"]

    # Codes of the events that open this kind of sheet.
    _sheet_of = frozenset()

    event_id = fields.Many2one(
        "thuduc.event", required=True, readonly=True, index=True, ondelete="cascade"
    )
    proceeding_id = fields.Many2one(
        related="event_id.proceeding_id", store=True, index=True
    )
    dossier_id = fields.Many2one(related="event_id.dossier_id", store=True, index=True)
    active = fields.Boolean(default=True)

    _event_uniq = models.UniqueIndex("(event_id)", "This event already has its sheet.")

    @api.model
    def _wants_sheet(self, event):
        """Whether ``event`` opens a sheet of this kind."""
        return event.type_id.code in self._sheet_of

    @api.model
    def _prepare_sheet_values(self, event):
        """Values of the sheet that ``event`` opens."""
        return {"event_id": event.id}

    def _sync_with_event(self):
        """Hook: take over what was corrected in the event."""
