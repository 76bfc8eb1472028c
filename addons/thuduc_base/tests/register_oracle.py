"""An independent reader and calendar, to check imports against.

Nothing of the product is used: workbooks are read from their XML, days are counted
from the calendar's data file, periods are written down again from the law.
"""

import re
import xml.etree.ElementTree as ET
import zipfile
from datetime import date, timedelta
from pathlib import Path

ADDONS = Path(__file__).resolve().parents[2]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_rows(path, header_row):
    """Rows below ``header_row`` as ``{column letter: number or text}``, by number.

    The text of the demo registers stands in the cells themselves.
    """
    with zipfile.ZipFile(path) as archive:
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = {}
    for row in sheet.iter(f"{SHEET}row"):
        cells = {}
        for cell in row:
            letters = re.match(r"[A-Z]+", cell.get("r"))[0]
            value = cell.find(f"{SHEET}v")
            if cell.get("t") == "inlineStr":
                cells[letters] = "".join(t.text or "" for t in cell.iter(f"{SHEET}t"))
            elif value is not None:
                cells[letters] = float(value.text)
        if int(row.get("r")) > header_row and len(cells) > 3:
            rows[int(row.get("r"))] = cells
    return rows


def text(cell):
    if cell is None:
        return ""
    if isinstance(cell, float):
        cell = f"{cell:.0f}"
    return " ".join(cell.replace("\u00a0", " ").split())


def day(cell):
    """The day of a cell; None if there is none, or only a month."""
    if isinstance(cell, float):
        return date(1899, 12, 30) + timedelta(days=int(cell))
    numbers = [int(number) for number in re.findall(r"\d+", text(cell))]
    if len(numbers) != 3:
        return None
    first, month, year = numbers
    return date(year if year > 99 else 2000 + year, month, first)


def amount(cell):
    return int(re.sub(r"\D", "", text(cell)) or 0)


class Calendar:
    """Days off and make-up days, and the ways in which the law counts."""

    def __init__(self):
        tree = ET.parse(ADDONS / "thuduc_base/data/thuduc_calendar_day_data.xml")
        self.off, self.makeup = set(), set()
        for record in tree.iter("record"):
            values = {field.get("name"): field.text for field in record}
            kind = self.makeup if values["kind"] == "makeup" else self.off
            kind.add(date.fromisoformat(values["date"]))

    def is_off(self, one):
        weekend = one.weekday() >= 5 and one not in self.makeup
        return weekend or one in self.off

    def roll(self, one):
        while self.is_off(one):
            one += timedelta(days=1)
        return one

    def days(self, start, count):
        return self.roll(start + timedelta(days=count))

    def working(self, start, count):
        while count:
            start += timedelta(days=1)
            count -= not self.is_off(start)
        return start

    def months(self, start, count, roll=True):
        year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
        for last in range(start.day, 0, -1):
            try:
                end = date(year, month + 1, last)
            except ValueError:
                continue
            return self.roll(end) if roll else end
        raise AssertionError(start)

    def years(self, start, count, roll=True):
        return self.months(start, 12 * count, roll)


class Docket:
    """Deadlines of one proceeding, as somebody with a paper calendar finds them."""

    def __init__(self, today):
        self.today = today
        self.ended = None
        self.found = {}

    def due(self, code, last, met=None, lapses=False, survives=False):
        """A period that ends on ``last`` and was met on ``met``, if it was."""
        if met:
            state = "met_late" if met > last else "met"
        elif (self.ended and not survives) or (lapses and last < self.today):
            state = "superseded"
        else:
            state = "overdue" if last < self.today else "running"
        self.found[code] = (last, state)
