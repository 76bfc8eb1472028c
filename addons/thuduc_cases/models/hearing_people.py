from odoo import api, fields, models

ABSENCE_REQUESTED = ("FI_ABSENCE_REQUESTED", "AP_ABSENCE_REQUESTED")


class HearingPeople(models.Model):
    """Who is expected for the agency, and what follows if nobody comes.

    The head attends, or a deputy whom he authorised for the whole case (LTTHC 60.3).
    Nobody available: a request to be tried in absence lets the hearing go on (158.1).
    """

    _inherit = "thuduc.case.hearing"

    authorization_id = fields.Many2one(
        "thuduc.case.authorization",
        compute="_compute_representative_id",
        store=True,
        string="By authorisation",
    )
    representative_id = fields.Many2one(
        "res.users",
        string="Expected representative",
        compute="_compute_representative_id",
        store=True,
        readonly=False,
        index=True,
    )
    counsel_ids = fields.Many2many(
        "thuduc.case.authorization", compute="_compute_counsel_ids"
    )
    absence_request_id = fields.Many2one(
        "thuduc.event", compute="_compute_absence_request_id", store=True
    )
    absence_request_number = fields.Char(
        related="absence_request_id.document_number", string="Request number"
    )
    absence_request_date = fields.Date(
        related="absence_request_id.date", string="Request sent on"
    )
    representative_warning = fields.Char(compute="_compute_representative_warning")
    summons_warning = fields.Char(compute="_compute_summons_warning")
    is_for_old_body = fields.Boolean(compute="_compute_summons_warning")

    @api.depends(
        "start",
        "case_id.authorization_ids.attorney_id",
        "case_id.authorization_ids.date_from",
        "case_id.authorization_ids.date_revoked",
        "case_id.authorization_ids.date_to",
        "case_id.authorization_ids.kind",
        "case_id.current_agency_id.head_id",
    )
    def _compute_representative_id(self):
        """Whose authorisation is in force on that day, else the head. What was closed
        keeps whom it had."""
        for hearing in self:
            if hearing.result:
                hearing.authorization_id = hearing.authorization_id
                hearing.representative_id = hearing.representative_id
                continue
            in_force = hearing._authorizations("representation")[:1]
            hearing.authorization_id = in_force
            hearing.representative_id = (
                in_force.attorney_id or hearing.case_id.current_agency_id.head_id
            )

    def _authorizations(self, kind):
        self.ensure_one()
        if not self.start:
            return self.env["thuduc.case.authorization"]
        day = self._local_start().date()
        return self.case_id.authorization_ids.filtered(
            lambda a: a.kind == kind and a._in_force(day)
        )

    @api.depends("start", "case_id.authorization_ids")
    def _compute_counsel_ids(self):
        for hearing in self:
            hearing.counsel_ids = hearing._authorizations("counsel")

    @api.depends(
        "proceeding_id.event_ids.answers_id",
        "proceeding_id.event_ids.date",
        "proceeding_id.event_ids.type_id",
        "proceeding_id.event_ids.withdrawn",
    )
    def _compute_absence_request_id(self):
        """The request sent for this hearing, or for all that follow."""
        for hearing in self:
            own = hearing.event_id
            requests = hearing.proceeding_id.event_ids.filtered(
                lambda e, own=own: (
                    not e.withdrawn
                    and e.code in ABSENCE_REQUESTED
                    and e.answers_id in (own, own.browse())
                )
            )
            hearing.absence_request_id = requests.sorted("date")[-1:]

    @api.depends(
        "representative_id", "authorization_id", "absence_request_id", "summons_order"
    )
    def _compute_representative_warning(self):
        for hearing in self:
            hearing.representative_warning = hearing._representative_warning()

    def _representative_warning(self):
        """No paper for who is expected, or nobody: what to do, and what follows."""
        if self.result or self.absence_request_id or self.kind == "pronouncement":
            return False
        who = self.representative_id
        head = self.case_id.current_agency_id.head_id
        if who and (who == head or who == self.authorization_id.attorney_id):
            if who == head and not self.authorization_id:
                return self.env._(
                    "No deputy is authorised for this day: the head attends in person, "
                    "or a request to be tried in absence is sent (Article 158.1 LTTHC)."
                )
            return False
        if who:
            return self.env._(
                "%s has no authorisation in force on this day (Article 60.3 LTTHC).",
                who.name,
            )
        return self.env._(
            "Nobody is expected for the agency. Authorise a deputy, or send a request "
            "to be tried in absence (Articles 60.3 and 158.1 LTTHC)."
        )

    @api.depends("kind", "summons_order", "result", "summons_agency_id")
    def _compute_summons_warning(self):
        for hearing in self:
            old_body = hearing._old_body_warning()
            told = filter(None, [old_body, hearing._absence_warning()])
            hearing.summons_warning = not hearing.result and " ".join(told)
            hearing.is_for_old_body = bool(old_body)

    def _absence_warning(self):
        """What a second absence brings (LTTHC 135.1, 157.2, 225)."""
        if self.summons_order < 2 or self.kind == "pronouncement":
            return False
        if self.kind == "meeting":
            return self.env._(
                "Second summons: if the agency stays away again, no dialogue can be "
                "held (Article 135.1 LTTHC)."
            )
        return self.env._(
            "Second summons: if the agency stays away again, it is tried in absentia "
            "(Article 157.2 LTTHC)."
        )

    # -- summons addressed to a body that has ended ---------------------------------

    def _names_old_body(self):
        self.ensure_one()
        named, now = self.summons_agency_id, self.case_id.current_agency_id
        known = self.proceeding_id.type_id.event_type_ids.mapped("code")
        answer = f"{self.proceeding_id.type_id.code}_OLD_BODY_ANSWERED"
        return bool(named and now and named != now and answer in known)

    def _old_body_events(self, suffix):
        code = f"{self.proceeding_id.type_id.code}_OLD_BODY_{suffix}"
        return self.proceeding_id.event_ids.filtered(
            lambda e: not e.withdrawn and e.code == code
        )

    def _old_body_warning(self):
        """Received all the same: who signed is noted, and the court is told who
        succeeds (LTTHC 59.3, 107)."""
        if not self._names_old_body() or self._old_body_events("ANSWERED"):
            return False
        return self.env._(
            "The summons names %(old)s. It counts as received: note who signed for it, "
            "and tell the court that %(new)s has succeeded (Articles 59.3, 107 LTTHC).",
            old=self.summons_agency_id.name,
            new=self.case_id.current_agency_id.name,
        )

    def action_answer_old_body(self):
        """Note the summons as received, and open the dialog for the answer to the
        court."""
        self.ensure_one()
        prefix = self.proceeding_id.type_id.code
        received = self.summons_received_date or fields.Date.context_today(self)
        if not self._old_body_events("PAPER"):
            self.proceeding_id.record_event(
                f"{prefix}_OLD_BODY_PAPER",
                received,
                document_number=self.summons_number,
                note=self.summons_signed_by
                and self.env._("Signed for by %s", self.summons_signed_by),
            )
        return self._action_record(f"{prefix}_OLD_BODY_ANSWERED")

    def action_request_absence(self):
        """Open the dialog that records the request to be tried in absence."""
        self.ensure_one()
        prefix = self.proceeding_id.type_id.code
        return self._action_record(
            f"{prefix}_ABSENCE_REQUESTED", default_answers_id=self.event_id.id
        )

    def _action_record(self, code, **defaults):
        event_type = self.proceeding_id.type_id.event_type_ids.filtered(
            lambda t: t.code == code
        )
        return self._action_dialog(
            "thuduc.event.record",
            event_type.name,
            {
                "default_dossier_id": self.dossier_id.id,
                "default_type_id": event_type.id,
                **defaults,
            },
        )
