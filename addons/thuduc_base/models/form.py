from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from .document import CAPACITIES, DIRECTIONS


class Form(models.Model):
    """One official form (biểu mẫu), valid from–to: an old file prints its old form.

    Versions share their code; their periods never overlap. The form says how its
    papers look (report), where they are numbered (register) and which event a
    successful service of them records.
    """

    _name = "thuduc.form"
    _description = "Official Form"
    _order = "code, date_from desc"
    _rec_names_search = ["code", "name"]

    code = fields.Char(required=True, index=True)
    name = fields.Char(required=True)
    title = fields.Char(
        help="Name of the type as printed above the subject, e.g. QUYẾT ĐỊNH; "
        "letters have none."
    )
    mark = fields.Char(help="Printed at the top of the first page, e.g. Mẫu số 02.")
    direction = fields.Selection(DIRECTIONS, required=True, default="out")
    needs_approval = fields.Boolean(
        default=True,
        help="Minutes are made and signed on the spot: nobody approves them first.",
    )
    needs_party = fields.Boolean(help="The paper names one party.")
    report_id = fields.Many2one("ir.actions.report")
    register_code = fields.Char(
        string="Register",
        help="Code of the register in which each agency numbers these papers.",
    )
    symbol = fields.Char(
        help="Number and symbol as printed, e.g. {number}/QĐ-XPHC. Empty: that of the "
        "register."
    )
    capacity = fields.Selection(
        CAPACITIES, string="Signed", required=True, default="head"
    )
    recipients = fields.Text(help="Usual recipients (nơi nhận), one a line.")
    service_event_code = fields.Char(
        string="Event when served",
        help="Code of the event that a successful service records: it starts the "
        "clocks that run from service.",
    )
    provision_id = fields.Many2one("thuduc.legal.provision", index="btree_not_null")
    date_from = fields.Date(string="Valid from")
    date_to = fields.Date(string="Valid until")
    active = fields.Boolean(default=True)

    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_from <= date_to)",
        "A form cannot end before it is valid.",
    )

    @api.depends("code", "name")
    def _compute_display_name(self):
        for form in self:
            form.display_name = f"{form.code} – {form.name}"

    @api.constrains("code", "date_from", "date_to", "active")
    def _check_date_from(self):
        """Two versions of a form are never valid on the same day."""
        for form in self.filtered("active"):
            if form.search_count(form._domain_overlapping(), limit=1):
                raise ValidationError(
                    self.env._(
                        "Another version of form %(code)s is valid in the same "
                        "period. End it the day before this one begins.",
                        code=form.code,
                    )
                )

    def _domain_overlapping(self):
        domain = Domain("code", "=", self.code) & Domain("id", "!=", self.id)
        if self.date_to:
            domain &= Domain("date_from", "=", False) | Domain(
                "date_from", "<=", self.date_to
            )
        if self.date_from:
            domain &= Domain("date_to", "=", False) | Domain(
                "date_to", ">=", self.date_from
            )
        return domain

    @api.model
    def _for(self, code, day):
        """The version of form ``code`` in force on ``day``; empty if there is none."""
        return self.search(
            Domain("code", "=", code)
            & (Domain("date_from", "=", False) | Domain("date_from", "<=", day))
            & (Domain("date_to", "=", False) | Domain("date_to", ">=", day)),
            limit=1,
        )

    def _missing(self, document):
        """What ``document`` still lacks before it may leave the desk.

        :return: labels of what is missing; procedures add what their forms ask for.
        """
        self.ensure_one()
        if self.needs_party and not document.party_id:
            return [document._fields["party_id"]._description_string(self.env)]
        return []
