from odoo import models


class HandoverMessage(models.Model):
    """What people hear about a handover: chatter of the dossier, task of the addressee.

    Messages and tasks go out in everybody's stead (``sudo``): the addressee may not
    write the dossier yet, the sender not any more.
    """

    _inherit = "thuduc.handover"

    def _tell_sent(self):
        for handover in self:
            handover._post(
                self.env._(
                    "Handed over: %(sender)s → %(addressee)s. %(note)s",
                    sender=handover.from_user_id.name,
                    addressee=handover._addressee_name(),
                    note=handover.note or "",
                )
            )
            handover._create_activity()

    def _tell_settled(self):
        self.ensure_one()
        # The task may be another person's: settling the handover settles it.
        activity = self.sudo().activity_id.filtered("active")
        if self.state == "accepted":
            self._post(self.env._("Accepted by %s.", self.answered_by_id.name))
            activity.action_feedback()
            return
        activity.unlink()
        if self.state == "returned":
            self._post(
                self.env._(
                    "Returned by %(user)s: %(reason)s",
                    user=self.answered_by_id.name,
                    reason=self.return_reason,
                ),
                self.from_user_id,
            )
        else:
            self._post(self.env._("Recalled by %s.", self.answered_by_id.name))

    def _tell_assigned(self):
        self.ensure_one()
        self._post(
            self.env._(
                "Assigned by %(sender)s to %(addressee)s. %(note)s",
                sender=self.from_user_id.name,
                addressee=self._addressee_name(),
                note=self.note or "",
            ),
            self.to_user_id,
        )

    def _addressee_name(self):
        self.ensure_one()
        parts = (self.to_user_id.name, self.to_agency_id.name)
        return ", ".join(part for part in parts if part)

    def _post(self, body, notified=None):
        # The sender tells even when the dossier has already left their desk.
        record = self.dossier_id.sudo()._concrete()
        if record:
            partners = notified.partner_id.ids if notified else []
            record.message_post(body=body, partner_ids=partners)

    def _create_activity(self):
        """A task for the addressee: the person named, else the head of the unit.

        With sudo: the sender may write a task on a file that is not theirs any more.
        """
        self.ensure_one()
        handover = self.sudo()
        record = handover.dossier_id._concrete()
        user = (handover.to_user_id or handover.to_agency_id.head_id).filtered("active")
        if not record or not user or handover.to_user_id == handover.from_user_id:
            return
        lang = user.lang or self.env.lang
        handover.activity_id = record.activity_schedule(
            "thuduc_base.mail_activity_type_handover",
            summary=self.with_context(lang=lang).env._(
                "Dossier %s waits for you to accept it", handover.dossier_id.name
            ),
            note=handover.note,
            user_id=user._present().id,
        )
