from odoo import api, fields, models

from ..exceptions import TransitionNotAllowed


class DossierHandover(models.Model):
    """A dossier changes hands by a handover, never by overwriting its holder."""

    _inherit = "thuduc.dossier"

    def write(self, vals):
        if {"user_id", "agency_id"} & vals.keys() and not self.env.su:
            self._check_holder_change(vals)
        return super().write(vals)

    def _check_holder_change(self, vals):
        """Only a head assigns without asking; anybody may take what nobody holds."""
        for dossier in self:
            changed = {
                name
                for name in ("user_id", "agency_id")
                if name in vals and dossier[name].id != vals[name]
            }
            takes = changed == {"user_id"} and not dossier.user_id
            if changed and not takes and not self._is_superior():
                raise TransitionNotAllowed(
                    self.env._(
                        "Hand dossier %s over instead: the next holder accepts it.",
                        dossier.name,
                    )
                )

    @api.model
    def _is_superior(self):
        """Heads and leaders; record rules say of which units."""
        return self.env.user.has_group("thuduc_base.group_head")

    def _check_may_hand_over(self):
        """The holder sends; so does a head or leader who may write the dossier."""
        for dossier in self:
            dossier.check_access("read")
            holds = dossier.user_id == self.env.user
            superior = self._is_superior() and dossier.has_access("write")
            if not holds and not superior:
                raise TransitionNotAllowed(
                    self.env._(
                        "Only its holder, the head of the unit or a leader hands "
                        "dossier %s over.",
                        dossier.name,
                    )
                )

    def hand_over(self, agency, user=None, note=None):
        """Send the dossiers to a unit, or to a person in it; see ``thuduc.handover``.

        :return: the handovers, waiting for the addressee.
        """
        return self.env["thuduc.handover"].create(
            [
                {
                    "dossier_id": dossier.id,
                    "to_agency_id": agency.id,
                    "to_user_id": user.id if user else False,
                    "note": note,
                }
                for dossier in self
            ]
        )

    def assign(self, user, note=None):
        """A head puts the dossiers on the desk of somebody of the own units.

        No acceptance is asked for, but the same trace is left.
        """
        self._check_may_hand_over()
        if not self._is_superior():
            raise TransitionNotAllowed(
                self.env._("Only a head or a leader assigns dossiers.")
            )
        own = self.env["thuduc.agency"].search(
            [("id", "child_of", self.env.user.agency_ids.ids)]
        )
        unit = (user.agency_ids & self.agency_id or user.agency_ids & own)[:1]
        if unit not in own or not unit:
            raise TransitionNotAllowed(
                self.env._(
                    "%s does not work in your units: hand the dossier over instead.",
                    user.name,
                )
            )
        now = fields.Datetime.now()
        # The handover is written as answered already: nobody is asked.
        handovers = (
            self.env["thuduc.handover"]
            .sudo()
            .create(
                [
                    {
                        "dossier_id": dossier.id,
                        "from_user_id": self.env.uid,
                        "from_agency_id": dossier.agency_id.id,
                        "to_agency_id": unit.id,
                        "to_user_id": user.id,
                        "note": note,
                        "state": "accepted",
                        "answered_by_id": self.env.uid,
                        "answered_at": now,
                    }
                    for dossier in self
                ]
            )
        )
        for handover in handovers:
            handover._move_dossier(user)
            handover._tell_assigned()
        return handovers
