"""From happenings to deadlines: which periods run, until when, and how they stand."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from .happening import Happening, in_order
from .period import Count, Counted, Period, parents_first


class State(StrEnum):
    """How a deadline stands."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    MET = "met"
    MET_LATE = "met_late"
    OVERDUE = "overdue"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Clock:
    """A period that was started, as it stands.

    ``nominal`` is the end before rolling and ``due`` after (datetimes for hours);
    ``stated`` tells that an authority fixed ``due``. ``counted`` holds the computation:
    the period, then whatever was added. ``closed_by`` is the happening that met the
    duty. ``days_late`` counts calendar days after ``due``.
    """

    period: Period
    trigger: Happening
    party: Hashable | None
    start: date | datetime
    nominal: date | datetime
    due: date | datetime
    target: date | None
    counted: tuple[Counted, ...]
    state: State = State.RUNNING
    closed_by: Happening | None = None
    days_late: int = 0
    extensions: int = 0
    suspended_days: int = 0
    stated: bool = False

    @property
    def key(self) -> tuple:
        """What identifies the deadline over all recomputations."""
        return (self.period.code, self.trigger.key, self.party)

    @property
    def due_date(self) -> date:
        """The day on which it ends, whatever the unit."""
        return _day(self.due)


def clocks(
    happenings: Iterable[Happening],
    periods: Sequence[Period],
    count: Count,
    today: date,
    *,
    parties: Sequence[Hashable] = (),
    ended_on: date | None = None,
    overrides: Mapping[tuple, date] | None = None,
) -> list[Clock]:
    """Every clock that the happenings started, parents before their children.

    :param count: how the law counts; the docket only knows what starts and ends.
    :param parties: whom a ``per_party`` period binds when its trigger names nobody.
    :param ended_on: day on which the proceeding ended: what still runs then is
        superseded unless it survives the end.
    :param overrides: due dates fixed by an authority, by ``Clock.key``.
    """
    bench = _Bench(
        in_order(happenings), count, today, tuple(parties), ended_on, overrides or {}
    )
    found: dict[str, list[Clock]] = {}
    for period in parents_first(periods):
        parents = found.get(period.parent, []) if period.parent else []
        found.setdefault(period.code, []).extend(bench.run(period, parents))
    return [clock for family in found.values() for clock in family]


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


@dataclass(slots=True)
class _Bench:
    """The docket as one period after the other looks at it."""

    ordered: list[Happening]
    count: Count
    today: date
    parties: tuple[Hashable, ...]
    ended_on: date | None
    overrides: Mapping[tuple, date]

    def run(self, period: Period, parents: list[Clock]) -> Iterator[Clock]:
        if period.required and not self._of(period.required):
            return
        if self._of(period.excluded):
            return
        opened = [
            self._suspend(self._override(self._extend(clock)))
            for clock in self._open(period, parents)
        ]
        closed_by = self._match_closings(period, opened)
        for position, clock in enumerate(opened):
            yield self._settle(clock, closed_by.get(position))

    def _of(self, codes: frozenset[str]) -> list[Happening]:
        return [h for h in self.ordered if h.code in codes] if codes else []

    # -- opening -------------------------------------------------------------------

    def _open(self, period: Period, parents: list[Clock]) -> Iterator[Clock]:
        if period.count_from == "deadline":
            for parent in parents:
                if not period.applies or period.applies(parent.trigger):
                    clock = self._clock(
                        period, parent.trigger, parent.party, parent.due
                    )
                    # Nobody knows when a period ends that is held; what begins at its
                    # end waits with it.
                    held = parent.state is State.SUSPENDED
                    yield replace(clock, state=State.SUSPENDED) if held else clock
            return
        triggers = [
            h
            for h in self._of(frozenset({period.trigger}))
            if not period.applies or period.applies(h)
        ]
        for trigger in triggers[-1:] if period.latest_only else triggers:
            start = self._start_of(period, trigger)
            if start is not None:
                for party in self._bound(period, trigger):
                    yield self._clock(period, trigger, party, start)

    @staticmethod
    def _start_of(period: Period, trigger: Happening) -> date | datetime | None:
        if period.count_from == "scheduled":
            return trigger.scheduled
        return trigger.moment if period.unit == "hour" else trigger.date

    def _bound(self, period: Period, trigger: Happening) -> tuple:
        if not period.per_party or trigger.party is not None:
            return (trigger.party,)
        return self.parties

    def _clock(self, period: Period, trigger: Happening, party, start) -> Clock:
        counted = self._counted(period, start, period.amount, period.unit)
        return Clock(
            period=period,
            trigger=trigger,
            party=party,
            start=start,
            nominal=counted.nominal,
            due=counted.due,
            target=self._target(period, start),
            counted=(counted,),
        )

    def _counted(self, period: Period, start, amount: int, unit: str) -> Counted:
        return self.count(
            start, amount, unit, direction=period.direction, roll=period.roll
        )

    def _target(self, period: Period, start) -> date | None:
        if period.target_amount is None:
            return None
        amount, unit = period.target_amount, period.target_unit
        return _day(self._counted(period, _day(start), amount, unit).nominal)

    # -- what moves the end ----------------------------------------------------------

    def _extend(self, clock: Clock, since: date | None = None) -> Clock:
        """Add the extensions granted, each from the *nominal* end, then roll.

        That is the earlier, safer reading; a date that the granting paper states is
        the due date. A period that began anew (``since``) can be extended anew.
        """
        period = clock.period
        grants = [
            h
            for h in self._of(period.extending)
            if self._concerns(h, clock) and (since is None or h.date >= since)
        ]
        for grant in grants[: period.extension_max]:
            clock = replace(clock, extensions=clock.extensions + 1)
            if grant.stated:
                clock = replace(
                    clock, nominal=grant.stated, due=grant.stated, stated=True
                )
            else:
                most = period.extension_amount
                amount = min(grant.amount or most, most)
                clock = self._add(clock, amount, period.extension_unit)
        return clock

    def _add(self, clock: Clock, amount: int, unit: str) -> Clock:
        """``amount`` more, counted from the nominal end."""
        counted = self._counted(clock.period, clock.nominal, amount, unit)
        return replace(
            clock,
            nominal=counted.nominal,
            due=counted.due,
            counted=(*clock.counted, counted),
        )

    def _override(self, clock: Clock) -> Clock:
        """A date that an authority fixed replaces the computed one.

        An override entered for this deadline wins; a date stated by the trigger itself
        holds until an extension was granted.
        """
        fixed = self.overrides.get(clock.key)
        if not fixed and not clock.extensions:
            fixed = clock.trigger.stated
        return replace(clock, due=fixed, stated=True) if fixed else clock

    def _concerns(self, happening: Happening, clock: Clock) -> bool:
        if happening.date < clock.trigger.date:
            return False
        if happening.answers is not None:
            return happening.answers == clock.trigger.key
        return clock.party is None or happening.party in (None, clock.party)

    def _suspend(self, clock: Clock) -> Clock:
        """Stop the clock between suspension and resumption.

        ``restarts``: the resumption gives the whole period again (LTTHC 130.4, 221.5);
        otherwise the days of suspension are added to the nominal end, then rolled. What
        restarts it without a suspension (LTTHC 125.5, 246.3) does so even afterwards.
        """
        period = clock.period
        for stop, resume in self._pauses(clock):
            anew = resume is not None and resume.code in period.restarting
            if stop.date > clock.due_date and not anew:
                continue
            if resume is None:
                return replace(clock, state=State.SUSPENDED)
            days = (resume.date - stop.date).days
            total = clock.suspended_days + days
            if period.restarts or anew:
                again = self._clock(period, clock.trigger, clock.party, resume.date)
                clock = self._extend(again, since=resume.date)
            else:
                clock = self._add(clock, days, "day")
            clock = replace(clock, suspended_days=total)
        return clock

    def _pauses(self, clock: Clock) -> Iterator[tuple[Happening, Happening | None]]:
        period, stop = clock.period, None
        for happening in self.ordered:
            if happening.date < clock.trigger.date:
                continue
            if happening.code in period.restarting:
                yield stop or happening, happening
                stop = None
            elif stop is None and happening.code in period.suspending:
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
        met: dict[int, Happening] = {}
        for closing in self._of(period.closing):
            fitting = [
                position
                for position, clock in enumerate(opened)
                if position not in met and self._meets(closing, clock)
            ]
            for position in fitting[:1] if period.closes_one else fitting:
                met[position] = closing
        return met

    def _meets(self, closing: Happening, clock: Clock) -> bool:
        return closing.key != clock.trigger.key and self._concerns(closing, clock)

    def _settle(self, clock: Clock, closing: Happening | None) -> Clock:
        if closing:
            late = self._days_late(clock, closing)
            state = State.MET_LATE if late else State.MET
            return replace(clock, state=state, closed_by=closing, days_late=late)
        if self.ended_on and not clock.period.survives_end:
            return replace(clock, state=State.SUPERSEDED)
        if clock.state is State.SUSPENDED:
            return clock
        late = max((self.today - clock.due_date).days, 0)
        if late and clock.period.lapses:
            return replace(clock, state=State.SUPERSEDED)
        state = State.OVERDUE if late else State.RUNNING
        return replace(clock, state=state, days_late=late)

    @staticmethod
    def _days_late(clock: Clock, closing: Happening) -> int:
        late = max((closing.date - clock.due_date).days, 0)
        if not late and isinstance(clock.due, datetime) and closing.at:
            # A duty counted in hours and met later on its last day is late, too.
            return int(closing.at > clock.due)
        return late
