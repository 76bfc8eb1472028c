"""What holds for every period of the law, whatever the calendar."""

import copy
import pickle
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from legal_time import (
    LegalTimeError,
    WorkingCalendar,
    end_of_period,
    extend,
    resume_after,
)

ONE_DAY = timedelta(days=1)
EMPTY = WorkingCalendar()
ROLLED_UNITS = ("day", "week", "month", "year")
DATE_UNITS = (*ROLLED_UNITS, "working_day")

near = st.dates(date(2023, 1, 1), date(2029, 12, 31))
amounts = st.integers(0, 60)
directions = st.sampled_from(["forward", "backward"])
rolls = st.sampled_from(["forward", "backward", "none", "auto"])
calendars = st.builds(
    WorkingCalendar,
    st.dictionaries(near, st.just("lễ"), max_size=80) | st.sets(near, max_size=80),
    st.sets(near, max_size=30),
)


@st.composite
def crowded_calendars(draw):
    """Calendars whose exceptions lie close to the start that comes with them."""
    start = draw(near)
    days = st.integers(-40, 40).map(lambda offset: start + timedelta(days=offset))
    off_days, makeup_days = st.sets(days, max_size=40), st.sets(days, max_size=20)
    return start, WorkingCalendar(draw(off_days), draw(makeup_days))


@given(crowded_calendars(), amounts, st.sampled_from(DATE_UNITS))
def test_more_units_never_end_earlier(drawn, amount, unit):
    start, calendar = drawn
    shorter = end_of_period(start, amount, unit, calendar)
    longer = end_of_period(start, amount + 1, unit, calendar)
    assert shorter.nominal < longer.nominal
    assert shorter.due <= longer.due


@given(
    crowded_calendars(),
    st.integers(1, 60),
    st.sampled_from(DATE_UNITS),
    directions,
    st.sampled_from(["forward", "backward", "auto"]),
)
def test_due_is_worked(drawn, amount, unit, direction, roll):
    start, calendar = drawn
    period = end_of_period(
        start, amount, unit, calendar, direction=direction, roll=roll
    )
    assert calendar.is_working(period.due)


@given(crowded_calendars(), st.integers(1, 60), st.sampled_from(ROLLED_UNITS))
def test_rolling_skips_only_days_off(drawn, amount, unit):
    start, calendar = drawn
    later = end_of_period(start, amount, unit, calendar)
    earlier = end_of_period(start, amount, unit, calendar, roll="backward")
    fixed = end_of_period(start, amount, unit, calendar, roll="none")
    assert earlier.due <= fixed.due == fixed.nominal <= later.due
    day = earlier.due + ONE_DAY
    while day < later.due:
        assert calendar.is_off(day)
        day += ONE_DAY


@given(crowded_calendars(), amounts, directions)
def test_auto_rolls_as_it_counts(drawn, amount, direction):
    start, calendar = drawn
    auto, told = (
        end_of_period(start, amount, "day", calendar, direction=direction, roll=roll)
        for roll in ("auto", direction)
    )
    assert auto.due == told.due


@given(crowded_calendars(), amounts, st.sampled_from(["day", "week"]))
def test_backward_inverts_forward(drawn, amount, unit):
    start, calendar = drawn
    end = end_of_period(start, amount, unit, calendar).nominal
    back = end_of_period(end, amount, unit, calendar, direction="backward")
    assert back.nominal == start


@given(near, amounts, st.sampled_from(["month", "year"]))
def test_backward_inverts_forward_up_to_month_ends(start, amount, unit):
    end = end_of_period(start, amount, unit, EMPTY).nominal
    back = end_of_period(end, amount, unit, EMPTY, direction="backward").nominal
    assert (back.year, back.month) == (start.year, start.month)
    assert back.day <= start.day
    assert back == start or start.day > 28


@given(crowded_calendars(), amounts)
def test_backward_inverts_forward_in_working_days(drawn, amount):
    start, calendar = drawn
    assume(calendar.is_working(start))
    end = end_of_period(start, amount, "working_day", calendar).due
    back = end_of_period(end, amount, "working_day", calendar, direction="backward")
    assert back.due == start


def is_worked(calendar, day):
    """Tell whether a day is worked, straight from the two lists."""
    if day in calendar.makeup_days:
        return True
    return day.weekday() < 5 and day not in calendar.off_days


@given(crowded_calendars(), st.integers(-60, 60))
def test_working_days_agree_with_walking(drawn, count):
    start, calendar = drawn
    day, left = start, abs(count)
    while left:
        day += ONE_DAY if count > 0 else -ONE_DAY
        left -= is_worked(calendar, day)
    assert calendar.add_working_days(start, count) == day
    assert calendar.working_days_between(start, day) == count


@given(calendars, near, near)
def test_working_days_between_agree_with_counting(calendar, start, end):
    first, last = sorted((start, end))
    days = (first + n * ONE_DAY for n in range((last - first).days + 1))
    worked = sum(is_worked(calendar, day) for day in days if day != start)
    counted = calendar.working_days_between(start, end)
    assert counted == (worked if start <= end else -worked)


@given(crowded_calendars(), amounts, st.sampled_from(ROLLED_UNITS), directions, rolls)
def test_nominal_never_depends_on_holidays(drawn, amount, unit, direction, roll):
    start, calendar = drawn
    with_holidays, without = (
        end_of_period(start, amount, unit, known, direction=direction, roll=roll)
        for known in (calendar, EMPTY)
    )
    assert with_holidays.nominal == without.nominal


@given(crowded_calendars(), st.integers(1, 60), st.integers(1, 60))
def test_extension_counts_from_nominal(drawn, amount, more):
    start, calendar = drawn
    base = end_of_period(start, amount, "day", calendar)
    extended = extend(base, more, "day", calendar)
    at_once = end_of_period(start, amount + more, "day", calendar)
    assert (extended.nominal, extended.due) == (at_once.nominal, at_once.due)
    assert extended.steps[: len(base.steps)] == base.steps


@given(crowded_calendars(), amounts, directions, rolls)
def test_extension_goes_the_way_of_its_base(drawn, amount, direction, roll):
    start, calendar = drawn
    way = {"direction": direction, "roll": roll}
    base = end_of_period(start, amount, "day", calendar, **way)
    extended = extend(base, 3, "day", calendar)
    at_once = end_of_period(start, amount + 3, "day", calendar, **way)
    assert (extended.nominal, extended.due) == (at_once.nominal, at_once.due)


@given(near, amounts, st.sampled_from(["month", "year"]))
def test_months_end_on_the_corresponding_day_or_the_last(start, amount, unit):
    end = end_of_period(start, amount, unit, EMPTY).nominal
    months = (end.year - start.year) * 12 + end.month - start.month
    assert months == amount * {"month": 1, "year": 12}[unit]
    assert end.day == start.day or (end + ONE_DAY).day == 1


zones = st.sampled_from(
    [
        None,
        timezone.utc,
        timezone(timedelta(hours=7)),
        ZoneInfo("Asia/Ho_Chi_Minh"),
        ZoneInfo("Europe/Paris"),
    ]
)


@given(
    st.datetimes(datetime(2023, 1, 1), datetime(2029, 12, 31), timezones=zones),
    st.integers(0, 5000),
    directions,
)
def test_hours_are_exact(start, amount, direction):
    period = end_of_period(start, amount, "hour", EMPTY, direction=direction)
    passed = amount if direction == "forward" else -amount
    if start.tzinfo is None:
        assert period.due - start == timedelta(hours=passed)
    else:
        elapsed = period.due.astimezone(timezone.utc) - start.astimezone(timezone.utc)
        assert elapsed == timedelta(hours=passed)
    assert period.due.tzinfo == start.tzinfo
    assert period.nominal == period.due


@given(near, st.sampled_from(DATE_UNITS), directions, rolls)
def test_amount_zero_is_at_once(start, unit, direction, roll):
    period = end_of_period(start, 0, unit, EMPTY, direction=direction, roll=roll)
    assert period.nominal == period.due == start


@given(crowded_calendars(), amounts, st.sampled_from(DATE_UNITS), directions, rolls)
def test_steps_tell_start_and_due(drawn, amount, unit, direction, roll):
    start, calendar = drawn
    period = end_of_period(
        start, amount, unit, calendar, direction=direction, roll=roll
    )
    assert f"{start:%d/%m/%Y}" in period.steps[0]
    assert f"{period.due:%d/%m/%Y}" in period.steps[-1]
    assert len(set(period.steps)) == len(period.steps)


@given(crowded_calendars(), st.integers(1, 40), st.sampled_from(ROLLED_UNITS))
def test_steps_name_every_day_that_was_skipped(drawn, amount, unit):
    start, calendar = drawn
    period = end_of_period(start, amount, unit, calendar)
    blocks = [step for step in period.steps if "là ngày nghỉ" in step]
    assert bool(blocks) == (period.nominal != period.due)
    if blocks:
        assert f"{period.nominal:%d/%m/%Y}" in blocks[0]
        assert f"{period.due - ONE_DAY:%d/%m/%Y}" in blocks[-1]


@given(near, st.integers(0, 400), st.integers(0, 400))
def test_resumption_keeps_what_was_left(start, left, pause):
    nominal, resumed = start + left * ONE_DAY, start + pause * ONE_DAY
    new = resume_after(nominal, start, resumed)
    assert new - resumed == nominal - start
    assert resume_after(nominal, start, start) == nominal


@given(crowded_calendars(), st.integers(0, 40), st.integers(0, 100))
def test_resumption_in_working_days(drawn, left, pause):
    start, calendar = drawn
    nominal = calendar.add_working_days(start, left)
    resumed = start + pause * ONE_DAY
    new = resume_after(nominal, start, resumed, calendar=calendar)
    assert calendar.working_days_between(resumed, new) == left


def test_resumption_of_hours():
    new = resume_after(
        datetime(2026, 3, 7, 8), datetime(2026, 3, 6, 20), datetime(2026, 3, 10, 9, 30)
    )
    assert new == datetime(2026, 3, 10, 21, 30)


@given(calendars)
def test_calendar_is_a_value(calendar):
    same = WorkingCalendar(calendar.off_days, calendar.makeup_days)
    assert same == calendar
    assert hash(same) == hash(calendar)
    assert pickle.loads(pickle.dumps(calendar)) == calendar
    assert copy.deepcopy(calendar) == calendar


def test_calendar_cannot_be_changed():
    days = {date(2026, 9, 2): "Quốc khánh"}
    calendar = WorkingCalendar(days)
    days.clear()
    assert calendar.why_off(date(2026, 9, 2)) == "Quốc khánh"
    with pytest.raises(TypeError):
        calendar.off_days[date(2026, 9, 3)] = "Quốc khánh"
    with pytest.raises(AttributeError):
        calendar.makeup_days = frozenset()


def test_days_off_without_a_name_are_just_holidays():
    day = date(2026, 9, 2)
    assert WorkingCalendar([day]).why_off(day) == "lễ, tết"
    assert WorkingCalendar({day: None}).why_off(day) == "lễ, tết"


def test_makeup_day_wins_over_any_rest():
    saturday = date(2026, 8, 22)
    calendar = WorkingCalendar([saturday], {saturday: "làm bù"})
    assert calendar.is_working(saturday)
    assert calendar.why_off(saturday) is None
    assert calendar.working_days_between(date(2026, 8, 21), saturday) == 1


@pytest.mark.parametrize(
    ("values", "options"),
    [
        ((date(2026, 1, 1), -1, "day"), {}),
        ((date(2026, 1, 1), 1.0, "day"), {}),
        ((date(2026, 1, 1), True, "day"), {}),
        ((date(2026, 1, 1), "1", "day"), {}),
        ((date(2026, 1, 1), 1, "days"), {}),
        ((date(2026, 1, 1), 1, ["day"]), {}),
        ((date(2026, 1, 1), 1, "hour"), {}),
        ((datetime(2026, 1, 1), 1, "day"), {}),
        ((datetime(2026, 1, 1), 1, "working_day"), {}),
        (("2026-01-01", 1, "day"), {}),
        ((None, 1, "month"), {}),
        ((date(2026, 1, 1), 1, "day"), {"direction": "back"}),
        ((date(2026, 1, 1), 1, "day"), {"roll": None}),
        ((date(9999, 12, 31), 1, "day"), {}),
        ((date(9999, 12, 31), 1, "month"), {}),
        ((date(9999, 12, 31), 1, "working_day"), {}),
        ((date(1, 1, 1), 1, "working_day"), {"direction": "backward"}),
        ((date(1, 1, 3), 5, "working_day"), {"direction": "backward"}),
        ((date(1, 1, 1), 1, "month"), {"direction": "backward"}),
        ((date(2026, 1, 1), 10**30, "day"), {}),
        ((date(2026, 1, 1), 10**30, "working_day"), {}),
        ((date(2026, 1, 1), 10**30, "year"), {}),
        ((datetime(2026, 1, 1), 10**30, "hour"), {}),
        ((datetime(9999, 12, 31, tzinfo=timezone.utc), 48, "hour"), {}),
        ((date(9999, 12, 25), 1, "week"), {"roll": "forward"}),
    ],
)
def test_what_cannot_be_counted_is_refused(values, options):
    with pytest.raises(LegalTimeError):
        end_of_period(*values, EMPTY, **options)


def test_rolling_beyond_the_last_date_is_refused():
    calendar = WorkingCalendar([date(9999, 12, day) for day in range(25, 32)])
    with pytest.raises(LegalTimeError):
        end_of_period(date(9999, 12, 20), 10, "day", calendar)


def test_calendar_is_needed():
    with pytest.raises(LegalTimeError):
        end_of_period(date(2026, 1, 1), 1, "day", None)


@pytest.mark.parametrize(
    "days", [[datetime(2026, 1, 1)], ["2026-01-01"], {None: "Tết Dương lịch"}]
)
def test_calendar_takes_plain_dates_only(days):
    with pytest.raises(LegalTimeError):
        WorkingCalendar(days)
    with pytest.raises(LegalTimeError):
        WorkingCalendar([], days)


@pytest.mark.parametrize(
    "moments",
    [
        (date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)),
        (date(2026, 3, 9), date(2026, 3, 2), date(2026, 3, 1)),
        (datetime(2026, 3, 9), date(2026, 3, 2), date(2026, 3, 3)),
        (
            datetime(2026, 3, 9),
            datetime(2026, 3, 2),
            datetime(2026, 3, 3, tzinfo=timezone.utc),
        ),
        ("2026-03-09", "2026-03-02", "2026-03-03"),
    ],
)
def test_impossible_resumption_is_refused(moments):
    with pytest.raises(LegalTimeError):
        resume_after(*moments)
