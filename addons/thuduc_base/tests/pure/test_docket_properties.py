"""What holds for every docket, whatever is in it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from conftest import office_calendar
from docket import Contradiction, Happening, State, clocks, walk
from docket_world import PERIODS, PROCEDURE, counter

CALENDAR = office_calendar()
TODAY = date(2026, 12, 31)
CODES = sorted(PROCEDURE.kinds)

happenings = st.builds(
    lambda key, code, days: Happening(
        key, code, date(2025, 1, 1) + timedelta(days=days), rank=CODES.index(code)
    ),
    st.integers(0, 10_000),
    st.sampled_from(CODES),
    st.integers(0, 600),
)
dockets = st.lists(happenings, max_size=12, unique_by=lambda h: h.key)


def stage_or_reason(docket):
    try:
        return walk(docket, PROCEDURE).stage
    except Contradiction as contradiction:
        return contradiction.reason


def facts(docket):
    return {
        (clock.key, clock.start, clock.nominal, clock.due, clock.state)
        for clock in clocks(docket, PERIODS, counter(CALENDAR), TODAY)
    }


@given(dockets, st.randoms())
def test_order_of_entry_never_matters(docket, random):
    shuffled = list(docket)
    random.shuffle(shuffled)
    assert stage_or_reason(shuffled) == stage_or_reason(docket)
    assert facts(shuffled) == facts(docket)


@given(dockets)
def test_every_clock_ends_no_earlier_than_it_starts(docket):
    for clock in clocks(docket, PERIODS, counter(CALENDAR), TODAY):
        assert clock.nominal >= clock.start
        assert clock.due >= clock.nominal
        assert not CALENDAR.is_off(clock.due_date)


@given(dockets)
def test_state_tells_the_truth(docket):
    for clock in clocks(docket, PERIODS, counter(CALENDAR), TODAY):
        if clock.state is State.MET:
            assert clock.closed_by.date <= clock.due_date
        elif clock.state is State.MET_LATE:
            assert clock.closed_by.date > clock.due_date
        elif clock.state is State.OVERDUE:
            assert clock.due_date < TODAY
        else:
            assert clock.closed_by is None


@given(dockets, st.integers(0, 600))
def test_unrelated_happening_moves_nothing(docket, days):
    archived = Happening("later", "archived", date(2025, 1, 1) + timedelta(days=days))
    assert facts([*docket, archived]) == facts(docket)
