from odoo import models


class Event(models.Model):
    """Events open their sheets, and put them away when they are withdrawn."""

    _inherit = "thuduc.event"

    def _after_recorded(self):
        result = super()._after_recorded()
        self._sync_sheets()
        return result

    def write(self, vals):
        result = super().write(vals)
        self._sync_sheets()
        return result

    def _sync_sheets(self):
        """One sheet an event and kind, active while the event stands.

        Sheets follow from the event, whoever recorded or withdrew it, hence ``sudo``.
        """
        mixin = "thuduc.event.sheet.mixin"
        for name in self.env.registry.descendants([mixin], "_inherit"):
            model = self.env[name]
            if model._abstract:
                continue
            wanted = self.filtered(model._wants_sheet)
            if not wanted:
                continue
            sheets = (
                model.sudo()
                .with_context(active_test=False)
                .search([("event_id", "in", wanted.ids)])
            )
            for sheet in sheets:
                if sheet.active == sheet.event_id.withdrawn:
                    sheet.active = not sheet.event_id.withdrawn
            sheets._sync_with_event()
            missing = wanted.filtered(lambda e: not e.withdrawn) - sheets.event_id
            model.sudo().create([model._prepare_sheet_values(e) for e in missing])
