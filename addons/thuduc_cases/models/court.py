from odoo import api, fields, models


class Court(models.Model):
    """A court, in the time in which it sat.

    The courts were re-organised on 1 July 2025 (Resolution 225/2025/QH15): district and
    high courts ended and others took their cases over. A court is never deleted; a
    round of a lawsuit keeps naming the court, and its level, at the time.
    """

    _name = "thuduc.court"
    _description = "Court"
    _order = "sequence, name"
    _rec_names_search = ["name", "short_name", "code"]

    name = fields.Char(required=True, index="trigram")
    short_name = fields.Char()
    code = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    level = fields.Selection(
        [
            ("district", "District court (until 30 June 2025)"),
            ("regional", "Regional court"),
            ("provincial", "Provincial court"),
            ("high", "High court (until 30 June 2025)"),
            ("appellate", "Appellate court of the Supreme People's Court"),
            ("supreme", "Supreme People's Court"),
        ],
        required=True,
    )
    parent_id = fields.Many2one("thuduc.court", string="Superior court", index=True)
    date_from = fields.Date(string="Sits from")
    date_to = fields.Date(string="Sat until")
    successor_id = fields.Many2one(
        "thuduc.court", string="Cases taken over by", index="btree_not_null"
    )
    territory = fields.Text()
    address = fields.Char()
    is_current = fields.Boolean(compute="_compute_is_current")
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex("(code)", "This court code is already taken.")
    _dates_in_order = models.Constraint(
        "CHECK (date_to IS NULL OR date_from IS NULL OR date_from <= date_to)",
        "A court cannot end before it is established.",
    )

    @api.depends("date_to")
    def _compute_is_current(self):
        today = fields.Date.context_today(self)
        for court in self:
            court.is_current = court._sits(today)

    @api.depends("name", "short_name")
    def _compute_display_name(self):
        for court in self:
            court.display_name = court.short_name or court.name

    def _sits(self, day):
        """Whether the court exists on ``day``."""
        self.ensure_one()
        return not (
            (self.date_from and day < self.date_from)
            or (self.date_to and self.date_to < day)
        )
