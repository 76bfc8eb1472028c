"""One thing that happened in a proceeding, and the order of such things."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated fact of the docket.

    ``key`` identifies it, ``code`` is its kind, ``rank`` orders kinds that happen on
    one day (a judgment is pronounced before it is delivered). ``at`` is given when
    hours count. ``scheduled`` is a later day that it fixes (a hearing), ``stated`` a
    due date that an authority wrote down, ``amount`` the extension that it grants,
    ``answers`` the key of the happening that it responds to.
    """

    key: Hashable
    code: str
    date: date
    rank: int = 0
    at: datetime | None = None
    party: Hashable | None = None
    scheduled: date | None = None
    stated: date | None = None
    amount: int | None = None
    answers: Hashable | None = None

    @property
    def moment(self) -> datetime:
        """The instant used for hour periods: its time, else the start of its day."""
        return self.at or datetime.combine(self.date, time.min)


def in_order(happenings: Iterable[Happening]) -> list[Happening]:
    """Sort by legal date, then rank and kind: the order of entry never decides.

    Only happenings of one kind, on one day, for one party are left to their keys;
    exchanging two of those changes neither a stage nor a date.
    """
    return sorted(
        happenings,
        key=lambda h: (h.date, h.rank, h.code, h.moment, str(h.party), str(h.key)),
    )
