from odoo import api, fields, models
from odoo.fields import Domain


class ResUsers(models.Model):
    """Users know their agencies and who stands in for them."""

    _inherit = "res.users"

    agency_ids = fields.Many2many(
        "thuduc.agency",
        "thuduc_agency_member_rel",
        "user_id",
        "agency_id",
        string="Agencies",
    )
    absent_from = fields.Date()
    absent_to = fields.Date()
    substitute_id = fields.Many2one(
        "res.users", help="Receives the reminders while this user is absent."
    )
    is_absent = fields.Boolean(compute="_compute_is_absent")

    @property
    def SELF_READABLE_FIELDS(self):
        own = ["absent_from", "absent_to", "agency_ids", "substitute_id"]
        return [*super().SELF_READABLE_FIELDS, *own]

    @property
    def SELF_WRITEABLE_FIELDS(self):
        own = ["absent_from", "absent_to", "substitute_id"]
        return [*super().SELF_WRITEABLE_FIELDS, *own]

    @api.depends("absent_from", "absent_to")
    def _compute_is_absent(self):
        today = fields.Date.context_today(self)
        for user in self:
            user.is_absent = bool(
                user.absent_from
                and user.absent_from <= today
                and (not user.absent_to or today <= user.absent_to)
            )

    def _present(self):
        """This user, or the substitute (of the substitute…) while absent."""
        self.ensure_one()
        user, seen = self, self.browse()
        while user.is_absent and user.substitute_id and user not in seen:
            seen |= user
            user = user.substitute_id
        return user

    def _stands_in_for(self):
        """This user, and those who named them as substitute and are absent today."""
        self.ensure_one()
        absent = self.search(
            Domain("substitute_id", "=", self.id)
            & Domain("absent_from", "<=", "today")
            & (Domain("absent_to", "=", False) | Domain("absent_to", ">=", "today"))
        )
        return self | absent

    def _get_invalidation_fields(self):
        """Record rules hold the agencies of the user: forget them with the change."""
        return super()._get_invalidation_fields() | {"agency_ids"}
