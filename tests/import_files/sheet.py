"""Lay a register out as an office does, and save it so that bytes are repeatable."""

import re
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

FONT = "Times New Roman"
STAMP = datetime(2026, 11, 20, 8, 0)
THIN = Border(*[Side(style="thin")] * 4)


def save_register(path: Path, title: str, columns, rows, note: str, footer: list[str]):
    """Write a register: heading, title, grouped header, rows, signature.

    :param columns: ``(group, heading, width)``; neighbours of one group share a merged
        cell above their headings.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "Sổ theo dõi"
    _write_heading(sheet, title, note, len(columns))
    first = 6
    _write_header(sheet, columns, first)
    for offset, row in enumerate(rows):
        for column, value in enumerate(row, 1):
            _write_cell(sheet, first + 2 + offset, column, value)
    for offset, line in enumerate(footer):
        sheet.cell(first + 3 + len(rows) + offset, 2, line).font = Font(
            name=FONT, italic=True
        )
    sheet.freeze_panes = sheet.cell(first + 2, 4)
    book.properties.creator = "Bộ phận theo dõi"
    book.properties.created = book.properties.modified = STAMP
    _save(book, path)


def _write_heading(sheet, title, note, width):
    sheet["A1"] = "ỦY BAN NHÂN DÂN"
    sheet["A2"] = "BỘ PHẬN THEO DÕI"
    sheet["A3"] = title
    sheet["A4"] = note
    for row in (3, 4):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
        sheet.cell(row, 1).alignment = Alignment(horizontal="center")
    for row, bold, size in (
        (1, True, 12),
        (2, True, 12),
        (3, True, 15),
        (4, False, 12),
    ):
        sheet.cell(row, 1).font = Font(name=FONT, bold=bold, size=size)


def _write_header(sheet, columns, first):
    fill = PatternFill("solid", fgColor="DDE7F3")
    start = 1
    for position, (group, heading, width) in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(position)].width = width
        top = sheet.cell(first, position, None if group else heading)
        below = sheet.cell(first + 1, position, heading if group else None)
        for cell in (top, below):
            cell.font = Font(name=FONT, bold=True, size=11)
            cell.fill, cell.border = fill, THIN
            cell.alignment = Alignment(
                horizontal="center", vertical="center", wrap_text=True
            )
        following = columns[position][0] if position < len(columns) else None
        if not group:
            sheet.merge_cells(
                start_row=first,
                end_row=first + 1,
                start_column=position,
                end_column=position,
            )
            start = position + 1
        elif following != group:
            sheet.cell(first, start, group)
            sheet.merge_cells(
                start_row=first, end_row=first, start_column=start, end_column=position
            )
            start = position + 1
    sheet.row_dimensions[first + 1].height = 48


def _write_cell(sheet, row, column, value):
    cell = sheet.cell(row, column, value)
    cell.font = Font(name=FONT, size=11)
    cell.border = THIN
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, int) and value >= 100_000 and value < 10**9:
        cell.number_format = "#,##0"
    elif isinstance(value, int):
        cell.number_format = "0"


def _save(book, path: Path):
    """Save, then pack again with one fixed date, so that equal content is equal."""
    raw = BytesIO()
    book.save(raw)
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        zipfile.ZipFile(raw) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist()):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _fixed_dates(content)
            target.writestr(
                zipfile.ZipInfo(name, STAMP.timetuple()[:6]),
                content,
                zipfile.ZIP_DEFLATED,
            )


def _fixed_dates(core: bytes) -> bytes:
    return re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", STAMP.isoformat().encode() + b"Z", core)
