from odoo import fields, models


class DossierMixin(models.AbstractModel):
    """What every concrete dossier shares on its screen.

    A concrete model adds ``_inherits = {"thuduc.dossier": "dossier_id"}`` and a
    ``dossier_id`` field; tracked dossier fields are re-declared there.
    """

    _name = "thuduc.dossier.mixin"
    _description = "Concrete Dossier"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "id desc"

    possible_event_type_ids = fields.Many2many(
        "thuduc.event.type",
        compute="_compute_possible_event_type_ids",
        compute_sudo=False,
        string="Possible now",
    )
    timeline = fields.Json(compute="_compute_timeline")
    overview = fields.Json(compute="_compute_overview")

    def _compute_possible_event_type_ids(self):
        """What this user may record: nothing for those who only read."""
        for record in self:
            dossier = record.dossier_id
            running = dossier.proceeding_ids.filtered("active")
            if not dossier.has_access("write"):
                running = running.browse()
            record.possible_event_type_ids = running._possible_event_types()

    def _compute_timeline(self):
        """Docket, deadlines and papers of the dossier in one list, newest first.

        Each row: ``date`` (ISO), ``kind`` (event, deadline, document), ``id``,
        ``title``, ``detail``, ``state``.
        """
        for record in self:
            record.timeline = record.dossier_id._timeline()

    def _compute_overview(self):
        """The dossier at a glance: cards that each answer one question.

        Each card: ``key``, ``title``, ``empty`` (what to say without rows) and
        ``rows`` of ``title``, ``detail``, ``date`` (ISO), ``counts`` (show the days
        left), ``muted``, and ``model`` and ``id`` of the record that it opens.
        """
        for record in self:
            record.overview = record._overview_cards()

    def _overview_cards(self):
        """Hook: the cards of this kind of dossier."""
        return []

    def record_event(self, code, date, **values):
        """Record an event on the proceeding concerned; see ``thuduc.proceeding``."""
        return self.dossier_id.record_event(code, date, **values)

    def action_record_event(self):
        """Open the dialog that records an event (its type may come by context)."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Record an Event"),
            "res_model": "thuduc.event.record",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_dossier_id": self.dossier_id.id,
                "default_type_id": self.env.context.get("thuduc_event_type_id"),
            },
        }

    def action_hand_over(self):
        """Open the dialog that passes the dossier to another desk."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Hand Over"),
            "res_model": "thuduc.handover.send",
            "view_mode": "form",
            "target": "new",
            "context": {"default_dossier_ids": self.dossier_id.ids},
        }
