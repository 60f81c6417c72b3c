"""The sheet Integrated chronology: one row an event, as one table."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from chronolator.columns import CHRONOLOGY_SHEET, Column, Group, name_of_key
from chronolator.model import Answer, Chronology
from chronolator.rows import Row, list_result_columns, list_rows
from chronolator.write.workbook.checked import CheckedSheet, add_sheet
from chronolator.write.workbook.formats import Formats
from chronolator.write.workbook.heights import count_lines, height_of
from chronolator.write.workbook.long_entries import LongEntries
from chronolator.write.workbook.pages import Furniture, set_page
from chronolator.write.workbook.row_writer import RowWriter, Written
from chronolator.write.workbook.styles import ANSWERED, answer_rules

TABLE = "Chronology"
_ANSWERS = [answer.capitalize() for answer in Answer]
_LONGEST_NAME = 255
_HEADING_ROOM = 0.95
_BUTTONS = 6


def write_chronology(
    book: Workbook,
    formats: Formats,
    chronology: Chronology,
    furniture: Furniture,
    long: LongEntries,
) -> list[Written]:
    """Add the sheet, and tell what was written for each event, in the order of the rows."""
    sheet = add_sheet(book, CHRONOLOGY_SHEET)
    rows = list(list_rows(chronology))
    columns = _choose_columns(list_result_columns(chronology), rows)
    last = max(len(rows), 1)
    set_page(sheet, furniture, CHRONOLOGY_SHEET)
    _set_columns(sheet, columns)
    writer = RowWriter(sheet, formats, columns, rows, long)
    written = [writer.write(number, row) for number, row in enumerate(rows, start=1)]
    _add_table(sheet, formats, columns, last)
    _name_headings(book, sheet, columns)
    _ask_for_answers(sheet, formats, columns, last)
    _set_view(sheet, columns, last)
    return written


def _choose_columns(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    return [
        column
        for column in columns
        if not column.optional or any(row.cells[column.key] not in ("", None) for row in rows)
    ]


def _set_columns(sheet: CheckedSheet, columns: Sequence[Column]) -> None:
    for place, column in enumerate(columns):
        options = {"level": 1} if column.technical else {}
        sheet.check(sheet.set_column(place, place, column.width, None, options))


def _add_table(sheet: CheckedSheet, formats: Formats, columns: Sequence[Column], last: int) -> None:
    lines = max(count_lines(one.heading, one.width * _HEADING_ROOM) for one in columns)
    # Two lines at least: the buttons of the filter stand below the words instead of on them.
    sheet.set_height(0, height_of(max(lines, 2)) + _BUTTONS)
    options = {
        "name": TABLE,
        "style": None,
        "columns": [
            {"header": one.heading, "header_format": formats.heading(one)} for one in columns
        ],
    }
    sheet.check(sheet.add_table(0, 0, last, len(columns) - 1, options))


def _name_headings(book: Workbook, sheet: CheckedSheet, columns: Sequence[Column]) -> None:
    """Give each heading cell its column's key, by which the column is found again when it was
    renamed or moved. A key too long for a name is found by its heading.
    """
    for place, column in enumerate(columns):
        name = name_of_key(column.key)
        if len(name) <= _LONGEST_NAME:
            cell = xl_rowcol_to_cell(0, place, row_abs=True, col_abs=True)
            sheet.check(book.define_name(name, f"='{CHRONOLOGY_SHEET}'!{cell}"))


def _ask_for_answers(
    sheet: CheckedSheet, formats: Formats, columns: Sequence[Column], last: int
) -> None:
    choice = {
        "validate": "list",
        "source": _ANSWERS,
        "error_title": "Not one of the answers",
        "error_message": f"Choose one of: {', '.join(_ANSWERS)}.",
    }
    for place, column in enumerate(columns):
        if column.key.startswith(ANSWERED):
            sheet.check(sheet.data_validation(1, place, last, place, choice))
            for rule in answer_rules(formats, column):
                sheet.check(sheet.conditional_format(1, place, last, place, rule))


def _set_view(sheet: CheckedSheet, columns: Sequence[Column], last: int) -> None:
    keys = [column.key for column in columns]
    printed = max(i for i, one in enumerate(columns) if one.group in (Group.FINDING, Group.REVIEW))
    sheet.freeze_panes(1, keys.index("text"))
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, last, printed)
    sheet.outline_settings(symbols_right=False)
