"""A thousand invented sanction cases of wards, each as one line of facts."""

from datetime import date, timedelta

from .days import after, at_work, working_days_after
from .offences import in_force
from .people import People

TODAY = date(2026, 11, 20)
TECHNICAL = {"Xây dựng", "Đất đai", "Bảo vệ môi trường", "Giao thông đường bộ"}
EXPLAIN_FROM = 15_000_000  # individuals; organisations twice that (Law 2012, Art. 61)


class Sanctions:
    def __init__(self, rng, officers):
        self.rng, self.people, self.officers = rng, People(rng), officers
        self.numbers: dict[tuple, int] = {}
        self.known: list[dict] = []

    def all(self, count: int) -> list[dict]:
        days = sorted(self._minutes_day() for _ in range(count))
        return [self.sanction(day) for day in days]

    def _minutes_day(self) -> date:
        year = self.rng.choices((2023, 2024, 2025, 2026), (12, 22, 30, 36))[0]
        last = 320 if year == 2026 else 360
        return at_work(date(year, 1, 3) + timedelta(days=self.rng.randrange(last)))

    def number(self, *series) -> int:
        self.numbers[series] = self.numbers.get(series, 200) + 1
        return self.numbers[series]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def _put(self, facts, name, day):
        if day is None or day > TODAY:
            return False
        facts[name] = day
        return True

    def sanction(self, minutes: date) -> dict:
        rng = self.rng
        offence = rng.choices(in_force(minutes), [o.weight for o in in_force(minutes)])[
            0
        ]
        violator = self._violator()
        place, ward = self.people.ward(minutes)
        facts = {
            "detected": minutes,
            "violator": violator["name"],
            "kind": violator["kind"],
            "number": violator["number"],
            "address": self.people.address(minutes),
            "act": offence.text,
            "provision": offence.provision,
            "field": offence.field,
            "ward": place,
            "series": ward,
            "unit": self.people.unit(ward, offence.field in TECHNICAL),
            "officer": rng.choice(self.officers),
        }
        if self.chance(0.35):
            facts["detected"] = after(minutes, -rng.randint(1, 4))
            if facts["detected"] > minutes:
                facts["detected"] = minutes
        facts["minutes_day"] = minutes
        number = self.number("minutes", ward, minutes.year)
        facts["minutes"] = f"{number:02}/BB-VPHC"
        self._consider(facts, offence)
        return facts

    def _violator(self):
        """Somebody new, or one of those who were here before."""
        if self.known and self.chance(0.06):
            return self.rng.choice(self.known)
        new = self.people.company() if self.chance(0.2) else self.people.person()
        self.known.append(new)
        return new

    def _consider(self, facts, offence):
        """Explanation, verification and decision (Law 2012, Arts 59, 61, 66)."""
        rng, minutes = self.rng, facts["minutes_day"]
        factor = 2 if facts["kind"] == "organisation" else 1
        may_explain = offence.high >= EXPLAIN_FROM
        if may_explain and self.chance(0.5):
            asked = working_days_after(minutes, rng.randint(1, 4))
            self._put(facts, "explained", asked)
        if self.chance(0.1):
            verified = working_days_after(minutes, rng.randint(2, 5))
            self._put(facts, "verified", verified)
        longer = {"explained", "verified"} & facts.keys()
        late = self.chance(0.04)
        if longer:
            decided = after(
                minutes, rng.randint(33, 45) if late else rng.randint(9, 27)
            )
        else:
            decided = working_days_after(
                minutes, rng.randint(9, 15) if late else rng.randint(2, 6)
            )
        if self.chance(0.03) or not self._put(facts, "decided", decided):
            return
        number = self.number("decision", facts["series"], decided.year)
        facts["decision"] = f"{number:02}/QĐ-XPHC"
        warned = offence.may_warn and self.chance(0.3)
        facts["fine"] = 0 if warned else (offence.low + offence.high) // 2 * factor
        if offence.remedy:
            facts["remedy"] = offence.remedy
        self._execute(facts)

    def _execute(self, facts):
        rng, decided = self.rng, facts["decided"]
        served = working_days_after(decided, rng.randint(0, 3))
        if self.chance(0.06):
            served = working_days_after(decided, rng.randint(5, 12))
        if not self._put(facts, "served", served):
            return
        if not facts["fine"]:
            return
        if "remedy" in facts and self.chance(0.6):
            self._put(facts, "remedied", after(served, rng.randint(5, 120)))
        if self._put(facts, "paid", self._payment_day(facts, served)):
            facts["amount"] = facts["fine"]
            facts["receipt"] = f"{rng.randint(1, 9_999_999):07}"

    def _payment_day(self, facts, served):
        """In time, late, or only after coercion if at all."""
        rng = self.rng
        fate = rng.choices(("in time", "late", "never"), (72, 14, 14))[0]
        if fate == "in time":
            return at_work(served + timedelta(days=rng.randint(1, 9)))
        if fate == "late":
            return after(served, rng.randint(14, 70))
        coerced = after(served, rng.randint(25, 80))
        if self.chance(0.6) and self._put(facts, "coerced", coerced):
            number = self.number("coercion", facts["series"], coerced.year)
            facts["coercion"] = f"{number:02}/QĐ-CC"
        return after(served, rng.randint(90, 160)) if self.chance(0.4) else None
