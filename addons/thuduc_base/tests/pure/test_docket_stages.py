"""Stages are a function of the docket; only contradictions are refused."""

import pytest

from docket import Contradiction, walk
from docket_world import PROCEDURE, at


def stages(*happenings, **more):
    return [step.stage for step in walk(happenings, PROCEDURE, **more).steps]


def test_stage_follows_the_usual_steps():
    walked = walk(
        [
            at("2026-01-05", "accepted"),
            at("2026-01-12", "opinion"),
            at("2026-05-04", "judgment"),
            at("2026-06-01", "closed"),
        ],
        PROCEDURE,
    )
    assert [step.stage for step in walked.steps] == [
        "filed",
        "prepared",
        "judged",
        "ended",
    ]
    assert walked.ended_by.code == "closed"
    assert not any(step.gap for step in walked.steps)


def test_order_of_entry_does_not_matter():
    docket = [at("2026-01-12", "opinion"), at("2026-01-05", "accepted")]
    assert stages(*docket) == stages(*reversed(docket)) == ["filed", "prepared"]


def test_missing_predecessor_is_a_gap_not_an_error():
    walked = walk(
        [at("2026-01-05", "accepted"), at("2026-05-04", "judgment")], PROCEDURE
    )
    assert [(step.stage, step.gap) for step in walked.steps] == [
        ("filed", False),
        ("judged", True),
    ]


def test_late_paper_of_an_earlier_stage_does_not_undo_the_later_one():
    assert stages(
        at("2026-01-05", "accepted"),
        at("2026-05-04", "judgment"),
        at("2026-05-20", "opinion"),
    ) == ["filed", "judged", "judged"]


def test_explicit_way_back_is_taken():
    assert stages(
        at("2026-01-05", "accepted"),
        at("2026-02-02", "suspend"),
        at("2026-03-02", "resume"),
    ) == ["filed", "suspended", "prepared"]


def test_file_taken_over_half_way_starts_where_it_stands():
    walked = walk([at("2026-05-04", "judgment")], PROCEDURE, initial="prepared")
    assert walked.stage == "judged"
    assert not walked.steps[0].gap


def test_same_day_is_ordered_by_rank():
    docket = [
        at("2026-01-05", "opinion", rank=20),
        at("2026-01-05", "accepted", rank=10),
    ]
    assert walk(docket, PROCEDURE).stage == "prepared"


@pytest.mark.parametrize(
    ("reason", "docket"),
    [
        ("once", [at("2026-01-05", "accepted"), at("2026-01-06", "accepted")]),
        ("order", [at("2026-01-05", "accepted"), at("2026-01-02", "opinion")]),
        (
            "ended",
            [
                at("2026-01-05", "accepted"),
                at("2026-03-02", "judgment"),
                at("2026-04-01", "closed"),
                at("2026-04-02", "asked"),
            ],
        ),
    ],
)
def test_contradiction_is_refused(reason, docket):
    with pytest.raises(Contradiction) as caught:
        walk(docket, PROCEDURE)
    assert caught.value.reason == reason


def test_what_may_follow_the_end_does():
    walked = walk(
        [
            at("2026-01-05", "accepted"),
            at("2026-03-02", "judgment"),
            at("2026-04-01", "closed"),
            at("2026-04-20", "archived"),
        ],
        PROCEDURE,
    )
    assert walked.stage == "ended"
    assert walked.ended_by.code == "closed"
