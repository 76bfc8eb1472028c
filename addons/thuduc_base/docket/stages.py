"""From happenings to stages: walk the docket and refuse only contradictions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from .happening import Happening, in_order


class Contradiction(ValueError):
    """Two facts that cannot both be true.

    ``reason`` is ``once`` (a second happening of a kind that happens once),
    ``order`` (dated before what it presupposes) or ``ended`` (after the end of the
    proceeding); ``happening`` is the offending one, ``other`` what it contradicts.
    """

    def __init__(self, reason: str, happening: Happening, other: Happening):
        super().__init__(f"{reason}: {happening.code} against {other.code}")
        self.reason = reason
        self.happening = happening
        self.other = other


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of happening does to the stage.

    ``sources`` are the stages from which it usually comes (empty: any), ``target``
    the stage that it leads to (None: it leaves the stage alone).
    """

    code: str
    sources: frozenset[str] = frozenset()
    target: str | None = None
    once: bool = False
    after_end: bool = False
    not_before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Procedure:
    """The stages of one type of proceeding, in order, and the kinds it knows."""

    stages: tuple[str, ...]
    closing: frozenset[str]
    kinds: Mapping[str, Kind]
    rank: Mapping[str, int] = field(init=False)

    def __post_init__(self):
        object.__setattr__(
            self, "rank", {stage: rank for rank, stage in enumerate(self.stages)}
        )


@dataclass(frozen=True, slots=True)
class Step:
    """The stage after one happening; ``gap`` tells that its usual predecessor is
    missing from the docket."""

    key: Hashable
    stage: str | None
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Walk:
    """Result of :func:`walk`: last stage, one step a happening, what ended it."""

    stage: str | None
    steps: tuple[Step, ...]
    ended_by: Happening | None = None


def walk(
    happenings: Iterable[Happening],
    procedure: Procedure,
    *,
    initial: str | None = None,
) -> Walk:
    """Walk the docket in legal order.

    A happening moves the stage when the present stage is one of its usual sources. If
    it is not, it still moves the stage *forward* (papers arrive late: the missing
    step is a gap to fill), but never back: a late paper of an earlier stage is kept
    without undoing what came after it.

    :param initial: stage of a file that was taken over half-way.
    :raises Contradiction: see there.
    """
    ordered = in_order(happenings)
    _refuse_second_of_once(ordered, procedure)
    _refuse_wrong_order(ordered, procedure)
    stage = initial or (procedure.stages[0] if procedure.stages else None)
    ended_by = None
    steps = []
    for happening in ordered:
        kind = procedure.kinds[happening.code]
        if ended_by and not kind.after_end:
            raise Contradiction("ended", happening, ended_by)
        stage, gap = _move(stage, kind, procedure)
        steps.append(Step(happening.key, stage, gap))
        if stage in procedure.closing and kind.target == stage:
            ended_by = ended_by or happening
        elif stage not in procedure.closing:
            ended_by = None
    return Walk(stage, tuple(steps), ended_by)


def _move(stage, kind: Kind, procedure: Procedure) -> tuple[str | None, bool]:
    if not kind.sources or stage in kind.sources:
        return kind.target or stage, False
    rank = procedure.rank
    here = rank.get(stage, -1)
    gap = all(here < rank[source] for source in kind.sources)
    forward = kind.target is not None and rank[kind.target] > here
    return (kind.target if forward else stage), gap


def _refuse_second_of_once(ordered: list[Happening], procedure: Procedure) -> None:
    first: dict[tuple, Happening] = {}
    for happening in ordered:
        if not procedure.kinds[happening.code].once:
            continue
        same = first.setdefault((happening.code, happening.party), happening)
        if same is not happening:
            raise Contradiction("once", happening, same)


def _refuse_wrong_order(ordered: list[Happening], procedure: Procedure) -> None:
    first_of = {happening.code: happening for happening in reversed(ordered)}
    for happening in ordered:
        for code in procedure.kinds[happening.code].not_before:
            other = first_of.get(code)
            if other and happening.date < other.date:
                raise Contradiction("order", happening, other)
