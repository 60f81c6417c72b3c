"""A return -> a file, in the format that the ending of its name says."""

import csv
import re
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import xlwt
from odf.number import DateStyle, Day, Hours, Minutes, Month, Text, TimeStyle, Year
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableCellProperties, TableColumnProperties
from odf.table import Table as OdfTable
from odf.table import TableCell, TableColumn, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .returns import Cell, Page, Return, Row

SAVED = datetime(2021, 1, 11, 9, 30)  # noqa: DTZ001 - a file's property knows no time zone
CREATOR = "Invented for the Chronolator example"
_HEADING = PatternFill("solid", fgColor="FFD9E1F2")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def write_return(one: Return, path: Path) -> None:
    """Write the file; a second writing gives the same bytes."""
    writers = {".xlsx": _write_xlsx, ".xls": _write_xls, ".ods": _write_ods}
    writers.get(path.suffix, _write_delimited)(one, path)
    if path.suffix in (".xlsx", ".ods"):
        _settle(path)


def _write_delimited(one: Return, path: Path) -> None:
    page = one.pages[0]
    with path.open("w", encoding=page.encoding, newline="") as file:
        csv.writer(file, delimiter=page.delimiter).writerows(row.cells for row in page.rows)


def _write_xlsx(one: Return, path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = CREATOR
    book.properties.created = SAVED
    for page in one.pages:
        sheet = book.create_sheet(page.name)
        for number, width in enumerate(page.widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        for row in page.rows:
            _fill_row(sheet, row, page)
        for cells in page.merged:
            sheet.merge_cells(cells)
    book.save(path)


def _fill_row(sheet: Worksheet, row: Row, page: Page) -> None:
    for number, value in enumerate(row.cells, start=1):
        if value == "":
            continue
        shown = _as_time(value) if _is_time(row, number - 1, page) else value
        cell = sheet.cell(row.number, number, shown)
        cell.number_format = _find_format(shown)
        # A title spills over the empty cells beside it, as a typist leaves it.
        cell.alignment = Alignment(wrap_text=row.kind != "title", vertical="top")
        if row.kind != "event":
            cell.font = Font(bold=True)
        if row.kind.startswith("heading"):
            cell.fill = _HEADING


def _write_xls(one: Return, path: Path) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf("alignment: vertical top", num_format_str="dd/mm/yyyy")
    text = xlwt.easyxf("alignment: wrap on, vertical top")
    bold = xlwt.easyxf("font: bold on")
    for page in one.pages:
        sheet = book.add_sheet(page.name)
        for number, width in enumerate(page.widths):
            sheet.col(number).width = 256 * width
        for row in page.rows:
            for number, value in enumerate(row.cells):
                if value == "":
                    continue
                plain = text if row.kind == "event" else bold
                style = day if isinstance(value, date) else plain
                sheet.write(row.number - 1, number, value, style)
    book.save(str(path))


def _write_ods(one: Return, path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    _add_ods_styles(book)
    for page in one.pages:
        table = OdfTable(name=page.name)
        for number, width in enumerate(page.widths):
            style = Style(name=f"column{number}", family="table-column")
            style.addElement(TableColumnProperties(columnwidth=f"{width / 5:.1f}cm"))
            book.automaticstyles.addElement(style)
            table.addElement(TableColumn(stylename=style))
        for row in page.rows:
            line = TableRow()
            for number, value in enumerate(row.cells):
                line.addElement(_make_ods_cell(value, row, is_time=_is_time(row, number, page)))
            table.addElement(line)
        book.spreadsheet.addElement(table)
    book.save(str(path))


def _add_ods_styles(book: OpenDocumentSpreadsheet) -> None:
    day, clock = DateStyle(name="daymonthyear"), TimeStyle(name="hourminute")
    for part in (Day(style="long"), Text(text="/"), Month(style="long"), Text(text="/")):
        day.addElement(part)
    day.addElement(Year(style="long"))
    for part in (Hours(style="long"), Text(text=":"), Minutes(style="long")):
        clock.addElement(part)
    shown = Style(name="day", family="table-cell", datastylename=day)
    timed = Style(name="clock", family="table-cell", datastylename=clock)
    wrapped = Style(name="words", family="table-cell")
    for style in (day, clock):
        book.automaticstyles.addElement(style)
    for style in (shown, timed, wrapped):
        wrap = "wrap" if style is wrapped else "no-wrap"
        style.addElement(TableCellProperties(wrapoption=wrap, verticalalign="top"))
        book.automaticstyles.addElement(style)


def _make_ods_cell(value: Cell, row: Row, *, is_time: bool) -> TableCell:
    if value == "":
        return TableCell()
    if isinstance(value, date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat(), stylename="day")
        cell.addElement(P(text=f"{value:%d/%m/%Y}"))
        return cell
    if is_time:
        told = f"{_as_time(value):PT%HH%MM00S}"
        cell = TableCell(valuetype="time", timevalue=told, stylename="clock")
    elif row.kind == "event":
        cell = TableCell(valuetype="string", stylename="words")
    else:
        cell = TableCell(valuetype="string")
    cell.addElement(P(text=value))
    return cell


def _is_time(row: Row, column: int, page: Page) -> bool:
    return row.kind == "event" and column == page.time and bool(row.cells[column])


def _as_time(value: Cell) -> time:
    return time.fromisoformat(str(value))


def _find_format(value: Cell | time) -> str:
    if isinstance(value, datetime):
        return "dd/mm/yyyy hh:mm"
    if isinstance(value, date):
        return "dd/mm/yyyy"
    return "hh:mm" if isinstance(value, time) else "General"


def _settle(path: Path) -> None:
    """Give every part of the package the same date, whenever it was written."""
    with zipfile.ZipFile(path) as package:
        parts = [(info.filename, package.read(info)) for info in package.infolist()]
    stamp = f"{SAVED:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts:
            info = zipfile.ZipInfo(name, SAVED.timetuple()[:6])
            stored = name == "mimetype"  # the first part of an .ods stands there as it is
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            package.writestr(info, _MODIFIED.sub(rb"\g<1>" + stamp, data))
