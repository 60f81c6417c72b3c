"""The sheets that the author added, as values, as she laid them out."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from chronolator.columns import BASE_SHEET, CASE_SHEET, clean_text, take_units
from chronolator.model import PLAIN_LOOK, Look, OwnSheet, Value
from chronolator.write.workbook.checked import FIRST_DAY, CheckedSheet, add_sheet, list_sheets
from chronolator.write.workbook.formats import PATTERNS, Formats
from chronolator.write.workbook.long_entries import CELL_LIMIT

_LONGEST_NAME = 31
_REFUSED = re.compile(r"[\[\]:*?/\\\t\n]")
_KEPT_BY_EXCEL = "history"


def write_own_sheets(
    book: Workbook, formats: Formats, sheets: Sequence[OwnSheet]
) -> frozenset[str]:
    """Add her sheets behind ours, and tell their names. One that has the name of a sheet of ours
    gets a number, and what Excel refuses in a name that another program gave is left out.
    """
    names = set()
    taken = {str(one.name).casefold() for one in list_sheets(book)}
    taken |= {BASE_SHEET, CASE_SHEET, _KEPT_BY_EXCEL}
    for one in sheets:
        name = _name_anew(one.name, taken)
        taken.add(name.casefold())
        names.add(name)
        _write(add_sheet(book, name), formats, one)
    return frozenset(names)


def _name_anew(name: str, taken: set[str]) -> str:
    allowed = take_units(_REFUSED.sub("_", clean_text(name)), _LONGEST_NAME)
    plain = allowed.strip("'") or "Sheet"
    anew, number = plain, 1
    while anew.casefold() in taken:
        number += 1
        ending = f" ({number})"
        anew = take_units(plain, _LONGEST_NAME - len(ending)) + ending
    return anew


def _write(sheet: CheckedSheet, formats: Formats, own: OwnSheet) -> None:
    _set_columns(sheet, own)
    _write_cells(sheet, formats, own)
    for row in sorted({*own.heights, *own.hidden_rows}):
        height = own.heights.get(row)
        hidden = row in own.hidden_rows
        sheet.set_height(row - 1, height, hidden=hidden, fixed=height is not None)
    for top, left, bottom, right in own.merged:
        sheet.merge_written(top - 1, left - 1, bottom - 1, right - 1)
    for (row, column), text in sorted(own.comments.items()):
        if row and column:
            sheet.add_comment(row - 1, column - 1, text)
    if any(own.frozen):
        sheet.freeze_panes(*own.frozen)
    sheet.set_zoom(own.zoom)
    sheet.colour_tab(own.tab)
    if own.hidden:
        sheet.hide()


def _write_cells(sheet: CheckedSheet, formats: Formats, own: OwnSheet) -> None:
    plain = formats.make(valign="top")
    places = dict.fromkeys(own.looks)
    for row, values in enumerate(own.rows, start=1):
        places |= dict.fromkeys((row, column) for column in range(1, len(values) + 1))
    for row, column in sorted(places):
        values = own.rows[row - 1] if row <= len(own.rows) else ()
        value = values[column - 1] if column <= len(values) else None
        look = own.looks.get((row, column), PLAIN_LOOK)
        if value is not None or look:
            _put(sheet, (row - 1, column - 1), value, _style(formats, plain, value, look))


def _set_columns(sheet: CheckedSheet, own: OwnSheet) -> None:
    for column in sorted({*own.widths, *own.hidden_columns}):
        options = {"hidden": True} if column in own.hidden_columns else {}
        width = own.widths.get(column)
        sheet.check(sheet.set_column(column - 1, column - 1, width, None, options))


def _style(formats: Formats, plain: Format, value: Value, look: Look) -> Format:
    pattern = "" if look.number else PATTERNS.get(type(value), "")
    base = formats.make(valign="top", num_format=pattern) if pattern else plain
    return formats.dress(base, look)


def _put(sheet: CheckedSheet, place: tuple[int, int], value: Value, style: Format) -> None:
    row, column = place
    match value:
        case bool():
            sheet.check(sheet.write_boolean(row, column, value, style), row)
        case float():
            sheet.check(sheet.write_number(row, column, value, style), row)
        case timedelta():
            sheet.check(sheet.write_number(row, column, value / timedelta(days=1), style), row)
        case datetime() if value.time() != time() and value.date() >= FIRST_DAY:
            sheet.check(sheet.write_datetime(row, column, value, style), row)
        case datetime():
            sheet.put(row, column, value.date(), style)
        case str():
            sheet.put(row, column, clean_text(value)[:CELL_LIMIT], style)
        case _:
            sheet.put(row, column, value, style)
