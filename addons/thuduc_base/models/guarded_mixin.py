from odoo import models

from ..exceptions import FieldGuarded


class GuardedMixin(models.AbstractModel):
    """Fields that only the mechanism which owns them may change.

    ``readonly`` binds the screen, not the API. What a model names in
    ``_guarded_fields`` is refused to every caller but the superuser; the owning
    mechanism writes with ``sudo`` after it has checked who asks.
    """

    _name = "thuduc.guarded.mixin"
    _description = "Guarded Fields"

    _guarded_fields = frozenset()

    def write(self, vals):
        touched = self._guarded_fields & vals.keys()
        if touched and not self.env.su:
            names = sorted(self._fields[name].string for name in touched)
            raise FieldGuarded(
                self.env._(
                    "“%(fields)s” follows from the docket and is not typed by hand. "
                    "Record, correct or withdraw the event that it comes from.",
                    fields=", ".join(names),
                )
            )
        return super().write(vals)
