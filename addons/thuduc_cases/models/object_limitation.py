from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.thuduc_base.tools import numeric_date

# What is challenged decides which period to sue applies (LTTHC 116.2-3).
RULE_OF = {
    "complaint_first": "PL-02",
    "complaint_second": "PL-02",
    "voters": False,
    "related": False,
    "normative": False,
}


def _cited(provision):
    """The provision as Vietnamese papers cite it, whatever the reader's language."""
    parts = [
        f"điểm {provision.point}" if provision.point else "",
        f"khoản {provision.clause}" if provision.clause else "",
        f"Điều {provision.article} Luật Tố tụng hành chính",
    ]
    return " ".join(part for part in parts if part)


class CaseObject(models.Model):
    """Whether the plaintiff sued in time (LTTHC 116).

    One year from the day on which he received or knew of the decision; the length is
    that of the rule in force then. What the law leaves out is added at the end. The
    day of filing is that of the postmark (120.3). Too late is a ground of termination
    (143.1.g) that the written opinion pleads.
    """

    _inherit = "thuduc.case.object"

    limitation_code = fields.Selection(
        [
            ("PL-01", "Decision or act received or known"),
            ("PL-02", "Decision on a complaint received or known"),
            ("PL-03", "Complaint not answered in its period"),
        ],
        string="Period to sue runs from",
        compute="_compute_limitation_code",
        store=True,
        readonly=False,
        precompute=True,
    )
    known_date = fields.Date(
        string="Received or known on",
        help="For an unanswered complaint: the last day of the period to answer it.",
    )
    known_proof = fields.Char(
        string="Proof of it", help="Minutes of delivery, receipt, posting, statement."
    )
    exclusion_ids = fields.One2many(
        "thuduc.case.limitation.exclusion", "object_id", string="Days left out"
    )
    petition_date = fields.Date(
        compute="_compute_limitation",
        string="Petition filed (postmark)",
        help="From the docket: “Petition filed”.",
    )
    limitation_date = fields.Date(
        compute="_compute_limitation", string="Last day to sue"
    )
    limitation_days_late = fields.Integer(compute="_compute_limitation")
    limitation_state = fields.Selection(
        [("in_time", "In time"), ("late", "Too late"), ("unknown", "Unknown")],
        compute="_compute_limitation",
        string="Limitation",
    )
    limitation_result = fields.Char(compute="_compute_limitation", string="Result")

    @api.depends("kind")
    def _compute_limitation_code(self):
        for record in self:
            record.limitation_code = RULE_OF.get(record.kind, "PL-01")

    @api.depends(
        "case_id.dossier_id.event_ids.date",
        "case_id.dossier_id.event_ids.withdrawn",
        "exclusion_ids.date_from",
        "exclusion_ids.date_to",
        "known_date",
        "limitation_code",
    )
    def _compute_limitation(self):
        for record in self:
            filed = record.case_id._petition_filed_on()
            last = record._last_day_to_sue()
            late = (filed - last).days if filed and last else 0
            state = "unknown"
            if filed and last:
                state = "late" if late > 0 else "in_time"
            record.petition_date = filed
            record.limitation_date = last
            record.limitation_days_late = max(late, 0)
            record.limitation_state = state
            record.limitation_result = record._limitation_result(state, late)

    def _limitation_result(self, state, late):
        if state == "late":
            return self.env._("Late by %s day(s)", late)
        if state == "in_time":
            return self.env._("In time")
        if not self.limitation_code:
            return self.env._("No such period for this object")
        if not self.known_date:
            return self.env._("Unknown: when did the plaintiff receive or know of it?")
        if not self.limitation_date:
            return self.env._("Unknown: the period is not in the table of deadlines.")
        return self.env._("Unknown: when was the petition filed?")

    def _limitation_rule(self):
        """The period to sue in force on the day of knowledge, if the table has it."""
        self.ensure_one()
        # The law's periods are everybody's to know; rules are read for the check.
        rules = (
            self.env["thuduc.deadline.rule"]
            .sudo()
            .search([("code", "=", self.limitation_code)])
        )
        day = self.known_date
        return rules.filtered(lambda r: r._in_force(day))[:1] if day else rules[:1]

    def _last_day_to_sue(self):
        self.ensure_one()
        rule = self.limitation_code and self.known_date and self._limitation_rule()
        if not rule:
            return False
        count = self.env["thuduc.calendar.day"]._count
        period = count(self.known_date, rule.amount, rule.unit)
        excluded = self._days_excluded(period.nominal)
        return count(period.nominal, excluded, "day").due if excluded else period.due

    def _days_excluded(self, nominal):
        """How many days are left out: each once, and only those before the end."""
        end, counted_to, days = nominal, self.known_date, 0
        for span in self.exclusion_ids.sorted("date_from"):
            begin = max(span.date_from, fields.Date.add(counted_to, days=1))
            if begin > end or span.date_to < begin:
                continue
            length = (span.date_to - begin).days + 1
            days += length
            counted_to = span.date_to
            end = fields.Date.add(end, days=length)
        return days

    def _limitation_plea(self):
        """The sentence of the written opinion on this object (in Vietnamese)."""
        self.ensure_one()
        if self.limitation_state == "unknown":
            return ""
        rule = self._limitation_rule()
        known = numeric_date(self.known_date)
        basis = f" theo {_cited(rule.provision_id)}" if rule.provision_id else ""
        excluded = (
            f", đã trừ {self._days_excluded(self.limitation_date)} ngày không tính vào "
            "thời hiệu"
            if self.exclusion_ids
            else ""
        )
        facts = (
            f"người khởi kiện nhận được hoặc biết được {self._cited()} ngày {known}; "
            f"thời hiệu khởi kiện{basis} kết thúc ngày "
            f"{numeric_date(self.limitation_date)}{excluded}; đơn khởi kiện nộp ngày "
            f"{numeric_date(self.petition_date)}"
        )
        if self.limitation_state == "in_time":
            return f"{facts}, trong thời hiệu khởi kiện."
        return (
            f"{facts}, quá thời hiệu {self.limitation_days_late} ngày. Đề nghị Tòa án "
            "đình chỉ giải quyết vụ án theo điểm g khoản 1 Điều 143 Luật Tố tụng hành "
            "chính."
        )

    @api.constrains("date", "kind", "known_date")
    def _check_known_date(self):
        """Nobody receives a decision before it is made."""
        for record in self:
            made = record.date if record.limitation_code != "PL-03" else False
            if made and record.known_date and record.known_date < made:
                raise ValidationError(
                    self.env._(
                        "The plaintiff cannot have received or known of it on "
                        "%(known)s: it is dated %(made)s. Check both dates.",
                        known=numeric_date(record.known_date),
                        made=numeric_date(made),
                    )
                )

    # -- the docket follows -----------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records.filtered("known_date")._sync_docket()
        return records

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"known_date", "kind", "limitation_code", "case_id"}:
            self._sync_docket()
        return result

    def unlink(self):
        cases = self.filtered("known_date").case_id
        result = super().unlink()
        cases.proceeding_ids._sync_consequences()
        return result

    def _sync_docket(self):
        self.case_id.proceeding_ids._sync_consequences()
