"""When a period of the law ends.

Civil Code 2015, Articles 147 (start) and 148 (end); see the package for the table.

* A period in days, weeks, months or years whose last day is a day of rest moves to
  a working day; ``nominal`` is the date before that move, ``due`` after it.
* Hours, working days and "immediately" (amount 0) are never moved.
* Days off inside a period do not lengthen it, unless it is one of working days.
"""

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone

from .errors import LegalTimeError, checked_date, checked_datetime, checked_int
from .explanation import explain
from .working_calendar import WorkingCalendar

DAYS_OF = {"day": 1, "week": 7}
MONTHS_OF = {"month": 1, "year": 12}
ROLLED_UNITS = DAYS_OF.keys() | MONTHS_OF.keys()
UNITS = ("hour", "day", "working_day", "week", "month", "year")
DIRECTIONS = ("forward", "backward")
ROLLS = ("forward", "backward", "none", "auto")


@dataclass(frozen=True, slots=True)
class LegalPeriod:
    """A computed period: ``nominal`` end, ``due`` end and the ``steps`` between."""

    nominal: date | datetime
    due: date | datetime
    start: date | datetime = field(repr=False)
    amount: int = field(repr=False)
    unit: str = field(repr=False)
    calendar: WorkingCalendar = field(repr=False)
    direction: str = field(default="forward", repr=False)
    roll: str = field(default="forward", repr=False)
    extends: "LegalPeriod | None" = field(default=None, repr=False)

    @property
    def steps(self) -> tuple[str, ...]:
        """Explain the computation line by line, in Vietnamese; made on demand."""
        return explain(self)


def end_of_period(
    start: date | datetime,
    amount: int,
    unit: str,
    calendar: WorkingCalendar,
    *,
    direction: str = "forward",
    roll: str = "forward",
) -> LegalPeriod:
    """Count ``amount`` units from ``start`` (day 0) and return where they end.

    ``start`` is a datetime for hours (the result is of the same kind and zone) and
    a local date for every other unit.

    ``direction="backward"`` counts towards the past ("no later than 7 days before
    the hearing"). ``roll`` says to which working day a last day of rest moves:
    "forward", "backward", "none", or "auto", the way one is counting. The default
    is Civil Code 148.5, forward, whatever the direction; the code is silent on
    backward periods, and moving them forward leaves less than the law asks, so
    rules that count backward should say "auto".

    >>> from datetime import date, datetime
    >>> calendar = WorkingCalendar()
    >>> end_of_period(date(2026, 1, 31), 1, "month", calendar)
    LegalPeriod(nominal=datetime.date(2026, 2, 28), due=datetime.date(2026, 3, 2))
    >>> end_of_period(datetime(2026, 3, 6, 16, 30), 48, "hour", calendar).due
    datetime.datetime(2026, 3, 8, 16, 30)
    >>> end_of_period(
    ...     date(2026, 3, 16), 8, "day", calendar, direction="backward", roll="auto"
    ... )
    LegalPeriod(nominal=datetime.date(2026, 3, 8), due=datetime.date(2026, 3, 6))
    """
    _check_choice("unit", unit, UNITS)
    _check_choice("direction", direction, DIRECTIONS)
    _check_choice("roll", roll, ROLLS)
    if checked_int(amount) < 0:
        raise LegalTimeError(f"amount {amount} is negative: say direction='backward'")
    if not isinstance(calendar, WorkingCalendar):
        raise LegalTimeError(f"a WorkingCalendar is needed, not {calendar}")
    signed = amount if direction == "forward" else -amount
    nominal = _nominal_end(start, signed, unit, calendar)
    due = nominal
    if amount and unit in ROLLED_UNITS:
        due = _rolled(nominal, direction if roll == "auto" else roll, calendar)
    return LegalPeriod(nominal, due, start, amount, unit, calendar, direction, roll)


def extend(
    period: LegalPeriod, amount: int, unit: str, calendar: WorkingCalendar
) -> LegalPeriod:
    """Extend ``period``, counting on from its *nominal* end.

    The days that a holiday added to the base period are not a gift to be stacked:
    the earlier reading is the safe one. A date that a court wrote overrides it.

    >>> from datetime import date
    >>> calendar = WorkingCalendar([date(2026, 2, d) for d in range(16, 21)])
    >>> opinion = end_of_period(date(2026, 2, 6), 10, "day", calendar)
    >>> opinion.due, extend(opinion, 7, "day", calendar).due
    (datetime.date(2026, 2, 23), datetime.date(2026, 2, 23))
    """
    longer = end_of_period(
        period.nominal,
        amount,
        unit,
        calendar,
        direction=period.direction,
        roll=period.roll,
    )
    return replace(longer, extends=period)


def resume_after(
    nominal: date | datetime,
    suspended_from: date | datetime,
    resumed_on: date | datetime,
    *,
    calendar: WorkingCalendar | None = None,
) -> date | datetime:
    """Return the new nominal end of a period that stood still for a while.

    What was left on the day of suspension is left again on the day of resumption;
    neither day counts (Civil Code 147.3). With a ``calendar`` the time left is
    counted in working days, for periods in that unit. The result is not rolled.

    >>> from datetime import date
    >>> resume_after(date(2026, 3, 10), date(2026, 3, 4), date(2026, 5, 20))
    datetime.date(2026, 5, 26)
    """
    if len({_kind(nominal), _kind(suspended_from), _kind(resumed_on)}) > 1:
        raise LegalTimeError("dates, local and zoned datetimes cannot be mixed")
    if not suspended_from <= min(nominal, resumed_on):
        raise LegalTimeError(
            f"{suspended_from} must come before both {nominal} and {resumed_on}"
        )
    if calendar is not None:
        left = calendar.working_days_between(suspended_from, nominal)
        return calendar.add_working_days(resumed_on, left)
    try:
        return resumed_on + (nominal - suspended_from)
    except OverflowError as error:
        raise LegalTimeError(f"{resumed_on} is too late") from error


def _kind(moment):
    if isinstance(moment, datetime):
        return "local" if moment.tzinfo is None else "zoned"
    checked_date(moment)
    return "date"


def _check_choice(name, value, choices):
    if value not in choices:
        raise LegalTimeError(f"{name} {value!r} is not one of {', '.join(choices)}")


def _nominal_end(start, amount, unit, calendar):
    """Return where ``amount`` units end, before any move to a working day."""
    try:
        if unit == "hour":
            return _add_hours(checked_datetime(start), amount)
        checked_date(start)
        if unit == "working_day":
            return calendar.add_working_days(start, amount)
        if unit in DAYS_OF:
            return start + timedelta(days=amount * DAYS_OF[unit])
        return _add_months(start, amount * MONTHS_OF[unit])
    except OverflowError as error:
        raise LegalTimeError(f"{amount} {unit} from {start}: no such date") from error


def _add_hours(start, amount):
    """Add hours as they pass, also where a zone changes its clocks."""
    span = timedelta(hours=amount)
    if start.tzinfo is None:
        return start + span
    return (start.astimezone(timezone.utc) + span).astimezone(start.tzinfo)


def _add_months(start, amount):
    """Return the corresponding day, or the last of a month without it (148.3)."""
    year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"year {year}")
    month += 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _rolled(day, roll, calendar):
    """Move a last day of rest to a working day (148.5)."""
    if roll == "forward":
        return calendar.next_working(day)
    return calendar.previous_working(day) if roll == "backward" else day
