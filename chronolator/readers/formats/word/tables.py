"""A table of a document -> the cells of a sheet, what is merged, and marks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from chronolator.model import Mark, MarkKind
from chronolator.readers.formats.marks.fills import mark_fills
from chronolator.readers.formats.word.blocks import list_cells, list_rows
from chronolator.readers.formats.word.grid import Span, align, find_last
from chronolator.readers.formats.word.look import GONE, HIDDEN
from chronolator.readers.formats.word.parts import Element, get, get_number, get_value, is_on
from chronolator.readers.formats.word.passage import Passage
from chronolator.readers.formats.word.story import Story

_COLOUR = re.compile(r"[0-9A-F]{6}")
_WHITE = "FFFFFF"
_UNITS = {"": 1, "pt": 20, "pc": 240, "pi": 240, "in": 1440, "cm": 567, "mm": 56.7}
"""Strict documents give measures with a unit, others in twentieths of a point."""
_MEASURE = re.compile(rf"(\d+(?:\.\d+)?)({'|'.join(_UNITS)})")
_MOST_COLUMNS = 1000
"""Word itself allows 63."""


@dataclass(slots=True)
class Table:
    """What a `Sheet` takes of a table, and the tables `inside` its cells that are sheets of their
    own, by name, with the flags of their words.
    """

    rows: list[list[str | None]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    inside: list[tuple[str, Element, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Cell:
    """A cell with those merged into it from its right, and where it stands in the grid."""

    elements: list[Element]
    span: Span
    flags: int
    opens: bool
    carries_on: bool
    fill: str


@dataclass(slots=True)
class _Row:
    cells: list[_Cell]
    hidden: bool


def read_table(
    element: Element, story: Story, name: str, is_own: Callable[[Element], bool], flags: int = 0
) -> Table:
    """The table as it stands, row by row. A table inside a cell that `is_own` says stands by itself
    is named after this one's `name`; in the cell stands that name in its place.
    """
    told = list_rows(element, story.is_prompt, flags)
    rows = [_take_row(row, story, own) for row, own in told]
    return _Reading(rows, _list_widths(element), story, name, is_own).table


class _Reading:
    """One table being read. `_open` holds by column what the row above hands down: the range that
    a merged cell has so far.
    """

    def __init__(
        self,
        rows: list[_Row],
        widths: list[float],
        story: Story,
        name: str,
        is_own: Callable[[Element], bool],
    ) -> None:
        self._columns = align({tuple(one.span for one in row.cells) for row in rows}, widths)
        self._starts = sorted(self._columns)
        self._story, self._name, self._is_own = story, name, is_own
        self._open: dict[int, list[int]] = {}
        self._ranges: list[list[int]] = []
        self.table = Table()
        for number, row in enumerate(rows, start=1):
            self._read_row(number, row)
        self.table.merged += [
            (top, left, bottom, right)
            for top, left, bottom, right in self._ranges
            if (top, left) != (bottom, right)
        ]
        while self.table.rows and not self.table.rows[-1]:
            self.table.rows.pop()

    def _read_row(self, number: int, row: _Row) -> None:
        values: list[str | None] = []
        below: dict[int, list[int]] = {}
        blank = True
        for cell in row.cells:
            place = self._columns[cell.span[0]]
            passage = self._read_cell(number, place, cell, below)
            values += [None] * (place + 1 - len(values))
            values[place] = passage.text or None
            blank = blank and passage.is_blank
            self.table.marks += _list_marks(passage, number, place + 1)
        self._open = below
        while values and values[-1] is None:
            values.pop()
        self.table.rows.append([] if blank else values)
        if row.hidden:
            self.table.marks.append(Mark(MarkKind.HIDDEN, number))
        fills = {self._columns[cell.span[0]] + 1: cell.fill for cell in row.cells if cell.fill}
        self.table.marks += mark_fills(number, fills, self.table.rows[-1])

    def _read_cell(
        self, number: int, place: int, cell: _Cell, below: dict[int, list[int]]
    ) -> Passage:
        own = self._open.get(place) if cell.carries_on else None
        flags = cell.flags
        if own is None:
            last = find_last(self._columns, self._starts, cell.span)
            own = [number, place + 1, number, last + 1]
            self._ranges.append(own)
        else:
            own[2] = number
            flags |= HIDDEN  # Word shows the first of the merged cells alone
        if cell.opens or cell.carries_on:
            below[place] = own
        passage = self._story.fill(cell.elements[0], flags, self._take)
        for more in cell.elements[1:]:
            told = self._story.fill(more, flags | HIDDEN, self._take)
            if not told.is_blank:
                passage.add("\n")
                passage.go_on(told)
        return passage

    def _take(self, inner: Element, flags: int) -> str:
        if not self._is_own(inner):
            return ""
        name = f"{self._name}.{len(self.table.inside) + 1}"
        self.table.inside.append((name, inner, flags))
        return f"[{name}]"


def _list_marks(passage: Passage, row: int, column: int) -> Iterator[Mark]:
    for kind, texts in list_marked(passage):
        for text in texts:
            yield Mark(kind, row, column, text)


def list_marked(passage: Passage) -> Iterator[tuple[MarkKind, list[str]]]:
    """What is to be marked about the words, by kind."""
    yield MarkKind.WITHDRAWN, passage.list_words(GONE)
    yield MarkKind.HIDDEN, passage.list_words(HIDDEN)
    yield MarkKind.LINK, passage.links
    yield MarkKind.COMMENT, passage.comments
    yield MarkKind.PICTURE, passage.pictures


def _take_row(row: Element, story: Story, flags: int) -> _Row:
    properties = row.find("trPr")
    begin = _clamp(get_number(properties, "gridBefore"))
    hidden = bool(is_on(properties, "hidden"))
    if hidden:  # the mark of the row says so
        flags &= ~HIDDEN
    cells: list[_Cell] = []
    for element, own in list_cells(row, story.is_prompt, flags):
        looks = element.find("tcPr")
        end = begin + max(1, _clamp(get_number(looks, "gridSpan", 1)))
        if cells and _find_merge(looks, "hMerge") == "continue":
            cells[-1].elements.append(element)
            cells[-1].span = (cells[-1].span[0], end)
        else:
            merge = _find_merge(looks, "vMerge")
            cells.append(
                _Cell(
                    [element],
                    (begin, end),
                    own,
                    opens=merge == "restart",
                    carries_on=merge == "continue",
                    fill=_find_fill(looks),
                )
            )
        begin = end
    return _Row(cells, hidden)


def _find_merge(looks: Element | None, name: str) -> str:
    """How a cell is merged; "" where it is not. Without a value it carries on."""
    if looks is None or looks.find(name) is None:
        return ""
    return get_value(looks, name) or "continue"


def _find_fill(looks: Element | None) -> str:
    """The colour of the cell; "" where it is white, or none of its own."""
    shading = looks.find("shd") if looks is not None else None
    if shading is None:
        return ""
    name = "color" if get(shading, "val") == "solid" else "fill"
    colour = (get(shading, name) or "").upper()
    return colour if _COLOUR.fullmatch(colour) and colour != _WHITE else ""


def _list_widths(element: Element) -> list[float]:
    """The widths of the grid's columns in twentieths of a point; [] where one is not told."""
    grid = element.find("tblGrid")
    told = grid.findall("gridCol") if grid is not None else []
    found = [_MEASURE.fullmatch(get(one, "w") or "") for one in told]
    return [float(one[1]) * _UNITS[one[2]] for one in found if one] if all(found) else []


def _clamp(number: int) -> int:
    return min(max(number, 0), _MOST_COLUMNS)
