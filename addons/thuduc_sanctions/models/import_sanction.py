import re

from odoo import api, fields, models

from odoo.addons.thuduc_base.tools.register_cells import UnreadableCell, read_amount
from odoo.addons.thuduc_base.tools.register_sheet import Column
from odoo.addons.thuduc_base.tools.vietnamese import fold

COLUMNS = [
    Column("code", "Số hồ sơ", aliases=("Mã hồ sơ",)),
    Column(
        "minutes",
        "Số biên bản",
        aliases=("Số BB", "Biên bản số", "Số biên bản VPHC"),
        required=True,
    ),
    Column(
        "minutes_day",
        "Ngày lập",
        "date",
        ("Ngày lập biên bản", "Ngày biên bản", "Ngày BB"),
        required=True,
    ),
    Column("detected", "Ngày phát hiện", "date", ("Ngày vi phạm",)),
    Column(
        "violator",
        "Người vi phạm/tổ chức",
        aliases=("Người vi phạm", "Cá nhân, tổ chức vi phạm", "Họ và tên"),
        required=True,
    ),
    Column("number", "CCCD/MST", "identity", ("CCCD", "Số định danh", "MST")),
    Column("address", "Địa chỉ"),
    Column("act", "Hành vi", aliases=("Hành vi vi phạm",), required=True),
    Column(
        "provision",
        "Nghị định – điều – khoản – điểm",
        aliases=("Điều khoản áp dụng", "Căn cứ"),
    ),
    Column("field", "Lĩnh vực"),
    Column("explained", "Giải trình (ngày)", "date", ("Ngày giải trình", "Giải trình")),
    Column("verified", "Xác minh (ngày)", "date", ("Ngày xác minh", "Xác minh")),
    Column("decision", "Số QĐ", aliases=("Số quyết định", "QĐ số")),
    Column("decided", "Ngày QĐ", "date", ("Ngày quyết định", "Ngày ra QĐ")),
    Column("fine", "Mức phạt", aliases=("Tiền phạt", "Mức xử phạt")),
    Column("served", "Ngày giao QĐ", "date", ("Ngày giao quyết định", "Ngày nhận QĐ")),
    Column("paid", "Ngày nộp phạt", "date", ("Ngày nộp",)),
    Column("amount", "Số tiền đã nộp", "amount", ("Đã nộp",)),
    Column("receipt", "Số biên lai", aliases=("Biên lai", "Số chứng từ")),
    Column(
        "remedies",
        "Biện pháp khắc phục hậu quả",
        aliases=("Khắc phục hậu quả", "BPKPHQ"),
    ),
    Column("remedied", "Khắc phục xong (ngày)", "date", ("Ngày khắc phục xong",)),
    Column("supplementary", "Hình thức xử phạt bổ sung", aliases=("Phạt bổ sung",)),
    Column("coercion", "Cưỡng chế (số QĐ)", aliases=("QĐ cưỡng chế",)),
    Column("coerced", "Cưỡng chế (ngày)", "date", ("Ngày cưỡng chế", "Cưỡng chế")),
    Column("officer", "Cán bộ", aliases=("Cán bộ phụ trách", "Cán bộ thụ lý")),
    Column("unit", "Đơn vị", aliases=("Đơn vị thụ lý", "Đơn vị lập")),
    Column("ward", "Phường", aliases=("Địa điểm", "Nơi vi phạm")),
    Column("note", "Ghi chú", compared=False),
]
PROVISION = {
    "point": re.compile(r"\bdiem\s+(đ|[a-z])\b"),
    "clause": re.compile(r"\bkhoan\s+(\d+)"),
    "article": re.compile(r"\bdieu\s+(\d+[a-z]?)"),
    "decree": re.compile(r"(\d+/\d{4}/n[dđ]-cp)"),
}


class ImportSanction(models.AbstractModel):
    """The register of administrative sanctions, row by row.

    A row is known again by its code in the old register, else by the number of its
    minutes, the body in whose name they were made, and their year.
    """

    _name = "thuduc.import.mapping.sanction"
    _inherit = ["thuduc.import.mapping"]
    _description = "Mapping of the Register of Sanctions"

    @api.model
    def _columns(self):
        return COLUMNS

    @api.model
    def _parse_row(self, row, memo):
        super()._parse_row(row, memo)
        facts = row.facts
        row.title = " – ".join(filter(None, (facts["minutes"], facts["violator"])))
        agency = self._find_agency(row, memo, facts["unit"])
        facts["agency_id"] = agency.id
        facts["issuer_id"] = agency._issuer().id if agency else False
        facts["user_id"] = self._find_officer(row, memo, facts["officer"]).id
        self._check_person(row, memo, facts["violator"], facts["number"])
        self._read_fine(row)
        self._read_violation(row, memo)
        if facts["minutes"] and facts["minutes_day"]:
            row.key = facts["code"] or self._natural_key(facts)
        self._check_row(row)

    @api.model
    def _natural_key(self, facts):
        number = re.sub(r"\s+", "", facts["minutes"]).upper()
        return (number, facts["issuer_id"], facts["minutes_day"].year)

    @api.model
    def _read_fine(self, row):
        """An amount, or a warning (0)."""
        text = row.facts["fine"]
        if text and fold(text).startswith("canh cao"):
            row.facts["fine"] = 0
            return
        try:
            row.facts["fine"] = read_amount(text)
        except UnreadableCell as problem:
            column = next(column for column in COLUMNS if column.name == "fine")
            self._tell_unreadable(row, column, problem)

    @api.model
    def _check_row(self, row):
        """What cannot be, and what the register leaves open."""
        facts = row.facts
        if facts["decided"] and facts["fine"] is None:
            row.error(
                self.env._(
                    "There is a decision but “Mức phạt” is empty. Write the amount, or "
                    "“Cảnh cáo”."
                )
            )
        if facts["amount"] and not facts["paid"]:
            row.warn(
                self.env._(
                    "A payment without a full date is left out. Fill in “Ngày nộp "
                    "phạt”, or book it in the dossier."
                )
            )
        if facts["paid"] and not facts["amount"]:
            row.warn(
                self.env._(
                    "“Số tiền đã nộp” is empty: the whole fine is taken as paid."
                )
            )
        if facts["decided"] and not facts["decision"]:
            row.warn(self.env._("The number of the decision (“Số QĐ”) is missing."))

    # -- the catalogue -----------------------------------------------------------------

    @api.model
    def _read_violation(self, row, memo):
        """The catalogue's entry, where the register cites it and the fine fits."""
        facts = row.facts
        facts["field_id"] = facts["violation_type_id"] = False
        cited = self._cited(facts["provision"])
        violation = self._catalogue(memo).get(cited) or self._catalogue(memo).get(
            (*cited[:3], "")
        )
        day = facts["decided"] or facts["minutes_day"]
        if violation and day and self._fits(violation, row, day):
            facts["violation_type_id"] = violation.id
            facts["field_id"] = violation.field_id.id
            return
        field = self._lookup(memo, "thuduc.field", facts["field"])
        facts["field_id"] = field.id
        if facts["field"] and not field:
            row.warn(
                self.env._(
                    "“%(field)s” is not a known field of management; choose it in the "
                    "dossier (it decides the limitation).",
                    field=facts["field"],
                )
            )

    @api.model
    def _cited(self, text):
        folded = fold(text or "")
        found = {name: rule.search(folded) for name, rule in PROVISION.items()}
        parts = {name: match[1] if match else "" for name, match in found.items()}
        return (
            parts["decree"].upper().replace("Đ", "D"),
            parts["article"],
            parts["clause"],
            parts["point"],
        )

    @api.model
    def _catalogue(self, memo):
        """Entries by citation; what several entries share is left to people."""
        if "catalogue" not in memo:
            found = {}
            for violation in self.env["thuduc.violation.type"].search([]):
                decree = violation.document_id.number.upper().replace("Đ", "D")
                key = (
                    decree,
                    violation.article or "",
                    violation.clause or "",
                    violation.point or "",
                )
                found[key] = violation if key not in found else None
            memo["catalogue"] = found
        return memo["catalogue"]

    @api.model
    def _fits(self, violation, row, day):
        """In force on the day, and the fine within its bracket for this person."""
        if violation.date_from and day < violation.date_from:
            return False
        fine = row.facts["fine"]
        if not fine:
            return True
        organisation = self._is_organisation(row)
        factor = 1
        if (violation.base_type == "organisation") != organisation:
            double = self.env["thuduc.sanction.parameter"]._value(
                "organisation_factor", day
            )
            factor = double if organisation else 1 / double
        if violation.fine_min * factor <= fine <= violation.fine_max * factor:
            return True
        row.warn(
            self.env._(
                "The fine lies outside the bracket of %(provision)s in the catalogue; "
                "the act is taken over as it is written.",
                provision=violation.provision,
            )
        )
        return False

    @api.model
    def _is_organisation(self, row):
        values = self._person_values(row.facts["violator"] or "", None)
        return values["kind"] == "organisation"

    # -- finding and writing ---------------------------------------------------------

    @api.model
    def _prefetch(self, rows, memo):
        """Sanctions that exist already, by code and by natural key."""
        # Doubles must be found also where the user may not look.
        sanctions = self.env["thuduc.sanction"].sudo()
        numbers = {row.facts["minutes"] for row in rows if row.facts["minutes"]}
        codes = {row.facts["code"] for row in rows if row.facts["code"]}
        known = memo["known"] = {}
        for sanction in sanctions.search([("minutes_number", "in", list(numbers))]):
            facts = {
                "minutes": sanction.minutes_number,
                "issuer_id": sanction.agency_id._issuer().id,
                "minutes_day": sanction.minutes_date,
            }
            known[self._natural_key(facts)] = sanction.dossier_id.id
        for sanction in sanctions.search([("legacy_code", "in", list(codes))]):
            known[sanction.legacy_code] = sanction.dossier_id.id

    @api.model
    def _find(self, row, memo):
        return self.env["thuduc.dossier"].browse(memo["known"].get(row.key))

    @api.model
    def _apply_row(self, row, dossier, memo):
        facts = row.facts
        sanction = dossier._concrete() if dossier else self._create_sanction(row, memo)
        violator = sanction._violators()[:1]
        if dossier:
            self._update_sanction(sanction, violator, row)
        handling = self._proceeding(sanction, "sanction_handling")
        self._sync_events(
            handling,
            [
                ("minutes", facts["minutes_day"], self._paper(row, "minutes")),
                ("explanation_written", facts["explained"], {}),
                ("verification_started", facts["verified"], {}),
                ("decision_issued", facts["decided"], self._paper(row, "decision")),
            ],
            row,
        )
        execution = self._proceeding(sanction, "sanction_execution")
        later = facts["served"], facts["coerced"], facts["paid"]
        if not execution and any(later):
            row.error(
                self.env._(
                    "The decision is served, paid or coerced, but “Ngày QĐ” is empty. "
                    "Fill it in."
                )
            )
        if execution:
            self._sync_events(
                execution,
                [
                    ("served", facts["served"], {"party_id": violator.id}),
                    (
                        "coercion_decided",
                        facts["coerced"],
                        {"document_number": facts["coercion"]},
                    ),
                ],
                row,
            )
            self._sync_payment(sanction, violator, row)
        return sanction.dossier_id

    @api.model
    def _proceeding(self, sanction, code):
        return sanction.proceeding_ids.filtered(
            lambda p: p.active and p.type_id.code == code
        ).sorted("id")[-1:]

    @api.model
    def _paper(self, row, name):
        day = {"minutes": "minutes_day", "decision": "decided"}[name]
        number = row.facts[name]
        if not number:
            return {}
        return {"document_number": number, "document_date": row.facts[day]}

    @api.model
    def _create_sanction(self, row, memo):
        facts = row.facts
        values = {
            "title": facts["act"],
            "agency_id": facts["agency_id"],
            "user_id": facts["user_id"],
            "field_id": facts["field_id"],
            "date_open": facts["detected"] or facts["minutes_day"],
            "detected_at": self._midnight(facts["detected"]),
            "legacy_code": facts["code"] or False,
            "place": self._place(facts),
            "description": facts["note"],
            "maker_ids": [],
        }
        if memo["dry"]:
            # A trial run must not use up codes of the year.
            values["name"] = f"?{row.number}"
        sanction = self.env["thuduc.sanction"].create(values)
        party = self.env["thuduc.party"].create(
            {
                "dossier_id": sanction.dossier_id.id,
                "role": "violator",
                "address": facts["address"],
                **self._person_values(facts["violator"], facts["number"]),
            }
        )
        self.env["thuduc.sanction.act"].create(
            {
                "sanction_id": sanction.id,
                "party_id": party.id,
                "violation_type_id": facts["violation_type_id"],
                **self._act_values(facts),
            }
        )
        return sanction

    @api.model
    def _act_values(self, facts):
        values = {
            "description": facts["act"],
            "provision": facts["provision"],
            "remedies": facts["remedies"],
            "remedies_done_on": facts["remedied"],
            "supplementary": facts["supplementary"],
        }
        if facts["fine"] is not None:
            values["main_sanction"] = "fine" if facts["fine"] else "warning"
            values["fine_amount"] = facts["fine"]
        return values

    @api.model
    def _place(self, facts):
        return f"Phường {facts['ward']}" if facts["ward"] else False

    @api.model
    def _midnight(self, day):
        """The day's first instant in the office, as stored: the hour is not known."""
        if not day:
            return False
        moment = fields.Datetime.to_datetime(day)
        return self.env["thuduc.deadline"]._to_utc(moment)

    @api.model
    def _update_sanction(self, sanction, violator, row):
        facts = row.facts
        self._write_differing(
            sanction, {"title": facts["act"], "place": self._place(facts)}, row
        )
        event = sanction._last_event("detected")
        if facts["detected"] and event.date != facts["detected"]:
            row.changes.append(
                f"{event.type_id.name or self.env._('Found at')}: "
                f"{self._readable(event.date)} → {self._readable(facts['detected'])}"
            )
            sanction.detected_at = self._midnight(facts["detected"])
        if violator:
            person = self._person_values(facts["violator"], facts["number"])
            self._write_differing(
                violator, {**person, "address": facts["address"]}, row
            )
        if len(sanction.act_ids) == 1:
            self._write_differing(sanction.act_ids, self._act_values(facts), row)

    @api.model
    def _sync_payment(self, sanction, violator, row):
        """Book the payment of the register; a wrong booking is cancelled first."""
        facts = row.facts
        fine = int(sanction.fine_due)
        paid = facts["amount"] or fine
        if not facts["paid"] or not paid:
            return
        receipt = facts["receipt"] or self.env._("not stated")
        booked = sanction.payment_ids.filtered(lambda p: p.state == "booked")
        same = booked.filtered(lambda p: p.receipt_number == receipt)
        if any(
            p.date == facts["paid"] and p.amount + p.late_amount == paid for p in booked
        ):
            return
        if same:
            same.cancel(self.env._("Corrected by the register, row %s.", row.number))
        if sanction.payment_ids or row.changes or booked:
            row.changes.append(f"{receipt}: {facts['paid']:%d/%m/%Y}, {paid:,}")
        self.env["thuduc.sanction.payment"].create(
            {
                "sanction_id": sanction.id,
                "party_id": violator.id,
                "date": facts["paid"],
                "amount": min(paid, fine),
                "late_amount": max(paid - fine, 0),
                "receipt_number": receipt,
            }
        )
