"""xlsx, and what is made of one: Strict, with macros, with a password."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from ..chronology import PASSWORD
from ..sheets import SHOWN, Book, Cell, Laid, lay_out
from .threads import add_threads

_STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/": (
        b"http://purl.oclc.org/ooxml/officeDocument/"
    ),
    b"http://schemas.openxmlformats.org/drawingml/2006/main": (
        b"http://purl.oclc.org/ooxml/drawingml/main"
    ),
}
_PLAIN_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO_TYPE = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
Counts = dict[str, int]


def write(book: Book, path: Path) -> None:
    """The file as Excel saves it."""
    path.write_bytes(_make(book))


def write_strict(book: Book, path: Path) -> None:
    """Strict Open XML: other namespaces, dates in ISO 8601."""

    def change(name: str, data: bytes) -> bytes:
        for loose, strict in _STRICT.items():
            data = data.replace(loose, strict)
        if name == "xl/workbook.xml":
            data = re.sub(rb"<workbook ", b'<workbook conformance="strict" ', data, count=1)
        return data

    path.write_bytes(_change_parts(_make(book, iso=True), change))


def write_macros(book: Book, path: Path) -> None:
    """A workbook that may hold macros."""
    path.write_bytes(
        _change_parts(_make(book), lambda _, data: data.replace(_PLAIN_TYPE, _MACRO_TYPE))
    )


def write_locked(book: Book, path: Path) -> None:
    """Encrypted with the password of the tests."""
    with path.open("wb") as file:
        OOXMLFile(io.BytesIO(_make(book))).encrypt(PASSWORD, file)


def count(path: Path) -> Counts:
    """The rows of each sheet that are not blank, by openpyxl."""
    return _count(path.read_bytes())


def count_strict(path: Path) -> Counts:
    """The same of a Strict file, which openpyxl reads once its namespaces are the usual ones."""

    def change(_: str, data: bytes) -> bytes:
        for loose, strict in _STRICT.items():
            data = data.replace(strict, loose)
        return data

    return _count(_change_parts(path.read_bytes(), change))


def count_locked(path: Path) -> Counts:
    """The same of an encrypted file."""
    opened = io.BytesIO()
    with path.open("rb") as file:
        locked = OOXMLFile(file)
        locked.load_key(PASSWORD)
        locked.decrypt(opened)
    return _count(opened.getvalue())


def _count(data: bytes) -> Counts:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: sum(
            any(str(value).strip() for value in row if value is not None)
            for row in sheet.iter_rows(values_only=True)
        )
        for sheet in book.worksheets
    }


def _change_parts(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


def _make(book: Book, *, iso: bool = False) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    made.iso_dates = iso
    if book.epoch_1904:
        made.epoch = CALENDAR_MAC_1904
    threads = False
    for page in book.pages:
        laid = lay_out(page)
        sheet = made.create_sheet(page.name)
        _fill(sheet, laid)
        threads |= any(cell and cell.threaded for line in laid.grid for cell in line)
    data = io.BytesIO()
    made.save(data)
    return add_threads(data.getvalue()) if threads else data.getvalue()


def _fill(sheet: Worksheet, laid: Laid) -> None:
    for number, line in enumerate(laid.grid, start=1):
        for place, cell in enumerate(line, start=1):
            target = sheet.cell(number, place)
            if cell is not None and isinstance(target, SheetCell):
                _fill_cell(target, cell)
                rows, columns = cell.over
                if cell.over != (1, 1):
                    sheet.merge_cells(
                        start_row=number,
                        start_column=place,
                        end_row=number + rows - 1,
                        end_column=place + columns - 1,
                    )
    for place in laid.hidden_rows:
        sheet.row_dimensions[place + 1].hidden = True
    for place in laid.hidden_columns:
        sheet.column_dimensions[get_column_letter(place + 1)].hidden = True
    if laid.page.hidden:
        sheet.sheet_state = "hidden"


def _fill_cell(target: SheetCell, cell: Cell) -> None:
    if cell.formula:
        target.value = f"={cell.formula}"
    elif cell.error:
        target.value = cell.error
        target.data_type = "e"
    elif cell.struck and cell.struck != cell.text:
        target.value = _make_runs(cell)
    else:
        target.value = cell.value
        if cell.struck:
            target.font = Font(strike=True)
    if isinstance(cell.value, datetime | date | time):
        target.number_format = SHOWN[cell.shown]
    if cell.wrapped:
        target.alignment = Alignment(wrap_text=True)
    if cell.fill:
        target.fill = PatternFill("solid", fgColor=f"FF{cell.fill}")
    if cell.comment:
        author, text = cell.comment
        target.comment = Comment(text, author)
    if cell.link:
        target.hyperlink = cell.link


def _make_runs(cell: Cell) -> CellRichText:
    before, after = cell.text.split(cell.struck, 1)
    struck = TextBlock(InlineFont(strike=True), cell.struck)
    return CellRichText(*(part for part in (before, struck, after) if part))
