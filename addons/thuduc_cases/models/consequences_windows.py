from odoo import api, fields, models

CLOSED = "FI_WINDOWS_CLOSED"
DECIDED = ("FI_JUDGMENT_PRONOUNCED", "FI_TERMINATED")
FEE_PAID = ("AP_FEE_PAID", "AP_FEE_PAID_OTHER")


class Proceeding(models.Model):
    """The end of every window of appeal and protest is an event of the docket.

    From that day the court forwards the file (LTTHC 216) or sends the judgment that has
    taken effect (LTTHC 196.3). Nobody records it: it follows from the windows.
    """

    _inherit = "thuduc.proceeding"

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        if self.type_id.code == "FI":
            expected[CLOSED] = {"date": self._closed_windows_on()}
            expected["FI_APPEAL_FEE_PAID"] = {"date": self._appeal_fee_paid_on()}
            expected["FI_NOTICE_ISSUED"] = {"date": self._foreign_notice_on()}
        return expected

    def _closed_windows_on(self):
        """Last day of the last window, once it has passed; None while one is open or
        nobody knows it. Nobody appeals a judgment on a list of voters (LTTHC 202)."""
        self.ensure_one()
        decision = self._judged() or self._standing_events("FI_TERMINATED")[-1:]
        if not decision or self._takes_effect_at_once(decision):
            return None
        if self._unknown_receipts(decision):
            return None
        last = self._last_window(decision)
        passed = last and last.due_date < fields.Date.context_today(self)
        return last.due_date if passed else None

    def _appeal_fee_paid_on(self):
        """Day on which the last appellant proved the payment of the advance fee."""
        appeals = self.child_ids.filtered(lambda p: p.active and p.type_id.code == "AP")
        paid = appeals.event_ids.filtered(
            lambda e: not e.withdrawn and e.code in FEE_PAID
        )
        return max(paid.mapped("date"), default=None)

    def _foreign_notice_on(self):
        """Day of the notice of acceptance, from which the hearing of a case with a
        foreign element is counted (LTTHC 304)."""
        if self.case_round_ids.procedure != "foreign":
            return None
        return self._standing_events("FI_NOTICE_RECEIVED")[-1:].document_date or None

    @api.model
    def _cron_record_expiries(self):
        self._record_closed_windows()
        return super()._cron_record_expiries()

    @api.model
    def _record_closed_windows(self):
        """Windows close because time passes: look again at what was judged."""
        judged = self.search(
            [
                ("type_id.code", "=", "FI"),
                ("event_ids.type_id.code", "in", DECIDED),
                ("active", "=", True),
            ]
        )
        for proceeding in judged.filtered(lambda p: p._is_of_case()):
            if not proceeding._standing_events(CLOSED):
                proceeding._sync_automatic(CLOSED, proceeding._closed_windows_on())
