from odoo import models

from .proceeding import REVIEWS

# Stages of an enforcement in which nothing is left to perform.
PERFORMED = ("E40", "E90")


class Dossier(models.Model):
    """Which proceeding of a lawsuit tells where it stands.

    A review is asked for beside the enforcement, which goes on: the stage stays that
    of the enforcement until it is performed. A provisional measure, and its own
    enforcement, run beside the trial.
    """

    _inherit = "thuduc.dossier"

    def _foremost(self, running):
        running = super()._foremost(running)
        main = running.filtered(
            lambda p: p.type_id.code not in REVIEWS and p.parent_id.type_id.code != "PM"
        )
        if not main:
            return running.filtered(lambda p: p.type_id.code in REVIEWS) or running
        reviews = running.filtered(lambda p: p.type_id.code in REVIEWS)
        busy = main.filtered(
            lambda p: p.type_id.code != "EN" or p.stage_id.code not in PERFORMED
        )
        return busy or reviews or main
