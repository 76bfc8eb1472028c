"""The office calendar that the worked examples of the law are computed with."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

ADDON = Path(__file__).resolve().parents[2]
if str(ADDON) not in sys.path:
    sys.path.insert(0, str(ADDON))

from legal_time import WorkingCalendar  # noqa: E402

settings.register_profile("pure", deadline=None, max_examples=200)
settings.load_profile("pure")

# Days off of each year besides Saturdays and Sundays, as "first-last" or "day".
DAYS_OFF = {
    2024: "1/1 8/2-14/2 18/4 29/4 30/4 1/5 2/9-3/9",
    2025: "1/1 27/1-31/1 7/4 30/4 1/5 2/5 1/9-2/9",
    2026: "1/1 2/1 16/2-20/2 27/4 30/4 1/5 31/8 1/9-2/9",
    2027: "1/1 16/4 30/4 3/5 2/9",
}
MAKEUP_DAYS = (
    date(2024, 5, 4),
    date(2025, 4, 26),
    date(2026, 1, 10),
    date(2026, 8, 22),
)


def days_off(year):
    """Yield the days that the table of ``year`` names."""
    for block in DAYS_OFF[year].split():
        ends = [date(year, *map(int, end.split("/")[::-1])) for end in block.split("-")]
        for offset in range((ends[-1] - ends[0]).days + 1):
            yield ends[0] + timedelta(days=offset)


def office_calendar(*more_days_off):
    """Return the calendar of the table, with some days off added."""
    table = (day for year in DAYS_OFF for day in days_off(year))
    return WorkingCalendar([*table, *more_days_off], MAKEUP_DAYS)


@pytest.fixture(scope="session")
def calendar():
    """The calendar of the table."""
    return office_calendar()
