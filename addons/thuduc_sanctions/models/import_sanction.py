import re

from odoo import api, fields, models

from odoo.addons.thuduc_base.tools.register_cells import UnreadableCell, read_amount
from odoo.addons.thuduc_base.tools.vietnamese import fold

from .import_sanction_columns import COLUMNS


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
            "detected_at": self._noon(facts["detected"]),
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
    def _noon(self, day):
        """The hour is not known: noon in the office, the same day everywhere."""
        if not day:
            return False
        moment = fields.Datetime.to_datetime(day).replace(hour=12)
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
            sanction.detected_at = self._noon(facts["detected"])
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
