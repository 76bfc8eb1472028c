"""What a period of the law is, and what is needed to count it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from .happening import Happening


class Counted(Protocol):
    """A counted period: its end before and after rolling, and how it was reached."""

    nominal: date | datetime
    due: date | datetime
    steps: Sequence[str]


class Count(Protocol):
    """How the law counts: ``legal_time.end_of_period`` bound to a calendar."""

    def __call__(
        self, start: date | datetime, amount: int, unit: str, **how: str
    ) -> Counted: ...


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the law, in one version.

    It starts on each happening of kind ``trigger`` for which ``applies`` is true, from
    that happening's date, from the day that it schedules (``count_from="scheduled"``)
    or from the end of the period ``parent`` (``count_from="deadline"``, then the
    *rolled* end counts: "kể từ ngày hết thời hạn"). It exists only while one of
    ``required`` has happened and none of ``excluded`` has: alternatives of one duty
    (7 working days, 10, one month) replace each other this way.

    ``closes_one``: each closing happening meets one clock, the earliest open one.
    ``latest_only``: a new trigger replaces the one before it. ``per_party``: one clock
    for each party when the trigger names none. ``restarts``: resumption after a
    suspension gives the whole period again; a happening of kind ``restarting`` does so
    without a suspension. ``lapses``: a right, not a duty: when its
    end has passed it is gone, and nobody is late.
    """

    code: str
    trigger: str
    amount: int
    unit: str
    direction: str = "forward"
    roll: str = "forward"
    count_from: str = "event"
    parent: str | None = None
    closing: frozenset[str] = frozenset()
    closes_one: bool = False
    latest_only: bool = False
    per_party: bool = False
    survives_end: bool = False
    lapses: bool = False
    required: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    extending: frozenset[str] = frozenset()
    extension_amount: int = 0
    extension_unit: str = "day"
    extension_max: int = 1
    suspending: frozenset[str] = frozenset()
    resuming: frozenset[str] = frozenset()
    restarts: bool = False
    restarting: frozenset[str] = frozenset()
    target_amount: int | None = None
    target_unit: str = "working_day"
    applies: Callable[[Happening], bool] | None = None


def parents_first(periods: Sequence[Period]) -> list[Period]:
    """Order periods so that one that starts at the end of another comes after it.

    :raises ValueError: periods that wait for each other.
    """
    ordered: list[Period] = []
    waiting = list(periods)
    while waiting:
        open_codes = {period.code for period in waiting}
        ready = [period for period in waiting if period.parent not in open_codes]
        if not ready:
            circle = ", ".join(sorted(open_codes))
            raise ValueError(f"deadline rules wait for each other: {circle}")
        ordered += ready
        waiting = [period for period in waiting if period not in ready]
    return ordered
