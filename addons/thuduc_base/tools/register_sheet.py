"""Find the table in an office's Excel register and read its rows by heading."""

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from .register_cells import read_text
from .vietnamese import fold

HEADER_WITHIN = 25
MOST_ROWS = 2_000  # what one request can load; larger files are split


class NotARegister(ValueError):
    """The file cannot be read, or holds no table with the headings that are needed.

    ``code``: "not_excel", "no_header" or "too_long"; ``missing``: headings.
    """

    def __init__(self, code: str, missing: tuple[str, ...] = ()):
        super().__init__(code)
        self.code = code
        self.missing = missing


@dataclass(frozen=True)
class Column:
    """A column of a register: the fact it holds and the headings it goes by.

    ``kind``: text, date, amount, flag, year or identity. A heading below a merged one
    may be named with it ("Phúc thẩm Số thụ lý") where headings repeat. A ``required``
    column must be there, and its cells filled unless they ``may_be_blank``. Two rows
    of one record may differ in what is not ``compared``. The ``example`` stands in the
    sample file.
    """

    name: str
    heading: str
    kind: str = "text"
    aliases: tuple[str, ...] = ()
    required: bool = False
    may_be_blank: bool = False
    compared: bool = True
    example: str = ""

    def labels(self) -> list[str]:
        return [label(text) for text in (self.heading, *self.aliases)]


@dataclass
class Row:
    """One row on its way in: what stands there, what it means, what is wrong."""

    number: int
    cells: dict
    raw: dict
    facts: dict = field(default_factory=dict)
    key: object = None
    title: str = ""
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)

    def error(self, message: str):
        self.errors.append(message)

    def warn(self, message: str):
        self.warnings.append(message)


@dataclass(frozen=True)
class Register:
    """The table found: its sheet, the row of its headings, its rows."""

    sheet: str
    header_row: int
    unknown: tuple[str, ...]
    rows: list[Row]


def label(text) -> str:
    """A heading for comparing: no accents, punctuation, or case.

    >>> label("Ngày nhận\\nthông báo (*)")
    'ngay nhan thong bao'
    """
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(read_text(text) or "")).split())


def read_register(content: bytes, columns: list[Column]) -> Register:
    """Read the first sheet whose headings include all required columns.

    :raises NotARegister: see there.
    """
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError) as error:
        raise NotARegister("not_excel") from error
    best: tuple[str, ...] | None = None
    for sheet in book.worksheets:
        lines = [tuple(line) for line in sheet.iter_rows(values_only=True)]
        if len(lines) > MOST_ROWS:
            raise NotARegister("too_long")
        header, places, missing = _find_header(lines, columns)
        if places and not missing:
            return _read_rows(sheet.title, lines, header, places, columns)
        if places and (best is None or len(missing) < len(best)):
            best = missing
    required = tuple(column.heading for column in columns if column.required)
    raise NotARegister("no_header", best if best is not None else required)


def _find_header(lines, columns):
    """The row that names most columns, where each stands, what is missing."""
    header, places = -1, {}
    for position, line in enumerate(lines[:HEADER_WITHIN]):
        found = _places(lines, position, line, columns)
        if len(found) > len(places):
            header, places = position, found
    missing = tuple(
        column.heading
        for column in columns
        if column.required and column.name not in places
    )
    return header, places, missing


def _places(lines, position, line, columns):
    """Which column stands where, if ``line`` is the row of headings.

    A heading merged over two rows stands in the upper one, above an empty cell.
    """
    above = lines[position - 1] if position else ()
    headings = list(_headings(line, above))
    places, taken = {}, set()
    for with_group in (True, False):
        for column in columns:
            if column.name in places:
                continue
            wanted = set(column.labels())
            for place, (group, leaf) in enumerate(headings):
                text = f"{group} {leaf}".strip() if with_group else leaf
                if place not in taken and text and text in wanted:
                    places[column.name] = place
                    taken.add(place)
                    break
    return places


def _headings(line, above):
    group = ""
    for place, cell in enumerate(line):
        over = label(above[place]) if place < len(above) else ""
        leaf = label(cell)
        if over:
            group = over
        if leaf:
            yield group, leaf
        else:
            group = ""
            yield "", over


def _read_rows(title, lines, header, places, columns):
    line = lines[header]
    names = _raw_names(lines, header)
    taken = set(places.values())
    unknown = tuple(
        name
        for place, name in names.items()
        if place not in taken and label(name) not in ("stt", "tt", "so tt")
    )
    needed = [places[column.name] for column in columns if column.required]
    rows = []
    for position, cells in enumerate(lines[header + 1 :], header + 2):
        filled = {place for place, cell in enumerate(cells) if read_text(cell)}
        if not filled & set(needed) or _is_no_record(cells, filled, line):
            continue
        rows.append(
            Row(
                number=position,
                cells={
                    name: cells[place]
                    for name, place in places.items()
                    if place < len(cells)
                },
                raw={
                    names.get(place, f"({place + 1})"): read_text(cells[place])
                    for place in sorted(filled)
                },
            )
        )
    return Register(title, header + 1, unknown, rows)


def _raw_names(lines, header):
    """Headings as written, with their group where the same heading repeats."""
    above = lines[header - 1] if header else ()
    leaves = [label(cell) for cell in lines[header]]
    found, group = {}, ""
    for place, cell in enumerate(lines[header]):
        over = read_text(above[place]) if place < len(above) else None
        group = over or (group if cell is not None else "")
        leaf = read_text(cell)
        if leaf or over:
            repeated = leaf and group and leaves.count(label(leaf)) > 1
            found[place] = f"{group} – {leaf}" if repeated else leaf or over
    return found


def _is_no_record(cells, filled, header):
    """A total, a signature, or the headings once more (on every printed page)."""
    first = label(cells[min(filled)])
    if len(filled) == 1 or first.startswith(("tong cong", "cong ", "nguoi lap")):
        return True
    pairs = [(a, b) for a, b in zip(cells, header, strict=False) if b is not None]
    return bool(pairs) and all(label(a) == label(b) for a, b in pairs)
