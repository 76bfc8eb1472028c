from odoo import api, fields, models
from odoo.exceptions import ValidationError


class RegisterYear(models.Model):
    """Where the numbers of one year begin, if not at 1: taken over from a paper book.

    It is settled before the first paper of the year is numbered here.
    """

    _name = "thuduc.register.year"
    _description = "Year of a Register"
    _order = "register_id, year desc"

    register_id = fields.Many2one(
        "thuduc.register", required=True, index=True, ondelete="cascade"
    )
    year = fields.Integer(
        required=True,
        default=lambda self: fields.Date.context_today(self).year,
        aggregator=None,
    )
    last_number = fields.Integer(
        string="Last number in the paper book", required=True, aggregator=None
    )
    last_date = fields.Date(string="Its date")

    _year_uniq = models.UniqueIndex(
        "(register_id, year)", "The beginning of this year is already settled."
    )
    _last_number_positive = models.Constraint(
        "CHECK (last_number >= 0)", "The last number cannot be negative."
    )

    @api.constrains("register_id", "year", "last_number", "last_date")
    def _check_last_number(self):
        for opening in self:
            if opening.register_id.document_ids.filtered(
                lambda d, year=opening.year: d.year == year and d.number
            ):
                raise ValidationError(
                    self.env._(
                        "Papers of %(year)s are already numbered in “%(register)s”: "
                        "where the year begins can no longer change.",
                        year=opening.year,
                        register=opening.register_id.name,
                    )
                )
            if opening.last_date and opening.last_date.year != opening.year:
                raise ValidationError(
                    self.env._("The date of the last number is not in that year.")
                )
