"""One sheet of an OpenDocument file: its marks, gathered as the walk goes through its cells."""

from collections.abc import Mapping, Sequence

from chronolator.model import Mark, MarkKind, Value
from chronolator.model.values import show_value
from chronolator.readers.formats.marks.fills import mark_fills
from chronolator.readers.formats.marks.parts import Attributes
from chronolator.readers.formats.marks.styles import Style

Rows = Sequence[Sequence[Value]]
_HIDDEN = frozenset({"collapse", "filter"})


class OpenSheet:
    """Where the walk stands in the sheet, and what was found: `marks` and `merged`.

    `struck` and `wrong` say of the cell that is open that it is struck through, or holds an error.
    """

    def __init__(self, rows: Rows, styles: Mapping[str, Style]) -> None:
        self.marks: list[Mark] = []
        self.merged: list[tuple[int, int, int, int]] = []
        self.struck = self.wrong = False
        self._rows = rows
        self._width = max(map(len, rows), default=0)
        self._styles = styles
        self._defaults: dict[int, Style] = {}
        self._columns = 0
        self._row = self._repeated = 0
        self._first = self._last = 0
        self._fills: dict[int, str] = {}
        self._row_style: Style | None = None

    def take_column(self, attributes: Attributes) -> None:
        """Columns: hidden, or with a style for their cells."""
        first = self._columns + 1
        self._columns += _count(attributes, "table:number-columns-repeated")
        style = self._styles.get(attributes.get("table:default-cell-style-name", ""))
        hidden = attributes.get("table:visibility") in _HIDDEN
        for column in range(first, min(self._columns, max(self._width, 1)) + 1):
            if hidden:
                self.marks.append(Mark(MarkKind.HIDDEN, 0, column))
            if style:
                self._defaults[column] = style

    def begin_row(self, attributes: Attributes) -> None:
        """A row begins, or several that are the same."""
        self._row += self._repeated
        if not self._repeated:
            self._row = 1
        self._repeated = _count(attributes, "table:number-rows-repeated")
        self._last = 0
        self._row_style = self._styles.get(attributes.get("table:default-cell-style-name", ""))
        if attributes.get("table:visibility") in _HIDDEN:
            for row in self._list_rows():
                if self._rows[row - 1]:
                    self.marks.append(Mark(MarkKind.HIDDEN, row))

    def end_row(self) -> None:
        """The row's cells are all there."""
        if self._fills:
            for row in self._list_rows():
                self.marks += mark_fills(row, self._fills, self._rows[row - 1])
            self._fills = {}

    def begin_cell(self, attributes: Attributes) -> None:
        """A cell begins, or several that are the same."""
        self._first = self._last + 1
        self._last += _count(attributes, "table:number-columns-repeated")
        name = attributes.get("table:style-name")
        self.struck = False
        self.wrong = attributes.get("calcext:value-type") == "error"
        if name or self._row_style or self._defaults:
            self._take_style(name)
        formula = attributes.get("table:formula")
        if formula and "office:value-type" not in attributes and self.value(0) is None:
            self.mark(MarkKind.NO_RESULT, formula.partition(":")[2] or formula)
        wide = _count(attributes, "table:number-columns-spanned")
        high = _count(attributes, "table:number-rows-spanned")
        if wide > 1 or high > 1:
            first = (self._row, self._first)
            self.merged.append((*first, self._row + high - 1, self._first + wide - 1))

    def end_cell(self, runs: Sequence[tuple[str, bool]]) -> None:
        """The cell's text is there: its pieces, each with whether it is struck through."""
        if self.wrong:
            self.mark(MarkKind.ERROR, "".join(text for text, _ in runs).strip())
            return
        value = self.value(0)
        if self.struck and (not isinstance(value, str) or all(run[1] for run in runs if run[0])):
            pieces = [show_value(value)]
        else:
            pieces = _join(runs)
        for piece in pieces:
            if piece:
                self.mark(MarkKind.WITHDRAWN, piece)

    def value(self, offset: int) -> Value:
        """The value of the cell, or of one that it is repeated in."""
        values = self._rows[self._row - 1] if self._row <= len(self._rows) else ()
        at = self._first + offset - 1
        return values[at] if at < len(values) else None

    def mark(self, kind: MarkKind, text: str) -> None:
        """Mark the cell, and every one that it is repeated in and holds the same."""
        rows = list(self._list_rows()) or [self._row]
        for row in rows:
            for column in range(self._first, min(self._last, max(self._width, self._first)) + 1):
                self.marks.append(Mark(kind, row, column, text))

    def _take_style(self, name: str | None) -> None:
        for column in range(self._first, min(self._last, self._width) + 1):
            if name is not None:
                style = self._styles.get(name)
            else:
                style = self._row_style or self._defaults.get(column)
            if style is None:
                continue
            if style.fill:
                self._fills[column] = style.fill
            value = self.value(column - self._first)
            self.struck = style.struck
            if style.shown and (text := style.shown.show(value)) is not None:
                for row in self._list_rows():
                    self.marks.append(Mark(MarkKind.SHOWN, row, column, text))

    def _list_rows(self) -> range:
        return range(self._row, min(self._row + self._repeated - 1, len(self._rows)) + 1)


def _join(runs: Sequence[tuple[str, bool]]) -> list[str]:
    pieces, piece = [], ""
    for text, struck in (*runs, ("", False)):
        if struck:
            piece += text
        else:
            pieces.append(piece.strip())
            piece = ""
    return pieces


def _count(attributes: Attributes, name: str) -> int:
    number = attributes.get(name, "1")
    return max(int(number), 1) if number.isdecimal() else 1
