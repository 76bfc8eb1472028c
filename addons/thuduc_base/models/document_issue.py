import hashlib
from base64 import b64decode

from odoo import fields, models

from ..exceptions import IncompletePaper, TransitionNotAllowed


class DocumentIssue(models.Model):
    """Issue in one transaction: number, date, file, hash, event; then all is frozen.

    The order of Decree 30/2020/NĐ-CP, Articles 14 to 19: the number is taken when the
    paper is signed, each register counts by itself from 1 January, and a paper made
    void keeps its number.
    """

    _inherit = "thuduc.document"

    # -- before ------------------------------------------------------------------------

    def _missing(self):
        """Labels of what is missing before the paper may leave the desk."""
        self.ensure_one()
        names = ["subject", "agency_id"]
        if self.direction == "in":
            names += ["sender_name"]
        elif self.direction == "out":
            names += ["signer_id", "signer_title"]
        missing = [
            self._fields[name]._description_string(self.env)
            for name in names
            if not self[name]
        ]
        return missing + (self.form_id._missing(self) if self.form_id else [])

    def _check_complete(self):
        for document in self:
            missing = document._missing()
            if missing:
                raise IncompletePaper(
                    self.env._(
                        "“%(paper)s” is not complete. Still missing: %(missing)s.",
                        paper=document.display_name,
                        missing=", ".join(missing),
                    )
                )

    # -- issue -------------------------------------------------------------------------

    def _enter_issued(self, remarks):
        self._check_complete()
        for document in self:
            if not document.register_id:
                raise IncompletePaper(
                    self.env._(
                        "Choose the register in which “%(paper)s” takes its number.",
                        paper=document.display_name,
                    )
                )
        self.register_id._queue()
        for document in self.sorted("id"):
            document._issue()
        self._close_activities()

    def _issue(self):
        """Number, print, hash and freeze one paper; its register is ours by now."""
        self.ensure_one()
        day = self.date or fields.Date.context_today(self)
        number = self.register_id._next_number(day)
        self._stamp(
            {
                "state": "issued",
                "number": number,
                "year": day.year,
                "date": day,
                "name": self._reference(number, day),
                "issued_by_id": self.env.uid,
                "issued_at": fields.Datetime.now(),
            }
        )
        self.env.flush_all()
        self._seal()
        self._record_events()

    def _reference(self, number, day):
        if self.direction == "in":
            return self.sender_number or self.env._("no number")
        pattern = self.form_id.symbol or self.register_id.symbol
        return self.register_id._format_symbol(pattern, number, day.year)

    def _seal(self):
        """Keep the file and its SHA-256: what was printed, or what arrived."""
        content, name = self._final_file()
        if not content:
            return
        # The clerk who issues needs no right on attachments: the file is the product's.
        attachment = (
            self.env["ir.attachment"]
            .sudo()
            .create(
                {
                    "name": name,
                    "raw": content,
                    "res_model": self._name,
                    "res_id": self.id,
                }
            )
        )
        self._stamp(
            {
                "attachment_id": attachment.id,
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        )

    def _seal_late_scans(self):
        """An incoming paper may be registered first and scanned later."""
        for document in self.filtered(
            lambda d: d.direction == "in" and d.state == "issued" and not d.sha256
        ):
            document._seal()

    def _final_file(self):
        self.ensure_one()
        if self.direction == "in":
            scan = self.with_context(bin_size=False).scan
            return b64decode(scan or b""), self.scan_name or "scan"
        return self._render_pdf(), self._file_name()

    def _record_events(self):
        """Doing the work is entering the data: the paper's own event is recorded.

        It follows from the paper by itself, so whoever issues needs no right on what
        the event leads to (stages, deadlines, a proceeding that it opens): ``sudo``.
        """
        self.ensure_one()
        if not self.form_id or not self.proceeding_id:
            return
        proceeding = self.proceeding_id.sudo()
        for event_type in proceeding.type_id.event_type_ids.filtered(
            lambda t: t.form_id.code == self.form_id.code
        ):
            proceeding.record_event(event_type.code, self.date, **self._event_values())

    def _event_values(self):
        """Values of the event that the issued paper records; procedures extend it."""
        return {
            "document_id": self.id,
            "document_number": self.name,
            "document_date": self.date,
            "party_id": self.party_id.id,
            "automatic": True,
        }

    # -- void --------------------------------------------------------------------------

    def _enter_cancelled(self, remarks):
        """Make void. What has reached somebody is cancelled by another paper only."""
        for document in self:
            if document.state == "issued" and document.service_ids.filtered(
                "is_served"
            ):
                raise TransitionNotAllowed(
                    self.env._(
                        "“%(paper)s” has been served. It has effect: draft a paper "
                        "that cancels it.",
                        paper=document.display_name,
                    )
                )
            # Undoes what issuing recorded, by the same reason.
            events = document.sudo().event_ids.filtered(
                lambda event: event.automatic and not event.withdrawn
            )
            if events:
                events.withdraw(remarks)
        self._stamp(
            {
                "state": "cancelled",
                "cancelled_by_id": self.env.uid,
                "cancelled_at": fields.Datetime.now(),
                "remarks": remarks,
            }
        )
        self._close_activities()

    # -- afterwards --------------------------------------------------------------------

    def _is_intact(self):
        """Whether the file is, byte by byte, the one that was issued."""
        self.ensure_one()
        # The hash is compared whoever asks; nothing of the file is shown.
        content = self.sudo().attachment_id.raw
        return bool(content) and hashlib.sha256(content).hexdigest() == self.sha256

    def action_check_integrity(self):
        """Recompute the SHA-256 of the file and say whether it is still the same."""
        self.ensure_one()
        intact = self._is_intact()
        message = (
            self.env._("The file is exactly the one that was issued.")
            if intact
            else self.env._("The file differs from the one that was issued!")
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success" if intact else "danger",
                "message": message,
                "sticky": not intact,
            },
        }
