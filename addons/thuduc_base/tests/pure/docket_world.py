"""A small made-up procedure, and a short way to write a docket down."""

from datetime import date
from functools import partial

from docket import Happening, Kind, Period, Procedure
from legal_time import end_of_period

STAGES = ("filed", "prepared", "suspended", "judged", "ended")


def kind(code, target=None, *sources, **more):
    return Kind(code, frozenset(sources), target, **more)


PROCEDURE = Procedure(
    stages=STAGES,
    closing=frozenset({"ended"}),
    kinds={
        each.code: each
        for each in (
            kind("accepted", "filed", once=True),
            kind("opinion", "prepared", "filed", not_before=frozenset({"accepted"})),
            kind("suspend", "suspended", "filed", "prepared"),
            kind("resume", "prepared", "suspended"),
            kind("asked"),
            kind("answered"),
            kind("granted"),
            kind("judgment", "judged", "prepared"),
            kind("closed", "ended", "judged", once=True),
            kind("archived", after_end=True),
        )
    },
)

OPINION = Period(
    code="opinion-10",
    trigger="accepted",
    amount=10,
    unit="day",
    closing=frozenset({"opinion"}),
    extending=frozenset({"granted"}),
    extension_amount=7,
)
ANSWER = Period(
    code="answer-15",
    trigger="asked",
    amount=15,
    unit="day",
    closing=frozenset({"answered"}),
    closes_one=True,
)
PREPARATION = Period(
    code="preparation-4m",
    trigger="accepted",
    amount=4,
    unit="month",
    closing=frozenset({"judgment"}),
    suspending=frozenset({"suspend"}),
    resuming=frozenset({"resume"}),
    restarts=True,
)
REPORT = Period(
    code="report-3wd",
    trigger="accepted",
    amount=3,
    unit="working_day",
    count_from="deadline",
    parent="opinion-10",
)
PERIODS = (REPORT, OPINION, ANSWER, PREPARATION)


def at(day, code, key=None, **more):
    """A happening of ``code`` on ``day`` (ISO)."""
    return Happening(key or f"{code}@{day}", code, date.fromisoformat(day), **more)


def counter(calendar):
    return partial(_count, calendar)


def _count(calendar, start, amount, unit, **how):
    return end_of_period(start, amount, unit, calendar, **how)
