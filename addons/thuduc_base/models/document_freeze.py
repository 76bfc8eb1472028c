from odoo import api, models

from ..exceptions import IssuedPaperFrozen

# What only the steps write; whoever else tries is refused.
STAMPED = frozenset(
    {
        "approved_at",
        "approved_by_id",
        "attachment_id",
        "cancelled_at",
        "cancelled_by_id",
        "drafter_id",
        "issued_at",
        "issued_by_id",
        "name",
        "number",
        "remarks",
        "sha256",
        "submitted_at",
        "submitted_by_id",
        "year",
    }
)
# What may still be written in each state; no entry: everything.
OPEN_ALWAYS = frozenset(
    {
        "activity_ids",
        "amendment_ids",
        "event_ids",
        "message_follower_ids",
        "message_ids",
        "service_ids",
        "website_message_ids",
    }
)
OPEN_IN = {
    "submitted": OPEN_ALWAYS | {"approver_id"},
    "approved": OPEN_ALWAYS | {"date", "register_id"},
    "issued": OPEN_ALWAYS,
    "cancelled": OPEN_ALWAYS,
}
# In which dossier an incoming paper is filed is no part of the paper.
FILING = frozenset({"dossier_id", "party_id", "proceeding_id"})
# A missing scan may follow, once: what is there is never replaced.
SCAN = frozenset({"scan", "scan_name"})


class DocumentFreeze(models.Model):
    """What of a paper may still be written in which state, for every caller.

    The text is closed while it is under approval; an issued paper never changes.
    """

    _inherit = "thuduc.document"

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        for document in self:
            if document.state != "draft":
                raise IssuedPaperFrozen(
                    self.env._(
                        "“%(paper)s” has left the drawer and is never deleted. Make it "
                        "void instead, with the reason.",
                        paper=document.display_name,
                    )
                )

    def _check_open(self, vals):
        """Refuse the fields that the state of the paper has closed."""
        touched = {name for name in vals if name in self._fields}
        stamped = STAMPED & touched
        if stamped:
            raise IssuedPaperFrozen(
                self.env._(
                    "“%(fields)s” is set by the steps of the paper, never by hand.",
                    fields=self._labels(stamped),
                )
            )
        for document in self:
            closed = touched - OPEN_IN.get(document.state, touched)
            if document.direction == "in":
                closed -= FILING
            if not document.scan:
                closed -= SCAN
            if closed:
                raise IssuedPaperFrozen(document._closed_reason(closed))

    def _closed_reason(self, closed):
        names = {"paper": self.display_name, "fields": self._labels(closed)}
        if self.state in ("issued", "cancelled"):
            return self.env._(
                "“%(paper)s” is issued or void and never changes (%(fields)s). Draft "
                "another paper that corrects, amends or cancels it.",
                **names,
            )
        return self.env._(
            "“%(paper)s” is under approval. Return it to the drafter before changing "
            "%(fields)s.",
            **names,
        )

    def _labels(self, names):
        return ", ".join(
            sorted(self._fields[name]._description_string(self.env) for name in names)
        )
