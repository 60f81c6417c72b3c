"""xls, the workbook of Excel 97 to 2003."""

from datetime import date, datetime, time
from pathlib import Path

import xlrd
import xlwt

from ..sheets import SHOWN, Book, Cell, Laid, lay_out

_ERRORS = {"#N/A": "#N/A!"}
"""Codes that xlwt knows by another name than Excel."""
_FIRST_FREE = 40
"""Of the palette's 56 colours, one that a workbook of ours does not use."""


def write(book: Book, path: Path) -> None:
    """The file, with styles and hidden rows as Excel stores them."""
    made = xlwt.Workbook(encoding="utf-8")
    made.dates_1904 = book.epoch_1904
    styles = _Styles(made)
    for page in book.pages:
        laid = lay_out(page)
        sheet = made.add_sheet(page.name)
        sheet.visibility = int(page.hidden)
        for number, line in enumerate(laid.grid):
            for place, cell in enumerate(line):
                if cell is not None:
                    _fill(sheet, number, place, cell, styles)
        _hide(sheet, laid)
    made.save(str(path))


def count(path: Path) -> dict[str, int]:
    """The rows of each sheet that are not blank, by xlrd."""
    book = xlrd.open_workbook(str(path))
    return {
        sheet.name: sum(
            any(str(value).strip() for value in sheet.row_values(number))
            for number in range(sheet.nrows)
        )
        for sheet in book.sheets()
    }


class _Styles:
    """The styles of a workbook, each made once: a workbook holds some 4,000."""

    def __init__(self, book: xlwt.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, str, bool], xlwt.XFStyle] = {}
        self._colours: dict[str, int] = {}

    def make(self, cell: Cell) -> xlwt.XFStyle:
        struck = bool(cell.struck) and cell.struck == cell.text
        key = (SHOWN.get(cell.shown, ""), struck, cell.fill, cell.wrapped)
        if key not in self._made:
            style = xlwt.XFStyle()
            style.num_format_str = key[0] or "General"
            style.font.struck_out = struck
            style.alignment.wrap = cell.wrapped
            if cell.fill:
                style.pattern.pattern = xlwt.Pattern.SOLID_PATTERN
                style.pattern.pattern_fore_colour = self._find_colour(cell.fill)
            self._made[key] = style
        return self._made[key]

    def _find_colour(self, colour: str) -> int:
        if colour not in self._colours:
            number = _FIRST_FREE + len(self._colours)
            parts = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
            self._book.set_colour_RGB(number, *parts)
            self._colours[colour] = number
        return self._colours[colour]


def _fill(sheet: xlwt.Worksheet, number: int, place: int, cell: Cell, styles: _Styles) -> None:
    style = styles.make(cell)
    rows, columns = cell.over
    if cell.over != (1, 1):
        below, right = number + rows - 1, place + columns - 1
        sheet.write_merge(number, below, place, right, cell.value, style)
    elif cell.error:
        sheet.row(number).set_cell_error(place, _ERRORS.get(cell.error, cell.error), style)
    elif cell.struck and cell.struck != cell.text:
        before, after = cell.text.split(cell.struck, 1)
        font = xlwt.Font()
        font.struck_out = True
        parts = [part for part in (before, (cell.struck, font), after) if part]
        sheet.write_rich_text(number, place, parts, style)
    elif isinstance(cell.value, str | int | float | datetime | date | time):
        sheet.write(number, place, cell.value, style)


def _hide(sheet: xlwt.Worksheet, laid: Laid) -> None:
    for number in laid.hidden_rows:
        sheet.row(number).hidden = True
    for place in laid.hidden_columns:
        sheet.col(place).hidden = True
