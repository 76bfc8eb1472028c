from odoo import api, fields, models
from odoo.exceptions import ValidationError

REPORT = "thuduc_base.report_register_book_action"


class RegisterBook(models.TransientModel):
    """Ask for which period a register is printed or shown.

    Columns of the book: Decree 30/2020/NĐ-CP, Appendix IV. Void numbers stay in it,
    with their reason.
    """

    _name = "thuduc.register.book"
    _description = "Print a Register"

    register_id = fields.Many2one("thuduc.register", required=True, ondelete="cascade")
    direction = fields.Selection(related="register_id.direction")
    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: fields.Date.context_today(self).replace(month=1, day=1),
    )
    date_to = fields.Date(string="To", required=True, default=fields.Date.context_today)
    document_ids = fields.Many2many(
        "thuduc.document", compute="_compute_document_ids", string="Papers"
    )

    @api.depends("register_id", "date_from", "date_to")
    def _compute_document_ids(self):
        for book in self:
            book.document_ids = self.env["thuduc.document"].search(
                book._domain_numbered(), order="year, number"
            )

    @api.constrains("date_from", "date_to")
    def _check_date_to(self):
        for book in self:
            if book.date_from > book.date_to:
                raise ValidationError(self.env._("The period ends before it begins."))

    def _domain_numbered(self):
        return [
            ("register_id", "=", self.register_id.id),
            ("number", ">", 0),
            ("date", ">=", self.date_from),
            ("date", "<=", self.date_to),
        ]

    def action_print(self):
        """Print the book of the period."""
        self.ensure_one()
        return {
            **self.env.ref(REPORT).report_action(self),
            "close_on_report_download": True,
        }

    def action_show(self):
        """Show the papers of the period as a list."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.register_id.display_name,
            "res_model": "thuduc.document",
            "view_mode": "list,form",
            "domain": self._domain_numbered(),
        }
