from odoo import api, models

from odoo.addons.thuduc_base.exceptions import DocketContradiction
from odoo.addons.thuduc_base.models.deadline import OPEN_STATES
from odoo.addons.thuduc_base.tools import numeric_date

# An enforcement that is done, or has nothing to perform.
DONE = ("E40", "E90", "Z90")


class Event(models.Model):
    """A lawsuit is closed only when nothing mandatory is open.

    Every hard deadline is met or given up with a reason, every enforcement is done or
    has nothing to perform. The message names what is open.
    """

    _inherit = "thuduc.event"

    @api.constrains("type_id", "withdrawn")
    def _check_closing(self):
        for event in self:
            if event.code == "EN_CLOSED" and not event.withdrawn:
                event._check_nothing_open()

    def _check_nothing_open(self):
        self.ensure_one()
        open_ = [
            *self._enforcements_open(),
            *(
                f"{deadline.name} ({numeric_date(deadline.date_due)})"
                for deadline in self._hard_deadlines_open()
            ),
        ]
        if open_:
            raise DocketContradiction(
                self.env._(
                    "The file cannot be closed. Still open: %(open)s. Finish it, or "
                    "let the head give the duty up with a reason.",
                    open="; ".join(open_),
                )
            )

    def _enforcements_open(self):
        """Names of enforcements of the lawsuit that are not done."""
        found = []
        for proceeding in self.dossier_id.proceeding_ids.filtered(
            lambda p: p.active and p.type_id.code == "EN"
        ):
            done = proceeding.stage_id.code in DONE or proceeding._standing_events(
                "EN_COMPLETED", "EN_NO_CONTENT"
            )
            if not done:
                name = proceeding._concrete().display_name
                found.append(f"{name} ({proceeding.stage_id.name})")
        return found

    def _hard_deadlines_open(self):
        return self.dossier_id.deadline_ids.filtered(
            lambda d: (
                d.severity == "hard"
                and d.state in OPEN_STATES
                and not d.waived_reason
                and not d.is_not_served
            )
        )
