from odoo import api, models

from odoo.addons.thuduc_base.exceptions import DocketContradiction

OF_PARTY = frozenset(
    {
        "FI_PARTY_WITHDREW",
        "FI_PARTY_TERMINATED",
        "FI_PARTY_DIED",
        "FI_PARTY_SUCCEEDED",
        "AP_PARTY_DIED",
        "AP_PARTY_SUCCEEDED",
    }
)


class Event(models.Model):
    """Events of one party name him; the last plaintiff takes the whole case along."""

    _inherit = "thuduc.event"

    @api.constrains("type_id", "party_id", "withdrawn")
    def _check_party_of_event(self):
        """For one of many (143.1.b); with the last one the case itself ends."""
        for event in self.filtered(lambda e: not e.withdrawn and e.code in OF_PARTY):
            if not event.party_id:
                raise DocketContradiction(
                    self.env._(
                        "Say whom “%s” concerns: choose the party.", event.type_id.name
                    )
                )
            if event.code == "FI_PARTY_TERMINATED":
                event._check_others_stay()

    def _check_others_stay(self):
        self.ensure_one()
        plaintiffs = self.dossier_id.party_ids.filtered(lambda p: p.role == "plaintiff")
        if self.party_id in plaintiffs and not (plaintiffs - self.party_id)._still_in():
            raise DocketContradiction(
                self.env._(
                    "%(name)s is the last plaintiff: the whole case is terminated. "
                    "Record that the court terminated the case instead (Article 143 "
                    "LTTHC).",
                    name=self.party_id.name,
                )
            )
