"""Amounts of money in Vietnamese words, as decisions and receipts write them.

The number is read in groups of three digits. A group that follows another is read
in full ("không trăm"), so that no two amounts sound alike; a group of zeros is
silent. "tỷ" (10^9) ends everything read before it, so a thousand of them is "một
nghìn tỷ".
"""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
BILLION = 10**9


def amount_in_words(amount: int) -> str:
    """Return ``amount`` dong in words, with a capital and "đồng" at the end.

    >>> amount_in_words(1_005_000)
    'Một triệu không trăm lẻ năm nghìn đồng'
    >>> amount_in_words(24_515_121)
    'Hai mươi tư triệu năm trăm mười lăm nghìn một trăm hai mươi mốt đồng'
    >>> amount_in_words(1_200_000_000_000)
    'Một nghìn hai trăm tỷ đồng'
    >>> amount_in_words(-5)
    Traceback (most recent call last):
        ...
    ValueError: an amount in words cannot be negative: -5
    """
    if isinstance(amount, bool) or not isinstance(amount, int):
        raise TypeError(f"an amount in words must be a whole number: {amount!r}")
    if amount < 0:
        raise ValueError(f"an amount in words cannot be negative: {amount}")
    words = " ".join(_number(amount)) or DIGITS[0]
    return f"{words.capitalize()} đồng"


def _number(number):
    """Read any number; zero is silent."""
    billions, rest = divmod(number, BILLION)
    words = [*_number(billions), "tỷ"] if billions else []
    for value, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group = rest // value % 1000
        if group:
            words += [*_group(group, bool(words)), *([name] if name else [])]
    return words


def _group(number, full):
    """Read a group of three digits, 1 to 999; in ``full`` if words come before it."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    words = []
    if hundreds or full:
        words = [DIGITS[hundreds], "trăm"]
    if tens > 1:
        return [*words, DIGITS[tens], "mươi", *_units(units, AFTER_TENS)]
    if tens == 1:
        return [*words, "mười", *_units(units, {5: "lăm"})]
    if units and words:
        words.append("lẻ")
    return [*words, *_units(units, {})]


def _units(digit, special):
    return [special.get(digit, DIGITS[digit])] if digit else []
