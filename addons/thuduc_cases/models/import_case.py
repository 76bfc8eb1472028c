import re

from odoo import api, fields, models

from odoo.addons.thuduc_base.tools.register_cells import (
    UnreadableCell,
    find_date,
    read_date,
)
from odoo.addons.thuduc_base.tools.register_sheet import Column
from odoo.addons.thuduc_base.tools.vietnamese import fold

COLUMNS = [
    Column("code", "Số hồ sơ", aliases=("Mã hồ sơ",)),
    Column(
        "plaintiff",
        "Người khởi kiện",
        aliases=(
            "Người khởi kiện Họ và tên / Tên tổ chức",
            "Họ và tên người khởi kiện",
            "Họ và tên / Tên tổ chức",
        ),
        required=True,
    ),
    Column("birth_year", "Năm sinh", "year"),
    Column("number", "CCCD/MST", "identity", ("CCCD", "Số định danh")),
    Column("address", "Địa chỉ"),
    Column("defendant", "Người bị kiện", required=True),
    Column(
        "object",
        "Đối tượng khởi kiện (QĐ số, ngày)",
        aliases=("Đối tượng khởi kiện", "QĐ bị kiện"),
        required=True,
        may_be_blank=True,
    ),
    Column("field", "Lĩnh vực"),
    Column("court", "Tòa án", aliases=("Tòa án thụ lý", "Tòa sơ thẩm"), required=True),
    Column(
        "docket",
        "Số thụ lý",
        aliases=("Sơ thẩm Số thụ lý", "Số thụ lý sơ thẩm"),
        required=True,
    ),
    Column(
        "accepted",
        "Ngày thụ lý",
        "date",
        ("Sơ thẩm Ngày thụ lý", "Ngày thụ lý sơ thẩm"),
        required=True,
    ),
    Column(
        "received",
        "Ngày nhận thông báo",
        "date",
        ("Ngày nhận thông báo thụ lý", "Ngày nhận TBTL"),
    ),
    Column(
        "opinion",
        "Ngày gửi văn bản ý kiến",
        "date",
        ("Ngày gửi ý kiến", "Ngày nộp văn bản ý kiến"),
    ),
    Column(
        "brought",
        "Ngày QĐ đưa ra xét xử",
        "date",
        ("Ngày QĐ đưa vụ án ra xét xử", "QĐ đưa ra xét xử"),
    ),
    Column(
        "judged",
        "Ngày xét xử/tuyên án",
        "date",
        ("Ngày tuyên án sơ thẩm", "Sơ thẩm Ngày tuyên án"),
    ),
    Column(
        "judgment",
        "Số bản án/QĐ",
        aliases=("Sơ thẩm Số bản án", "Số bản án sơ thẩm"),
    ),
    Column("result", "Kết quả", aliases=("Sơ thẩm Kết quả", "Kết quả sơ thẩm")),
    Column("present", "UBND có mặt", "flag", ("UBND có mặt khi tuyên án",)),
    Column(
        "judgment_received",
        "Ngày nhận bản án",
        "date",
        ("Ngày nhận bản án sơ thẩm", "Ngày nhận bản án/QĐ"),
    ),
    Column("effective", "Ngày có hiệu lực", "date", ("Sơ thẩm Ngày có hiệu lực",)),
    Column("appeal", "Kháng cáo/ngày", aliases=("Kháng cáo, kháng nghị", "Kháng cáo")),
    Column("appeal_court", "Tòa phúc thẩm", aliases=("Phúc thẩm Tòa án",)),
    Column(
        "appeal_docket",
        "Thụ lý phúc thẩm (số)",
        aliases=("Phúc thẩm Số thụ lý", "Số thụ lý phúc thẩm"),
    ),
    Column(
        "appeal_accepted",
        "Thụ lý phúc thẩm (ngày)",
        "date",
        ("Phúc thẩm Ngày thụ lý", "Ngày thụ lý phúc thẩm"),
    ),
    Column(
        "appeal_judgment",
        "Bản án phúc thẩm (số)",
        aliases=("Phúc thẩm Số bản án", "Số bản án phúc thẩm"),
    ),
    Column(
        "appeal_judged",
        "Bản án phúc thẩm (ngày)",
        "date",
        ("Phúc thẩm Ngày tuyên án", "Ngày tuyên án phúc thẩm"),
    ),
    Column(
        "appeal_result",
        "Kết quả phúc thẩm",
        aliases=("Phúc thẩm Kết quả",),
    ),
    Column(
        "effective_received",
        "Ngày nhận bản án có hiệu lực",
        "date",
        ("Thi hành án Ngày nhận bản án có hiệu lực",),
    ),
    Column("order", "QĐ buộc THA (số)", aliases=("QĐ buộc THA", "Số QĐ buộc THA")),
    Column("ordered", "Ngày nhận QĐ buộc THA", "date"),
    Column("done", "Thi hành xong ngày", "date", ("Ngày thi hành xong",)),
    Column("officer", "Cán bộ phụ trách", aliases=("Cán bộ",)),
    Column("unit", "Đơn vị", aliases=("Đơn vị thụ lý", "Đơn vị tham mưu")),
    Column("note", "Ghi chú", compared=False),
]
NUMBER = re.compile(r"(?:QĐ|Quyết định)\s*(?:số)?\s*([\w./-]*\d[\w./-]*)", re.I)
# What a result of the register is called in the product: words that it must hold.
RESULTS = (
    ("TERM_B", "FI_TERMINATED", ("dinh chi", "rut don")),
    (None, "FI_TERMINATED", ("dinh chi",)),
    ("FI_PART", "FI_JUDGMENT_PRONOUNCED", ("mot phan",)),
    ("FI_REJECTED", "FI_JUDGMENT_PRONOUNCED", ("bac",)),
    ("FI_ACCEPTED", "FI_JUDGMENT_PRONOUNCED", ("chap nhan",)),
)
APPEAL_RESULTS = (
    ("AP_UPHELD", "AP_JUDGMENT", ("giu nguyen",)),
    ("AP_ANNULLED", "AP_JUDGMENT", ("huy", "dinh chi")),
    ("AP_RETRIAL", "AP_JUDGMENT", ("huy",)),
    ("AP_AMENDED_PART", "AP_JUDGMENT", ("sua", "mot phan")),
    ("AP_AMENDED_WIN", "AP_JUDGMENT", ("sua", "bac")),
    ("AP_AMENDED_LOSE", "AP_JUDGMENT", ("sua", "chap nhan")),
    (None, "AP_TERMINATED", ("dinh chi",)),
)
APPELLANTS = (
    ("FI_PROTEST", ("khang nghi", "vks", "vien kiem sat")),
    ("FI_APPEAL_OWN", ("bi kien", "nbk", "ubnd", "uy ban")),
    ("FI_APPEAL_OTHER", ("khoi kien", "nkk", "lien quan", "nlq", "duong su")),
)
COMPLAINTS = (
    ("lan hai", "complaint_second"),
    ("giai quyet khieu nai", "complaint_first"),
)


class ImportCase(models.AbstractModel):
    """The register of administrative lawsuits, row by row.

    A row is known again by its code in the old register, else by court and docket
    number of the first instance. Effect of a judgment that nobody appealed is not
    typed in registers: it follows from the windows of appeal (LTTHC 215).
    """

    _name = "thuduc.import.mapping.case"
    _inherit = ["thuduc.import.mapping"]
    _description = "Mapping of the Register of Lawsuits"

    @api.model
    def _columns(self):
        return COLUMNS

    # -- reading -------------------------------------------------------------------

    @api.model
    def _parse_row(self, row, memo):
        super()._parse_row(row, memo)
        facts = row.facts
        row.title = " – ".join(
            filter(None, (facts["code"] or facts["docket"], facts["plaintiff"]))
        )
        facts["agency_id"] = self._find_agency(row, memo, facts["unit"]).id
        facts["user_id"] = self._find_officer(row, memo, facts["officer"]).id
        facts["court_id"] = self._find_court(row, memo, "court").id
        facts["appeal_court_id"] = self._find_court(row, memo, "appeal_court").id
        facts["field_id"] = self._find_field(row, memo).id
        self._check_person(row, memo, facts["plaintiff"], facts["number"])
        self._read_defendant(row, memo)
        self._read_object(row)
        self._read_result(row, memo, "judged", "result", RESULTS)
        self._read_result(row, memo, "appeal_judged", "appeal_result", APPEAL_RESULTS)
        self._read_appeal(row)
        row.key = facts["code"] or self._natural_key(facts)
        self._check_docket(row, memo)

    @api.model
    def _natural_key(self, facts):
        if not (facts["court_id"] and facts["docket"]):
            return None
        return (facts["court_id"], re.sub(r"\s+", "", facts["docket"]).lower())

    @api.model
    def _find_court(self, row, memo, name):
        text = row.facts[name]
        court = self._lookup(memo, "thuduc.court", text, names=("name", "short_name"))
        if text and not court:
            row.error(
                self.env._(
                    "Court “%(court)s” is not in the list of courts. Write its name as "
                    "it stands there.",
                    court=text,
                )
            )
        return court

    @api.model
    def _find_field(self, row, memo):
        """“Đất đai – thu hồi đất” is the narrower one, else the wider one."""
        text = row.facts["field"]
        parts = [text, *reversed(re.split(r"\s[–-]\s", text or ""))]
        for part in parts:
            found = self._lookup(memo, "thuduc.field", part)
            if found:
                return found
        if text:
            row.warn(
                self.env._(
                    "“%(field)s” is not a known field of management; choose it in the "
                    "dossier.",
                    field=text,
                )
            )
        return self.env["thuduc.field"]

    @api.model
    def _read_defendant(self, row, memo):
        """The committee or its chairman; a body that is not listed stays in words."""
        facts = row.facts
        text = facts["defendant"] or ""
        chairman = fold(text).startswith("chu tich ")
        facts["capacity"] = "person" if chairman else "organ"
        body = text.split(" ", 2)[-1] if chairman else text
        agency = self._lookup(memo, "thuduc.agency", body, names=("name", "code"))
        if not agency:
            unit = self.env["thuduc.agency"].browse(facts["agency_id"])
            agency = unit._issuer() if unit else unit
            row.warn(
                self.env._(
                    "“%(name)s” is not in the list of agencies: %(agency)s is entered "
                    "as defendant. Correct it in the dossier.",
                    name=body,
                    agency=agency.name,
                )
            )
        facts["defendant_id"] = agency.id

    @api.model
    def _read_object(self, row):
        """Number, date and subject of the decision that is challenged."""
        text = row.facts["object"] or ""
        number = NUMBER.search(text)
        try:
            day = find_date(text)
        except UnreadableCell:
            day = None
        folded = fold(text)
        kind = next((kind for words, kind in COMPLAINTS if words in folded), "decision")
        if not number and folded.startswith("hanh vi"):
            kind = "omission" if "khong" in folded else "act"
        row.facts["object_values"] = {
            "kind": kind,
            "number": number[1] if number else False,
            "date": day,
            "excerpt": text or False,
        }

    @api.model
    def _read_result(self, row, memo, day, name, known):
        """What the court decided: the event and its outcome."""
        facts = row.facts
        folded = f" {fold(facts[name] or '')} "
        found = next(
            (
                (outcome, event)
                for outcome, event, words in known
                if all(word in folded for word in words)
            ),
            None,
        )
        if facts[name] and not found:
            row.warn(
                self.env._(
                    "Result “%(result)s” was not understood: the judgment is recorded "
                    "without its outcome. Choose it in the dossier.",
                    result=facts[name],
                )
            )
        outcome, event = found or (None, known[1 if day == "judged" else 0][1])
        if not found and day == "judged":
            event = "FI_JUDGMENT_PRONOUNCED"
        facts[f"{day}_event"] = event
        facts[f"{day}_outcome_id"] = self._outcome(memo, outcome).id

    @api.model
    def _outcome(self, memo, code):
        if "outcomes" not in memo:
            outcomes = self.env["thuduc.case.outcome"].search([])
            memo["outcomes"] = {outcome.code: outcome for outcome in outcomes}
        return memo["outcomes"].get(code, self.env["thuduc.case.outcome"])

    @api.model
    def _read_appeal(self, row):
        """Who appealed, and when, from one cell: “Người bị kiện - 02/10/2023”."""
        facts, text = row.facts, row.facts["appeal"]
        facts["appeal_event"] = facts["appealed"] = None
        if not text or fold(text) in ("khong", "khong khang cao"):
            return
        column = next(column for column in COLUMNS if column.name == "appeal")
        try:
            facts["appealed"] = find_date(text) or read_date(text)
        except UnreadableCell as problem:
            self._tell_unreadable(row, column, problem)
            return
        folded = fold(text)
        facts["appeal_event"] = next(
            (code for code, words in APPELLANTS if any(w in folded for w in words)),
            None,
        )
        if not facts["appeal_event"]:
            row.error(
                self.env._(
                    "“%(column)s”: “%(text)s” does not say who appealed. Write e.g. "
                    "“Người khởi kiện - 02/10/2025”.",
                    column=column.heading,
                    text=text,
                )
            )

    @api.model
    def _check_docket(self, row, memo):
        """One docket number of a court is one lawsuit, whatever its code."""
        key = self._natural_key(row.facts)
        other = memo.setdefault("dockets", {}).setdefault(key, row) if key else row
        if other.key != row.key:
            row.error(
                self.env._(
                    "Docket number %(docket)s of this court is that of row %(row)s "
                    "already. Check the number.",
                    docket=row.facts["docket"],
                    row=other.number,
                )
            )

    # -- finding and writing ---------------------------------------------------------

    @api.model
    def _prefetch(self, rows, memo):
        """Lawsuits that exist already, by code and by docket number."""
        codes = [row.facts["code"] for row in rows if row.facts["code"]]
        dockets = [row.facts["docket"] for row in rows if row.facts["docket"]]
        known = memo["known"] = {}
        # Doubles must be found also where the user may not look.
        rounds = self.env["thuduc.case.round"].sudo()
        for record in rounds.search(
            [("docket_no", "in", dockets), ("round_type", "=", "FI")]
        ):
            facts = {"court_id": record.court_id.id, "docket": record.docket_no}
            known[self._natural_key(facts)] = record.dossier_id
        dossiers = self.env["thuduc.dossier"].sudo()
        for dossier in dossiers.search(
            [("kind", "=", "case"), ("legacy_code", "in", codes)]
        ):
            known[dossier.legacy_code] = dossier

    @api.model
    def _find(self, row, memo):
        facts, known = row.facts, memo["known"]
        by_docket = known.get(self._natural_key(facts))
        found = known.get(facts["code"]) or by_docket
        if found and by_docket and found != by_docket:
            row.error(
                self.env._(
                    "Docket number %(docket)s of this court belongs to dossier "
                    "%(dossier)s. Check the number.",
                    docket=facts["docket"],
                    dossier=by_docket.name,
                )
            )
        return self.env["thuduc.dossier"].browse(found.id if found else None)

    @api.model
    def _apply_row(self, row, dossier, memo):
        case = dossier._concrete() if dossier else self._create_case(row, memo)
        if dossier:
            self._update_case(case, row)
        first = case.round_ids.filtered(lambda r: r.round_type == "FI")[:1]
        self._write_differing(
            first,
            {"court_id": row.facts["court_id"], "docket_no": row.facts["docket"]},
            row,
        )
        self._sync_first_instance(first.proceeding_id, row)
        self._sync_appeal(case, row)
        self._sync_enforcement(case, first.proceeding_id, row)
        return case.dossier_id

    @api.model
    def _create_case(self, row, memo):
        facts = row.facts
        values = {
            "title": self._title(facts),
            "agency_id": facts["agency_id"],
            "user_id": facts["user_id"],
            "field_id": facts["field_id"],
            "original_agency_id": facts["defendant_id"],
            "defendant_capacity": facts["capacity"],
            "legacy_code": facts["code"] or False,
            "date_open": facts["received"] or facts["accepted"],
            "party_ids": [
                fields.Command.create(self._plaintiff_values(facts)),
                fields.Command.create(
                    {
                        "role": "defendant",
                        "kind": "agency",
                        "name": facts["defendant"],
                        "agency_id": facts["defendant_id"],
                    }
                ),
            ],
            "object_ids": [
                fields.Command.create(
                    {**facts["object_values"], "issuer_id": facts["defendant_id"]}
                )
            ],
        }
        if memo["dry"]:
            # A trial run must not use up codes of the year.
            values["name"] = f"?{row.number}"
        return self.env["thuduc.case"].create(values)

    @api.model
    def _title(self, facts):
        return f"{facts['plaintiff']} – {facts['object'] or facts['docket']}"

    @api.model
    def _plaintiff_values(self, facts):
        born = facts["birth_year"]
        return {
            "role": "plaintiff",
            "address": facts["address"],
            "note": self.env._("Born in %s", born) if born else False,
            **self._person_values(facts["plaintiff"], facts["number"]),
        }

    @api.model
    def _update_case(self, case, row):
        facts = row.facts
        self._write_differing(case, {"title": self._title(facts)}, row)
        plaintiff = case.party_ids.filtered(lambda p: p.role == "plaintiff")[:1]
        if plaintiff:
            values = self._plaintiff_values(facts)
            values.pop("note")
            self._write_differing(plaintiff, values, row)
        if len(case.object_ids) == 1:
            self._write_differing(case.object_ids, facts["object_values"], row)

    # -- the dockets -------------------------------------------------------------------

    @api.model
    def _sync_first_instance(self, proceeding, row):
        facts = row.facts
        terminated = facts["judged_event"] == "FI_TERMINATED"
        judgment = {
            "document_number": facts["judgment"],
            "outcome_id": facts["judged_outcome_id"],
        }
        if not terminated and facts["present"] is not None:
            judgment["agency_presence"] = "present" if facts["present"] else "absent"
        received = "FI_DECISION_RECEIVED" if terminated else "FI_JUDGMENT_RECEIVED"
        effect = "FI_TERMINATION_EFFECTIVE" if terminated else "FI_EFFECTIVE"
        wanted = [
            ("FI_ACCEPTED", facts["accepted"], {"document_number": facts["docket"]}),
            ("FI_NOTICE_RECEIVED", facts["received"], {}),
            ("FI_OPINION_SENT", facts["opinion"], {}),
            ("FI_TRIAL_DECISION", facts["brought"], {}),
            (facts["judged_event"], facts["judged"], judgment),
            (received, facts["judgment_received"], {}),
            (effect, facts["effective"], {}),
        ]
        self._sync_events(
            proceeding, [w for w in wanted if w[0] != "FI_EFFECTIVE"], row
        )
        if facts["appeal_event"]:
            appeal = [
                (facts["appeal_event"], facts["appealed"], {"note": facts["appeal"]})
            ]
            self._sync_events(proceeding, appeal, row)
            self._tell_late_appeal(proceeding, row)
        elif not terminated:
            self._sync_effect(proceeding, row)

    @api.model
    def _tell_late_appeal(self, proceeding, row):
        appeal = proceeding._standing_events(row.facts["appeal_event"])
        if appeal and appeal[-1:]._is_late_appeal():
            row.warn(
                self.env._(
                    "The appeal of %(date)s is late. Note the reason in the dossier "
                    "and attach the proof (Article 207 LTTHC).",
                    date=f"{row.facts['appealed']:%d/%m/%Y}",
                )
            )

    @api.model
    def _sync_effect(self, proceeding, row):
        """Effect as the register says, else as it follows from the windows of appeal;
        then the copy of the effective judgment."""
        facts = row.facts
        day = facts["effective"]
        if day:
            self._sync_events(proceeding, [("FI_EFFECTIVE", day, {})], row)
        else:
            follows = proceeding._effective_on()
            if follows and follows <= self._today():
                proceeding._sync_automatic("FI_EFFECTIVE", follows)
        copy = facts["effective_received"]
        if copy and not proceeding._standing_events("FI_EFFECTIVE"):
            row.warn(
                self.env._(
                    "The judgment was received as effective, but from when it has effect "
                    "cannot be told: fill in “Ngày nhận bản án” (the agency was absent) "
                    "or “Ngày có hiệu lực”. Its enforcement is left out."
                )
            )
        self._sync_events(proceeding, [("FI_EFFECTIVE_COPY_RECEIVED", copy, {})], row)

    @api.model
    def _sync_appeal(self, case, row):
        facts = row.facts
        later = facts["appeal_accepted"], facts["appeal_judged"]
        appeal = case.round_ids.filtered(lambda r: r.active and r.round_type == "AP")[
            :1
        ]
        if not appeal:
            if any(later):
                row.error(
                    self.env._(
                        "There is an appeal round but “Kháng cáo/ngày” is empty. Write "
                        "who appealed and when."
                    )
                )
            return
        self._write_differing(
            appeal,
            {
                "court_id": facts["appeal_court_id"],
                "docket_no": facts["appeal_docket"],
            },
            row,
        )
        judgment = {
            "document_number": facts["appeal_judgment"],
            "outcome_id": facts["appeal_judged_outcome_id"],
        }
        accepted = {"document_number": facts["appeal_docket"]}
        self._sync_events(
            appeal.proceeding_id,
            [
                ("AP_ACCEPTED", facts["appeal_accepted"], accepted),
                (facts["appeal_judged_event"], facts["appeal_judged"], judgment),
                ("AP_JUDGMENT_RECEIVED", facts["effective_received"], {}),
            ],
            row,
        )

    @api.model
    def _sync_enforcement(self, case, first, row):
        facts = row.facts
        wanted = [
            (
                "EN_FORCED_RECEIVED",
                facts["ordered"],
                {"document_number": facts["order"]},
            ),
            ("EN_COMPLETED", facts["done"], {}),
        ]
        if not any(day for _code, day, _values in wanted):
            return
        enforcement = case.enforcement_ids.filtered("active")[-1:]
        if enforcement:
            self._sync_events(enforcement.proceeding_id, wanted, row)
            return
        row.warn(
            self.env._(
                "Enforcement is noted, but no effective judgment from which it could "
                "follow. Complete the dossier, then record the enforcement there."
            )
        )
