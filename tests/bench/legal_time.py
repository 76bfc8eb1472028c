"""Print how many periods of the law are computed a second on one core."""

import sys
from datetime import date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "addons" / "thuduc_base"))

from legal_time import WorkingCalendar, end_of_period  # noqa: E402

COMPUTATIONS = 100_000
ROUNDS = 5
PERIODS = (
    (48, "hour"),
    (10, "day"),
    (15, "day"),
    (30, "day"),
    (3, "working_day"),
    (5, "working_day"),
    (30, "working_day"),
    (4, "month"),
    (1, "year"),
)


def calendar_of(years):
    """Return a calendar with about as many days off as the real one."""
    fixed = ((1, 1), (4, 30), (5, 1), (9, 1), (9, 2))
    tet = tuple((2, day) for day in range(8, 15))
    off_days = {date(y, m, d): "lễ" for y in years for m, d in fixed + tet}
    makeup_days = (date(y, 5, 4) for y in years)
    return WorkingCalendar(off_days, makeup_days)


def workload(size):
    """Return starts and periods, each start a different day of four years."""
    starts = cycle(date(2024, 1, 1) + timedelta(days=n) for n in range(4 * 365))
    mixed = zip(starts, cycle(PERIODS), strict=False)
    return [
        (_start(day, unit), amount, unit) for day, (amount, unit) in islice(mixed, size)
    ]


def _start(day, unit):
    return datetime(day.year, day.month, day.day, 16, 30) if unit == "hour" else day


def per_second(work, run):
    """Return the best rate of several rounds over ``work``."""
    best = 0.0
    for _round in range(ROUNDS):
        begin = perf_counter()
        for item in work:
            run(*item)
        best = max(best, len(work) / (perf_counter() - begin))
    return best


def main():
    """Measure all units together, each unit alone, and the explanation."""
    calendar = calendar_of(range(2020, 2040))
    work = workload(COMPUTATIONS)

    def due(start, amount, unit):
        return end_of_period(start, amount, unit, calendar).due

    def steps(start, amount, unit):
        return end_of_period(start, amount, unit, calendar).steps

    lines = {"all units": per_second(work, due)}
    for amount, unit in PERIODS:
        alone = [item for item in work if item[1:] == (amount, unit)]
        lines[f"{amount} {unit}"] = per_second(alone, due)
    lines["with steps"] = per_second(work[: COMPUTATIONS // 20], steps)
    for name, rate in lines.items():
        sys.stdout.write(f"legal_time {name:<16} {rate:>10,.0f} computations/s\n")


if __name__ == "__main__":
    main()
