"""One worksheet of an xlsx workbook -> its marks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chronolator.model import Mark, MarkKind, Value
from chronolator.model.values import show_value
from chronolator.readers.formats.marks.fills import mark_fills
from chronolator.readers.formats.marks.links import is_bare
from chronolator.readers.formats.marks.parts import Action, Attributes, Walk, is_true
from chronolator.readers.formats.marks.runs import Runs, Struck
from chronolator.readers.formats.marks.styles import Style

_LETTERS = "0123456789$"
_LINK = re.compile(r'\bHYPERLINK\(\s*"((?:[^"]|"")+)"', re.IGNORECASE)
_NO_NUMBER = frozenset({"str", "e", "s", "inlineStr"})


@dataclass(frozen=True, slots=True)
class Link:
    """Cells that lead to an address: by the id of a relation, a place in the workbook, or both."""

    area: str
    relation: str
    location: str


@dataclass(frozen=True, slots=True)
class Looks:
    """What the workbook says about looks: its styles, and its shared strings of several runs."""

    styles: Mapping[str, Style]
    shared: Mapping[str, Struck]


class Worksheet:
    """Walks through a worksheet and keeps what its `rows` of values do not say.

    After `run` there are its `marks`, but for those of links and comments, and its `links`.
    """

    def __init__(self, rows: Sequence[Sequence[Value]], looks: Looks) -> None:
        """Make ready."""
        self.marks: list[Mark] = []
        self.links: list[Link] = []
        self._rows = rows
        self._looks = looks
        self._width = max(map(len, rows), default=0)
        self._row = self._column = 0
        self._values: Sequence[Value] = ()
        self._kind: str | None = None
        self._style: Style | None = None
        self._fills: dict[int, str] = {}
        self._formulas: dict[str, str] = {}
        self._formula: Attributes = {}
        self._rows_hidden = False
        self._runs = Runs()
        self._inside = False
        self._columns: dict[str, int] = {}
        actions: dict[str, Action] = {
            "c": self._begin_cell,
            "v": self._begin_value,
            "f": self._begin_formula,
            "is": self._begin_inline,
            "row": self._begin_row,
            "sheetFormatPr": self._take_defaults,
            "col": self._take_column,
            "hyperlink": self._take_link,
        }
        self._walk = Walk(actions)
        actions.update(self._runs.list_actions(self._walk.collect))

    def run(
        self, pieces: Iterable[bytes], fills: Iterable[tuple[int, Mapping[str, str]]] = ()
    ) -> None:
        """Walk through the sheet's XML. Raises `UnreadError`.

        `fills` are the colours of rows that the XML lacks, by the letters of the column.
        """
        for row, cells in fills:
            self._take_fills(row, cells)
        self._walk.run(pieces)
        self._end_row()

    def _take_fills(self, row: int, cells: Mapping[str, str]) -> None:
        values = self._rows[row - 1] if row <= len(self._rows) else ()
        fills = {self._read_column(letters): colour for letters, colour in cells.items()}
        self.marks += mark_fills(row, fills, values)

    def _begin_row(self, attributes: Attributes) -> None:
        self._end_row()
        number = attributes.get("r")
        self._row = int(number) if number else self._row + 1
        self._column = 0
        self._values = self._rows[self._row - 1] if self._row <= len(self._rows) else ()
        hidden = is_true(attributes.get("hidden")) or _is_nought(attributes.get("ht"))
        default = self._rows_hidden and "ht" not in attributes and "hidden" not in attributes
        if self._values and (hidden or default):
            self.marks.append(Mark(MarkKind.HIDDEN, self._row))

    def _end_row(self) -> None:
        self._end_inline()
        if self._fills:
            self.marks += mark_fills(self._row, self._fills, self._values)
            self._fills = {}

    def _begin_cell(self, attributes: Attributes) -> None:
        if self._inside:
            self._end_inline()
        place = attributes.get("r")
        self._column = self._read_column(place) if place else self._column + 1
        self._kind = attributes.get("t")
        self._style = style = self._looks.styles.get(attributes.get("s", ""))
        if style is None:
            return
        if style.fill:
            self._fills[self._column] = style.fill
        value = self._value()
        if style.struck and self._kind not in {"s", "inlineStr"}:
            self._strike((show_value(value),))
        if style.shown and (text := style.shown.show(value)) is not None:
            self._mark(MarkKind.SHOWN, text)

    def _begin_value(self, _: Attributes) -> None:
        if self._kind == "e":
            self._walk.collect(self._take_error)
        elif self._kind == "s" and (self._looks.shared or (self._style and self._style.struck)):
            self._walk.collect(self._take_shared)

    def _take_error(self, text: str) -> None:
        self._mark(MarkKind.ERROR, text.strip())

    def _take_shared(self, number: str) -> None:
        whole = bool(self._style and self._style.struck)
        self._take_runs(self._looks.shared.get(number.strip()), whole=whole)

    def _begin_inline(self, _: Attributes) -> None:
        self._inside = True
        self._runs.begin()

    def _end_inline(self) -> None:
        if self._inside:
            self._inside = False
            self._take_runs(self._runs.end(), whole=bool(self._style and self._style.struck))

    def _take_runs(self, runs: Struck | None, *, whole: bool) -> None:
        if runs:
            self._strike(runs.whole if whole else runs.plain)
        elif whole:
            self._strike((show_value(self._value()),))

    def _strike(self, pieces: Sequence[str]) -> None:
        for piece in pieces:
            if piece:
                self._mark(MarkKind.WITHDRAWN, piece)

    def _begin_formula(self, attributes: Attributes) -> None:
        self._formula = attributes
        self._walk.collect(self._take_formula)

    def _take_formula(self, text: str) -> None:
        shared = self._formula.get("si")
        if shared and text:
            self._formulas[shared] = text
        elif shared:
            text = self._formulas.get(shared, "")
        if found := _LINK.search(text):
            address = found[1].replace('""', '"')
            if not is_bare(address, show_value(self._value())):
                self._mark(MarkKind.LINK, address)
        if self._kind not in _NO_NUMBER and self._value() is None:
            self._mark(MarkKind.NO_RESULT, f"={text}" if text else "")

    def _take_defaults(self, attributes: Attributes) -> None:
        self._rows_hidden = is_true(attributes.get("zeroHeight"))

    def _take_column(self, attributes: Attributes) -> None:
        if is_true(attributes.get("hidden")) or _is_nought(attributes.get("width")):
            first, last = int(attributes.get("min", "0")), int(attributes.get("max", "0"))
            self.marks += [
                Mark(MarkKind.HIDDEN, 0, column)
                for column in range(first, min(last, self._width) + 1)
            ]

    def _take_link(self, attributes: Attributes) -> None:
        relation = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
        location = attributes.get("location", "")
        self.links.append(Link(attributes.get("ref", ""), relation, location))

    def _value(self) -> Value:
        return self._values[self._column - 1] if self._column <= len(self._values) else None

    def _mark(self, kind: MarkKind, text: str) -> None:
        self.marks.append(Mark(kind, self._row, self._column, text))

    def _read_column(self, place: str) -> int:
        letters = place.rstrip(_LETTERS)
        known = self._columns.get(letters)
        if known is None:
            known = self._columns[letters] = read_letters(letters)
        return known


def read_letters(letters: str) -> int:
    """The number of a column, from 1, by its letters."""
    number = 0
    for letter in letters.strip("$").upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_area(area: str) -> tuple[int, int, int, int]:
    """The first row and column and the last of an area as "B2" or "B2:C5"."""
    ends = [_read_place(one) for one in area.replace("$", "").split(":")[:2]]
    return (*ends[0], *ends[-1])


def _read_place(place: str) -> tuple[int, int]:
    letters = place.rstrip(_LETTERS)
    return int(place[len(letters) :] or 0), read_letters(letters)


def _is_nought(number: str | None) -> bool:
    try:
        return number is not None and float(number) == 0
    except ValueError:
        return False
