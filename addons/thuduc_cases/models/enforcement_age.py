from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models

from .enforcement import DOCKET

# How old a judgment that waits for its enforcement may be to stay in each column.
AGES = {
    "d30": timedelta(days=30),
    "d90": timedelta(days=90),
    "d180": timedelta(days=180),
    "y1": relativedelta(years=1),
    "y3": relativedelta(years=3),
}
OLDEST = "older"


class CaseEnforcement(models.Model):
    """How long a judgment has been waiting for its enforcement.

    The column of the board is stored, so that it groups and searches; the daily job
    moves only what has come of age. What is performed has no age any more.
    """

    _inherit = "thuduc.case.enforcement"

    age_date = fields.Date(
        compute="_compute_age_date",
        store=True,
        string="Waiting since",
        help="The voluntary period began, or the judgment was received to be performed "
        "at once; before that, the day of its legal effect.",
    )
    age_days = fields.Integer(compute="_compute_age_days", string="Days waiting")
    age_bucket = fields.Selection(
        [
            ("d30", "0–30 days"),
            ("d90", "31–90 days"),
            ("d180", "91–180 days"),
            ("y1", "Over 180 days"),
            ("y3", "Over 1 year"),
            (OLDEST, "Over 3 years"),
        ],
        compute="_compute_age_bucket",
        store=True,
        group_expand=True,
        string="Age",
    )

    _age_index = models.Index("(age_date) WHERE age_bucket IS NOT NULL")

    @api.depends("proceeding_id.event_ids.internal_start_date", *DOCKET)
    def _compute_age_date(self):
        for record in self:
            started = record._last_event("EN_PERIOD_STARTED", "EN_IMMEDIATE")
            record.age_date = (
                started.internal_start_date or started.date or record.effective_date
            )

    @api.depends("age_date", "proceeding_id.stage_id", "proceeding_id.date_end")
    def _compute_age_days(self):
        today = fields.Date.context_today(self)
        for record in self:
            since = record.age_date if record._is_unfinished() else False
            record.age_days = (today - since).days if since else 0

    @api.depends("age_date", "monitored", "proceeding_id.stage_id")
    def _compute_age_bucket(self):
        floors = self._age_floors()
        for record in self:
            waits = record._is_unfinished() and record.monitored == "yes"
            record.age_bucket = waits and self._bucket_of(record.age_date, floors)

    @api.model
    def _age_floors(self):
        """The earliest ``age_date`` of each column today, youngest column first."""
        today = fields.Date.context_today(self)
        return {bucket: today - age for bucket, age in AGES.items()}

    @api.model
    def _bucket_of(self, day, floors):
        if not day:
            return next(iter(floors))
        return next((b for b, floor in floors.items() if day >= floor), OLDEST)

    @api.model
    def _refresh_age_buckets(self):
        """Move what has come of age since yesterday; a week missed does no harm."""
        before = None
        floors = {**self._age_floors(), OLDEST: None}
        for bucket, floor in floors.items():
            domain = [("age_bucket", "not in", (False, bucket))]
            if floor:
                domain.append(("age_date", ">=", floor))
            if before:
                domain.append(("age_date", "<", before))
            if aged := self.with_context(active_test=False).search(domain):
                aged.write({"age_bucket": bucket})
            before = floor
