"""The sheet Integrated chronology: one row an event, as one table."""

from collections.abc import Sequence
from itertools import islice

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from chronolator.columns import CHRONOLOGY_SHEET, Column, name_of_key
from chronolator.model import Answer, Chronology
from chronolator.rows import list_result_columns, list_rows
from chronolator.write.workbook.checked import CheckedSheet
from chronolator.write.workbook.formats import Formats
from chronolator.write.workbook.her_looks import HerLooks
from chronolator.write.workbook.links import Links
from chronolator.write.workbook.long_entries import LongEntries
from chronolator.write.workbook.main_sheet import (
    add_parts,
    add_table,
    choose_columns,
    find_printed,
    name_table,
    set_columns,
    set_view,
)
from chronolator.write.workbook.pages import Furniture, set_page
from chronolator.write.workbook.row_writer import RowWriter
from chronolator.write.workbook.styles import answer_rules
from chronolator.write.workbook.waiting_rows import WaitingRows
from chronolator.write.workbook.written_rows import WrittenRows

TABLE = "Chronology"
_ANSWERS = [answer.capitalize() for answer in Answer]
_LONGEST_NAME = 255


def write_chronology(
    book: Workbook,
    formats: Formats,
    chronology: Chronology,
    furniture: Furniture,
    long: LongEntries,
    links: Links,
) -> WrittenRows:
    """Add the sheet, and those on which it goes on where its rows are more than one holds, and tell
    what was written for each event, in the order of the rows.
    """
    sheets = add_parts(book, CHRONOLOGY_SHEET, len(chronology.events))
    rows = WaitingRows(list_rows(chronology))
    hers = HerLooks(chronology.looks)
    columns = hers.arrange(choose_columns(list_result_columns(chronology), rows.filled))
    printed = find_printed(columns, rows.filled)
    writer = RowWriter(formats, columns, rows.list_bare(), long, links, hers)
    written = WrittenRows()
    for number, (sheet, share) in enumerate(sheets, start=1):
        sheet.require_room(share + 1, len(columns))
        last = max(share, 1)
        set_page(sheet, furniture, str(sheet.name))
        set_columns(sheet, columns, hers.list_hidden(columns))
        for place, row in enumerate(islice(rows, share), start=1):
            written.add(writer.write(sheet, place, row))
        add_table(sheet, formats, columns, last, name_table(TABLE, number), hers)
        if number == 1:
            _name_headings(book, sheet, columns)
        _ask_for_answers(sheet, formats, columns, last)
        set_view(sheet, columns, last, printed, hers.find_scrolls(columns))
        sheet.set_zoom(hers.zoom)
        sheet.colour_tab(hers.tab)
    return written


def _name_headings(book: Workbook, sheet: CheckedSheet, columns: Sequence[Column]) -> None:
    """Give each heading cell its column's key, by which the column is found again when it was
    renamed or moved. A key too long for a name, or one that differs from another in upper and
    lower case alone, is found by its heading.
    """
    given: set[str] = set()
    for place, column in enumerate(columns):
        name = name_of_key(column.key)
        if len(name) <= _LONGEST_NAME and name.casefold() not in given:
            given.add(name.casefold())
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
        if column.is_answer:
            area = (1, place, last, place)
            sheet.add_choice(area, choice)
            for rule in answer_rules(formats, column):
                sheet.add_rule(area, rule)
