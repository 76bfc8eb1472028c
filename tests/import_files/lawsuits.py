"""Three hundred invented administrative lawsuits, each as one line of facts.

A lawsuit runs through its life from the acceptance on; what would lie after ``TODAY``
has not happened. The chances are rough guesses; the order of the facts is the law's.
"""

from datetime import date, timedelta

from .days import after, at_work
from .people import People

TODAY = date(2026, 11, 20)
REFORM = date(2025, 7, 1)  # city of Thủ Đức and district courts end
CITY_COURT, OLD_COURT, NEW_COURT = (
    "TAND TP. Hồ Chí Minh",
    "TAND TP. Thủ Đức",
    "TAND khu vực 2 - TP. Hồ Chí Minh",
)
HIGH_COURT, SUPREME_COURT = (
    "TAND cấp cao tại TP. Hồ Chí Minh",
    "Tòa Phúc thẩm TANDTC tại TP. Hồ Chí Minh",
)
OBJECTS = (
    ("Đất đai – thu hồi đất", "về thu hồi đất", 14),
    ("Đất đai – bồi thường, hỗ trợ, tái định cư", "về bồi thường, hỗ trợ", 26),
    ("Đất đai – cấp GCN", "về việc hủy giấy chứng nhận quyền sử dụng đất", 14),
    ("Đất đai – giải quyết tranh chấp", "về giải quyết tranh chấp đất đai", 10),
    ("Cưỡng chế", "về cưỡng chế thu hồi đất", 6),
    ("Xây dựng", "về buộc tháo dỡ công trình vi phạm", 9),
    ("XPVPHC", "về xử phạt vi phạm hành chính", 10),
    ("Khiếu nại", "về giải quyết khiếu nại lần đầu", 7),
    ("Hộ tịch", "về việc từ chối đăng ký hộ tịch", 2),
    ("Lao động, người có công", "về chế độ trợ cấp", 2),
)
TECHNICAL = {field for field, _about, _weight in OBJECTS[:4]} | {
    "Cưỡng chế",
    "Xây dựng",
}


class Lawsuits:
    def __init__(self, rng, officers):
        self.rng, self.people, self.officers = rng, People(rng), officers
        self.numbers: dict[tuple, int] = {}

    def all(self, count: int) -> list[dict]:
        starts = sorted(self._acceptance() for _ in range(count))
        return [self.lawsuit(start, rank) for rank, start in enumerate(starts, 1)]

    def _acceptance(self) -> date:
        year = self.rng.choices((2023, 2024, 2025, 2026), (14, 26, 32, 28))[0]
        last = 321 if year == 2026 else 364
        return at_work(date(year, 1, 3) + timedelta(days=self.rng.randrange(last - 4)))

    def number(self, *series) -> int:
        """The next number of a series, with the gaps of other people's cases."""
        step = self.rng.randint(1, 7)
        self.numbers[series] = self.numbers.get(series, 300) + step
        return self.numbers[series]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def lawsuit(self, accepted: date, rank: int) -> dict:
        rng = self.rng
        person = self.people.company() if self.chance(0.08) else self.people.person()
        ward, ward_now = self.people.ward(accepted)
        field, about, _weight = rng.choices(OBJECTS, [o[2] for o in OBJECTS])[0]
        facts = {
            "code": f"HC-{accepted.year}-{rank:04}",
            "plaintiff": person["name"],
            "birth_year": person["year"],
            "number": person["number"],
            "address": self.people.address(accepted, ward),
            "field": field,
            "accepted": accepted,
            "unit": self.people.unit(ward_now, field in TECHNICAL),
            "officer": rng.choice(self.officers),
        }
        self._sued(facts, ward, about)
        self._first_instance(facts)
        return facts

    def _sued(self, facts, ward, about):
        accepted = facts["accepted"]
        made = after(accepted, -self.rng.randint(60, 400))
        ward_sued = accepted >= REFORM or self.chance(0.12)
        body = f"UBND phường {ward}" if ward_sued else "UBND TP. Thủ Đức"
        chairman = self.chance(0.45)
        facts["defendant"] = f"Chủ tịch {body}" if chairman else body
        number = self.rng.randint(100, 9800)
        facts["object"] = (
            f"QĐ số {number}/QĐ-UBND ngày {made:%d/%m/%Y} {about}"
            if self.chance(0.9)
            else "Hành vi không giải quyết hồ sơ"
        )
        court = NEW_COURT if accepted >= REFORM else CITY_COURT
        facts["court"] = OLD_COURT if ward_sued and accepted < REFORM else court
        docket = self.number("docket", facts["court"], accepted.year)
        facts["docket"] = f"{docket}/{accepted.year}/TLST-HC"

    def _put(self, facts, name, day):
        """Note a fact unless it lies in the future; tell whether it happened."""
        if day is None or day > TODAY:
            return False
        facts[name] = day
        return True

    def _first_instance(self, facts):
        rng, accepted = self.rng, facts["accepted"]
        received = after(accepted, rng.randint(2, 12))
        if not self._put(facts, "received", received):
            return
        late = rng.choices((0, 1), (78, 22))[0]
        filed = after(received, rng.randint(12, 45) if late else rng.randint(3, 9))
        if self.chance(0.95):
            self._put(facts, "opinion", filed)
        if self.chance(0.13):
            self._terminated(facts, after(received, rng.randint(30, 160)))
            return
        brought = after(max(received, filed), rng.randint(60, 210))
        if not self._put(facts, "brought", brought):
            return
        judged = after(brought, rng.randint(12, 28) + (30 if self.chance(0.2) else 0))
        if self._put(facts, "judged", judged):
            self._judgment(facts, judged)

    def _terminated(self, facts, day):
        if not self._put(facts, "judged", day):
            return
        number = self.number("decision", facts["court"], day.year)
        facts["judgment"] = f"{number}/{day.year}/QĐST-HC"
        facts["result"] = "Đình chỉ (người khởi kiện rút đơn)"
        self._put(facts, "judgment_received", after(day, self.rng.randint(3, 9)))
        if self.chance(0.8):
            self._put(facts, "effective", after(day, self.rng.randint(20, 40)))

    def _judgment(self, facts, day):
        number = self.number("judgment", facts["court"], day.year)
        facts["judgment"] = f"{number}/{day.year}/HC-ST"
        facts["result"] = self.rng.choices(
            (
                "Bác yêu cầu khởi kiện",
                "Chấp nhận một phần yêu cầu khởi kiện",
                "Chấp nhận toàn bộ yêu cầu khởi kiện",
            ),
            (58, 22, 20),
        )[0]
        facts["present"] = "Có" if self.chance(0.66) else "Vắng"
        copy = after(day, self.rng.randint(5, 21))
        self._put(facts, "judgment_received", copy)
        if self.chance(0.44):
            self._appeal(facts, day, copy)
        elif self._put(
            facts, "effective_received", after(day, self.rng.randint(36, 70))
        ):
            self._enforcement(facts, facts["result"])

    def _appeal(self, facts, judged, copy):
        rng = self.rng
        ours = facts["result"] != "Bác yêu cầu khởi kiện" and self.chance(0.6)
        absent = ours and facts["present"] == "Vắng"
        start = copy if absent else judged
        late = self.chance(0.05)
        day = after(start, rng.randint(17, 24) if late else rng.randint(5, 13))
        if not self._put(facts, "appealed", day):
            return
        facts["appellant"] = (
            "Người bị kiện"
            if ours
            else rng.choices(("Người khởi kiện", "VKS kháng nghị"), (9, 1))[0]
        )
        taken = after(day, rng.randint(30, 100))
        if not self._put(facts, "appeal_accepted", taken):
            return
        court = self._appeal_court(facts["court"], taken)
        facts["appeal_court"] = court
        number = self.number("appeal docket", court, taken.year)
        facts["appeal_docket"] = f"{number}/{taken.year}/TLPT-HC"
        judged_again = after(taken, rng.randint(45, 130))
        if self._put(facts, "appeal_judged", judged_again):
            self._appeal_judgment(facts, judged_again)

    @staticmethod
    def _appeal_court(court, day):
        if court != CITY_COURT:
            return CITY_COURT
        return SUPREME_COURT if day >= REFORM else HIGH_COURT

    def _appeal_judgment(self, facts, day):
        number = self.number("appeal judgment", facts["appeal_court"], day.year)
        facts["appeal_judgment"] = f"{number}/{day.year}/HC-PT"
        facts["appeal_result"] = self.rng.choices(
            (
                "Giữ nguyên bản án sơ thẩm",
                "Sửa bản án sơ thẩm, bác yêu cầu khởi kiện",
                "Sửa bản án sơ thẩm, chấp nhận một phần yêu cầu khởi kiện",
                "Hủy bản án sơ thẩm để xét xử lại",
            ),
            (70, 12, 8, 10),
        )[0]
        if facts["appeal_result"].startswith("Hủy"):
            return
        result = facts["appeal_result"]
        if result.startswith("Giữ"):
            result = facts["result"]
        if self._put(facts, "effective_received", after(day, self.rng.randint(8, 40))):
            self._enforcement(facts, result)

    def _enforcement(self, facts, result):
        if "chấp nhận" not in result.lower():
            return
        rng, received = self.rng, facts["effective_received"]
        if self.chance(0.25):
            ordered = after(received, rng.randint(45, 110))
            if self._put(facts, "ordered", ordered):
                number = self.number("order", facts["court"], ordered.year)
                facts["order"] = f"{number}/{ordered.year}/QĐ-THA"
                done = after(ordered, rng.randint(15, 200))
                self._put(facts, "done", done if self.chance(0.7) else None)
        elif self.chance(0.75):
            self._put(facts, "done", after(received, rng.randint(10, 60)))
