from odoo import api, fields, models


class CaseRepresentation(models.Model):
    """Who stands for the defendant on a given day (LTTHC 60.3)."""

    _inherit = "thuduc.case"

    head_attends = fields.Boolean(
        string="The head attends in person",
        help="No deputy is authorised: the head himself takes part in the case.",
    )
    representation_warning = fields.Char(compute="_compute_representation_warning")

    @api.depends("authorization_ids.warning", "succession_warning")
    def _compute_representation_warning(self):
        for case in self:
            warnings = case.authorization_ids.filtered("warning").mapped("warning")
            if case.succession_warning:
                warnings.append(case.succession_warning)
            case.representation_warning = " ".join(dict.fromkeys(warnings))

    def _authorization_on(self, day):
        """The authorisation of a deputy in force on ``day``, if any."""
        self.ensure_one()
        return self.authorization_ids.filtered(
            lambda a: (
                a.kind == "representation"
                and a.principal_id == self.current_agency_id
                and a._in_force(day)
            )
        ).sorted("date_from")[-1:]

    def _representative_on(self, day):
        """Who stands for the defendant on ``day``.

        :return: the authorisation in force (``thuduc.case.authorization``), else the
            head (``res.users``), who attends himself or must still authorise a deputy.
        """
        self.ensure_one()
        authorization = self._authorization_on(day)
        return authorization or self.current_agency_id.head_id

    def _lacks_representative_on(self, day):
        """Whether neither a deputy nor the head himself is named for ``day``."""
        self.ensure_one()
        return not (self.head_attends or self._authorization_on(day))

    def action_renew_authorization(self):
        """Open the dialog that gives this lawsuit a new authorisation."""
        return {
            **self.authorization_ids.action_renew(),
            "context": {"default_case_ids": self.ids},
        }

    def _ask_for_authorization(self, why):
        """Give the officer in charge the task of a new authorisation, once."""
        self.ensure_one()
        activity_type = self.env.ref("thuduc_cases.mail_activity_type_authorization")
        if self.activity_ids.filtered(lambda a: a.activity_type_id == activity_type):
            return
        self.activity_schedule(
            "thuduc_cases.mail_activity_type_authorization",
            summary=self.env._("New authorisation needed"),
            note=why,
            user_id=(self.user_id or self.env.user).id,
        )
