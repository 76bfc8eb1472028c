"""Read a citation as officers type it: "điều 15 khoản 2 điểm a", "Đ15.2.a"."""

import re
import unicodedata
from dataclasses import dataclass

from .labels import ALPHABET

_WORDS = re.compile(
    r"\b(?:(?P<article>điều|dieu|đ|d)\.?\s*(?P<a>\d+[a-zđ]?)(?![\w/])"
    r"|(?P<clause>khoản|khoan|k)\.?\s*(?P<c>\d+[a-zđ]?)(?!\w)"
    rf"|(?P<point>điểm|diem)\.?\s*(?P<p>[{ALPHABET}]\d?)(?!\w))",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"(?<![\w./])(?:đ|d|điều|dieu)?\.?\s*(\d+[a-zđ]?)\.(\d+[a-zđ]?)"
    rf"(?:\.([{ALPHABET}]\d?))?(?![\w./])",
    re.IGNORECASE,
)
_DECREE = re.compile(
    r"(?:(?:nghị định|nghi dinh|nđ|nd)\s*(?:số|so)?\s*)?"
    r"(?<!\d)(\d{1,3}/\d{4})(?:/\w+-?\w*)?",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\b(?:nghị định|nghi dinh|nđ|của|cua|và)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Citation:
    """What was named, and the other words."""

    article: str = ""
    clause: str = ""
    point: str = ""
    decree: str = ""
    words: str = ""


def read_citation(text: str) -> Citation:
    """Read the places named in a search, in any order.

    >>> read_citation("điều 15 khoản 2 điểm a")
    Citation(article='15', clause='2', point='a', decree='', words='')
    >>> found = read_citation("xây dựng không phép 16/2022")
    >>> found.decree, found.words
    ('16/2022', 'xây dựng không phép')
    """
    text = unicodedata.normalize("NFC", text)
    found = {}
    if decree := _DECREE.search(text):
        found["decree"] = decree[1]
        text = text.replace(decree[0], " ")
    if short := _SHORT.search(text):
        names = ("article", "clause", "point")
        found |= {
            name: part.lower()
            for name, part in zip(names, short.groups(), strict=True)
            if part
        }
        text = text.replace(short[0], " ")
    for place in _WORDS.finditer(text):
        for name, group in (("article", "a"), ("clause", "c"), ("point", "p")):
            if place[name]:
                found.setdefault(name, place[group].lower())
    words = _LEFT.sub(" ", _WORDS.sub(" ", text))
    return Citation(words=" ".join(words.strip(" ,;.").split()), **found)
