from odoo import api, models
from odoo.exceptions import ValidationError

STATED = ("FI_EVIDENCE_DATE_SET",)


class Event(models.Model):
    """A day that the judge fixed is the whole content of such a paper."""

    _inherit = "thuduc.event"

    @api.constrains("stated_date", "type_id", "withdrawn")
    def _check_stated_date(self):
        """LTTHC 83.4: the judge fixes the last day; no period counts to it."""
        for event in self.filtered(lambda e: e.code in STATED and not e.withdrawn):
            if not event.stated_date or event.stated_date < event.date:
                raise ValidationError(
                    self.env._(
                        "“%s”: enter the last day that the paper states; it is not "
                        "before the day of the paper.",
                        event.type_id.name,
                    )
                )
