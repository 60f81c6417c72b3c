"""The rows of a page's table -> the cells of a sheet: where each stands, what is merged, marks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from chronolator.model import Mark, MarkKind, Value
from chronolator.readers.formats.marks.fills import mark_fills
from chronolator.readers.formats.web.formats import is_date_format, show_otherwise
from chronolator.readers.formats.web.nouns import Cell, Table, Text
from chronolator.readers.formats.word.passage import Passage
from chronolator.readers.formats.word.tables import list_marked

_EPOCHS = (datetime(1899, 12, 30), datetime(1904, 1, 1))  # noqa: DTZ001  a cell knows no time zone
_SERIALS = range(1, 2_958_466)
"""Excel's days, up to the end of the year 9999."""
_DAY = 86_400


@dataclass(slots=True)
class Grid:
    """What a `Sheet` takes of a table."""

    rows: list[list[Value]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def lay_out(table: Table, name_inner: Callable[[Table], str], *, from_1904: bool) -> Grid:
    """The table's cells in their places. `from_1904`: Excel's days are counted from that year.

    A table inside a cell that is a sheet of its own is named there: `name_inner` says how.
    """
    grid = Grid()
    reaches: dict[int, int] = {}  # by column, the last row that a cell from above takes
    last = len(table.rows)
    for number, row in enumerate(table.rows, start=1):
        values: list[Value] = []
        fills: dict[int, str] = {}
        place = 1
        for cell in row.cells:
            while reaches.get(place, 0) >= number:
                place += 1
            bottom, right = min(number + cell.down - 1, last), place + cell.across - 1
            words = join_words(cell.text, name_inner)
            value = _take_value(cell, words.text, from_1904=from_1904)
            values += [None] * (place - 1 - len(values))
            values.append(value)
            if fill := cell.fill or row.fill:
                fills[place] = fill
            grid.marks += _list_marks(cell, words, value, number, place)
            if bottom > number:
                reaches |= dict.fromkeys(range(place, right + 1), bottom)
            if (bottom, right) != (number, place) and not cell.overflows:
                grid.merged.append((number, place, bottom, right))
            place = right + 1
        while values and values[-1] is None:
            values.pop()
        grid.rows.append(values)
        if row.hidden and values:
            grid.marks.append(Mark(MarkKind.HIDDEN, number))
        grid.marks += mark_fills(number, fills, values)
    while grid.rows and not grid.rows[-1]:
        grid.rows.pop()
    grid.marks += _mark_hidden(table, grid.rows)
    return grid


def join_words(text: Text, name_inner: Callable[[Table], str]) -> Passage:
    """The words, a line for each paragraph. Small tables are told a row a line."""
    joined = Passage()
    for part in text.list_parts():
        if joined:
            joined.add("\n")
        if isinstance(part, Passage):
            joined.go_on(part)
        elif part.is_table:
            joined.add(f"[{name_inner(part)}]")
        else:
            lines = [[join_words(cell.text, name_inner) for cell in row.cells] for row in part.rows]
            for number, line in enumerate(lines):
                joined.add("\n" if number else "")
                for place, words in enumerate(line):
                    joined.add(" " if place else "")
                    joined.go_on(words)
    return joined


def _mark_hidden(table: Table, rows: list[list[Value]]) -> Iterator[Mark]:
    if table.hidden:
        yield Mark(MarkKind.HIDDEN)
    for column in table.hidden_columns:
        if any(len(row) >= column and row[column - 1] is not None for row in rows):
            yield Mark(MarkKind.HIDDEN, 0, column)


def _take_value(cell: Cell, text: str, *, from_1904: bool) -> Value:
    if cell.number is None:
        return text or None
    try:
        number = float(cell.number or text)
    except ValueError:
        return text or None
    if is_date_format(cell.format):
        return _take_day(number, from_1904=from_1904) or text or None
    return int(number) if number.is_integer() else number


def _take_day(number: float, *, from_1904: bool) -> Value:
    """The day, the time or both that Excel counts so; None where it is none."""
    if 0 <= number < 1:
        return (_EPOCHS[0] + timedelta(seconds=round(number * _DAY) % _DAY)).time()
    if int(number) not in _SERIALS:
        return None
    moment = _EPOCHS[from_1904] + timedelta(seconds=round(number * _DAY))
    return moment if moment.time() != time() else date(moment.year, moment.month, moment.day)


def _list_marks(cell: Cell, words: Passage, value: Value, row: int, column: int) -> Iterator[Mark]:
    for kind, texts in list_marked(words):
        for text in texts:
            yield Mark(kind, row, column, text)
    if cell.error:
        yield Mark(MarkKind.ERROR, row, column, cell.error)
    shown = None if isinstance(value, str) else show_otherwise(value, cell.format)
    if shown is not None:
        yield Mark(MarkKind.SHOWN, row, column, shown)
