"""Interest on a fine that is paid late.

Law 15/2012 Article 78.1: for each calendar day after the last day of the period, a
rate on the part of the fine that is still unpaid. Days during which an application
is examined or the fine is postponed do not count (Decree 118/2021, Article 20).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class LateInterest:
    """The amount owed, on how many days, and from which day on."""

    amount: int
    days: int
    since: date | None


def late_interest(
    fine: int,
    payments: Iterable[tuple[date, int]],
    due: date,
    until: date,
    rate: float,
    *,
    pauses: Iterable[tuple[date, date]] = (),
    counts_payment_day: bool = True,
) -> LateInterest:
    """Return the interest owed at the end of ``until``.

    :param payments: what was paid towards the fine, and when.
    :param due: last day of the period of payment.
    :param rate: per cent a calendar day, e.g. 0.05.
    :param pauses: first and last day of periods that do not count.
    :param counts_payment_day: whether the day of payment still bears interest.

    >>> from datetime import date
    >>> late_interest(
    ...     10_000_000,
    ...     [(date(2026, 11, 20), 10_000_000)],
    ...     date(2026, 11, 10),
    ...     date(2026, 11, 30),
    ...     0.05,
    ... ).amount
    50000
    """
    paid = sorted(payments)
    paused = list(pauses)
    daily = Decimal(str(rate)) / 100
    interest, days, since = Decimal(0), 0, None
    day = due + timedelta(days=1)
    while day <= until:
        unpaid = fine - sum(
            amount
            for when, amount in paid
            if when < day or (when == day and not counts_payment_day)
        )
        if unpaid <= 0:
            break
        if not any(first <= day <= last for first, last in paused):
            interest += unpaid * daily
            days += 1
            since = since or day
        day += timedelta(days=1)
    rounded = int(interest.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return LateInterest(rounded, days, since)
