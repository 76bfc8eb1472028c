"""Vietnamese text: searching it, comparing names, writing dates and amounts."""

import re
import unicodedata
from datetime import date, datetime

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook, dot below
_END = r"(?![\w\u0300-\u036f])"
# In decomposed text: an open syllable with the tone on its last letter (hoà, thuý)…
_LATE_TONE = re.compile(
    rf"([oO])([aAeE])([{_TONES}]){_END}|(?<![qQ])([uU])([yY])([{_TONES}]){_END}"
)
# … and "qu", whose u is no vowel, with the tone on it (qúy).
_EARLY_TONE = re.compile(rf"([qQ][uU])([{_TONES}])([aAeEiIoOyY][\u0302\u0306\u031b]?)")


def fold(text: str) -> str:
    """Return ``text`` for searching: no accents, đ as d, lower case, single spaces.

    >>> fold("  Nguyễn  Thị ĐÀO ")
    'nguyen thi dao'
    """
    decomposed = unicodedata.normalize("NFD", text.lower())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.replace("đ", "d").split())


def normalise_tone(text: str) -> str:
    """Return ``text`` in NFC with tones where state papers put them: hòa, not hoà.

    Both spellings are correct, so both must be the same name; the tones themselves
    stay, since Thủy and Thúy are two people.

    >>> normalise_tone("Hoà, THUỶ, khoẻ, qúy, Hoàng")
    'Hòa, THỦY, khỏe, quý, Hoàng'
    """
    decomposed = unicodedata.normalize("NFD", text)
    decomposed = _EARLY_TONE.sub(r"\1\3\2", decomposed)
    return unicodedata.normalize("NFC", _LATE_TONE.sub(_tone_first, decomposed))


def _tone_first(match):
    first, second, tone = filter(None, match.groups())
    return first + tone + second


def numeric_date(day: date) -> str:
    """Return a day as the office writes it in figures, whatever the user's language.

    >>> numeric_date(date(2026, 3, 5))
    '05/03/2026'
    """
    return f"{day:%d/%m/%Y}"


def numeric_moment(moment: datetime) -> str:
    """Return a moment (local time) as the office writes it in figures.

    >>> numeric_moment(datetime(2026, 3, 5, 8, 30))
    '08:30 05/03/2026'
    """
    return f"{moment:%H:%M %d/%m/%Y}"


def spoken_date(day: date) -> str:
    """Return the date line of an official paper.

    Days below 10 and months 1 and 2 have two digits (Decree 30/2020, Appendix I).

    >>> spoken_date(date(2026, 3, 5)), spoken_date(date(2026, 2, 12))
    ('ngày 05 tháng 3 năm 2026', 'ngày 12 tháng 02 năm 2026')
    """
    month = f"{day.month:02}" if day.month <= 2 else day.month
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def format_amount(amount: int) -> str:
    """Return a whole number with dots between thousands.

    >>> format_amount(1234567)
    '1.234.567'
    """
    if isinstance(amount, bool) or not isinstance(amount, int):
        raise TypeError(f"an amount must be a whole number: {amount!r}")
    return f"{amount:,}".replace(",", ".")
