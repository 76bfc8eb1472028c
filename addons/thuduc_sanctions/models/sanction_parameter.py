from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from ..exceptions import MissingParameter


class SanctionParameter(models.Model):
    """A number of the law that is no period: a threshold, a rate, a factor.

    A change of law is a new row with a start date; the old file keeps the old value.
    """

    _name = "thuduc.sanction.parameter"
    _description = "Legal Parameter of Sanctions"
    _order = "code, date_from desc"
    _rec_names_search = ["name", "code"]

    name = fields.Char(required=True)
    code = fields.Char(required=True, index=True)
    value = fields.Float(required=True, digits=(16, 4))
    date_from = fields.Date(string="In force from")
    date_to = fields.Date(string="In force until")
    provision_id = fields.Many2one("thuduc.legal.provision", index="btree_not_null")
    verified = fields.Boolean()
    note = fields.Text()

    _version_uniq = models.UniqueIndex(
        "(code, COALESCE(date_from, '0001-01-01'))",
        "This version of the parameter already exists.",
    )
    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_from <= date_to)",
        "A parameter cannot end before it comes into force.",
    )

    @api.model
    def _value(self, code, day=None):
        """The value of ``code`` in force on ``day`` (today by default).

        :raises MissingParameter: the law, as the office entered it, has none.
        """
        day = day or fields.Date.context_today(self)
        found = self.search(
            Domain("code", "=", code)
            & (Domain("date_from", "=", False) | Domain("date_from", "<=", day))
            & (Domain("date_to", "=", False) | Domain("date_to", ">=", day)),
            limit=1,
        )
        if not found:
            raise MissingParameter(
                self.env._(
                    "No value of “%(code)s” is in force on %(day)s. Ask the "
                    "administrator to complete the legal parameters.",
                    code=code,
                    day=format_date(self.env, day),
                )
            )
        return found.value
