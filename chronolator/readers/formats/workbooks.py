"""xlsx, xlsm, xls, xlsb and ods -> sheets of raw cells."""

import contextlib
import io
import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from chronolator.errors import ReaderError
from chronolator.model import Mark, MarkKind, Sheet, Value
from chronolator.readers.formats.marks import Look
from chronolator.readers.formats.unread import tell_locked

_OPEN = b"mimetypeapplication/vnd.oasis"
"""With this the package of an OpenDocument sheet begins."""
_SPAN = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")


def read_workbook(data: bytes, label: str) -> list[Sheet]:
    """The work sheets of the file with their marks, hidden ones too, in its order.

    Raises `ReaderError`; marks that cannot be read cost no sheet.

    Rows begin with row 1 and end with the last that is not blank.
    """
    look = Look(data)
    sheets: list[Sheet] = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            _read_sheet(
                book.get_sheet_by_name(one.name), one, label, is_open_document=_OPEN in data[:128]
            )
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
    finally:
        if not sheets:
            look.stop()
    return look.add_marks(sheets)


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
    return [
        _take(value) if isinstance(value, float) or value == "" else value
        for value in (row if end == len(row) else row[:end])
    ]


def _is_blank(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _take(value: Value) -> Value:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return None


def _take_span(value: Value) -> Value:
    """A span of a day or more: of an OpenDocument sheet it is handed over as it is written."""
    span = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if span is None:
        return value
    hours, minutes, seconds = (float(part or 0) for part in span.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _read_sheet(
    sheet: CalamineSheet, about: SheetMetadata, label: str, *, is_open_document: bool
) -> Sheet:
    merged: tuple[tuple[int, int, int, int], ...] = ()
    with contextlib.suppress(CalamineError):  # not every format tells merged ranges
        merged = tuple(
            (top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        )
    hidden = about.visible != SheetVisibleEnum.Visible
    marks = (Mark(MarkKind.HIDDEN),) if hidden else ()
    rows = trim(sheet.to_python(skip_empty_area=False))
    if is_open_document:
        rows = [[_take_span(value) for value in row] for row in rows]
    return Sheet(label, sheet.name, rows, merged, marks)
