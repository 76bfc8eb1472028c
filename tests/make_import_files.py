"""Make the two registers that ``make demo-import`` and the import tests load.

They stand for the Excel registers which an office keeps before it has this product:
300 lawsuits and 1,000 sanctions of 2023 to 2026, with headings, notes and mistakes as
found in such files. All people are invented. The result depends on ``SEED`` alone:

    python tests/make_import_files.py

What is wrong on purpose, and must be found by the check before an import: dates in
five notations, dates of which only the month is known, missing dates and numbers,
personal numbers whose leading zero Excel has eaten, spaces where none belong, names
with tones set either way (Hoà, Hòa), upper case names, amounts with "đ", records typed
twice, and a few that contradict themselves (a decision dated before its minutes).
"""

import random
import sys
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from import_files.dirt import Typist  # noqa: E402
from import_files.lawsuits import Lawsuits  # noqa: E402
from import_files.people import words  # noqa: E402
from import_files.sanctions import Sanctions  # noqa: E402
from import_files.sheet import save_register  # noqa: E402

SEED = 20261120
OFFICERS = ("Nguyễn Thị Thu Hà", "Bùi Thanh Sơn", "Phan Thị Bích Trâm", "Lý Quốc Hưng")
LAWSUIT_COLUMNS = (
    (None, "STT", 5, None),
    (None, "Số hồ sơ", 14, "code"),
    ("Người khởi kiện", "Họ và tên / Tên tổ chức", 26, "plaintiff"),
    ("Người khởi kiện", "Năm sinh", 8, "birth_year"),
    ("Người khởi kiện", "CCCD/MST", 16, "number"),
    ("Người khởi kiện", "Địa chỉ", 38, "address"),
    (None, "Người bị kiện", 26, "defendant"),
    (None, "Đối tượng khởi kiện (QĐ số, ngày)", 40, "object"),
    (None, "Lĩnh vực", 20, "field"),
    ("Sơ thẩm", "Tòa án", 26, "court"),
    ("Sơ thẩm", "Số thụ lý", 18, "docket"),
    ("Sơ thẩm", "Ngày thụ lý", 12, "accepted"),
    ("Sơ thẩm", "Ngày nhận thông báo", 12, "received"),
    ("Sơ thẩm", "Ngày gửi văn bản ý kiến", 12, "opinion"),
    ("Sơ thẩm", "Ngày QĐ đưa ra xét xử", 12, "brought"),
    ("Sơ thẩm", "Ngày xét xử/tuyên án", 12, "judged"),
    ("Sơ thẩm", "Số bản án/QĐ", 18, "judgment"),
    ("Sơ thẩm", "Kết quả", 28, "result"),
    ("Sơ thẩm", "UBND có mặt", 8, "present"),
    ("Sơ thẩm", "Ngày nhận bản án", 12, "judgment_received"),
    ("Sơ thẩm", "Ngày có hiệu lực", 12, "effective"),
    ("Phúc thẩm", "Kháng cáo/ngày", 24, "appeal"),
    ("Phúc thẩm", "Tòa phúc thẩm", 26, "appeal_court"),
    ("Phúc thẩm", "Số thụ lý", 18, "appeal_docket"),
    ("Phúc thẩm", "Ngày thụ lý", 12, "appeal_accepted"),
    ("Phúc thẩm", "Số bản án", 18, "appeal_judgment"),
    ("Phúc thẩm", "Ngày tuyên án", 12, "appeal_judged"),
    ("Phúc thẩm", "Kết quả", 28, "appeal_result"),
    ("Thi hành án", "Ngày nhận bản án có hiệu lực", 12, "effective_received"),
    ("Thi hành án", "QĐ buộc THA (số)", 16, "order"),
    ("Thi hành án", "Ngày nhận QĐ buộc THA", 12, "ordered"),
    ("Thi hành án", "Thi hành xong ngày", 12, "done"),
    (None, "Cán bộ phụ trách", 20, "officer"),
    (None, "Đơn vị", 24, "unit"),
    (None, "Ghi chú", 30, "note"),
)
SANCTION_COLUMNS = (
    (None, "STT", 5, None),
    ("Biên bản VPHC", "Số biên bản", 14, "minutes"),
    ("Biên bản VPHC", "Ngày lập", 12, "minutes_day"),
    ("Biên bản VPHC", "Ngày phát hiện", 12, "detected"),
    ("Người vi phạm", "Người vi phạm/tổ chức", 30, "violator"),
    ("Người vi phạm", "CCCD/MST", 16, "number"),
    ("Người vi phạm", "Địa chỉ", 38, "address"),
    (None, "Hành vi", 44, "act"),
    (None, "Nghị định – điều – khoản – điểm", 34, "provision"),
    (None, "Lĩnh vực", 18, "field"),
    (None, "Giải trình (ngày)", 12, "explained"),
    (None, "Xác minh (ngày)", 12, "verified"),
    ("Quyết định xử phạt", "Số QĐ", 14, "decision"),
    ("Quyết định xử phạt", "Ngày QĐ", 12, "decided"),
    ("Quyết định xử phạt", "Mức phạt", 16, "fine"),
    ("Quyết định xử phạt", "Ngày giao QĐ", 12, "served"),
    ("Thi hành", "Ngày nộp phạt", 12, "paid"),
    ("Thi hành", "Số tiền đã nộp", 16, "amount"),
    ("Thi hành", "Số biên lai", 12, "receipt"),
    ("Thi hành", "Biện pháp khắc phục hậu quả", 26, "remedy"),
    ("Thi hành", "Khắc phục xong (ngày)", 12, "remedied"),
    ("Thi hành", "Cưỡng chế (số QĐ)", 14, "coercion"),
    ("Thi hành", "Cưỡng chế (ngày)", 12, "coerced"),
    (None, "Cán bộ", 20, "officer"),
    (None, "Đơn vị", 24, "unit"),
    (None, "Phường", 18, "ward"),
    (None, "Ghi chú", 26, "note"),
)
LAWSUIT_DAYS = words(
    "accepted received opinion brought judged judgment_received effective "
    "appeal_accepted appeal_judged effective_received ordered done"
)
SANCTION_DAYS = words(
    "minutes_day detected explained verified decided served paid coerced remedied"
)


class Register:
    """Facts on their way into cells, mistakes included."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.typist = Typist(self.rng)

    def pick(self, facts, share):
        return [f for f in facts if self.rng.random() < share]

    def forget(self, facts, names, share):
        """Leave a fact out here and there, as if nobody had typed it."""
        for fact in facts:
            for name in names:
                if name in fact and self.rng.random() < share:
                    del fact[name]

    def type(self, facts, days, names=("plaintiff", "violator")):
        typist, cells = self.typist, {}
        for key, value in facts.items():
            if key in days:
                known = facts.get("month_only") == key
                cells[key] = typist.month(value) if known else typist.day(value)
            elif key in names:
                cells[key] = typist.name(value)
            elif key == "number":
                cells[key] = typist.number(value)
            elif key in ("fine", "amount"):
                cells[key] = typist.amount(value)
            elif isinstance(value, str):
                cells[key] = typist.text(value)
            else:
                cells[key] = value
        return cells

    def repeat(self, cells, count, notes):
        """Type some records a second time, further down."""
        for position in sorted(self.rng.sample(range(len(cells) // 2), count)):
            again = dict(cells[position], note=self.rng.choice(notes))
            cells.insert(self.rng.randrange(position + 5, len(cells)), again)

    @staticmethod
    def rows(cells, columns):
        return [
            [rank, *(cell.get(column[3]) for column in columns[1:])]
            for rank, cell in enumerate(cells, 1)
        ]


def lawsuit_cells():
    register = Register(SEED)
    facts = Lawsuits(register.rng, OFFICERS).all(294)
    register.forget(facts, ("received", "judgment_received"), 0.03)
    for fact in register.pick([f for f in facts if "opinion" in f], 0.015):
        fact["month_only"] = "opinion"
    judged = [f for f in facts if "brought" in f and "judged" in f]
    for fact in register.rng.sample(judged, 3):  # judged before it was accepted
        fact["judged"] = fact["accepted"] - timedelta(days=400)
    for fact in register.rng.sample(facts[200:], 1):
        fact["court"] = "Tòa án quận 9"
    cells = []
    for fact in facts:
        appeal = _appeal(register, fact)
        cells.append(register.type(fact, LAWSUIT_DAYS) | appeal)
    register.repeat(cells, 6, (None, "trùng hồ sơ cũ"))
    return cells


def _appeal(register, fact):
    if "appealed" not in fact:
        return {}
    day = register.typist.day(fact["appealed"])
    if not isinstance(day, str):
        day = f"{day:%d/%m/%Y}"
    return {"appeal": f"{fact['appellant']} - {day.strip()}"}


def sanction_cells():
    register = Register(SEED + 1)
    facts = Sanctions(register.rng, OFFICERS).all(985)
    register.forget(facts, ("detected",), 0.06)
    register.forget(facts, ("served", "receipt"), 0.02)
    for fact in register.pick([f for f in facts if "paid" in f], 0.008):
        fact["month_only"] = "paid"
    decided = [f for f in facts if "decided" in f]
    for fact in register.rng.sample(decided, 6):  # decided before the minutes
        fact["decided"] = fact["minutes_day"] - timedelta(days=30)
    for fact in register.rng.sample(facts, 2):
        fact["fine"] = None
    cells = [register.type(fact, SANCTION_DAYS) for fact in facts]
    register.repeat(cells, 15, (None, "ghi lại", None))
    return cells


def main():
    addons = ROOT / "addons"
    footer = ["Tổng cộng: {count} hồ sơ", "Người lập biểu", "(đã ký)"]
    for path, title, columns, cells in (
        (
            addons / "thuduc_cases/demo/vu-an-hanh-chinh.xlsx",
            "SỔ THEO DÕI CÁC VỤ ÁN HÀNH CHÍNH",
            LAWSUIT_COLUMNS,
            lawsuit_cells(),
        ),
        (
            addons / "thuduc_sanctions/demo/xu-phat-vi-pham-hanh-chinh.xlsx",
            "SỔ THEO DÕI XỬ PHẠT VI PHẠM HÀNH CHÍNH",
            SANCTION_COLUMNS,
            sanction_cells(),
        ),
    ):
        save_register(
            path,
            title,
            [column[:3] for column in columns],
            Register.rows(cells, columns),
            "(Số liệu từ năm 2023 đến ngày 20/11/2026)",
            [line.format(count=len(cells)) for line in footer],
        )


if __name__ == "__main__":
    main()
