"""A worksheet that puts its rows together sooner than XlsxWriter's own, and lets them grow.

What we know of XlsxWriter's inside stands here and nowhere else.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_range
from xlsxwriter.worksheet import (
    CellBlankTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

_BLANK = "Blank"
_NUMBERS = ("Number", "Datetime")
_TEXTS = ("String", "RichString")
_Attributes = Sequence[tuple[str, object]]
_PLAIN = frozenset({_BLANK, *_NUMBERS, *_TEXTS})


def _take_plain(name: str) -> Any:  # noqa: ANN401  a method, however it is called
    """The method without its look for "A1" in place of a row and a column."""
    method = getattr(Worksheet, name)
    return getattr(method, "__wrapped__", method)


class AssembledSheet(Worksheet):
    """The same cells as its parent's; a row grows when the author types, though it has a height,
    but for the rows whose height she set herself.
    """

    def __init__(self) -> None:
        super().__init__()
        self.fixed: set[int] = set()
        """The rows, from 0, whose height is the author's."""

    write_blank = _take_plain("write_blank")
    write_number = _take_plain("write_number")
    write_string = _take_plain("write_string")

    def place(self, row: int, cells: Iterable[tuple[int, str | int | None, Format]]) -> bool:
        """Write cells of one row at once, each with its column: a text that surely fits, a number
        or nothing. In the order of the columns. False where one lies outside the sheet: nothing is
        written then.
        """
        given = list(cells)
        if any(self._check_dimensions(row, column) for column, _, _ in (*given[:1], *given[-1:])):
            return False
        texts: Any = self.str_table  # declared as None and set later
        told, number_of = self.table[row], texts._get_shared_string_index  # noqa: SLF001  as the parent's own
        for column, value, style in given:
            if value is None:
                told[column] = CellBlankTuple(style)
            elif isinstance(value, str):
                told[column] = CellStringTuple(number_of(value), style)
            else:
                told[column] = CellNumberTuple(value, style)
        return True

    def stretch_table(self, first: int, last: int) -> None:
        """Let the table that was added last go from the row `first` to the row `last`, whatever it
        was added with: XlsxWriter notes each cell of a table, which takes 4 kB a row of 24 columns.
        """
        table = self.tables[-1]
        area = xl_range(first, 0, last, len(table["columns"]) - 1)
        table.update(range=area, a_range=area, autofilter=area)

    def _write_rows(self) -> None:
        """Write texts, numbers and blanks, which nearly all cells are, without the five functions
        a cell that the parent needs: they took a sixth of a merge.
        """
        sheet: Any = self  # what XlsxWriter declares as None and sets later
        write = sheet.fh.write
        names = [xl_col_to_name(column) for column in range(sheet.dim_colmax + 1)]
        styles: dict[Format, str] = {}
        for row in sorted(self.table.keys() | self.row_info.keys() | self.comments.keys()):
            cells = self.table.get(row)
            if not cells:
                self._write_empty_row(row, None, self.row_info.get(row))
                continue
            self._write_row(row, None, self.row_info.get(row))
            for column in sorted(cells):
                cell = cells[column]
                kind = type(cell).__name__
                if cell.format is None or kind not in _PLAIN:
                    self._write_cell(row, column, cell)
                    continue
                if (style := styles.get(cell.format)) is None:
                    style = styles[cell.format] = str(cell.format._get_xf_index())  # noqa: SLF001  given out now
                begin = f'<c r="{names[column]}{row + 1}" s="{style}"'
                if kind == _BLANK:
                    write(f"{begin}/>")
                elif kind in _TEXTS:
                    write(f'{begin} t="s"><v>{cell.string}</v></c>')
                else:
                    write(f"{begin}><v>{cell.number:.16G}</v></c>")
            self._xml_end_tag("row")

    def _xml_start_tag_unencoded(self, tag: str, attributes: _Attributes = ()) -> None:
        super()._xml_start_tag_unencoded(tag, self._let_grow(tag, attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: _Attributes = ()) -> None:
        super()._xml_empty_tag_unencoded(tag, self._let_grow(tag, attributes))

    def _let_grow(self, tag: str, attributes: _Attributes) -> _Attributes:
        """Leave out that a height was set by hand: only such a row grows with its text."""
        if tag != "row" or int(str(attributes[0][1])) - 1 in self.fixed:
            return attributes
        return [one for one in attributes if one[0] != "customHeight"]
