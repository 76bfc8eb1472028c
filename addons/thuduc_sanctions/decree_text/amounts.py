"""Read what an act costs: a bracket, a share of an amount, or a warning."""

import re
from dataclasses import dataclass

_NUMBER = r"(?<![\d.])\d{1,3}(?:\s*[.\s]\s*\d{3}(?!\d))+|(?<![\d.])\d+"
_BRACKET = re.compile(
    rf"(?:phạt\s*ti[ềêễ]n\s*,?\s*)?(?:từ|tử)?\s*({_NUMBER})\s*(?:đồng)?\s*"
    rf"(?:đến|tới|-|–)\s*(?:dưới\s*)?({_NUMBER})\s*đồng",
    re.IGNORECASE,
)
_OF_ORGANISATIONS = re.compile(
    r"\s*đối với cá nhân\s*[,;]?\s*(?:và\s*)?(?:phạt\s*tiền\s*)?"
    rf"từ\s*({_NUMBER})\s*(?:đồng)?\s*đến\s*({_NUMBER})\s*đồng\s*"
    r"(?=đối với tổ chức)",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"phạt\s*tiền\s*(?:mức\s*)?({_NUMBER})\s*đồng", re.IGNORECASE)
_SHARE = re.compile(
    r"từ\s*(\d+(?:,\d+)?)\s*(%|lần)\s*đến\s*(?:dưới\s*)?(\d+(?:,\d+)?)\s*(?:%|lần)"
    r"\s*([^,;.:]*)",
    re.IGNORECASE,
)
_CAP = re.compile(
    rf"(?:không\s*quá|không\s*vượt\s*quá|tối\s*đa\s*(?:là|đến)?)\s*({_NUMBER})\s*đồng",
    re.IGNORECASE,
)
_WARNING = re.compile(r"^\W*(?:hình thức )?(?:xử )?(?:phạt )?cảnh cáo", re.IGNORECASE)
_TIMES = re.compile(
    r"(?:phạt tiền|mức (?:tiền )?phạt(?: tiền)?)[^.;]{0,40}?(?:gấp|bằng)\s*"
    r"(hai|ba|0?[2-9])\s*lần",
    re.IGNORECASE,
)
_WORDS = {"hai": 2, "ba": 3}


@dataclass(frozen=True)
class Fine:
    """What an act costs; ``end`` is where the text about the amount ends.

    ``share``: least and most percent, of ``share_of``; the amounts are then the limits
    in dong, if the decree sets any. ``organisation``: the bracket that the decree
    states for organisations beside that for individuals.
    """

    least: int
    most: int
    warning: bool = False
    share: tuple[float, float] | None = None
    share_of: str = ""
    organisation: tuple[int, int] | None = None
    end: int = 0


def read_number(text: str) -> int:
    """Return an amount in dong; scanned texts have blanks after the dots.

    >>> read_number("5. 000. 000")
    5000000
    """
    return int(re.sub(r"\D", "", text))


def read_fine(text: str) -> Fine | None:
    """Read the amount that a clause or point begins with, or None.

    >>> fine = read_fine("Phạt cảnh cáo hoặc phạt tiền từ 300.000 đến 500.000 đồng")
    >>> fine.least, fine.most, fine.warning
    (300000, 500000, True)
    """
    warning = bool(_WARNING.match(text))
    if found := _share(text, warning):
        return found
    if found := _BRACKET.search(text):
        least, most = read_number(found[1]), read_number(found[2])
        other = _OF_ORGANISATIONS.match(text, found.end())
        stated = other and (read_number(other[1]), read_number(other[2]))
        end = other.end() if other else found.end()
        return Fine(least, most, warning, organisation=stated, end=end)
    if found := _SINGLE.search(text):
        amount = read_number(found[1])
        return Fine(amount, amount, warning, end=found.end())
    if warning:
        return Fine(0, 0, True, end=_WARNING.match(text).end())
    return None


def _share(text, warning):
    """A percentage, or a multiple, of some amount (e.g. of what was not paid)."""
    found = _SHARE.search(text)
    bracket = _BRACKET.search(text)
    if not found or (bracket and bracket.start() < found.start()):
        return None
    factor = 1 if found[2] == "%" else 100
    least, most = (float(part.replace(",", ".")) * factor for part in found.group(1, 3))
    cap = _CAP.search(text)
    share_of = re.split(r"\s+(?:đối với|tại thời điểm|nhưng)\b", found[4])[0].strip()
    return Fine(
        0,
        read_number(cap[1]) if cap else 0,
        warning,
        share=(least, most),
        share_of=share_of,
        end=max(found.start(4) + len(share_of), cap.end() if cap else 0),
    )


def read_times(text: str) -> int | None:
    """How many times another fine an act costs, if the text says so.

    >>> read_times("Phạt tiền gấp hai lần mức tiền phạt đối với các hành vi")
    2
    """
    found = _TIMES.search(text)
    return found and (_WORDS.get(found[1].lower()) or int(found[1]))
