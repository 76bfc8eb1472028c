from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..exceptions import TransitionNotAllowed
from ..tools import numeric_date


class Handover(models.Model):
    """The dossier passed from desk to desk (luân chuyển hồ sơ).

    The holder, a head of the unit or a leader sends; the addressee alone accepts, and
    becomes the holder, or returns it with a reason; the sender may recall it until
    then. Nobody writes these rows by hand: the steps below check who takes them.
    """

    _name = "thuduc.handover"
    _description = "Handover"
    _order = "id desc"
    _rec_name = "dossier_id"

    dossier_id = fields.Many2one(
        "thuduc.dossier", required=True, index=True, ondelete="cascade"
    )
    dossier_title = fields.Char(related="dossier_id.title", string="Subject")
    from_user_id = fields.Many2one(
        "res.users", string="From", required=True, index=True
    )
    from_agency_id = fields.Many2one("thuduc.agency", string="From unit")
    to_user_id = fields.Many2one("res.users", string="To", index="btree_not_null")
    to_agency_id = fields.Many2one(
        "thuduc.agency", string="To unit", required=True, index=True
    )
    note = fields.Text()
    sent_at = fields.Datetime(required=True, default=fields.Datetime.now)
    answered_by_id = fields.Many2one("res.users", string="Answered by")
    answered_at = fields.Datetime()
    return_reason = fields.Char()
    is_for_me = fields.Boolean(
        compute="_compute_is_for_me", search="_search_is_for_me", string="For me"
    )
    is_from_me = fields.Boolean(compute="_compute_is_from_me")
    state = fields.Selection(
        [
            ("sent", "Sent"),
            ("accepted", "Accepted"),
            ("returned", "Returned"),
            ("recalled", "Recalled"),
        ],
        required=True,
        default="sent",
        index=True,
    )
    activity_id = fields.Many2one("mail.activity", readonly=True)

    _one_pending = models.UniqueIndex(
        "(dossier_id) WHERE state = 'sent'",
        "This dossier is already on its way to somebody else. Recall it first.",
    )

    @api.depends("to_user_id", "to_agency_id")
    @api.depends_context("uid")
    def _compute_is_for_me(self):
        for handover in self:
            handover.is_for_me = handover._is_addressee(self.env.user)

    def _search_is_for_me(self, operator, value):
        if operator != "in":
            return NotImplemented
        user = self.env.user
        return Domain("to_user_id", "in", user._stands_in_for().ids) | (
            Domain("to_user_id", "=", False)
            & Domain("to_agency_id", "in", user.agency_ids.ids)
        )

    @api.depends("from_user_id")
    @api.depends_context("uid")
    def _compute_is_from_me(self):
        for handover in self:
            handover.is_from_me = handover.from_user_id == self.env.user

    @api.constrains("to_user_id", "to_agency_id", "dossier_id")
    def _check_addressee(self):
        """Somebody who works in that unit, while the unit exists."""
        for handover in self:
            agency, user = handover.to_agency_id, handover.to_user_id
            if not agency.is_current:
                raise ValidationError(
                    self.env._(
                        "%(agency)s ended on %(date)s. Choose one of its successors.",
                        agency=agency.name,
                        date=numeric_date(agency.date_to),
                    )
                )
            if user and agency not in user.agency_ids:
                raise ValidationError(
                    self.env._(
                        "%(user)s does not work in %(agency)s.",
                        user=user.name,
                        agency=agency.name,
                    )
                )
            if not user and handover.dossier_id.confidential:
                raise ValidationError(
                    self.env._(
                        "A confidential dossier is handed to a named person, not to a "
                        "whole unit."
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        """Send: the state, the sender and the time are not the caller's to choose."""
        if not self.env.su:
            dossiers = self.env["thuduc.dossier"]
            for vals in vals_list:
                dossiers |= dossiers.browse(vals["dossier_id"])
            dossiers._check_may_hand_over()
            vals_list = [
                {
                    **{name: vals.get(name) for name in self._addressing_fields()},
                    **self._prepare_sender_values(vals),
                }
                for vals in vals_list
            ]
        handovers = super().create(vals_list)
        handovers.filtered(lambda h: h.state == "sent")._tell_sent()
        return handovers

    def write(self, vals):
        if not self.env.su:
            raise TransitionNotAllowed(
                self.env._(
                    "A handover is not edited: accept it, return it or recall it."
                )
            )
        return super().write(vals)

    @api.model
    def _addressing_fields(self):
        return ("dossier_id", "to_user_id", "to_agency_id", "note")

    def _prepare_sender_values(self, vals):
        dossier = self.env["thuduc.dossier"].browse(vals["dossier_id"])
        return {
            "from_user_id": self.env.uid,
            "from_agency_id": dossier.agency_id.id,
            "state": "sent",
            "sent_at": fields.Datetime.now(),
        }

    # -- the steps -------------------------------------------------------------------

    def action_accept(self):
        """The addressee takes the dossier and holds it from now on."""
        for handover in self:
            handover._check_pending()
            handover._check_addressee_is(self.env.user)
            handover._settle("accepted")
            handover._move_dossier(handover.to_user_id or self.env.user)

    def action_return(self):
        """Ask why the dossier goes back."""
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Return the Dossier"),
            "res_model": "thuduc.handover.return",
            "view_mode": "form",
            "target": "new",
            "context": {"default_handover_ids": self.ids},
        }

    def return_to_sender(self, reason):
        """The addressee gives it back; the sender never ceased to hold it."""
        if not (reason or "").strip():
            raise ValidationError(self.env._("Say why the dossier goes back."))
        for handover in self:
            handover._check_pending()
            handover._check_addressee_is(self.env.user)
            handover._settle("returned", return_reason=reason)

    def action_recall(self):
        """The sender takes it back before it was accepted."""
        for handover in self:
            handover._check_pending()
            if handover.from_user_id != self.env.user:
                handover.dossier_id._check_may_hand_over()
            handover._settle("recalled")

    def _check_pending(self):
        self.ensure_one()
        self.check_access("write")
        # Two people may click at once: the second sees what the first did.
        self.lock_for_update()
        self.invalidate_recordset(["state"])
        if self.state != "sent":
            raise TransitionNotAllowed(
                self.env._(
                    "The handover of %(dossier)s has already been answered by "
                    "%(user)s.",
                    dossier=self.dossier_id.name,
                    user=self.answered_by_id.name or self.from_user_id.name,
                )
            )

    def _check_addressee_is(self, user):
        self.ensure_one()
        if not self._is_addressee(user):
            raise TransitionNotAllowed(
                self.env._(
                    "Dossier %s was sent to somebody else; only they can accept or "
                    "return it.",
                    self.dossier_id.name,
                )
            )

    def _is_addressee(self, user):
        self.ensure_one()
        if self.to_user_id:
            return self.to_user_id in user._stands_in_for()
        return self.to_agency_id in user.agency_ids

    def _settle(self, state, **values):
        """Close the handover in everybody's stead, after the step was checked."""
        self.ensure_one()
        # No role writes handovers; the steps above are the one way.
        self.sudo().write(
            {
                "state": state,
                "answered_by_id": self.env.uid,
                "answered_at": fields.Datetime.now(),
                **values,
            }
        )
        self._tell_settled()

    def _move_dossier(self, holder):
        """Give the dossier to ``holder``, who could not write it until now: sudo."""
        self.ensure_one()
        self.dossier_id.sudo().write(
            {"user_id": holder.id, "agency_id": self.to_agency_id.id}
        )

    def action_open_dossier(self):
        self.ensure_one()
        return self.dossier_id.action_open_concrete()
