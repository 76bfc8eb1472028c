"""Read people from a pasted text: one person a line."""

import re
from datetime import date

SEPARATOR = re.compile(r"\s*[;\t|]\s*")
NUMBERED = re.compile(r"^\s*(?:\d{1,3}\s*[.)/-]|[-•*+])\s*")
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
YEAR = re.compile(r"(?:sinh\s*(?:năm)?\s*:?\s*)?((?:18|19|20)\d{2})$", re.IGNORECASE)


def read_people(text):
    """Return one dict of party values a line that is not empty.

    A line reads “Họ tên; năm sinh; địa chỉ”; number, bullet and birth may be missing,
    cells may be separated by tabs, as a spreadsheet pastes them.
    """
    lines = (NUMBERED.sub("", line).strip() for line in (text or "").splitlines())
    return [_read_person(line) for line in lines if line]


def _read_person(line):
    name, *rest = (cell.strip(" ,.") for cell in SEPARATOR.split(line))
    values = {"name": re.sub(r"\s+", " ", name)}
    if rest and (born := _read_birth(rest[0])):
        values |= born
        rest = rest[1:]
    if address := ", ".join(cell for cell in rest if cell):
        values["address"] = address
    return values


def _read_birth(text):
    """Birth values of “1960”, “sinh năm 1960” or “20/7/1960”; empty if it is none."""
    if found := DAY.search(text):
        day, month, year = map(int, found.groups())
        try:
            return {"birth_date": date(year, month, day), "birth_year": year}
        except ValueError:
            return {"birth_year": year}
    found = YEAR.match(text)
    return {"birth_year": int(found.group(1))} if found else {}
