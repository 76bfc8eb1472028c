from odoo import api, fields, models

FILED = "FI_PETITION_FILED"


class Case(models.Model):
    """The plea of limitation of the whole lawsuit, for the written opinion."""

    _inherit = "thuduc.case"

    limitation_warning = fields.Char(compute="_compute_limitation_warning")

    @api.depends("object_ids.limitation_state")
    def _compute_limitation_warning(self):
        for case in self:
            late = case.object_ids.filtered(lambda o: o.limitation_state == "late")
            case.limitation_warning = bool(late) and self.env._(
                "Sued too late: %(objects)s (%(days)s day(s) late). Ask the court to "
                "terminate the case (Article 143.1.g LTTHC).",
                objects=", ".join(late.mapped("display_name")),
                days=max(late.mapped("limitation_days_late")),
            )

    def _petition_filed_on(self):
        """Day on which the petition was posted or handed in (LTTHC 120.3)."""
        self.ensure_one()
        filed = self.event_ids.filtered(lambda e: not e.withdrawn and e.code == FILED)
        return min(filed.mapped("date"), default=False)

    def _limitation_pleas(self):
        self.ensure_one()
        pleas = [o._limitation_plea() for o in self.object_ids if o.limitation_code]
        return [plea for plea in pleas if plea]
