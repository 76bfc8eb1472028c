"""The labels of clauses and points, and their order."""

import re

ALPHABET = "abcdđeghiklmnopqrstuvxy"
_LABEL = re.compile(r"(\d*)([a-zđ]?)(\d*)")


def place_of(label: str | None) -> tuple[int, int, int]:
    """Where a clause or point stands among its sisters: đ follows d, 2a follows 2.

    >>> sorted(["e", "đ", "d", "a"], key=place_of)
    ['a', 'd', 'đ', 'e']
    >>> place_of("2") < place_of("2a") < place_of("10")
    True
    """
    number, letter, more = _LABEL.match((label or "").lower()).groups()
    return (
        int(number or 0),
        ALPHABET.find(letter) + 1 if letter else 0,
        int(more or 0),
    )


def points_between(first: str, last: str) -> list[str]:
    """The points from ``first`` to ``last``.

    >>> points_between("c", "e")
    ['c', 'd', 'đ', 'e']
    """
    start, end = ALPHABET.find(first[0]), ALPHABET.find(last[0])
    return list(ALPHABET[start : end + 1]) if 0 <= start <= end else [first, last]
