"""From happenings to deadlines: which periods run, until when, and how they stand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from ..legal_time import LegalPeriod, WorkingCalendar, end_of_period
from .happening import Happening, in_order


class State(StrEnum):
    """How a deadline stands."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    MET = "met"
    MET_LATE = "met_late"
    OVERDUE = "overdue"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the law, in one version.

    It starts on each happening of kind ``trigger`` for which ``applies`` is true, from
    that happening's date, from the day that it schedules (``count_from="scheduled"``)
    or from the end of the period ``parent`` (``count_from="deadline"``, then the
    *rolled* end counts: "kể từ ngày hết thời hạn"). It exists only while one of
    ``required`` has happened and none of ``excluded`` has: alternatives of one duty
    (7 working days, 10, one month) replace each other this way.
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
    required: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    extending: frozenset[str] = frozenset()
    extension_amount: int = 0
    extension_unit: str = "day"
    extension_max: int = 1
    suspending: frozenset[str] = frozenset()
    resuming: frozenset[str] = frozenset()
    restarts: bool = False
    target_amount: int | None = None
    target_unit: str = "working_day"
    applies: Callable[[Happening], bool] | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A period that was started, as it stands.

    ``nominal`` is the end before rolling and ``due`` after (datetimes for hours);
    ``stated`` tells that an authority fixed ``due``. ``closed_by`` is the happening
    that met the duty. ``days_late`` counts calendar days after ``due``.
    """

    period: Period
    trigger: Happening
    party: Hashable | None
    start: date | datetime
    nominal: date | datetime
    due: date | datetime
    target: date | None
    state: State
    steps: tuple[str, ...]
    closed_by: Happening | None = None
    days_late: int = 0
    extensions: int = 0
    suspended_days: int = 0
    stated: bool = False

    @property
    def due_date(self) -> date:
        """The day on which it ends, whatever the unit."""
        return _day(self.due)


def clocks(
    happenings: Iterable[Happening],
    periods: Sequence[Period],
    calendar: WorkingCalendar,
    today: date,
    *,
    parties: Sequence[Hashable] = (),
    ended_on: date | None = None,
    overrides: dict[tuple, date] | None = None,
) -> list[Clock]:
    """Every clock that the happenings started, parents before their children.

    :param parties: whom a ``per_party`` period binds when its trigger names nobody.
    :param ended_on: day on which the proceeding ended: what still runs then is
        superseded unless it survives the end.
    :param overrides: due dates fixed by an authority outside the docket, by
        ``(code, trigger key, party)``.
    """
    ordered = in_order(happenings)
    court = _Court(ordered, calendar, today, tuple(parties), ended_on, overrides or {})
    found: dict[str, list[Clock]] = {}
    for period in _parents_first(periods):
        parents = found.get(period.parent, []) if period.parent else []
        found.setdefault(period.code, []).extend(court.run(period, parents))
    return [clock for clocks_ in found.values() for clock in clocks_]


def _parents_first(periods: Sequence[Period]) -> list[Period]:
    codes = {period.code for period in periods}
    done: set[str] = set()
    ordered: list[Period] = []
    waiting = list(periods)
    while waiting:
        ready = [p for p in waiting if p.parent not in codes - done]
        if not ready:
            codes_ = ", ".join(sorted({p.code for p in waiting}))
            raise ValueError(f"deadline rules wait for each other: {codes_}")
        ordered += ready
        done |= {p.code for p in ready} - {p.code for p in waiting if p not in ready}
        waiting = [p for p in waiting if p not in ready]
    return ordered


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


@dataclass(slots=True)
class _Court:
    """The docket as one period after the other looks at it."""

    ordered: list[Happening]
    calendar: WorkingCalendar
    today: date
    parties: tuple[Hashable, ...]
    ended_on: date | None
    overrides: dict[tuple, date]

    def of(self, codes: frozenset[str]) -> list[Happening]:
        return [h for h in self.ordered if h.code in codes] if codes else []

    def run(self, period: Period, parents: list[Clock]) -> Iterator[Clock]:
        if period.required and not self.of(period.required):
            return
        if self.of(period.excluded):
            return
        opened = list(self._open(period, parents))
        closed_by = self._match_closings(period, opened)
        for position, clock in enumerate(opened):
            yield self._settle(clock, closed_by.get(position))

    # -- opening -----------------------------------------------------------------

    def _open(self, period: Period, parents: list[Clock]) -> Iterator[Clock]:
        for trigger, party, start in self._starts(period, parents):
            legal = self._count(period, start)
            yield self._suspend(
                self._extend(self._clock(period, trigger, party, start, legal))
            )

    def _starts(self, period: Period, parents: list[Clock]):
        if period.count_from == "deadline":
            for parent in parents:
                yield parent.trigger, parent.party, parent.due
            return
        triggers = [
            h
            for h in self.ordered
            if h.code == period.trigger and (not period.applies or period.applies(h))
        ]
        for trigger in triggers[-1:] if period.latest_only else triggers:
            start = self._start_of(period, trigger)
            if start is None:
                continue
            for party in self._bound(period, trigger):
                yield trigger, party, start

    @staticmethod
    def _start_of(period: Period, trigger: Happening):
        if period.count_from == "scheduled":
            return trigger.scheduled
        return trigger.moment if period.unit == "hour" else trigger.date

    def _bound(self, period: Period, trigger: Happening) -> tuple:
        if not period.per_party or trigger.party is not None:
            return (trigger.party,)
        return self.parties

    def _count(self, period: Period, start) -> LegalPeriod:
        return end_of_period(
            start,
            period.amount,
            period.unit,
            self.calendar,
            direction=period.direction,
            roll=period.roll,
        )

    def _clock(self, period, trigger, party, start, legal: LegalPeriod) -> Clock:
        target = None
        if period.target_amount is not None:
            target = end_of_period(
                _day(start),
                period.target_amount,
                period.target_unit,
                self.calendar,
                direction=period.direction,
                roll="none",
            ).due
        return Clock(
            period,
            trigger,
            party,
            start,
            legal.nominal,
            legal.due,
            target,
            State.RUNNING,
            tuple(legal.steps),
        )

    # -- what moves the end ----------------------------------------------------------

    def _extend(self, clock: Clock) -> Clock:
        """Add the extensions granted, each from the *nominal* end, then roll.

        (Litigation rule 13: the earlier, safer reading. A date that the granting paper
        states is the due date.)
        """
        grants = [
            h for h in self.of(clock.period.extending) if self._concerns(h, clock)
        ][: clock.period.extension_max]
        for grant in grants:
            if grant.stated:
                clock = replace(
                    clock,
                    nominal=grant.stated,
                    due=grant.stated,
                    stated=True,
                    extensions=clock.extensions + 1,
                )
                continue
            amount = min(
                grant.amount or clock.period.extension_amount,
                clock.period.extension_amount,
            )
            legal = end_of_period(
                clock.nominal,
                amount,
                clock.period.extension_unit,
                self.calendar,
                direction=clock.period.direction,
                roll=clock.period.roll,
            )
            clock = replace(
                clock,
                nominal=legal.nominal,
                due=legal.due,
                steps=clock.steps + ("Gia hạn:", *legal.steps),
                extensions=clock.extensions + 1,
            )
        return self._override(clock)

    def _override(self, clock: Clock) -> Clock:
        key = (clock.period.code, clock.trigger.key, clock.party)
        fixed = self.overrides.get(key) or clock.trigger.stated
        if not fixed or clock.extensions and not self.overrides.get(key):
            return clock
        return replace(clock, due=fixed, stated=True)

    def _concerns(self, happening: Happening, clock: Clock) -> bool:
        if happening.date < _day(clock.trigger.date):
            return False
        if happening.answers is not None:
            return happening.answers == clock.trigger.key
        same = (None, clock.party)
        return clock.party is None or happening.party in same

    def _suspend(self, clock: Clock) -> Clock:
        """Stop the clock between suspension and resumption.

        ``restarts``: the resumption gives the whole period again (LTTHC 130.4, 221.5);
        otherwise the days of suspension are added to the nominal end, then rolled.
        """
        period = clock.period
        for stop, resume in self._pauses(clock):
            if stop.date > clock.due_date:
                break
            if resume is None:
                return replace(clock, state=State.SUSPENDED)
            days = (resume.date - stop.date).days
            if period.restarts:
                legal = self._count(period, resume.date)
                clock = replace(
                    clock,
                    start=resume.date,
                    nominal=legal.nominal,
                    due=legal.due,
                    steps=tuple(legal.steps),
                    suspended_days=clock.suspended_days + days,
                )
                continue
            legal = end_of_period(
                clock.nominal, days, "day", self.calendar, roll=period.roll
            )
            clock = replace(
                clock,
                nominal=legal.nominal,
                due=legal.due,
                steps=clock.steps + (f"Cộng {days} ngày tạm đình chỉ:", *legal.steps),
                suspended_days=clock.suspended_days + days,
            )
        return clock

    def _pauses(self, clock: Clock) -> Iterator[tuple[Happening, Happening | None]]:
        stop = None
        period = clock.period
        for happening in self.ordered:
            if happening.date < clock.trigger.date:
                continue
            if stop is None and happening.code in period.suspending:
                stop = happening
            elif stop is not None and happening.code in period.resuming:
                yield stop, happening
                stop = None
        if stop is not None:
            yield stop, None

    # -- closing -----------------------------------------------------------------------

    def _match_closings(
        self, period: Period, opened: list[Clock]
    ) -> dict[int, Happening]:
        """Which happening meets which clock, by position in ``opened``."""
        closings = self.of(period.closing)
        met: dict[int, Happening] = {}
        for closing in closings:
            fitting = [
                position
                for position, clock in enumerate(opened)
                if position not in met and self._meets(closing, clock)
            ]
            for position in fitting[:1] if period.closes_one else fitting:
                met[position] = closing
        return met

    def _meets(self, closing: Happening, clock: Clock) -> bool:
        if closing.key == clock.trigger.key:
            return False
        if clock.period.count_from != "scheduled" and closing.date < clock.trigger.date:
            return False
        return self._concerns(closing, clock)

    def _settle(self, clock: Clock, closing: Happening | None) -> Clock:
        if closing:
            late = max((closing.date - clock.due_date).days, 0)
            if isinstance(clock.due, datetime) and closing.at:
                late = max(late, int(closing.at > clock.due))
            state = State.MET_LATE if late else State.MET
            return replace(clock, state=state, closed_by=closing, days_late=late)
        if self.ended_on and not clock.period.survives_end:
            return replace(clock, state=State.SUPERSEDED)
        if clock.state is State.SUSPENDED:
            return clock
        late = max((self.today - clock.due_date).days, 0)
        state = State.OVERDUE if late else State.RUNNING
        return replace(clock, state=state, days_late=late)
