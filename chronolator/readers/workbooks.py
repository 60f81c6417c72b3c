"""xlsx, xlsm, xls, xlsb and ods -> sheets of raw cells."""

import contextlib
import io
from collections.abc import Iterable, Sequence

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
)

from chronolator.errors import ReaderError
from chronolator.model import Sheet, Value
from chronolator.readers.unread import tell_locked


def read_workbook(data: bytes, label: str) -> list[Sheet]:
    """The work sheets of the file, hidden ones too, in its order. Raises `ReaderError`.

    Rows begin with row 1 and end with the last that is not blank.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            _read_sheet(book.get_sheet_by_name(one.name), label)
            for one in book.sheets_metadata
            if one.typ == SheetTypeEnum.WorkSheet
        ]
    except PasswordError as error:
        raise tell_locked(label) from error
    except (CalamineError, OSError) as error:
        raise ReaderError(
            f"{label}: a damaged workbook, it cannot be opened",
            hint="Open it in Excel and save it anew, or ask the agency for it again.",
        ) from error


def trim(rows: Iterable[Sequence[Value]]) -> list[list[Value]]:
    """The rows without blank cells at their ends and without blank rows at the end.

    Cells of white space alone are blank. Whole numbers come as int, whatever the file's form.
    """
    kept = [_trim_row(row) for row in rows]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _trim_row(row: Sequence[Value]) -> list[Value]:
    end = len(row)
    while end and (row[end - 1] == "" or _is_blank(row[end - 1])):
        end -= 1
    return [_take(row[place]) for place in range(end)]


def _is_blank(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _take(value: Value) -> Value:
    if isinstance(value, str):
        return value or None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _read_sheet(sheet: CalamineSheet, label: str) -> Sheet:
    merged: tuple[tuple[int, int, int, int], ...] = ()
    with contextlib.suppress(CalamineError):  # not every format tells merged ranges
        merged = tuple(
            (top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        )
    return Sheet(label, sheet.name, trim(sheet.to_python(skip_empty_area=False)), merged)
