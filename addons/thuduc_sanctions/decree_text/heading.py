"""What the decree says of itself: number, dates, whom its amounts are for."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

_NUMBER = re.compile(r"Số\s*:?\s*(\d{1,4}/\d{4}/NĐ-CP)", re.IGNORECASE)
_ANY_NUMBER = re.compile(r"\b(\d{1,4}/\d{4}/NĐ-CP)\b", re.IGNORECASE)
_DAY = r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})"
_ISSUED = re.compile(rf",\s*{_DAY}", re.IGNORECASE)
_FROM = re.compile(rf"có hiệu lực(?: thi hành)?\s*(?:kể\s*)?từ\s*{_DAY}", re.IGNORECASE)
_FROM_SIGNING = re.compile(
    r"có hiệu lực(?: thi hành)?\s*(?:kể\s*)?từ\s*ngày\s*ký", re.IGNORECASE
)
_TITLE = re.compile(
    r"^\W*nghị định\W*\n+\W*((?:quy định|về|sửa đổi).+?)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_FOR_WHOM = re.compile(
    r"mức phạt ti[ềêễ]n (?:được )?quy định (?:tại|từ)(?P<where>[^.;]*?)"
    r"(?:áp dụng|là mức phạt)[^.;]{0,80}?(?:đối với|của)[^.;]{0,80}?"
    r"(?P<whom>tổ chức|cá nhân)(?P<but>[^.;]*)",
    re.IGNORECASE,
)
_ARTICLES = re.compile(
    r"từ\s+Điều\s+(\d+)\s+đến\s+Điều\s+(\d+)|Điều\s+(\d+[a-zđ]?)", re.IGNORECASE
)
_TIMES = re.compile(
    r"tổ chức[^.;]{0,200}?(?:bằng|gấp)\s*(hai|0?\d)\s*lần[^.;]{0,80}cá nhân",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Heading:
    """Facts about the decree as a whole; None where the text does not tell.

    ``base``: for whom the amounts are, ``other_bases``: for whom those of an article;
    ``factor``: how many times an organisation pays the amount for an individual.
    """

    number: str | None
    title: str | None
    issued: date | None
    in_force: date | None
    base: str
    factor: float | None
    amends: bool
    other_bases: dict[str, str | None] = field(default_factory=dict)

    def base_of(self, article: str) -> str | None:
        """For whom the amounts of an article are; None where only people can say."""
        return self.other_bases.get(article, self.base)


def read_heading(text: str) -> Heading:
    """Read number, title, dates and the clause on organisations."""
    text = unicodedata.normalize("NFC", text).replace("*", "").replace("\u00a0", " ")
    number = _NUMBER.search(text) or _ANY_NUMBER.search(text)
    issued = _day(_ISSUED.search(text))
    in_force = _day(_FROM.search(text))
    if not in_force and _FROM_SIGNING.search(text):
        in_force = issued
    title = _TITLE.search(text)
    flat = " ".join(text.split())
    base, other_bases = _bases(flat)
    times = _TIMES.search(flat)
    factor = 2.0 if "organisation" in (base, *other_bases.values()) else None
    if times:
        factor = 2.0 if times[1].lower() == "hai" else float(times[1])
    return Heading(
        number=number and number[1].upper(),
        title=title and title[1].strip().capitalize(),
        issued=issued,
        in_force=in_force,
        base=base,
        factor=factor,
        amends=bool(title and title[1].lower().startswith("sửa đổi")),
        other_bases=other_bases,
    )


def _bases(text):
    """For whom the amounts are: in general, and in the articles named or left out.

    Where only clauses of an article are left out, the article is left to people.
    """
    base, others = None, {}
    for found in _FOR_WHOM.finditer(text):
        whom = "organisation" if found["whom"].lower() == "tổ chức" else "individual"
        named = _article_labels(found["where"])
        if named:
            others |= dict.fromkeys(named, whom)
            continue
        base = base or whom
        but = found["but"].partition("trừ")[2]
        opposite = "individual" if whom == "organisation" else "organisation"
        answer = None if re.search(r"khoản|điểm", but) else opposite
        others |= dict.fromkeys(_article_labels(but), answer)
    return base or "individual", others


def _article_labels(text):
    labels = []
    for first, last, single in _ARTICLES.findall(text):
        if single:
            labels.append(single)
        else:
            labels.extend(str(n) for n in range(int(first[:3]), int(last[:3]) + 1))
    return labels


def _day(found):
    if not found:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
