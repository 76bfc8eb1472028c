from odoo import api, fields, models

from odoo.addons.thuduc_base.exceptions import DocketContradiction


class Event(models.Model):
    """Events of an enforcement: what may be said complete, and told."""

    _inherit = "thuduc.event"

    internal_start_date = fields.Date(
        string="Internal start",
        readonly=True,
        help="The earlier day from which the period may also be counted.",
    )

    @api.constrains("type_id", "withdrawn")
    def _check_completion(self):
        """Complete only when every obligation is proved, told only when all four
        were. When a file may be closed is said in ``case_closing``."""
        for event in self.filtered(lambda e: not e.withdrawn):
            if event.code == "EN_COMPLETED" and not event.automatic:
                event._check_obligations_done()
            elif event.code == "EN_RESULT_REPORTED" and not event.automatic:
                event._check_all_told()

    def _check_obligations_done(self):
        self.ensure_one()
        enforcement = self.proceeding_id._concrete()
        open_ = enforcement._deciding_obligations().filtered(
            lambda o: not (o.date_done and o._is_proved())
        )
        if open_:
            raise DocketContradiction(
                self.env._(
                    "The enforcement is not complete: “%s” is still open.",
                    open_[0].name,
                )
            )
        if enforcement._asks_new_decision():
            raise DocketContradiction(
                self.env._(
                    "The judgment only annuls. Say first whether a new decision has to "
                    "be issued, or ask the court to explain it (Article 310 LTTHC)."
                )
            )

    def _check_all_told(self):
        """Court, procuracy, civil enforcement agency and superior (LTTHC 311.2)."""
        self.ensure_one()
        reports = self.proceeding_id._concrete()._report_notices()
        missing = reports.filtered(lambda notice: not notice.date)
        if missing or not reports:
            raise DocketContradiction(
                self.env._(
                    "The result has not been reported to: %s. Enter date and paper of "
                    "each of the four reports; the event then follows by itself.",
                    ", ".join(missing.mapped("addressee_label")),
                )
            )

    def write(self, vals):
        result = super().write(vals)
        if "internal_start_date" in vals:
            self.proceeding_id._replay()
        return result
