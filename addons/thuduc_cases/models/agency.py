from odoo import fields, models


class Agency(models.Model):
    """Who leaves office takes his powers along (LTTHC 60.4): what he held ends by
    itself, and each officer is told which lawsuit needs a new authorisation."""

    _inherit = "thuduc.agency"

    def write(self, vals):
        watched = vals.keys() & {"deputy_ids", "head_id"}
        before = (
            {agency: (agency.deputy_ids, agency.head_id) for agency in self}
            if watched
            else {}
        )
        result = super().write(vals)
        for agency, (deputies, head) in before.items():
            agency._end_authorizations(deputies - agency.deputy_ids)
            if head and head != agency.head_id:
                agency._ask_for_renewal()
        return result

    def _authorizations_in_force(self):
        """Powers given in this body's name. Who keeps the list of officials need not
        read the lawsuits that follow from it, hence ``sudo``."""
        return (
            self.env["thuduc.case.authorization"]
            .sudo()
            .search(
                [
                    ("principal_id", "=", self.id),
                    ("kind", "!=", "counsel"),
                    ("is_active", "=", True),
                    ("case_id.state", "=", "open"),
                ]
            )
        )

    def _end_authorizations(self, left):
        """End the representation of deputies who left office (LTTHC 60.4)."""
        self.ensure_one()
        if not left:
            return
        ended = self._authorizations_in_force().filtered(
            lambda a: a.attorney_id in left
        )
        today = fields.Date.context_today(self)
        for paper in ended:
            paper.write(
                {
                    "date_revoked": max(today, paper.date_from),
                    "revoked_reason": self.env._("Left office as deputy"),
                }
            )
            paper.case_id._ask_for_authorization(
                self.env._("%s is no longer a deputy.", paper.attorney_name)
            )

    def _ask_for_renewal(self):
        """The new head renews what his predecessor signed (safe practice)."""
        self.ensure_one()
        for case in self._authorizations_in_force().case_id:
            case._ask_for_authorization(
                self.env._("The head of %s has changed.", self.name)
            )
