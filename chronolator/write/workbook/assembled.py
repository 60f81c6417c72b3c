"""Sheets that put their rows together sooner than XlsxWriter's own, and let them grow.

What we know of XlsxWriter's inside stands here and in `packed`, and nowhere else.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from io import StringIO
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import (
    CellFormulaTuple,
    CellStringTuple,
    Worksheet,
)
from xlsxwriter.xmlwriter import XMLwriter

from chronolator.write.workbook.packed_rows import PackedRows

_BLANK = "Blank"
_NUMBERS = ("Number", "Datetime")
_TEXTS = ("String", "RichString")
_Attributes = Sequence[tuple[str, object]]
_PLAIN = frozenset({_BLANK, *_NUMBERS, *_TEXTS})
_name_column = cache(xl_col_to_name)
_SHOWN = re.compile(r'<c r="\w+" s="\d+"(?: t="(?P<kind>\w+)")?(?:/>|><v>(?P<value>[^<]*)</v>)')
"""A cell as `finish` tells it."""
_CONTROL = r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x"
_TO_ESCAPE = re.compile(rf"[&<>]|{_CONTROL}")
AS_IT_IS = re.compile(r"(?!\s)[^&<>_\x00-\x08\x0b-\x1f\ufffe\uffff]*(?<!\s)")
"""A text that XlsxWriter writes as it is: nothing in it is escaped, and no white space at its ends
is to be kept. Told by one run over it, in a tenth of the time of a search for all of that.
"""


def _take_plain(name: str) -> Any:  # noqa: ANN401  a method, however it is called
    """The method without its look for "A1" in place of a row and a column."""
    method = getattr(Worksheet, name)
    return getattr(method, "__wrapped__", method)


class _Styles(dict[Format, str]):
    """The numbers of formats, given out when they are first asked for."""

    def __missing__(self, style: Format) -> str:
        given: Any = style
        number = self[style] = str(given._get_xf_index())  # noqa: SLF001  as the parent does
        return number


def _tell_run(words: str) -> str:
    """One run's words, their white space kept at both ends."""
    keep = ' xml:space="preserve"' if words[0].isspace() or words[-1].isspace() else ""
    if _TO_ESCAPE.search(words):
        writer: Any = XMLwriter()
        words = writer._escape_control_characters(writer._escape_data(words))  # noqa: SLF001  the same
    return f"<t{keep}>{words}</t>"


class AssembledSheet(Worksheet):
    """The same cells as its parent's; a row grows when the author types, though it has a height,
    but for the rows whose height she set herself.
    """

    def __init__(self) -> None:
        super().__init__()
        self.fixed: set[int] = set()
        """The rows, from 0, whose height is the author's."""
        self._finished = PackedRows()
        self._heights: dict[tuple[float | None, bool], tuple[Any, Any]] = {}
        self._looks: dict[tuple[int, bool], str] = {}
        self._styles = _Styles()
        self._fonts: dict[Format | None, str] = {None: ""}

    write_blank = _take_plain("write_blank")
    write_number = _take_plain("write_number")
    write_string = _take_plain("write_string")

    def place_formula(
        self, row: int, column: int, formula: str, shown: str | float, style: Format
    ) -> bool:
        """Write a formula that Excel has known since 2007, and what it shows. False where the cell
        lies outside the sheet.
        """
        if self._check_dimensions(row, column):
            return False
        self.table[row][column] = CellFormulaTuple(formula.removeprefix("="), style, shown)
        return True

    def place_runs(
        self, row: int, column: int, runs: Iterable[tuple[Format | None, str]], style: Format
    ) -> bool:
        """Write one text that surely fits in runs, none empty, each in its own format or the
        cell's. False where the cell lies outside the sheet.
        """
        if self._check_dimensions(row, column):
            return False
        told = [f"<r>{self._tell_font(font)}{_tell_run(words)}</r>" for font, words in runs]
        texts: Any = self.str_table  # the same
        number = texts._get_shared_string_index("".join(told))  # noqa: SLF001  the same
        self.table[row][column] = CellStringTuple(number, style)
        return True

    def _tell_font(self, font: Format | None) -> str:
        if font not in self._fonts:
            sheet: Any = self  # the same
            sheet.rstring = XMLwriter()
            sheet.rstring._set_filehandle(StringIO())  # noqa: SLF001  the same
            sheet._write_font(font)  # noqa: SLF001  the same
            self._fonts[font] = sheet.rstring.fh.getvalue()
        return self._fonts[font]

    def share_height(self, row: int, points: float | None, *, hidden: bool) -> None:
        """Let rows of one height, just set, share what XlsxWriter notes of each: that takes 250
        bytes a row.
        """
        told = self.row_info[row], self.row_sizes[row]
        self.row_info[row], self.row_sizes[row] = self._heights.setdefault((points, hidden), told)

    def stretch_table(self, first: int, last: int) -> None:
        """Let the table that was added last go from the row `first` to the row `last`, whatever it
        was added with: XlsxWriter notes each cell of a table, which takes 4 kB a row of 24 columns.
        """
        table = self.tables[-1]
        area = xl_range(first, 0, last, len(table["columns"]) - 1)
        table.update(range=area, a_range=area, autofilter=area)

    def finish(self, row: int, cells: Iterable[tuple[int, str | float | None, Format]]) -> bool:
        """Write cells of one row at once, each with its column: a text that surely fits, a number
        or nothing; in the order of the columns. With what was placed in the row before it is put
        together: it takes little of the memory from then on, and nothing more can be written to
        it. False where a cell lies outside the sheet: nothing is written then.
        """
        given = list(cells)
        if any(self._check_dimensions(row, column) for column, _, _ in (*given[:1], *given[-1:])):
            return False
        told = self._tell_cells(row, self.table.pop(row, {}))
        texts: Any = self.str_table  # the same
        number_of, styles = texts._get_shared_string_index, self._styles  # noqa: SLF001  the same
        behind = f'{row + 1}" s="'
        for column, value, style in given:
            begin = f'<c r="{_name_column(column)}{behind}{styles[style]}'
            if value is None:
                told[column] = f'{begin}"/>'
            elif isinstance(value, str):
                told[column] = f'{begin}" t="s"><v>{number_of(value)}</v></c>'
            else:
                told[column] = f'{begin}"><v>{value:.16G}</v></c>'
        self._finished[row] = "".join([told[column] for column in sorted(told)])
        return True

    def finish_inside(self, row: int, texts: Iterable[str], style: Format) -> bool:
        """Write texts that surely fit into the first cells of a row at once, as `finish` does, each
        inside its cell: the texts that cells share stand in the memory until the file is written.
        """
        given = list(texts)
        if self._check_dimensions(row, len(given) - 1):
            return False
        number = self._styles[style]
        self._finished[row] = "".join(
            f'<c r="{_name_column(column)}{row + 1}" s="{number}" t="inlineStr">'
            f"<is>{_tell_run(text)}</is></c>"
            for column, text in enumerate(given)
        )
        return True

    def _get_range_data(
        self, row_start: int, col_start: int, row_end: int, col_end: int
    ) -> list[object]:
        """What a chart shows of these cells, also in rows that are put together."""
        sheet: Any = super()
        shown: list[object] = []
        for row in range(row_start, row_end + 1):
            if row in self._finished:
                columns = range(col_start, col_end + 1)
                shown += [self._find_shown(row, _name_column(column)) for column in columns]
            else:
                shown += sheet._get_range_data(row, col_start, row, col_end)  # noqa: SLF001  the parent's
        return shown

    def _find_shown(self, row: int, column: str) -> str | None:
        cells = self._finished[row]
        begins = cells.find(f'<c r="{column}{row + 1}"')
        found = _SHOWN.match(cells, begins) if begins >= 0 else None
        if found is None:
            return None
        texts: Any = self.str_table  # the same
        if found["kind"] == "s":
            return str(texts._get_shared_string(int(found["value"])))  # noqa: SLF001  the same
        return (found["value"] or "").lower()  # a power of ten has a small e in a chart

    def _write_rows(self) -> None:
        """Write texts, numbers and blanks, which nearly all cells are, without the five functions
        a cell that the parent needs: they took a sixth of a merge.
        """
        sheet: Any = self  # what XlsxWriter declares as None and sets later
        rows = self.table.keys() | self._finished
        for row in sorted(rows | self.row_info.keys() | self.comments.keys()):
            if row in self._finished:
                cells = self._finished[row]
            else:
                cells = "".join(self._tell_cells(row, self.table.get(row, {})).values())
            if not cells:
                self._write_empty_row(row, None, self.row_info.get(row))
                continue
            sheet.fh.write(f'<row r="{row + 1}"{self._tell_looks(row)}>{cells}</row>')

    def _tell_cells(self, row: int, cells: dict[int, Any]) -> dict[int, str]:
        """The cells as they stand in the file, by their columns, from left to right."""
        told: dict[int, str] = {}
        for column in sorted(cells):
            cell = cells[column]
            kind = type(cell).__name__
            if cell.format is None or kind not in _PLAIN:
                told[column] = self._tell_rare_cell(row, column, cell)
                continue
            begin = f'<c r="{_name_column(column)}{row + 1}" s="{self._styles[cell.format]}"'
            if kind == _BLANK:
                told[column] = f"{begin}/>"
            elif kind in _TEXTS:
                told[column] = f'{begin} t="s"><v>{cell.string}</v></c>'
            else:
                told[column] = f"{begin}><v>{cell.number:.16G}</v></c>"
        return told

    def _tell_looks(self, row: int) -> str:
        """What the tag of a row says behind its number: the same for all rows of one height."""
        info = self.row_info.get(row)
        key = id(info), row in self.fixed
        if key not in self._looks:
            tag = self._catch(self._write_row, row, None, info)
            self._looks[key] = tag.removeprefix(f'<row r="{row + 1}"').removesuffix(">")
        return self._looks[key]

    def _tell_rare_cell(self, row: int, column: int, cell: Any) -> str:  # noqa: ANN401  any kind
        return self._catch(self._write_cell, row, column, cell)

    def _catch(self, write: Callable[..., None], *arguments: object) -> str:
        """What a method of the parent's would write."""
        sheet: Any = self  # the same
        file, sheet.fh = sheet.fh, StringIO()
        write(*arguments)
        told: str = sheet.fh.getvalue()
        sheet.fh = file
        return told

    def _xml_start_tag_unencoded(self, tag: str, attributes: _Attributes = ()) -> None:
        super()._xml_start_tag_unencoded(tag, self._let_grow(tag, attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: _Attributes = ()) -> None:
        super()._xml_empty_tag_unencoded(tag, self._let_grow(tag, attributes))

    def _let_grow(self, tag: str, attributes: _Attributes) -> _Attributes:
        """Leave out that a height was set by hand: only such a row grows with its text."""
        if tag != "row" or int(str(attributes[0][1])) - 1 in self.fixed:
            return attributes
        return [one for one in attributes if one[0] != "customHeight"]
