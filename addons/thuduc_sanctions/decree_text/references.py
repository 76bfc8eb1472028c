"""Read which acts a supplementary sanction or a remedy refers back to."""

import re
from dataclasses import dataclass

from .labels import ALPHABET, points_between

_LETTER = rf"[{ALPHABET}]\d?(?!\w)"
_CLAUSE = r"\d{1,2}[a-zđ]?(?!\w)"
_JOIN = r"\s*(?:,|;|\bvà\b|\bhoặc\b|\s)\s*"
_TOKEN = re.compile(
    rf"(?:từ\s+)?điểm\s+(?P<from_point>{_LETTER})\s*đến\s*(?:điểm\s+)?"
    rf"(?P<to_point>{_LETTER})"
    rf"|(?:từ\s+)?khoản\s+(?P<from_clause>\d\d?)\s*đến\s*(?:khoản\s+)?"
    r"(?P<to_clause>\d\d?)(?!\d)"
    rf"|điểm\s+(?P<points>{_LETTER}(?:{_JOIN}{_LETTER})*)"
    rf"|khoản\s+(?P<clauses>{_CLAUSE}(?:{_JOIN}{_CLAUSE})*)"
    r"|(?P<this_clause>khoản\s+này)"
    r"|điều\s+(?P<article>này|\d+[a-zđ]?)",
    re.IGNORECASE,
)
# What the decree says "tại …" of itself; other laws are named by their name.
_PASSAGE = re.compile(
    r"(?P<but>\btrừ\b[^.;]{0,60}?)?(?:\btại\s+|\bquy\s+định\s+(?=từ\b))"
    r"(?P<names>(?:(?!\btại\b)[^.])*?"
    r"(?:Điều\s+này|khoản\s+này|Điều\s+\d+[a-zđ]?\s*(?:của\s+)?Nghị\s+định\s+này))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reference:
    """A place in the decree; None means all of it."""

    article: str
    clause: str | None = None
    point: str | None = None

    def covers(self, article: str, clause: str, point: str) -> bool:
        return (
            self.article == article
            and self.clause in (None, clause)
            and self.point in (None, point)
        )


def read_references(
    text: str, article: str, clause: str = ""
) -> tuple[list[Reference], list[Reference]]:
    """Read the places a text refers to, and those that it leaves out ("trừ …").

    >>> found, but = read_references(
    ...     "đối với hành vi quy định tại điểm a, b khoản 2 và khoản 3 Điều này", "7"
    ... )
    >>> [(r.clause, r.point) for r in found], but
    ([('2', 'a'), ('2', 'b'), ('3', None)], [])
    """
    found, left_out = [], []
    for passage in _PASSAGE.finditer(text):
        places = _read_passage(passage["names"], article, clause)
        (left_out if passage["but"] else found).extend(places)
    return found, left_out


def _read_passage(names, article, clause):
    passage = _Passage(article, clause)
    for token in _TOKEN.finditer(names):
        passage.take(token)
    return passage.places


class _Passage:
    """Vietnamese names the smallest first: points wait for their clause, clauses for
    their article."""

    def __init__(self, article, clause):
        self.article = article
        self.clause = clause
        self.places: list[Reference] = []
        self.points: list[str] = []
        self.waiting: list[tuple[str, str | None]] = []

    def take(self, token):
        if token["from_point"] or token["points"]:
            self.points.extend(_points(token))
        elif token["this_clause"]:
            self.take_clauses([self.clause])
            self.close(self.article)
        elif token["article"]:
            own = token["article"].lower() == "này"
            self.close(self.article if own else token["article"])
        else:
            self.take_clauses(_clauses(token))

    def take_clauses(self, clauses):
        """The points named before belong to the first of the clauses."""
        first, *others = clauses
        self.waiting.extend((first, point) for point in self.points or [None])
        self.waiting.extend((other, None) for other in others)
        self.points.clear()

    def close(self, article):
        for clause, point in self.waiting:
            self.places.append(Reference(article, clause, point))
        if self.points or not self.waiting:
            for point in self.points or [None]:
                self.places.append(Reference(article, None, point))
        self.waiting.clear()
        self.points.clear()


def _points(token):
    if token["from_point"]:
        return points_between(token["from_point"], token["to_point"])
    return re.findall(_LETTER, token["points"])


def _clauses(token):
    if not token["from_clause"]:
        return re.findall(_CLAUSE, token["clauses"])
    first, last = int(token["from_clause"]), int(token["to_clause"])
    return [str(number) for number in range(first, last + 1)] or [str(first)]
