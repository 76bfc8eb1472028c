from odoo import fields, models

APPEALS = ("FI_APPEAL_OWN", "FI_APPEAL_OTHER", "FI_PROTEST")
# Reviews of what has taken effect (LTTHC 254-297).
REVIEWS = ("CR", "RO", "SP")
# Several events can lead to one proceeding of these types.
JOINED = ("AP", "PM", *REVIEWS)


class Proceeding(models.Model):
    """Which proceeding of a lawsuit follows from an event.

    Several appeals against one judgment are heard in one appeal round. The outcome may
    open something else than usual: a judgment annulled for retrial opens a new round.
    """

    _inherit = "thuduc.proceeding"

    # What follows from a docket finds its record here, without a search.
    case_round_ids = fields.One2many("thuduc.case.round", "proceeding_id")
    case_enforcement_ids = fields.One2many("thuduc.case.enforcement", "proceeding_id")

    def _is_of_case(self):
        self.ensure_one()
        return self.type_id.dossier_kind == "case" and bool(self.dossier_id.case_ids)

    def _standing_events(self, *codes):
        """Events with these codes that were not withdrawn, oldest first."""
        self.ensure_one()
        return self.event_ids.filtered(
            lambda e: not e.withdrawn and e.type_id.code in codes
        ).sorted(lambda e: (e.date, e.sequence, e.id))

    def _opened_type(self, event):
        outcome = event.outcome_id
        if event.type_id not in outcome.event_type_ids:
            # Taken over from another docket, where it has opened what it opens.
            outcome = outcome.browse()
        if outcome.opens_nothing:
            return self.env["thuduc.proceeding.type"]
        return outcome.opens_proceeding_type_id or super()._opened_type(event)

    def _open_from(self, event):
        """Open what the event leads to; an appeal joins the round that is open."""
        if not self._is_of_case() or event.withdrawn:
            return super()._open_from(event)
        joined = self._round_to_join(event)
        opened = joined or super()._open_from(event)
        if opened:
            proceeding = (
                opened if opened._name == "thuduc.proceeding" else opened.proceeding_id
            )
            event.led_to_id = proceeding
            # First whether the appeal is late, then what it does to the effect.
            (proceeding | self)._sync_consequences()
        return opened

    def _round_to_join(self, event):
        """The appeal round of this judgment that waits or runs already."""
        if event.type_id.code not in APPEALS:
            return self.browse()
        return self.child_ids.filtered(
            lambda p: p.active and p.type_id.code == "AP" and not p.date_end
        )[:1]

    def _reopen_from(self, event):
        """Bring what the event opened in line with its corrected outcome."""
        self.ensure_one()
        if not self._is_of_case():
            return
        opened = event.opened_proceeding_ids.filtered("active")
        wanted = self._opened_type(event)
        if opened.type_id != wanted:
            self._close_opened_by(event)
            self._open_from(event)

    def _close_opened_by(self, event):
        for opened in self._closed_with(event):
            others = self.env["thuduc.event"].search(
                [
                    ("led_to_id", "=", opened.id),
                    ("withdrawn", "=", False),
                    ("id", "!=", event.id),
                ],
                limit=1,
            )
            if others and opened.type_id.code in JOINED:
                # Another request keeps it open; no role writes its origin.
                opened.sudo().opening_event_id = others
                continue
            standing = opened.event_ids.filtered(lambda e: not e.withdrawn)
            if all(standing.mapped("automatic")):
                # Closed first, so that its consequences are not recorded anew.
                opened.sudo().active = False
                standing.withdraw(self.env._("“%s” was withdrawn.", event.type_id.name))
        super()._close_opened_by(event)

    def _prepare_opened_values(self, event):
        """An enforcement names who has to perform, and in whose favour."""
        values = super()._prepare_opened_values(event)
        if not self._is_of_case():
            return values
        case = self.dossier_id._concrete()
        if self._opened_type(event).code == "EN":
            values["debtor_id"] = case.current_agency_id.id
            values["creditor_names"] = case._creditor_names()
            values["responsible_id"] = case.user_id.id
        return values
