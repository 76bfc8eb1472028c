from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..exceptions import TransitionNotAllowed


class Service(models.Model):
    """An attempt to serve a paper on a person (tống đạt), with its proof.

    A success starts the clocks that run from service: the form of the paper names the
    event, which is recorded with the person and the day. A refusal on which minutes
    were made counts as served.
    """

    _name = "thuduc.service"
    _description = "Service of a Paper"
    _order = "date desc, id desc"
    _rec_name = "document_id"

    document_id = fields.Many2one(
        "thuduc.document", required=True, index=True, ondelete="restrict"
    )
    dossier_id = fields.Many2one(
        related="document_id.dossier_id", store=True, index=True
    )
    party_id = fields.Many2one(
        "thuduc.party", string="Served on", index="btree_not_null"
    )
    method = fields.Selection(
        [
            ("direct", "Directly"),
            ("post", "By registered post"),
            ("electronic", "Electronically"),
            ("commune", "Through the commune-level committee"),
            ("third_person", "Through a relative or another person"),
            ("posting", "By public posting"),
            ("media", "By mass media"),
        ],
        required=True,
        default="direct",
    )
    date = fields.Date(required=True, default=fields.Date.context_today)
    result = fields.Selection(
        [
            ("pending", "Under way"),
            ("success", "Received"),
            ("refused", "Refused"),
            ("absent", "Absent"),
            ("moved", "Moved, address unknown"),
            ("returned", "Returned by the post"),
        ],
        required=True,
        default="pending",
        index=True,
    )
    is_served = fields.Boolean(
        string="Counts as served",
        compute="_compute_is_served",
        store=True,
        readonly=False,
        help="A refusal recorded in minutes, or papers posted up as the law says, "
        "count as served.",
    )
    reason = fields.Char(help="Why it did not succeed, or was refused.")
    receiver_name = fields.Char(string="Received by")
    attempt_count = fields.Integer(string="Deliveries tried", default=1)
    server_id = fields.Many2one(
        "res.users", string="Served by", default=lambda self: self.env.user
    )
    proof_ids = fields.Many2many("ir.attachment")
    event_id = fields.Many2one(
        "thuduc.event", readonly=True, copy=False, index="btree_not_null"
    )
    note = fields.Text()

    @api.depends("result", "method")
    def _compute_is_served(self):
        for service in self:
            service.is_served = service.result == "success"

    @api.constrains("date", "document_id")
    def _check_date(self):
        """Nobody is served a paper before it is issued, nor in the future."""
        today = fields.Date.context_today(self)
        for service in self:
            if service.date > today or service.date < (
                service.document_id.date or service.date
            ):
                raise ValidationError(
                    self.env._(
                        "The day of service lies between the day of the paper and "
                        "today."
                    )
                )

    @api.constrains("document_id")
    def _check_document_id(self):
        for service in self:
            if service.document_id.state != "issued":
                raise ValidationError(
                    self.env._("Only an issued paper is served on somebody.")
                )

    @api.constrains("result", "is_served", "reason")
    def _check_reason(self):
        for service in self:
            if service.is_served and service.result == "pending":
                raise ValidationError(
                    self.env._("Give the result before saying that it is served.")
                )
            if service.result not in ("pending", "success") and not service.reason:
                raise ValidationError(
                    self.env._("Say why the paper did not reach the person.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            vals.pop("event_id", None)
            if not vals.get("party_id") and vals.get("document_id"):
                document = self.env["thuduc.document"].browse(vals["document_id"])
                vals["party_id"] = document.party_id.id
        services = super().create(vals_list)
        services._own_proof()
        services._record_event()
        return services

    def write(self, vals):
        if "event_id" in vals:
            raise TransitionNotAllowed(
                self.env._("The event follows from the service by itself.")
            )
        result = super().write(vals)
        if "proof_ids" in vals:
            self._own_proof()
        if {"date", "is_served", "party_id", "result"} & vals.keys():
            self._record_event()
        return result

    def _own_proof(self):
        """Files uploaded before saving belong to nobody yet: only their uploader would
        see them."""
        for service in self:
            service.proof_ids.filtered(lambda file: not file.res_id).write(
                {"res_model": self._name, "res_id": service.id}
            )

    def _record_event(self):
        """Record, correct or withdraw the event that starts the clocks."""
        for service in self:
            event = service.event_id
            if event.withdrawn:
                event = event.browse()
            if service.is_served and event:
                event.write({"date": service.date, "party_id": service.party_id.id})
            elif service.is_served:
                service._record_new_event()
            elif event:
                event.withdraw(self.env._("The service is no longer a success."))

    def _record_new_event(self):
        self.ensure_one()
        code = self.document_id.form_id.service_event_code
        proceeding = self.document_id.proceeding_id
        if not code or not proceeding:
            return
        known = proceeding.type_id.event_type_ids.mapped("code")
        # A decision that ends its proceeding is served in the one that it opened.
        docket = proceeding if code in known else self.dossier_id
        # The event follows from the service, whoever of the office served the paper.
        event = docket.sudo().record_event(
            code,
            self.date,
            party_id=self.party_id.id,
            document_id=self.document_id.id,
            automatic=True,
        )
        super().write({"event_id": event.id})
