from odoo import fields, models

from odoo.addons.thuduc_base.models.differing import differing

from .hearing_result import GONE

QUIET = {
    "dont_notify": True,
    "mail_create_nolog": True,
    "mail_notrack": True,
    "no_mail_to_attendees": True,
    "skip_contact_description": True,
    "tracking_disable": True,
}


class HearingCalendar(models.Model):
    """Each hearing stands in the calendars of who has to be there.

    One entry, kept in step; it goes when the day goes. A day that had passed when it
    was recorded needs none.
    """

    _inherit = "thuduc.case.hearing"

    calendar_event_id = fields.Many2one(
        "calendar.event", readonly=True, index="btree_not_null", ondelete="set null"
    )

    def _sync_calendar(self):
        """Bring the calendar in line. It follows from the docket, hence ``sudo``."""
        hearings = self.sudo().with_context(**QUIET)
        missing = hearings.browse()
        for hearing in hearings:
            entry = hearing.calendar_event_id
            if not hearing._is_in_calendar():
                entry.unlink()
            elif not entry:
                missing |= hearing
            else:
                hearing._update_calendar(entry)
        missing = missing.filtered(lambda h: h.stop >= fields.Datetime.now())
        if missing:
            entries = (
                self.env["calendar.event"]
                .sudo()
                .with_context(**QUIET)
                .create(
                    [
                        {**h._prepare_calendar_values(), **h._prepare_calendar_link()}
                        for h in missing
                    ]
                )
            )
            for hearing, entry in zip(missing, entries, strict=True):
                hearing.calendar_event_id = entry

    def _is_in_calendar(self):
        self.ensure_one()
        return bool(
            self.active
            and self.start
            and not self.event_id.withdrawn
            and self.result not in GONE
        )

    def _update_calendar(self, entry):
        values = self._prepare_calendar_values()
        partners = values.pop("partner_ids")
        changed = differing(entry, values)
        if set(entry.partner_ids.ids) != set(partners):
            changed["partner_ids"] = [fields.Command.set(partners)]
        if changed:
            entry.with_context(**QUIET).write(changed)

    def _prepare_calendar_values(self):
        """In the language of whose calendar it is: the officer's."""
        self.ensure_one()
        hearing = self.with_context(lang=self.user_id.lang or self.env.lang)
        secret = self.dossier_id.confidential
        return {
            "name": hearing.display_name,
            "start": self.start,
            "stop": self.stop,
            "location": hearing._where(),
            "videocall_location": self.online_link or False,
            "user_id": self.user_id.id,
            "partner_ids": self._people().partner_id.ids,
            "privacy": "private" if secret else "confidential",
        }

    def _prepare_calendar_link(self):
        return {
            "res_model_id": self.env["ir.model"]._get_id(self._name),
            "res_id": self.id,
        }

    def _people(self):
        """Representative, officer, counsel and the deputy in charge."""
        self.ensure_one()
        return (
            self.representative_id
            | self.user_id
            | self.counsel_ids.attorney_id
            | self.deputy_id
        )

    def _where(self):
        """Room and place, or the court's seat, on one line."""
        self.ensure_one()
        parts = [self.room, self.place or self.court_id.name]
        if self.is_online:
            parts.insert(0, self.env._("Online"))
        return ", ".join(part for part in parts if part)
