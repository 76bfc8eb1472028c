"""Worked examples of the procedure law, each checked by hand against the calendar."""

from datetime import date, datetime, timedelta

import pytest

from conftest import office_calendar
from legal_time import end_of_period, extend

# id, trigger (day 0), amount, unit, nominal end, due
VECTORS = """
T01 2025-07-15 10 day 2025-07-25 2025-07-25
T02 2025-07-16 10 day 2025-07-26 2025-07-28
T03 2024-02-02 10 day 2024-02-12 2024-02-15
T04 2026-02-06 10 day 2026-02-16 2026-02-23
T05 2026-01-23 30 day 2026-02-22 2026-02-23
T06 2026-05-15 30 day 2026-06-14 2026-06-15
T07 2025-08-18 15 day 2025-09-02 2025-09-03
T08 2026-04-15 15 day 2026-04-30 2026-05-04
T09 2025-04-17 15 day 2025-05-02 2025-05-05
T10 2024-12-10 15 day 2024-12-25 2024-12-25
T11 2026-08-21 7 day 2026-08-28 2026-08-28
T12 2026-08-15 7 day 2026-08-22 2026-08-22
T13 2026-01-31 1 month 2026-02-28 2026-03-02
T14 2024-01-31 1 month 2024-02-29 2024-02-29
T15 2025-03-10 4 month 2025-07-10 2025-07-10
T16 2024-10-31 4 month 2025-02-28 2025-02-28
T17 2025-10-31 4 month 2026-02-28 2026-03-02
T18 2023-08-31 6 month 2024-02-29 2024-02-29
T19 2026-12-31 2 month 2027-02-28 2027-03-01
T20 2025-11-10 1 year 2026-11-10 2026-11-10
T21 2024-02-29 1 year 2025-02-28 2025-02-28
T22 2025-06-02 3 year 2028-06-02 2028-06-02
T23 2025-12-30 3 working_day 2026-01-06 2026-01-06
T24 2026-01-08 3 working_day 2026-01-12 2026-01-12
T25 2026-02-12 3 working_day 2026-02-24 2026-02-24
T26 2026-02-11 5 working_day 2026-02-25 2026-02-25
T27 2026-08-27 3 working_day 2026-09-04 2026-09-04
T28 2025-03-31 30 day 2025-04-30 2025-05-05
T29 2026-11-09 15 day 2026-11-24 2026-11-24
"""


def vectors():
    """Yield each line of the table as a named case."""
    for line in VECTORS.split("\n")[1:-1]:
        name, start, amount, unit, nominal, due = line.split()
        dates = map(date.fromisoformat, (start, nominal, due))
        yield pytest.param(*dates, int(amount), unit, id=name)


@pytest.mark.parametrize(("start", "nominal", "due", "amount", "unit"), [*vectors()])
def test_vector(calendar, start, nominal, due, amount, unit):
    period = end_of_period(start, amount, unit, calendar)
    assert (period.nominal, period.due) == (nominal, due)
    assert f"{start:%d/%m/%Y}" in period.steps[0]
    assert f"{due:%d/%m/%Y}" in period.steps[-1]


def test_t29_when_culture_day_becomes_a_holiday():
    calendar = office_calendar(date(2026, 11, 24))
    period = end_of_period(date(2026, 11, 9), 15, "day", calendar)
    assert (period.nominal, period.due) == (date(2026, 11, 24), date(2026, 11, 25))


def test_c1_effective_date_of_a_first_instance_judgment(calendar):
    pronounced = date(2026, 3, 20)
    appeal = end_of_period(pronounced, 15, "day", calendar)
    protest = end_of_period(pronounced, 30, "day", calendar)
    assert (appeal.nominal, appeal.due) == (date(2026, 4, 4), date(2026, 4, 6))
    assert (protest.nominal, protest.due) == (date(2026, 4, 19), date(2026, 4, 20))
    effective = max(appeal.due, protest.due) + timedelta(days=1)
    assert effective == date(2026, 4, 21)


def test_c2_enforcement_chain(calendar):
    voluntary = end_of_period(date(2026, 6, 5), 30, "day", calendar)
    assert (voluntary.nominal, voluntary.due) == (date(2026, 7, 5), date(2026, 7, 6))
    report = end_of_period(voluntary.due, 3, "working_day", calendar)
    assert report.due == date(2026, 7, 9)
    window = end_of_period(voluntary.due, 1, "year", calendar)
    assert window.due == date(2027, 7, 6)


def test_c3_extension_counts_from_the_nominal_end(calendar):
    opinion = end_of_period(date(2026, 2, 6), 10, "day", calendar)
    assert (opinion.nominal, opinion.due) == (date(2026, 2, 16), date(2026, 2, 23))
    extended = extend(opinion, 7, "day", calendar)
    assert (extended.nominal, extended.due) == (date(2026, 2, 23), date(2026, 2, 23))
    from_rolled = end_of_period(opinion.due, 7, "day", calendar)
    assert from_rolled.due == date(2026, 3, 2)


def test_c4_month_extension_is_chained(calendar):
    accepted = date(2025, 10, 31)
    preparation = end_of_period(accepted, 4, "month", calendar)
    assert preparation.nominal == date(2026, 2, 28)
    assert preparation.due == date(2026, 3, 2)
    assert extend(preparation, 2, "month", calendar).due == date(2026, 4, 28)
    at_once = end_of_period(accepted, 6, "month", calendar)
    assert (at_once.nominal, at_once.due) == (date(2026, 4, 30), date(2026, 5, 4))


def test_c5_hours_run_over_the_weekend(calendar):
    period = end_of_period(datetime(2026, 3, 6, 16, 30), 48, "hour", calendar)
    assert period.nominal == period.due == datetime(2026, 3, 8, 16, 30)


@pytest.mark.parametrize(
    ("start", "nominal", "due"),
    [
        pytest.param(
            date(2025, 12, 19), date(2026, 1, 3), date(2026, 1, 5), id="served late"
        ),
        pytest.param(
            date(2025, 12, 5), date(2025, 12, 20), date(2025, 12, 22), id="left early"
        ),
    ],
)
def test_c6_late_service(calendar, start, nominal, due):
    period = end_of_period(start, 15, "day", calendar)
    assert (period.nominal, period.due) == (nominal, due)


def test_c7_suspension_restarts_in_full(calendar):
    resumed = end_of_period(date(2026, 1, 12), 4, "month", calendar)
    assert (resumed.nominal, resumed.due) == (date(2026, 5, 12), date(2026, 5, 12))


def test_c8_limitation_missed_by_a_day(calendar):
    limitation = end_of_period(date(2024, 6, 17), 1, "year", calendar)
    assert limitation.due == date(2025, 6, 17)
    assert (date(2025, 6, 18) - limitation.due).days == 1
