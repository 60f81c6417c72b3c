"""ods -> the marks of each sheet."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from chronolator.model import Mark, MarkKind, Value
from chronolator.model.values import show_value
from chronolator.readers.marks.comments import sign
from chronolator.readers.marks.fills import mark_fills
from chronolator.readers.marks.links import is_bare
from chronolator.readers.marks.ods_picking import RowPicker
from chronolator.readers.marks.ods_styles import Styles
from chronolator.readers.marks.parts import Attributes, Deadline, Found, Package, UnreadError, Walk
from chronolator.readers.marks.styles import Style
from chronolator.readers.package import parse_xml

Rows = Sequence[Sequence[Value]]
_CONTENT = "content.xml"
_STYLES_END = b"</office:automatic-styles>"
_HIDDEN = frozenset({"collapse", "filter"})


def find_marks(data: bytes, sheets: Mapping[str, Rows], deadline: Deadline) -> Iterator[Found]:
    """The marks of each sheet, in the order of `sheets` (rows by name). Raises `UnreadError`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = Package(archive, deadline)
        styles = Styles(package.read_tree("styles.xml"), _read_own_styles(package))
        content = _Content(sheets, styles)
        content.run(RowPicker(content.styles).pick(package.list_pieces(_CONTENT)))
    for name in sheets:
        if name not in content.found:
            raise UnreadError("a sheet of the file is not where the file says")
        yield content.found[name]


def _read_own_styles(package: Package) -> ET.Element:
    """The styles that stand in the part of the cells, before them."""
    head = b""
    for piece in package.list_pieces(_CONTENT):
        head += piece
        before, end, _ = head.partition(_STYLES_END)
        if end:
            return parse_xml(before + end + b"</office:document-content>")
        if b"<office:body" in head:
            break
    return ET.Element("none")


class _Content:
    """Walks through the sheets of the file and keeps what their values do not say."""

    def __init__(self, sheets: Mapping[str, Rows], styles: Styles) -> None:
        self.found: dict[str, Found] = {}
        self._sheets = sheets
        self._cells = styles.list_cells()
        self._spans = styles.list_spans()
        self._sheet: _Sheet | None = None
        self._name = ""
        self._depth = 0
        self._runs: list[tuple[str, bool]] = []
        self._struck = [False]
        self._note: list[str] | None = None
        self._author = ""
        self._walk = Walk(
            {
                "table": self._begin_table,
                "table-column": self._take_column,
                "table-row": self._begin_row,
                "table-cell": self._begin_cell,
                "covered-table-cell": self._begin_cell,
                "annotation": self._begin_note,
                "creator": self._begin_author,
                "date": self._begin_date,
                "a": self._take_link,
                "span": self._begin_span,
                "s": self._take_spaces,
                "tab": lambda _: self._take_text("\t"),
                "line-break": lambda _: self._take_text("\n"),
            },
            {
                "table": self._end_table,
                "table-row": self._end_row,
                "table-cell": self._end_cell,
                "covered-table-cell": self._end_cell,
                "annotation": self._end_note,
                "span": self._end_span,
                "p": lambda: self._take_text("\n"),
            },
        )

    @property
    def styles(self) -> frozenset[str]:
        """The names of the styles that say anything of a cell or of words."""
        return frozenset(self._cells) | frozenset(self._spans)

    def run(self, pieces: Iterable[bytes]) -> None:
        """Walk through the part."""
        self._walk.run(pieces)

    def _begin_table(self, attributes: Attributes) -> None:
        self._depth += 1
        name = attributes.get("table:name", "")
        if self._depth == 1 and name in self._sheets:
            self._name = name
            self._sheet = _Sheet(self._sheets[name], self._cells)

    def _end_table(self) -> None:
        self._depth -= 1
        if self._depth == 0 and self._sheet:
            self.found[self._name] = Found(self._sheet.marks, tuple(self._sheet.merged))
            self._sheet = None

    def _take_column(self, attributes: Attributes) -> None:
        if self._sheet:
            self._sheet.take_column(attributes)

    def _begin_row(self, attributes: Attributes) -> None:
        if self._sheet:
            self._sheet.begin_row(attributes)

    def _end_row(self) -> None:
        if self._sheet:
            self._sheet.end_row()

    def _begin_cell(self, attributes: Attributes) -> None:
        if self._sheet:
            self._sheet.begin_cell(attributes)
            self._runs = []
            self._struck = [self._sheet.struck]
            self._hear()

    def _end_cell(self) -> None:
        self._walk.listen(None)
        if self._sheet:
            self._sheet.end_cell(self._runs)
        self._struck = [False]

    def _begin_span(self, attributes: Attributes) -> None:
        if self._sheet and self._note is None:
            struck = self._spans.get(attributes.get("text:style-name", ""), self._struck[-1])
            self._struck.append(struck)
            self._hear()

    def _end_span(self) -> None:
        if self._sheet and self._note is None and len(self._struck) > 1:
            self._struck.pop()
            self._runs.append(("", False))
            self._hear()

    def _hear(self) -> None:
        heard = any(self._struck) or (self._sheet is not None and self._sheet.wrong)
        self._walk.listen(self._take_text if heard else None)

    def _take_spaces(self, attributes: Attributes) -> None:
        self._take_text(" " * int(attributes.get("text:c", "1")))

    def _take_text(self, text: str) -> None:
        if self._note is not None:
            self._note.append(text)
        elif any(self._struck) or (self._sheet is not None and self._sheet.wrong):
            self._runs.append((text, self._struck[-1]))

    def _begin_note(self, _: Attributes) -> None:
        self._note, self._author = [], ""
        self._walk.listen(self._take_text)

    def _begin_author(self, _: Attributes) -> None:
        if self._note is not None:
            self._walk.collect(self._take_author)

    def _begin_date(self, _: Attributes) -> None:
        if self._note is not None:
            self._walk.collect(lambda _: self._walk.listen(self._take_text))

    def _take_author(self, text: str) -> None:
        self._author = text.strip()
        self._walk.listen(self._take_text)

    def _end_note(self) -> None:
        text = "".join(self._note or ()).strip()
        self._note = None
        self._hear()
        if text and self._sheet:
            self._sheet.mark(MarkKind.COMMENT, sign(self._author, text))

    def _take_link(self, attributes: Attributes) -> None:
        address = attributes.get("xlink:href", "")
        if self._sheet and self._note is None:
            value = self._sheet.value(0)
            if value is not None and not is_bare(address, show_value(value)):
                self._sheet.mark(MarkKind.LINK, address)


class _Sheet:
    """One sheet: where the walk stands in it, and what was found."""

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
        if self._fills:
            for row in self._list_rows():
                self.marks += mark_fills(row, self._fills, self._rows[row - 1])
            self._fills = {}

    def begin_cell(self, attributes: Attributes) -> None:
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
