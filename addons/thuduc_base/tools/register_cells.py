"""Read the cells of an office's register: what people type, as what they mean.

Every reader takes the raw value of a cell and returns the fact, or None for an empty
cell; what cannot be understood raises :class:`UnreadableCell` with a code.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta

from .vietnamese import fold

EXCEL_EPOCH = date(1899, 12, 30)
EARLIEST = date(1930, 1, 1)
BLANKS = {"", "-", "–", "—", "x", "...", "không có", "chưa có", "chưa"}
YES = {"co", "x", "co mat", "da", "yes", "1", "v"}
NO = {"khong", "vang", "vang mat", "ko", "no", "0", "k"}
_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff\u2007\u202f]+")
_DAY = re.compile(
    r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?!\d)"
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SPELLED = re.compile(r"ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})")
_MONTH = re.compile(
    r"^(?:thang\s+)?(\d{1,2})\s*(?:[/.\-]|nam)\s*(\d{4})$|^(?:nam\s+)?(\d{4})$"
)


class UnreadableCell(ValueError):
    """A cell that means nothing certain.

    ``code``: "date", "partial_date" (only month or year), "impossible_date",
    "amount", "flag", "year".
    """

    def __init__(self, code: str, text: str):
        super().__init__(f"{code}: {text}")
        self.code = code
        self.text = text


def read_text(value) -> str | None:
    """Return the text without stray spaces, composed, or None.

    >>> read_text("  Nguyễn\\u00a0 Thị  Hòa ")
    'Nguyễn Thị Hòa'
    """
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime | date):
        value = f"{value:%d/%m/%Y}"
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", str(value)).strip())
    return text or None


def _meant_empty(text: str | None) -> bool:
    return text is None or text.lower() in BLANKS


def read_date(value) -> date | None:
    """Return the day that a cell means.

    >>> read_date(" 5.3.24 "), read_date("ngày 05-03-2024"), read_date(45356)
    (datetime.date(2024, 3, 5), datetime.date(2024, 3, 5), datetime.date(2024, 3, 5))
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and 20_000 < value < 80_000:
        return EXCEL_EPOCH + timedelta(days=int(value))
    text = read_text(value)
    if _meant_empty(text):
        return None
    found = find_date(text)
    if found:
        return found
    raise UnreadableCell("partial_date" if _MONTH.match(fold(text)) else "date", text)


def find_date(text: str) -> date | None:
    """Return the first day named inside a text, e.g. "QĐ số 12 ngày 5/3/2024"."""
    folded = fold(text)
    if match := _ISO.search(folded):
        year, month, day = match.groups()
    elif match := _DAY.search(folded) or _SPELLED.search(folded):
        day, month, year = match.groups()
    else:
        return None
    century = 2000 if int(year) < 70 else 1900
    number = int(year) + (century if len(year) == 2 else 0)
    try:
        return date(number, int(month), int(day))
    except ValueError as error:
        raise UnreadableCell("impossible_date", text) from error


def read_amount(value) -> int | None:
    """Return an amount in dong.

    >>> read_amount("5.000.000đ"), read_amount("7,5 triệu đồng"), read_amount(250000.0)
    (5000000, 7500000, 250000)
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return round(value)
    text = read_text(value)
    if _meant_empty(text):
        return None
    folded = fold(text).replace("vnd", "").replace("dong", "").strip(" d₫=.")
    if match := re.fullmatch(r"(\d+(?:[.,]\d{1,2})?)\s*(?:trieu|tr)", folded):
        return round(float(match[1].replace(",", ".")) * 1_000_000)
    if not re.fullmatch(r"\d{1,3}(?:[.,\s]\d{3})*|\d+", folded):
        raise UnreadableCell("amount", text)
    return int(re.sub(r"\D", "", folded))


def read_flag(value) -> bool | None:
    """Return yes or no ("Có", "x", "Vắng"…)."""
    text = read_text(value)
    if text is None:
        return None
    folded = fold(text)
    if folded in YES or folded in NO:
        return folded in YES
    raise UnreadableCell("flag", text)


def read_year(value) -> int | None:
    """Return a year of birth; a whole date of birth gives its year."""
    text = read_text(value)
    if _meant_empty(text):
        return None
    match = re.search(r"(?<!\d)(19\d\d|20\d\d)(?!\d)", text)
    if not match:
        raise UnreadableCell("year", text)
    return int(match[1])


def read_identity(value) -> tuple[str | None, bool]:
    """Return a personal number or tax code, and whether a leading zero was restored.

    Excel takes such numbers for amounts and drops the zero in front: eleven digits
    were twelve, nine digits of a number cell were ten.

    >>> read_identity(79085012345), read_identity("079 085 012345")
    (('079085012345', True), ('079085012345', False))
    """
    text = read_text(value)
    if _meant_empty(text):
        return None, False
    bare = text.replace(" ", "").replace(".", "").lstrip("'")
    if not isinstance(value, str) and bare.isdigit() and len(bare) in (9, 10, 11):
        whole = bare.zfill(10 if len(bare) == 9 else 12)
        return (whole, True) if whole != bare else (bare, False)
    return bare, False
