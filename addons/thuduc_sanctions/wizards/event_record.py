from odoo import api, fields, models


class EventRecord(models.TransientModel):
    """The dialog says what the law asks at this very step of a sanction."""

    _inherit = "thuduc.event.record"

    notice = fields.Text(compute="_compute_notice")

    @api.depends("type_id", "date", "dossier_id")
    def _compute_notice(self):
        """Minutes: the right to explain (Article 61). Decision: what bars it."""
        for wizard in self:
            sanction = wizard.dossier_id.sanction_ids[:1]
            code = wizard.type_id.code
            if code == "minutes" and sanction.has_explanation_right:
                wizard.notice = self.env._(
                    "This violator has the right to explain: in writing within 5 "
                    "working days, orally on request within 2 working days. The "
                    "minutes must say so and name the addressee (Article 61)."
                )
            elif code == "decision_issued" and sanction and wizard.date:
                wizard.notice = "\n".join(sanction._decision_bars(wizard.date))
            else:
                wizard.notice = False
