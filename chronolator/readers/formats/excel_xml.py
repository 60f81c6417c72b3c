"""Workbooks in one XML file, as Excel 2003 and old case systems write them -> sheets."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from xml.etree import ElementTree as ET

from chronolator.errors import ReaderError
from chronolator.model import Mark, MarkKind, Sheet, Value
from chronolator.readers.formats.marks.fills import mark_fills
from chronolator.readers.formats.marks.links import is_bare
from chronolator.readers.formats.web.formats import show_otherwise
from chronolator.readers.formats.word.look import GONE
from chronolator.readers.formats.word.passage import Passage

_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_STRIKES = frozenset(("S", "STRIKE", "DEL"))
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_FIRST_YEAR = 1900
"""A moment before it is a time of day."""
_WHITE = "FFFFFF"


@dataclass(frozen=True, slots=True)
class _Style:
    fill: str = ""
    format: str = ""
    struck: bool = False


@dataclass(slots=True)
class _Table:
    name: str
    rows: list[list[Value]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    columns: int = 0


def is_excel_xml(beginning: str) -> bool:
    """True where a text that begins so, in small letters, is such a workbook."""
    return beginning.startswith("<") and _NAMESPACE in beginning and "workbook" in beginning


def read_excel_xml(data: bytes, label: str) -> list[Sheet]:
    """The work sheets of the file with their marks, in its order. Raises `ReaderError`."""
    try:
        return [
            Sheet(label, one.name, one.rows, tuple(one.merged), tuple(one.marks))
            for one in _list_tables(data)
        ]
    except (ET.ParseError, ValueError, LookupError) as error:
        raise ReaderError(
            f"{label}: a damaged workbook in XML, it cannot be opened",
            hint="Open it in Excel, save it as an Excel workbook (.xlsx), and merge that.",
        ) from error


def _list_tables(data: bytes) -> Iterator[_Table]:
    styles: dict[str, _Style] = {}
    table = _Table("")
    for event, element in _list_elements(data):
        kind = _local(element.tag)
        if event == "start":
            if kind == "Worksheet":
                table = _Table(_get(element, "Name"))
        elif kind == "Styles":
            for one in [*element, *element]:  # a style's parent may stand behind it
                styles[_get(one, "ID")] = _read_style(one, styles)
        elif kind == "Column":
            _read_column(element, table)
        elif kind == "Row":
            _read_row(element, table, styles)
            element.clear()
        elif kind == "Visible" and element.text in {"SheetHidden", "SheetVeryHidden"}:
            table.marks.append(Mark(MarkKind.HIDDEN))
        elif kind == "Worksheet":
            _finish(table)
            yield table
            element.clear()


def _list_elements(data: bytes) -> Iterator[tuple[str, ET.Element]]:
    if b"<!DOCTYPE" in data:  # entities, which no program writes into it
        raise ValueError
    return ET.iterparse(io.BytesIO(data), ("start", "end"))  # noqa: S314  without entities


def _read_style(element: ET.Element, styles: dict[str, _Style]) -> _Style:
    below = styles.get(_get(element, "Parent"), _Style())
    fill, code, struck = below.fill, below.format, below.struck
    for one in element:
        kind = _local(one.tag)
        if kind == "Interior" and _get(one, "Pattern") == "Solid":
            fill = _get(one, "Color").removeprefix("#").upper()
        elif kind == "NumberFormat":
            code = _get(one, "Format")
        elif kind == "Font":
            struck = _get(one, "StrikeThrough") == "1"
    return _Style("" if fill == _WHITE else fill, code, struck)


def _read_column(element: ET.Element, table: _Table) -> None:
    first = _number(element, "Index", table.columns + 1)
    table.columns = min(first + _number(element, "Span", 0), _MOST_COLUMNS)
    if _get(element, "Hidden") == "1":
        table.marks += [
            Mark(MarkKind.HIDDEN, 0, column) for column in range(first, table.columns + 1)
        ]


def _read_row(element: ET.Element, table: _Table, styles: dict[str, _Style]) -> None:
    number = _number(element, "Index", len(table.rows) + 1)
    if not len(table.rows) < number <= _MOST_ROWS:
        raise ValueError
    table.rows += [[] for _ in range(number - 1 - len(table.rows))]
    values: list[Value] = []
    fills: dict[int, str] = {}
    column = 0
    for cell in element:
        if _local(cell.tag) != "Cell":
            continue
        column = _number(cell, "Index", column + 1)
        if not len(values) < column <= _MOST_COLUMNS:
            raise ValueError
        style = styles.get(_get(cell, "StyleID") or _get(element, "StyleID"), _Style())
        values += [None] * (column - 1 - len(values))
        values.append(_read_cell(cell, table, number, column, style))
        if style.fill:
            fills[column] = style.fill
        right = column + _number(cell, "MergeAcross", 0)
        bottom = number + _number(cell, "MergeDown", 0)
        if (bottom, right) != (number, column):
            table.merged.append((number, column, bottom, right))
        values += [None] * (min(right, _MOST_COLUMNS) - column)
        column = right
    while values and values[-1] is None:
        values.pop()
    table.rows.append(values)
    if _get(element, "Hidden") == "1" and values:
        table.marks.append(Mark(MarkKind.HIDDEN, number))
    table.marks += mark_fills(number, fills, values)
    table.rows += [[] for _ in range(_number(element, "Span", 0))]


def _read_cell(cell: ET.Element, table: _Table, row: int, column: int, style: _Style) -> Value:
    def mark(kind: MarkKind, text: str) -> None:
        table.marks.append(Mark(kind, row, column, text))

    value: Value = None
    for one in cell:
        words = _take_words(one)
        if _local(one.tag) == "Comment" and words.text:
            author = _get(one, "Author")
            named = not author or words.text.startswith(author)
            mark(MarkKind.COMMENT, words.text if named else f"{author}: {words.text}")
        if _local(one.tag) != "Data":
            continue
        if _get(one, "Type") == "Error":
            mark(MarkKind.ERROR, words.text)
            continue
        value = _take_value(words.text, _get(one, "Type"))
        text = words.text if value is not None else ""
        for gone in [text] if style.struck and text else words.list_words(GONE):
            mark(MarkKind.WITHDRAWN, gone)
    address = _get(cell, "HRef")
    if address and isinstance(value, str) and not is_bare(address, value):
        mark(MarkKind.LINK, address)
    if _get(cell, "Formula") and not any(_local(one.tag) == "Data" for one in cell):
        mark(MarkKind.NO_RESULT, _get(cell, "Formula"))
    shown = show_otherwise(value, style.format)
    if shown is not None:
        mark(MarkKind.SHOWN, shown)
    return value


def _take_words(element: ET.Element, flags: int = 0) -> Passage:
    passage = Passage()
    passage.add(element.text or "", flags)
    for one in element:
        own = flags | (GONE if _local(one.tag).upper() in _STRIKES else 0)
        passage.go_on(_take_words(one, own))
        passage.add(one.tail or "", flags)
    return passage


def _take_value(text: str, kind: str) -> Value:
    if kind == "Number":
        number = float(text)
        return int(number) if number.is_integer() else number
    if kind == "Boolean":
        return text in {"1", "true"}
    if kind == "DateTime":
        moment = datetime.fromisoformat(text.strip())
        if moment.year < _FIRST_YEAR:
            return moment.time()
        return moment if moment.time() != time() else date(moment.year, moment.month, moment.day)
    return text or None


def _finish(table: _Table) -> None:
    while table.rows and not table.rows[-1]:
        table.rows.pop()
    last = max(map(len, table.rows), default=0)
    table.marks = [one for one in table.marks if one.row or one.column <= last]


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _get(element: ET.Element, name: str) -> str:
    """An attribute, whether or not it says that it is a spreadsheet's."""
    return element.get(f"{{{_NAMESPACE}}}{name}") or element.get(name) or ""


def _number(element: ET.Element, name: str, usual: int) -> int:
    said = _get(element, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else usual  # noqa: PLR2004  no sheet has more
