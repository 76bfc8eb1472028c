from odoo import models


class DossierPartMixin(models.AbstractModel):
    """What belongs to a dossier and is seen and written as far as the dossier is.

    No record rules of its own: those of ``thuduc.dossier`` hold (see ``ir_rule``), so
    that a change there is a change everywhere. What a role may do at all is said by
    the access lines of each model.
    """

    _name = "thuduc.dossier.part.mixin"
    _description = "Part of a Dossier"

    # Many2one, to the dossier or to a record that delegates to it.
    _dossier_field = "dossier_id"
