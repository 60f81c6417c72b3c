"""The workbook as its author has it on the desk: a sheet of rows, and what Excel does with them.

The cells are taken off the sheet when it is opened and laid back when it is saved. Meanwhile every
one of them knows beside which row it was written, wherever it is moved.
"""

import re
from copy import copy, deepcopy
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, cast

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tests.robot.returns import Place

REF, TEXT, FILE, ROW = "Ref", "What the agency recorded", "File", "Row"
_HERS = count(-1, -1)
_NAMED = re.compile(r"!\$([A-Z]+)\$\d+$")


@dataclass(slots=True)
class Slot:
    """A cell. `given` is what stood in it when the workbook was opened, `owner` the row to which it
    belongs: a record's number, below 0 for a row of hers, None for a cell of no row.
    """

    value: object = None
    given: object = None
    owner: int | None = None
    style: object = None
    comment: str = ""
    fill: str = ""
    result: str = ""
    """Where the value is a formula, what it comes to."""


@dataclass(slots=True)
class Line:
    slots: list[Slot]
    hidden: bool = False
    height: float | None = None

    @property
    def owners(self) -> set[int]:
        return {one.owner for one in self.slots if one.owner is not None and one.value is not None}


@dataclass(slots=True)
class Column:
    """`heading` is what stands there now, `ours` the heading that the tool gave it, "" for a column
    of hers; `names` are the names defined on its heading cell.
    """

    heading: Slot
    ours: str = ""
    width: float | None = None
    hidden: bool = False
    names: list[str] = field(default_factory=list)

    @property
    def for_notes(self) -> bool:
        """If what stands in it is the author's."""
        return self.ours in {"", *REVIEW} or self.ours.startswith("Your column")


COUNTED = frozenset({"No.", "Contact", "About this row"})
"""What the tool counts anew at every merge: torn from its row it misleads nobody."""


def is_answer(heading: str) -> bool:
    """True for the tool's columns of answers: "Mia: seen"."""
    return heading.partition(": ")[2] in {"seen", "alone", "views"}


REVIEW = ("Review notes", "Key line of enquiry", "Question for agency", "Practice")


@dataclass
class Desk:
    """The open workbook. `above` are the rows that she put above the headings."""

    book: Workbook
    sheet: Worksheet
    table: Table | None
    columns: list[Column]
    lines: list[Line]
    above: list[str] = field(default_factory=list)
    outside: int = 0
    below: int = 0
    """So many of the last columns stand outside the table, of the last rows below it."""
    hers: set[str] = field(default_factory=set)
    """The names of her own sheets."""
    corrected: set[tuple[int | None, str]] = field(default_factory=set)
    """The cells that she corrected before this sitting, by row and heading."""
    given: dict[tuple[int | None, str], object] = field(default_factory=dict)
    """What the tool had written, by row and heading."""
    listed: set[tuple[str, tuple[str, ...]]] = field(default_factory=set)
    """The decisions that the tool had listed, and their rows."""
    headings: frozenset[str] = frozenset()
    """Those of the tool's own columns, in which she writes no notes."""

    def find(self, heading: str) -> int | None:
        """Where the column stands that the tool called so."""
        return next((n for n, one in enumerate(self.columns) if one.ours == heading), None)

    def find_known(self) -> list[Line]:
        """The rows of the agencies that stand whole in the sheet."""
        return [one for one in self.lines if len(one.owners) == 1 and min(one.owners) > 0]

    def list_notes(self) -> list[int]:
        """Where the columns of hers stand that have a heading."""
        return [n for n, one in enumerate(self.columns) if one.for_notes and one.heading.value]

    def insert_column(self, place: int, heading: str | None) -> Column:
        column = Column(Slot(heading))
        self.columns.insert(place, column)
        for line in self.lines:
            hers = min((one.owner for one in line.slots if one.owner is not None), default=0)
            line.slots.insert(place, Slot(owner=hers if hers < 0 else None))
        return column

    def write(self, line: Line, place: int, value: object) -> None:
        """Put a value beside the row; what stood there is gone. In a line with cells of several
        rows it is beside the one whose Ref stands there.
        """
        slot, ref = line.slots[place], self.find(REF)
        slot.value = value
        slot.result = ""
        if slot.owner is None and ref is not None:
            slot.owner = line.slots[ref].owner
        if slot.owner is None:
            slot.owner = min(line.owners, default=None)

    def add_line(self, place: int, cells: dict[str, object]) -> Line:
        """A row of hers, cells by the headings that the tool gave."""
        owner = next(_HERS)
        line = Line([Slot(owner=owner) for _ in self.columns])
        for heading, value in cells.items():
            column = self.find(heading)
            if column is not None:
                line.slots[column] = Slot(value, None, owner)
        self.lines.insert(place, line)
        return line


def sit_down(path: Path, places: dict[Place, int]) -> Desk:
    """Open the workbook as the tool wrote it; whose row each row is, by the return's own row."""
    book = openpyxl.load_workbook(path)
    sheet = next(one for one in book.worksheets if {REF, ROW} <= {cell.value for cell in one[1]})
    (table,) = sheet.tables.values()
    columns = [_take_column(sheet, place) for place in range(1, sheet.max_column + 1)]
    for name in book.defined_names.values():
        if found := _NAMED.search(name.attr_text or ""):
            place = openpyxl.utils.column_index_from_string(found[1])
            columns[place - 1].names.append(name.name)
    desk = Desk(book, sheet, table, columns, [])
    desk.headings = frozenset(one.ours for one in columns if not one.for_notes)
    for number in range(2, sheet.max_row + 1):
        slots = [_take_slot(sheet, number, place) for place in range(1, len(columns) + 1)]
        told = {column.ours: slot.value for column, slot in zip(columns, slots, strict=True)}
        owner = places[str(told[FILE]), int(str(told[ROW]))] if told[REF] else next(_HERS)
        for column, slot in zip(columns, slots, strict=True):
            slot.owner = owner
            desk.given[owner, column.ours] = slot.value
        desk.lines.append(Line(slots, height=sheet.row_dimensions[number].height))
    return desk


def _take_column(sheet: Worksheet, place: int) -> Column:
    width = sheet.column_dimensions[get_column_letter(place)]
    slot = _take_slot(sheet, 1, place)
    return Column(slot, str(slot.value or ""), width.width, bool(width.hidden))


def _take_slot(sheet: Worksheet, row: int, column: int) -> Slot:
    cell = cast("Any", sheet.cell(row, column))
    return Slot(cell.value, cell.value, None, copy(cell._style))  # noqa: SLF001  its only copy


def stand_up(desk: Desk, path: Path) -> None:
    """Lay the cells back and save: the table spans what Excel would have it span, names follow."""
    sheet, top = desk.sheet, len(desk.above) + 1
    sheet._cells.clear()  # noqa: SLF001  every cell is laid back
    for number, words in enumerate(desk.above, start=1):
        sheet.cell(number, 1).value = words
    for place, column in enumerate(desk.columns, start=1):
        _lay(sheet, top, place, column.heading)
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = column.width or 13
        dimension.hidden = column.hidden
    for number, line in enumerate(desk.lines, start=top + 1):
        sheet.row_dimensions[number].hidden = line.hidden
        sheet.row_dimensions[number].height = line.height
        for place, slot in enumerate(line.slots, start=1):
            _lay(sheet, number, place, slot)
    _span(desk, top)
    _define(desk, top)
    desk.book.save(path)


def _lay(sheet: Worksheet, row: int, column: int, slot: Slot) -> None:
    if slot.value is None and not slot.fill and not slot.comment and slot.style is None:
        return
    cell = cast("Any", sheet.cell(row, column))
    if slot.style is not None:
        cell._style = copy(slot.style)  # noqa: SLF001  the same
    cell.value = slot.value  # after the style: a day is then shown as one
    if isinstance(slot.value, int | float) and cell.is_date:
        cell.number_format = "General"  # a number over a day would be shown as a day
    if slot.fill:
        cell.fill = PatternFill("solid", fgColor=slot.fill)
    if slot.comment:
        cell.comment = Comment(slot.comment, "Author")
    if isinstance(slot.value, str) and slot.value.startswith("=") and not slot.result:
        cell.data_type = "s"  # she put an apostrophe before it


def _span(desk: Desk, top: int) -> None:
    """Excel gives every heading in a table words of its own."""
    if desk.table is None:
        desk.sheet.tables.clear()
        return
    wide, last = len(desk.columns) - desk.outside, top + len(desk.lines) - desk.below
    taken: set[str] = set()
    for place in range(1, wide + 1):
        cell = desk.sheet.cell(top, place)
        words = base = str(cell.value or f"Column{place}")
        for number in count(2):
            if words.casefold() not in taken:
                break
            words = f"{base}{number}"
        taken.add(words.casefold())
        cell.value = words
    table = cast("Any", desk.table)
    table.ref = f"A{top}:{get_column_letter(wide)}{last}"
    if table.autoFilter:
        table.autoFilter.ref = table.ref
    table.tableColumns = []
    table._initialise_columns()  # noqa: SLF001  as openpyxl does for a new table
    for column, place in zip(table.tableColumns, range(1, wide + 1), strict=True):
        column.name = str(desk.sheet.cell(top, place).value)


def _define(desk: Desk, top: int) -> None:
    known = {name for column in desk.columns for name in column.names}
    for name, defined in desk.book.defined_names.items():
        if name not in known and _NAMED.search(defined.attr_text or ""):
            defined.attr_text = "#REF!"
    for place, column in enumerate(desk.columns, start=1):
        for name in column.names:
            letter = get_column_letter(place)
            where = f"{quote_sheetname(desk.sheet.title)}!${letter}${top}"
            desk.book.defined_names[name].attr_text = where


def copy_line(line: Line) -> Line:
    """The row once more, as copying and inserting gives it."""
    return deepcopy(line)
