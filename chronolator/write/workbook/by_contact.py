"""The sheet of the copy for reading: one row a contact, as one table."""

from collections.abc import Iterator, Sequence
from itertools import islice

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from chronolator.columns import CUT_MARK, Column, clean_text
from chronolator.model import Chronology
from chronolator.rows import RowValue
from chronolator.rows.by_contact import (
    ContactRow,
    list_columns_by_contact,
    list_rows_by_contact,
)
from chronolator.write.evidence import PLAIN, Look, list_pieces
from chronolator.write.workbook.checked import CheckedSheet
from chronolator.write.workbook.emphasis import Emphasis
from chronolator.write.workbook.fitting import Fitter
from chronolator.write.workbook.formats import Formats, day_pattern, last_day_pattern
from chronolator.write.workbook.heights import HIGHEST, height_of
from chronolator.write.workbook.long_entries import LongEntries
from chronolator.write.workbook.main_sheet import (
    add_parts,
    add_table,
    choose_columns,
    find_filled,
    find_printed,
    name_table,
    set_columns,
    set_view,
)
from chronolator.write.workbook.pages import Furniture, set_page
from chronolator.write.workbook.styles import (
    answer_rules,
    list_styles,
    style_agencies,
    style_day,
)

SHEET = "By contact, for reading"
TABLE = "ByContact"
_DAYS = ("date", "date_to")


def write_rows_by_contact(
    book: Workbook,
    formats: Formats,
    chronology: Chronology,
    furniture: Furniture,
    long: LongEntries,
) -> tuple[Sequence[Column], int]:
    """Add the sheet, and those on which it goes on where its rows are more than one holds, and tell
    its columns, and how many rows there are below the headings.
    """
    rows = list(list_rows_by_contact(chronology))
    filled: set[str] = set()
    for row in rows:
        filled |= find_filled(row.cells, filled)
    columns = choose_columns(list_columns_by_contact(chronology), filled)
    printed = find_printed(columns, filled)
    writer = _Writer(formats, columns, rows, long)
    left = iter(rows)
    for number, (sheet, share) in enumerate(add_parts(book, SHEET, len(rows)), start=1):
        sheet.require_room(share + 1, len(columns))
        last = max(share, 1)
        set_page(sheet, furniture, str(sheet.name))
        set_columns(sheet, columns)
        for place, row in enumerate(islice(left, share), start=1):
            writer.write(sheet, place, row)
        add_table(sheet, formats, columns, last, name_table(TABLE, number))
        for place, column in enumerate(columns):
            if column.is_answer:
                for rule in answer_rules(formats, column):
                    sheet.check(sheet.conditional_format(1, place, last, place, rule))
        set_view(sheet, columns, last, printed)
    return columns, len(rows)


class _Writer:
    """Writes rows; what is the same for every row is settled once."""

    def __init__(
        self,
        formats: Formats,
        columns: Sequence[Column],
        rows: Sequence[ContactRow],
        long: LongEntries,
    ) -> None:
        self._formats = formats
        self._fitter = Fitter(columns, long)
        self._columns = list_styles(formats, columns)
        self._emphasis = Emphasis(formats)
        named = [one.event.agency for row in rows for one in row.events]
        self._agencies = style_agencies(formats, named)
        self._several = formats.body(bold=True, align="left", indent=1)

    def write(self, sheet: CheckedSheet, number: int, row: ContactRow) -> None:
        """Write one row. `number` counts from 0, the heading row being that."""
        values, lines = self._fitter.fit(row.cells, _name_row(row))
        sheet.set_height(number, min(HIGHEST, height_of(lines)))
        for place, (column, style) in enumerate(self._columns):
            value = values[column.key]
            pieces = list(_list_pieces(row, column.key, value))
            if pieces:
                self._emphasis.put(sheet, number, place, pieces, style)
            else:
                sheet.put(number, place, value, self._style(row, column.key, style))

    def _style(self, row: ContactRow, key: str, style: Format) -> Format:
        value = row.cells[key]
        if key == "agency":
            agencies = {one.event.agency for one in row.events}
            return self._agencies[agencies.pop()] if len(agencies) == 1 else self._several
        if key in _DAYS and value is not None and not isinstance(value, str):
            whens = (one.event.when for one in row.events if one.cells[key] == value)
            when = next(whens)
            if key == "date":
                return style_day(self._formats, day_pattern(when))
            return style_day(self._formats, last_day_pattern(when))
        return style


def _name_row(row: ContactRow) -> str:
    """What to call the row elsewhere: its Refs, or its number where all are the author's own."""
    refs = str(row.cells["ref"]).replace("\n", ", ")
    return refs or f"No. {row.cells['number']}"


def _list_pieces(row: ContactRow, key: str, value: RowValue) -> Iterator[tuple[Look, str]]:
    """What is set off in the cell; nothing where it is as plain as any other.

    A text that was cut for its cell stays plain: all of it stands on another sheet.
    """
    if not isinstance(value, str) or value.endswith(CUT_MARK):
        return
    if key not in row.accounts:
        alone = row.events[0]
        if len(row.events) == 1 and (key == "text" or key in alone.event.withdrawn):
            yield from list_pieces(alone, key, value)
        return
    written = 0
    for number, account in enumerate(row.accounts[key]):
        lead = clean_text(f"\n{account.lead}" if number else account.lead)
        words = clean_text(account.words)
        yield Look.NAME, lead
        yield from list_pieces(account.row, key, words)
        written += len(lead) + len(words)
    if remark := value[written:]:
        yield PLAIN, remark
