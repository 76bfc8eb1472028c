"""Personal identification numbers and tax codes: what is doubtful about one.

Each check returns the codes of the problems found, an empty list if there is none.
They are grounds for a warning, never for refusing a person's paper: old numbers and
mistakes of the registers are real.

Personal identification number (Law on Identity 2023, Article 12): twelve digits;
1-3 the province of birth registration, 4 century and sex, 5-6 the year of birth.
Tax code (Circular 105/2020/TT-BTC, Article 5): ten digits, the last a check digit,
then "-001" to "-999" for a dependent unit; people and households use their personal
identification number.
"""

import re
from datetime import date

LAST_PROVINCE = 96
TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
TAX_CODE = re.compile(r"([0-9]{10})(?:-([0-9]{3}))?")


def check_personal_id(
    number: str, birth_date: date | None = None, gender: str | None = None
) -> list[str]:
    """Return what is doubtful about a personal identification number.

    ``gender`` is "male" or "female"; anything else is not compared. Codes:
    "not_12_digits", "old_9_digits" (an identity card of before 2016), "province",
    "birth_in_future", "birth_year", "gender".

    >>> check_personal_id("079085012345", date(1985, 4, 30), "male")
    []
    >>> check_personal_id("079185012345", date(1984, 4, 30), "male")
    ['birth_year', 'gender']
    """
    if not re.fullmatch(r"[0-9]{12}", number):
        old = re.fullmatch(r"[0-9]{9}", number)
        return ["old_9_digits" if old else "not_12_digits"]
    century, is_female = divmod(int(number[3]), 2)
    birth_year = 1900 + 100 * century + int(number[4:6])
    doubts = {
        "province": not 1 <= int(number[:3]) <= LAST_PROVINCE,
        "birth_in_future": birth_year > date.today().year,
        "birth_year": birth_date is not None and birth_date.year != birth_year,
        "gender": gender == ("male" if is_female else "female"),
    }
    return [code for code, doubtful in doubts.items() if doubtful]


def check_tax_code(number: str) -> list[str]:
    """Return what is doubtful about a tax code.

    Codes: "format", "branch" (the suffix of a dependent unit is 000), "check_digit";
    for twelve digits those of ``check_personal_id``.

    >>> check_tax_code("0100109106-001"), check_tax_code("0100109107")
    ([], ['check_digit'])
    """
    if re.fullmatch(r"[0-9]{12}", number):
        return check_personal_id(number)
    match = TAX_CODE.fullmatch(number)
    if not match:
        return ["format"]
    enterprise, branch = match.groups()
    doubts = {
        "branch": branch == "000",
        "check_digit": int(enterprise[9]) != _tax_check_digit(enterprise),
    }
    return [code for code, doubtful in doubts.items() if doubtful]


def _tax_check_digit(number):
    """Return the tenth digit; 10 means that no code begins with these nine."""
    digits = map(int, number[:9])
    return 10 - sum(w * d for w, d in zip(TAX_WEIGHTS, digits, strict=True)) % 11
