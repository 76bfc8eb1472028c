from odoo import fields, models


class Proceeding(models.Model):
    """What follows from a provisional measure (LTTHC 73-77, 311.1.g).

    It opens an enforcement of its own. To obey the measure is to perform that, and the
    other way round: whichever is recorded first, the product records the other.
    """

    _inherit = "thuduc.proceeding"

    case_measure_ids = fields.One2many("thuduc.case.measure", "proceeding_id")

    def _round_to_join(self, event):
        """The decision joins the request that waits for it; each further decision is a
        measure of its own."""
        if not event.code.endswith("_MEASURE_RECEIVED"):
            return super()._round_to_join(event)
        return self.child_ids.filtered(
            lambda p: p.active and p.type_id.code == "PM" and p.stage_id.code == "M05"
        )[:1]

    def _expected_consequences(self):
        expected = super()._expected_consequences()
        if self.type_id.code == "PM":
            expected |= self._expected_in_measure()
        elif self.type_id.code == "EN" and self.parent_id.type_id.code == "PM":
            expected |= self._expected_of_measure(expected)
        return expected

    def _expected_in_measure(self):
        requested = self._led_here("_MEASURE_REQUESTED")[:1]
        received = self._led_here("_MEASURE_RECEIVED")[:1]
        return {
            "PM_REQUESTED": {
                "date": requested.date,
                "datetime": requested.datetime,
                "party_id": requested.party_id.id,
            },
            "PM_RECEIVED": {
                "date": received.date,
                "document_number": received.document_number,
                "document_date": received.document_date,
            },
            "PM_OBEYED": {"date": self._performed_on()},
        }

    def _performed_on(self):
        """The day on which every duty of the measure was performed and proved."""
        self.ensure_one()
        enforcement = self.child_ids.case_enforcement_ids.filtered("active")[:1]
        if not enforcement or not enforcement._is_performed():
            return None
        done = enforcement._deciding_obligations().mapped("date_done")
        performed = max((day for day in done if day), default=None)
        changed = self._standing_events("PM_CHANGED")[-1:].date
        stale = performed and changed and performed < changed
        return None if stale else performed

    def _expected_of_measure(self, expected):
        """How the measure's own enforcement ends."""
        measure = self.parent_id
        completed = expected.get("EN_COMPLETED", {}).get("date")
        duties = self._concrete()._deciding_obligations()
        obeyed = measure._standing_events("PM_OBEYED")[-1:]
        changed = measure._standing_events("PM_CHANGED")[-1:].date
        told = obeyed.filtered(
            lambda e: not e.automatic and (not changed or e.date >= changed)
        )
        if not duties:
            completed = told.date
        ended = measure._standing_events("PM_ENDED")[-1:]
        idle = ended and not completed and not self._standing_events("EN_CLOSED")
        return {
            "EN_COMPLETED": {"date": completed},
            "EN_CANCELLED": {
                "date": self._after_work(ended.date) if idle else None,
                "note": ended.outcome_id.name,
            },
        }
