"""Deadlines are a function of the docket."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from docket import Period, State, clocks
from docket_world import (
    ANSWER,
    OPINION,
    PERIODS,
    PREPARATION,
    REPORT,
    at,
    counter,
)

TODAY = date(2026, 12, 31)


@pytest.fixture
def run(calendar):
    def run_(docket, periods=PERIODS, today=TODAY, **more):
        found = clocks(docket, periods, counter(calendar), today, **more)
        return {clock.period.code: clock for clock in found}

    return run_


def test_met_in_time_and_met_late(run):
    accepted = at("2026-03-02", "accepted")
    in_time = run([accepted, at("2026-03-12", "opinion")])["opinion-10"]
    assert (in_time.due, in_time.state) == (date(2026, 3, 12), State.MET)
    late = run([accepted, at("2026-03-16", "opinion")])["opinion-10"]
    assert (late.state, late.days_late) == (State.MET_LATE, 4)


def test_running_until_the_due_day_is_over(run):
    docket = [at("2026-03-02", "accepted")]
    running = run(docket, today=date(2026, 3, 12))["opinion-10"]
    assert running.state is State.RUNNING
    overdue = run(docket, today=date(2026, 3, 13))["opinion-10"]
    assert (overdue.state, overdue.days_late) == (State.OVERDUE, 1)


def test_extension_counts_from_the_nominal_end(run):
    """Chain C3: nominal Mon 16 Feb 2026 (Tết), due 23 Feb; +7 days is 23 Feb."""
    docket = [at("2026-02-06", "accepted"), at("2026-02-13", "granted")]
    clock = run(docket)["opinion-10"]
    assert clock.nominal == clock.due == date(2026, 2, 23)
    assert clock.extensions == 1


def test_extension_never_exceeds_the_law(run):
    docket = [at("2026-03-02", "accepted"), at("2026-03-09", "granted", amount=30)]
    assert run(docket)["opinion-10"].nominal == date(2026, 3, 19)
    again = [*docket, at("2026-03-10", "granted", key="again")]
    assert run(again)["opinion-10"].nominal == date(2026, 3, 19)


def test_date_stated_by_the_granting_paper_is_the_due_date(run):
    docket = [
        at("2026-03-02", "accepted"),
        at("2026-03-09", "granted", stated=date(2026, 3, 16)),
    ]
    clock = run(docket)["opinion-10"]
    assert clock.due == date(2026, 3, 16)
    assert clock.stated


def test_override_wins_over_the_computation(run):
    docket = [at("2026-03-02", "accepted")]
    fixed = {("opinion-10", "accepted@2026-03-02", None): date(2026, 3, 20)}
    assert run(docket, overrides=fixed)["opinion-10"].due == date(2026, 3, 20)


def test_child_starts_at_the_rolled_end_of_its_parent(run):
    """Chain C2: the report is due 3 working days after the *rolled* end."""
    docket = [at("2026-06-26", "accepted")]
    clocks_ = run(docket)
    assert clocks_["opinion-10"].due == date(2026, 7, 6)
    assert clocks_["report-3wd"].due == date(2026, 7, 9)


def test_a_child_waits_with_a_parent_that_is_held(run):
    """LTTHC 261: while the thirty days are held, no report of them falls due."""
    held = replace(
        OPINION, suspending=frozenset({"suspend"}), resuming=frozenset({"resume"})
    )
    docket = [at("2026-06-26", "accepted"), at("2026-06-29", "suspend")]
    assert run(docket, [held, REPORT])["report-3wd"].state is State.SUSPENDED
    docket.append(at("2026-07-06", "resume"))
    clock = run(docket, [held, REPORT])["report-3wd"]
    assert (clock.start, clock.due) == (date(2026, 7, 13), date(2026, 7, 16))


def test_resumption_gives_the_whole_period_again(run):
    """Chain C7 (LTTHC 130.4): suspended 2025-09-15, resumed 2026-01-12."""
    docket = [
        at("2025-06-02", "accepted"),
        at("2025-09-15", "suspend"),
        at("2026-01-12", "resume"),
    ]
    clock = run(docket)["preparation-4m"]
    assert (clock.start, clock.due) == (date(2026, 1, 12), date(2026, 5, 12))


def test_suspended_until_resumed(run):
    docket = [at("2025-06-02", "accepted"), at("2025-09-15", "suspend")]
    assert run(docket)["preparation-4m"].state is State.SUSPENDED


def test_suspension_without_restart_adds_its_days(run):
    period = replace(PREPARATION, restarts=False)
    docket = [
        at("2026-03-02", "accepted"),
        at("2026-03-16", "suspend"),
        at("2026-03-26", "resume"),
    ]
    clock = run(docket, [period])["preparation-4m"]
    assert (clock.nominal, clock.suspended_days) == (date(2026, 7, 12), 10)
    assert clock.due == date(2026, 7, 13)


def test_a_restarted_period_can_be_extended_anew(run):
    period = replace(
        PREPARATION,
        extending=frozenset({"granted"}),
        extension_amount=2,
        extension_unit="month",
    )
    docket = [
        at("2025-06-02", "accepted"),
        at("2025-09-01", "granted"),
        at("2025-09-15", "suspend"),
        at("2026-01-12", "resume"),
    ]
    clock = run(docket, [period])["preparation-4m"]
    assert (clock.due, clock.extensions) == (date(2026, 5, 12), 0)
    docket.append(at("2026-05-04", "granted"))
    clock = run(docket, [period])["preparation-4m"]
    assert (clock.due, clock.extensions) == (date(2026, 7, 13), 1)


def test_a_period_is_counted_anew_without_a_suspension(run):
    """LTTHC 125.5, 246.3: also when it had run out, and it can be extended anew."""
    period = replace(
        PREPARATION,
        extending=frozenset({"granted"}),
        extension_amount=2,
        extension_unit="month",
        restarting=frozenset({"answered"}),
    )
    docket = [at("2025-06-02", "accepted"), at("2025-09-01", "granted")]
    assert run(docket, [period])["preparation-4m"].due == date(2025, 12, 2)
    docket.append(at("2026-01-12", "answered"))
    clock = run(docket, [period])["preparation-4m"]
    assert (clock.due, clock.extensions) == (date(2026, 5, 12), 0)
    docket.append(at("2026-02-02", "suspend"))
    assert run(docket, [period])["preparation-4m"].state is State.SUSPENDED
    docket.append(at("2026-03-12", "answered"))
    clock = run(docket, [period])["preparation-4m"]
    assert (clock.due, clock.suspended_days) == (date(2026, 7, 13), 38)


def test_a_right_lapses_where_a_duty_is_late(calendar):
    docket = [at("2026-03-02", "asked")]
    right = replace(ANSWER, lapses=True)
    for today, state in (
        ("2026-03-17", State.RUNNING),
        ("2026-03-18", State.SUPERSEDED),
    ):
        [clock] = clocks(docket, [right], counter(calendar), date.fromisoformat(today))
        assert (clock.state, clock.days_late) == (state, 0)


def test_each_answer_meets_one_request(calendar):
    docket = [
        at("2026-03-02", "asked", key="first"),
        at("2026-03-04", "asked", key="second"),
        at("2026-03-10", "answered", answers="second"),
    ]
    found = clocks(docket, [ANSWER], counter(calendar), date(2026, 3, 11))
    assert [clock.state for clock in found] == [State.RUNNING, State.MET]
    plain = [*docket[:2], at("2026-03-10", "answered")]
    found = clocks(plain, [ANSWER], counter(calendar), date(2026, 3, 11))
    assert [clock.state for clock in found] == [State.MET, State.RUNNING]


def test_alternatives_replace_each_other(run):
    short = replace(OPINION, code="short", excluded=frozenset({"asked"}))
    long = replace(OPINION, code="long", amount=30, required=frozenset({"asked"}))
    docket = [at("2026-03-02", "accepted")]
    assert run(docket, [short, long]).keys() == {"short"}
    docket.append(at("2026-03-03", "asked"))
    assert run(docket, [short, long]).keys() == {"long"}


def test_one_clock_for_each_party(calendar):
    appeal = replace(OPINION, per_party=True, extending=frozenset())
    docket = [at("2026-03-02", "accepted"), at("2026-03-05", "opinion", party="A")]
    found = clocks(
        docket, [appeal], counter(calendar), date(2026, 3, 6), parties=("A", "B")
    )
    assert {clock.party: clock.state for clock in found} == {
        "A": State.MET,
        "B": State.RUNNING,
    }


def test_end_of_the_proceeding_supersedes_what_still_runs(run):
    docket = [at("2026-03-02", "accepted")]
    ended = run(docket, ended_on=date(2026, 3, 5))["opinion-10"]
    assert ended.state is State.SUPERSEDED
    survivor = replace(OPINION, survives_end=True)
    kept = run(docket, [survivor], ended_on=date(2026, 3, 5))["opinion-10"]
    assert kept.state is State.OVERDUE


def test_backwards_from_a_scheduled_day(run):
    notice = Period(
        code="notice",
        trigger="asked",
        amount=2,
        unit="working_day",
        direction="backward",
        roll="none",
        count_from="scheduled",
    )
    docket = [at("2026-03-02", "asked", scheduled=date(2026, 3, 16))]
    assert run(docket, [notice])["notice"].due == date(2026, 3, 12)


def test_hours_run_on_the_clock(run):
    """Chain C5 (LTTHC 73, BLDS 147.1): Friday 16:30 + 48 hours is Sunday 16:30."""
    period = Period(
        code="48h", trigger="asked", amount=48, unit="hour", closing={"answered"}
    )
    asked = at("2026-03-06", "asked", at=datetime(2026, 3, 6, 16, 30))
    clock = run([asked], [period])["48h"]
    assert clock.due == datetime(2026, 3, 8, 16, 30)
    late = at("2026-03-08", "answered", at=datetime(2026, 3, 8, 17, 0))
    assert run([asked, late], [period])["48h"].state is State.MET_LATE


def test_versions_of_a_period_at_the_end_of_another_exclude_each_other(calendar):
    docket = [at("2026-03-02", "accepted")]
    versions = [
        replace(REPORT, applies=lambda happening: happening.date < date(2026, 7, 1)),
        replace(REPORT, amount=5, applies=lambda h: h.date >= date(2026, 7, 1)),
    ]
    found = clocks(docket, [OPINION, *versions], counter(calendar), date(2026, 3, 2))
    assert [clock.period.amount for clock in found] == [10, 3]


def test_periods_that_wait_for_each_other_are_refused(run):
    one = replace(OPINION, code="one", count_from="deadline", parent="two")
    two = replace(OPINION, code="two", count_from="deadline", parent="one")
    with pytest.raises(ValueError, match="wait for each other"):
        run([at("2026-03-02", "accepted")], [one, two])
