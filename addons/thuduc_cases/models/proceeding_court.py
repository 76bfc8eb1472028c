from odoo import models

REVIEWS = ("CR", "RO", "SP")


class Proceeding(models.Model):
    """Before which court a round of a lawsuit is opened (LTTHC 31, 34, 266).

    Courts and their levels are data with the time in which they sat; since 1 July 2025
    the cases of a court that ended go on at its successor (Resolution 225/2025/QH15,
    Resolution 01/2025/NQ-HĐTP Article 6).
    """

    _inherit = "thuduc.proceeding"

    def _prepare_opened_values(self, event):
        """A new round goes to the court that hears it, under the same procedure."""
        values = super()._prepare_opened_values(event)
        opened = self._opened_type(event)
        if self._is_of_case() and opened.res_model == "thuduc.case.round":
            values["court_id"] = self._court_for(opened.code, event).id
            if procedure := self._procedure_for(opened.code):
                values["procedure"] = procedure
        return values

    def _court_for(self, opened, event):
        """The court before which a round of type ``opened`` comes after ``event``.

        Appeal: the court above. Cassation and reopening: the court that reviews the
        judgment in effect. Retrial, at whatever level: the same court again, or the one
        that took its cases over. Transfer: nobody knows yet.
        """
        if event.type_id.code == "FI_TRANSFERRED":
            return self.env["thuduc.court"]
        judged = self._judged_round()
        if opened == "AP" and self.type_id.code == "FI":
            return judged.court_id._above_on(event.date)
        if opened in REVIEWS:
            return judged.court_id._reviewing_on(event.date)
        again = self._round_before(opened) or judged
        return again.court_id._seat_on(event.date)

    def _procedure_for(self, opened):
        """A case stays with the simplified procedure on appeal only (LTTHC 252); a
        foreign element stays with it for good."""
        procedure = self._judged_round().procedure
        if procedure == "foreign" or (procedure == "simplified" and opened == "AP"):
            return procedure
        return None

    def _judged_round(self):
        """The last round below, or this one, that judges the case itself."""
        docket = self
        while docket and docket.type_id.code not in ("FI", "AP"):
            docket = docket.parent_id
        return docket.case_round_ids[:1]

    def _round_before(self, opened):
        """The round of that type in which the case was heard before, if any: it comes
        there again after an annulment."""
        docket = self
        while docket and docket.type_id.code != opened:
            docket = docket.parent_id
        return docket.case_round_ids[:1]
