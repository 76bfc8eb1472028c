"""The tree of a decree's text: chapters, articles, clauses, points."""

import re
import unicodedata
from dataclasses import dataclass, field

from .labels import ALPHABET, place_of

_CHAPTER = re.compile(r"^chương\s+([ivxlc]+|\d+)\b[\s.:–-]*(.*)$", re.IGNORECASE)
_SECTION = re.compile(r"^(?:tiểu mục|mục)\s+\d+\s*[.:]?\s*(.*)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^Điều\s+(\d+[a-zđ]?)\s*[.:]\s*(.*)$")
_CLAUSE = re.compile(r"^(\d{1,2}[a-zđ]?)\s*\.\s*(?=\D)(\S.*)$")
_POINT = re.compile(rf"^([{ALPHABET}]\d?)\s*\)\s*(\S.*)?$")
_END = re.compile(r"^(nơi nhận|tm\. chính phủ|phụ lục\b)", re.IGNORECASE)
_MARKS = re.compile(r"^[#>\s]*(?:[-*+]\s+)?")
_MOST_SKIPPED = 3


@dataclass
class Point:
    """A point (điểm) of a clause: its letter and its text."""

    label: str
    text: str = ""


@dataclass
class Clause:
    """A clause (khoản): the text above its points, and the points.

    The label is empty where an article has no numbered clauses.
    """

    label: str
    text: str = ""
    points: list[Point] = field(default_factory=list)


@dataclass
class Article:
    """An article (Điều) with the chapter it stands in and its text as printed."""

    label: str
    title: str
    chapter: str = ""
    clauses: list[Clause] = field(default_factory=list)
    text: str = ""


def plain_lines(text: str) -> list[str]:
    """The lines of a text, composed, without the marks of Markdown.

    >>> plain_lines("**1.** Phạt\\u00a0tiền\\n- **a)** Một")
    ['1. Phạt tiền', 'a) Một']
    """
    text = unicodedata.normalize("NFC", text).replace("**", "").replace("__", "")
    lines = []
    for line in text.splitlines():
        line = " ".join(line.split())
        dashed = _MARKS.sub("", line)
        starts_unit = _POINT.match(dashed) or _CLAUSE.match(dashed)
        heading = line.startswith(("#", ">"))
        lines.append(dashed if starts_unit or heading else line)
    return lines


class _Tree:
    """The articles read so far and the place where the next line belongs."""

    def __init__(self):
        self.articles: list[Article] = []
        self.chapter = ""
        self.in_title = False

    @property
    def article(self):
        return self.articles[-1] if self.articles else None

    def open_chapter(self, title):
        self.chapter = title
        self.in_title = True

    def open_article(self, label, title):
        self.articles.append(Article(label, title, self.chapter))
        self.in_title = False

    def opens_clause(self, label):
        """Whether a number at the start of a line can be the next clause."""
        clauses = self.article.clauses
        last = place_of(clauses[-1].label) if clauses else (0, 0, 0)
        place = place_of(label)
        return last < place and place[0] <= last[0] + _MOST_SKIPPED

    def open_clause(self, label, text):
        self.article.clauses.append(Clause(label, text))

    def open_point(self, label, text):
        if not self.article.clauses:
            self.open_clause("", "")
        self.article.clauses[-1].points.append(Point(label, text))

    def go_on(self, line):
        """A line that opens nothing belongs to what was opened last."""
        if self.in_title:
            self.chapter = f"{self.chapter} {line}".strip()
        elif not self.article:
            return
        elif not self.article.clauses:
            self._go_on_in_article(line)
        else:
            clause = self.article.clauses[-1]
            unit = clause.points[-1] if clause.points else clause
            unit.text = f"{unit.text} {line}".strip()

    def _go_on_in_article(self, line):
        """The rest of a title begins small; else it is a text without clauses."""
        if line[:1].islower() or not self.article.title:
            self.article.title = f"{self.article.title} {line}".strip()
        else:
            self.open_clause("", line)


def read_articles(text: str) -> list[Article]:
    """Read the articles of a decree in the order of the text.

    >>> [article] = read_articles("Điều 7. Nội quy\\n1. Một:\\na) Hai;\\nb) Ba.")
    >>> [point.label for point in article.clauses[0].points]
    ['a', 'b']
    """
    tree = _Tree()
    for line in plain_lines(text):
        if not line or set(line) <= set("-=|_ "):
            continue
        if tree.articles and _END.match(line):
            break
        if _place(tree, line):
            article = tree.article
            article.text = f"{article.text}\n{line}".strip()
    return tree.articles


def _place(tree, line):
    """Put a line into the tree; return whether it is part of an article."""
    if found := _CHAPTER.match(line):
        tree.open_chapter(found[2])
        return False
    if found := _SECTION.match(line):
        tree.in_title = True
        return False
    if found := _ARTICLE.match(line):
        tree.open_article(found[1], found[2])
    elif not tree.article or tree.in_title:
        tree.go_on(line)
        return False
    elif (found := _CLAUSE.match(line)) and tree.opens_clause(found[1]):
        tree.open_clause(found[1], found[2])
    elif found := _POINT.match(line):
        tree.open_point(found[1], found[2] or "")
    else:
        tree.go_on(line)
    return True
