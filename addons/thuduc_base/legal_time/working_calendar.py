"""Which days are worked.

Saturdays, Sundays and public holidays (Labour Code 2019, Articles 111-112) are days
of rest; the Government swaps some days each year: a working day becomes a day off
and a Saturday is worked instead. Both lists are data that the office confirms.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from .errors import LegalTimeError, checked_date, checked_int

LAST_ORDINAL = date.max.toordinal()
ONE_DAY = timedelta(days=1)
SATURDAY = 5
UNNAMED = "lễ, tết"
WEEKLY_REST = "hằng tuần"


@dataclass(frozen=True)
class WorkingCalendar:
    """An immutable, hashable calendar of working days.

    ``off_days`` are the days off besides weekends, with their names if a mapping is
    given; ``makeup_days`` are worked whatever else is said of them.

    >>> tet = {date(2026, 2, d): "Tết Nguyên đán" for d in range(16, 21)}
    >>> calendar = WorkingCalendar(tet, [date(2026, 1, 10)])
    >>> calendar.is_off(date(2026, 2, 16)), calendar.is_off(date(2026, 1, 10))
    (True, False)
    >>> calendar.next_working(date(2026, 2, 14))
    datetime.date(2026, 2, 23)
    """

    off_days: Mapping[date, str] = field(default_factory=dict)
    makeup_days: frozenset[date] = frozenset()
    _closed_weekdays: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _worked_weekends: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self):
        makeup_days = frozenset(map(checked_date, self.makeup_days))
        off_days = _named(self.off_days)
        closed = (d for d in off_days.keys() - makeup_days if d.weekday() < SATURDAY)
        worked = (d for d in makeup_days if d.weekday() >= SATURDAY)
        values = {
            "off_days": MappingProxyType(off_days),
            "makeup_days": makeup_days,
            "_closed_weekdays": tuple(sorted(d.toordinal() for d in closed)),
            "_worked_weekends": tuple(sorted(d.toordinal() for d in worked)),
            "_hash": hash((frozenset(off_days.items()), makeup_days)),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __hash__(self):
        return self._hash

    def __reduce__(self):
        return type(self), (dict(self.off_days), self.makeup_days)

    def is_off(self, day: date) -> bool:
        """Tell whether nobody works on ``day``."""
        checked_date(day)
        return day not in self.makeup_days and (
            day.weekday() >= SATURDAY or day in self.off_days
        )

    def is_working(self, day: date) -> bool:
        """Tell whether ``day`` is worked."""
        return not self.is_off(day)

    def why_off(self, day: date) -> str | None:
        """Name the rest of ``day`` as it follows "ngày nghỉ", None if it is worked.

        >>> calendar = WorkingCalendar({date(2026, 9, 2): "Quốc khánh"})
        >>> calendar.why_off(date(2026, 9, 2)), calendar.why_off(date(2026, 9, 5))
        ('Quốc khánh', 'hằng tuần')
        """
        return self.off_days.get(day, WEEKLY_REST) if self.is_off(day) else None

    def next_working(self, day: date) -> date:
        """Return ``day`` if it is worked, else the first working day after it."""
        return self._first_worked(day, ONE_DAY)

    def previous_working(self, day: date) -> date:
        """Return ``day`` if it is worked, else the last working day before it."""
        return self._first_worked(day, -ONE_DAY)

    def add_working_days(self, start: date, count: int) -> date:
        """Return the ``count``-th working day after ``start``, or before if negative.

        ``start`` itself is never counted (Civil Code 147.2).

        >>> calendar = WorkingCalendar([], [date(2026, 1, 10)])
        >>> calendar.add_working_days(date(2026, 1, 8), 3)  # Friday, Saturday, Monday
        datetime.date(2026, 1, 12)
        >>> calendar.add_working_days(date(2026, 1, 12), -3)
        datetime.date(2026, 1, 8)
        """
        origin = checked_date(start).toordinal()
        if not checked_int(count):
            return start
        # Enough calendar days for ``count`` working days, however many are closed.
        reach = 7 * (abs(count) + len(self._closed_weekdays)) // 5 + 7
        if count > 0:
            wanted = self._worked_through(origin) + count
            days = range(origin + 1, min(origin + reach, LAST_ORDINAL + 1))
        else:
            wanted = self._worked_through(origin - 1) + count + 1
            days = range(max(origin - reach, 1), origin)
        index = bisect_left(days, wanted, key=self._worked_through)
        if wanted < 1 or index == len(days):
            raise LegalTimeError(f"{count} working days from {start}: no such date")
        return date.fromordinal(days[index])

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days after ``start`` up to and including ``end``.

        Negative when ``end`` comes first, so that it undoes ``add_working_days``:
        ``working_days_between(day, add_working_days(day, n)) == n``.

        >>> WorkingCalendar().working_days_between(date(2026, 3, 2), date(2026, 3, 9))
        5
        """
        first, last = checked_date(start).toordinal(), checked_date(end).toordinal()
        if last < first:
            first, last = first - 1, last - 1
        return self._worked_through(last) - self._worked_through(first)

    def _first_worked(self, day, step):
        try:
            while self.is_off(day):
                day += step
        except OverflowError as error:
            raise LegalTimeError(f"no working day beyond {day}") from error
        return day

    def _worked_through(self, ordinal):
        """Count the working days since 1 January of year 1, which was a Monday."""
        weeks, rest = divmod(ordinal, 7)
        return (
            5 * weeks
            + min(rest, 5)
            - bisect_right(self._closed_weekdays, ordinal)
            + bisect_right(self._worked_weekends, ordinal)
        )


def _named(off_days: Mapping[date, str] | Iterable[date]) -> dict[date, str]:
    """Return the days off with their names; days without one are just holidays."""
    if not isinstance(off_days, Mapping):
        off_days = dict.fromkeys(off_days, UNNAMED)
    return {checked_date(day): name or UNNAMED for day, name in off_days.items()}
