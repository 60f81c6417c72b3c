"""xls -> the marks of each sheet."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from chronolator.model import Mark, MarkKind, Value
from chronolator.model.values import show_value
from chronolator.readers.formats.marks.comments import sign
from chronolator.readers.formats.marks.fills import mark_fills
from chronolator.readers.formats.marks.links import is_bare
from chronolator.readers.formats.marks.parts import Deadline, Found, UnreadError
from chronolator.readers.formats.marks.shown import read_format
from chronolator.readers.formats.marks.styles import Style

Rows = Sequence[Sequence[Value]]
_MOST_BYTES = 50 * 2**20
"""xlrd takes 10 MB a second, and cannot be stopped on its way."""
_WHITE = (255, 255, 255)
_PLAIN = Style()
_ERROR = 5
"""What the library calls a cell that holds an error."""


def find_marks(data: bytes, sheets: Mapping[str, Rows], deadline: Deadline) -> Iterator[Found]:
    """The marks of each sheet, in the order of `sheets` (rows by name). Raises `UnreadError`."""
    import xlrd  # noqa: PLC0415  most returns are no xls

    if len(data) > _MOST_BYTES:
        raise UnreadError("the file is too large to look for them")
    book = xlrd.open_workbook(
        file_contents=data,
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
        ignore_workbook_corruption=True,
        logfile=io.StringIO(),
    )
    styles = _Styles(book)
    for name, rows in sheets.items():
        deadline.check()
        sheet = book.sheet_by_name(name)
        yield Found(list(_list_marks(sheet, rows, styles, xlrd.error_text_from_code)))
        book.unload_sheet(name)


class _Styles:
    """The styles of the workbook's cells and runs, each made once."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401  the library has no types
        self._book = book
        self._made: dict[int, Style] = {}

    def find(self, number: int) -> Style:
        """The style by the number that a cell gives."""
        style = self._made.get(number)
        if style is None:
            style = self._made[number] = self._make(number) or _PLAIN
        return style

    def strikes(self, font: int) -> bool:
        """True where the font strikes through."""
        fonts = self._book.font_list
        return bool(font < len(fonts) and fonts[font].struck_out)

    def _make(self, number: int) -> Style:
        style = self._book.xf_list[number]
        code = self._book.format_map[style.format_key].format_str
        fill = style.background
        colour = self._book.colour_map.get(fill.pattern_colour_index) if fill.fill_pattern else None
        hexed = "".join(f"{part:02X}" for part in colour) if colour and colour != _WHITE else ""
        return Style(self.strikes(style.font_index), hexed, read_format(code))


def _list_marks(
    sheet: Any,  # noqa: ANN401  the library has no types
    rows: Rows,
    styles: _Styles,
    errors: Mapping[int, str],
) -> Iterator[Mark]:
    width = max(map(len, rows), default=0)
    for column, about in sorted(sheet.colinfo_map.items()):
        if (about.hidden or about.width == 0) and column < width:
            yield Mark(MarkKind.HIDDEN, 0, column + 1)
    for row in range(sheet.nrows):
        values = rows[row] if row < len(rows) else ()
        about = sheet.rowinfo_map.get(row)
        if about is not None and values and (about.hidden or about.height == 0):
            yield Mark(MarkKind.HIDDEN, row + 1)
        yield from _list_in_row(sheet, row, values, styles, errors)
    for (row, column), note in sorted(sheet.cell_note_map.items()):
        if note.text.strip():
            text = note.text.replace("\r\n", "\n").replace("\r", "\n")
            yield Mark(MarkKind.COMMENT, row + 1, column + 1, sign(note.author.strip(), text))
    for (row, column), link in sorted(sheet.hyperlink_map.items()):
        values = rows[row] if row < len(rows) else ()
        value = values[column] if column < len(values) else None
        address = _read_address(link)
        if value is not None and not is_bare(address, show_value(value)):
            yield Mark(MarkKind.LINK, row + 1, column + 1, address)


def _list_in_row(
    sheet: Any,  # noqa: ANN401  the library has no types
    row: int,
    values: Sequence[Value],
    styles: _Styles,
    errors: Mapping[int, str],
) -> Iterator[Mark]:
    fills = {}
    rich = sheet.rich_text_runlist_map
    for column, kind in enumerate(sheet.row_types(row)):
        style = styles.find(sheet.cell_xf_index(row, column))
        runs = rich.get((row, column)) if rich else None
        if kind != _ERROR and style is _PLAIN and not runs:
            continue
        value = values[column] if column < len(values) else None
        if style.fill:
            fills[column + 1] = style.fill
        for kind_of_mark, text in _list_in_cell(value, style, runs, styles.strikes):
            yield Mark(kind_of_mark, row + 1, column + 1, text)
        if kind == _ERROR:
            code = sheet.cell_value(row, column)
            yield Mark(MarkKind.ERROR, row + 1, column + 1, errors.get(code, "#ERROR!"))
    yield from mark_fills(row + 1, fills, values)


def _list_in_cell(
    value: Value,
    style: Style,
    runs: Sequence[tuple[int, int]] | None,
    strikes: Callable[[int], bool],
) -> Iterator[tuple[MarkKind, str]]:
    if runs and isinstance(value, str):
        pieces = _cut(value, [(0, style.struck), *((at, strikes(font)) for at, font in runs)])
    else:
        pieces = [show_value(value)] if style.struck else []
    for piece in pieces:
        if piece.strip():
            yield MarkKind.WITHDRAWN, piece.strip()
    if style.shown and (text := style.shown.show(value)) is not None:
        yield MarkKind.SHOWN, text


def _cut(text: str, runs: Sequence[tuple[int, bool]]) -> list[str]:
    """The struck pieces; runs begin at places counted in UTF-16."""
    wide = text.encode("utf-16-le", "surrogatepass")
    pieces = [""]
    ends = [at for at, _ in runs[1:]] + [len(wide)]
    for (start, struck), end in zip(runs, ends, strict=True):
        piece = wide[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        if struck:
            pieces[-1] += piece
        elif piece:
            pieces.append("")
    return pieces


def _read_address(link: Any) -> str:  # noqa: ANN401  the library has no types
    target = link.url_or_path or ""
    if isinstance(target, bytes):
        target = target.decode("cp1252", "replace")
    return f"{target}#{link.textmark}" if link.textmark else str(target)
