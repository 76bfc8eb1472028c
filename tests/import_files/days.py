"""Days on which an office works, roughly: enough to invent dates."""

from datetime import date, timedelta

TET = (
    (date(2023, 1, 20), date(2023, 1, 26)),
    (date(2024, 2, 8), date(2024, 2, 14)),
    (date(2025, 1, 25), date(2025, 2, 2)),
    (date(2026, 2, 14), date(2026, 2, 22)),
)
FIXED = {(1, 1), (4, 30), (5, 1), (9, 1), (9, 2)}


def works(day: date) -> bool:
    return (
        day.weekday() < 5
        and (day.month, day.day) not in FIXED
        and not any(first <= day <= last for first, last in TET)
    )


def at_work(day: date) -> date:
    """``day``, or the next day on which the office is open."""
    while not works(day):
        day += timedelta(days=1)
    return day


def after(day: date, days: int) -> date:
    return at_work(day + timedelta(days=days))


def working_days_after(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= works(day)
    return at_work(day)
