from datetime import timedelta

from odoo import api, fields, models

from ..tools import late_interest

EXECUTION_PERIOD = ("DL-56", "DL-56N")
AWAITING_PAYMENT = ("S21_SERVED", "S22_POSTED", "S30_EXEC")
APPLICATIONS = {
    "postponement_requested",
    "reduction_requested",
    "instalments_requested",
}
ANSWERS = {"postponed", "reduced", "instalments_granted", "relief_refused"}
RESTED = {"postponed": "postponement_ended", "suspended": "resumed"}


class SanctionMoney(models.AbstractModel):
    """What is owed and what was paid on a sanction."""

    _name = "thuduc.sanction.money"
    _description = "Money of a Sanction"

    payment_ids = fields.One2many("thuduc.sanction.payment", "sanction_id")
    fine_total = fields.Float(
        string="Total fine (VND)",
        digits=(16, 0),
        compute="_compute_fine_total",
        store=True,
    )
    fine_due = fields.Float(
        string="Fine to be paid (VND)",
        digits=(16, 0),
        compute="_compute_fine_due",
        store=True,
        help="The total fine less what was reduced or exempted (Article 77).",
    )
    fine_reduction = fields.Float(string="Reduced by (VND)", digits=(16, 0))
    paid_amount = fields.Float(
        string="Paid (VND)", digits=(16, 0), compute="_compute_paid", store=True
    )
    late_paid_amount = fields.Float(
        string="Late interest paid (VND)",
        digits=(16, 0),
        compute="_compute_paid",
        store=True,
    )
    unpaid_amount = fields.Float(
        string="Still unpaid (VND)", digits=(16, 0), compute="_compute_paid", store=True
    )
    payment_state = fields.Selection(
        [
            ("none", "Nothing to pay"),
            ("unpaid", "Unpaid"),
            ("partial", "Partly paid"),
            ("paid", "Paid"),
        ],
        compute="_compute_paid",
        store=True,
        index=True,
    )
    payment_due_date = fields.Date(
        string="To be paid until", compute="_compute_payment_due_date"
    )
    late_days = fields.Integer(string="Days late", compute="_compute_late_amount")
    late_amount = fields.Float(
        string="Late interest (VND)", digits=(16, 0), compute="_compute_late_amount"
    )
    late_unpaid_amount = fields.Float(
        string="Late interest still unpaid (VND)",
        digits=(16, 0),
        compute="_compute_late_amount",
    )

    @api.depends("act_ids.fine_amount", "act_ids.main_sanction")
    def _compute_fine_total(self):
        for record in self:
            fined = record.act_ids.filtered(lambda act: act.main_sanction == "fine")
            record.fine_total = sum(fined.mapped("fine_amount"))

    @api.depends("fine_total", "fine_reduction", "decision_date")
    def _compute_fine_due(self):
        """Before the decision a fine is only proposed."""
        for record in self:
            imposed = record.fine_total if record.decision_date else 0
            record.fine_due = max(imposed - record.fine_reduction, 0)

    @api.depends(
        "fine_due",
        "payment_ids.amount",
        "payment_ids.late_amount",
        "payment_ids.state",
    )
    def _compute_paid(self):
        for record in self:
            booked = record.payment_ids.filtered(lambda p: p.state == "booked")
            paid = sum(booked.mapped("amount"))
            record.paid_amount = paid
            record.late_paid_amount = sum(booked.mapped("late_amount"))
            record.unpaid_amount = max(record.fine_due - paid, 0)
            record.payment_state = (
                "none"
                if not record.fine_due
                else "paid"
                if paid >= record.fine_due
                else "partial"
                if paid
                else "unpaid"
            )

    @api.depends("deadline_ids.date_due", "deadline_ids.state", "deadline_ids.code")
    def _compute_payment_due_date(self):
        """End of the period of execution (Article 73.1): DL-56."""
        for record in self:
            periods = record.deadline_ids.filtered(
                lambda d: d.code in EXECUTION_PERIOD and d.state != "superseded"
            )
            record.payment_due_date = max(periods.mapped("date_due"), default=False)

    @api.depends(
        "fine_due",
        "payment_due_date",
        "payment_ids.amount",
        "payment_ids.date",
        "payment_ids.state",
        "late_paid_amount",
        "event_ids.date",
        "event_ids.withdrawn",
    )
    def _compute_late_amount(self):
        """Article 78.1: per day on the unpaid part, from the day after the period."""
        today = fields.Date.context_today(self)
        for record in self:
            owed = record._late_interest_on(today)
            record.late_days = owed.days if owed else 0
            record.late_amount = owed.amount if owed else 0
            record.late_unpaid_amount = max(
                record.late_amount - record.late_paid_amount, 0
            )

    def _late_interest_on(self, day):
        """Interest owed at the end of ``day``; None while nothing is due."""
        self.ensure_one()
        due = self.payment_due_date
        if not due or not self.fine_due or day <= due:
            return None
        parameter = self.env["thuduc.sanction.parameter"]._value
        booked = self.payment_ids.filtered(lambda p: p.state == "booked")
        return late_interest(
            int(self.fine_due),
            [(payment.date, int(payment.amount)) for payment in booked],
            due,
            day,
            parameter("late_rate", due),
            pauses=self._payment_pauses(day),
            counts_payment_day=bool(parameter("late_counts_payment_day", due)),
        )

    def _payment_pauses(self, until):
        """Days that bear no interest: while an application is examined, while the
        fine is postponed or its execution suspended (Decree 118/2021, Article 20)."""
        self.ensure_one()
        events = self.event_ids.filtered(lambda e: not e.withdrawn).sorted(
            lambda e: (e.date, e.sequence)
        )
        pauses = []
        for position, event in enumerate(events):
            later = events[position + 1 :]
            if event.code in APPLICATIONS:
                ends = later.filtered(lambda e: e.code in ANSWERS)
            elif event.code in RESTED:
                ends = later.filtered(lambda e, c=event.code: e.code == RESTED[c])
            else:
                continue
            last = ends[:1].date or event.stated_date or until
            pauses.append((event.date, last))
        return pauses + self._instalment_pauses(until)

    def _instalment_pauses(self, until):
        """Paying by instalments as decided is not late (Article 79): DL-63."""
        granted = self.event_ids.filtered(
            lambda e: e.code == "instalments_granted" and not e.withdrawn
        )
        period = self.deadline_ids.filtered(
            lambda d: d.code == "DL-63" and d.state != "superseded"
        )
        ends = max(period.mapped("date_due"), default=until)
        return [(event.date, ends) for event in granted]

    # -- what users do ------------------------------------------------------------

    def action_book_payment(self):
        """Open the dialog that books a payment of what is still unpaid."""
        self.ensure_one()
        violators = self._violators()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Book a Payment"),
            "res_model": "thuduc.sanction.payment",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_sanction_id": self.id,
                "default_amount": self.unpaid_amount,
                "default_late_amount": self.late_unpaid_amount,
                "default_party_id": violators.id if len(violators) == 1 else False,
            },
        }

    @api.model
    def _cron_record_overdue(self):
        """Record that the period of execution has passed without payment.

        The day after the last day of DL-56; a payment found later with an earlier date
        takes the entry back.
        """
        late = self.env["thuduc.deadline"].search(
            [
                ("code", "in", EXECUTION_PERIOD),
                ("state", "in", ("running", "overdue")),
                ("date_due", "<", "today"),
                ("proceeding_id.stage_id.code", "in", AWAITING_PAYMENT),
            ]
        )
        for deadline in late:
            record = deadline.dossier_id.sanction_ids
            if record.fine_due and not record._last_event("payment_overdue"):
                record.record_event(
                    "payment_overdue",
                    deadline.date_due + timedelta(days=1),
                    automatic=True,
                )
