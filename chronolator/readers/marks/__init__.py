"""What a workbook says beside its values: hidden, struck through, coloured, commented, linked.

The values come from a quicker library that shows none of it. A first look decides what of a file
has to be walked through; the files that say nothing pay for that look alone.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from chronolator.model import Mark, MarkKind, Sheet, Value
from chronolator.readers.marks import ods, xls, xlsx
from chronolator.readers.marks.parts import Deadline, Found, UnreadError

__all__ = ["add_marks"]

_SECONDS = 8.0
"""The reading of a file has 15 seconds; 100,000 rows with marks take less than 3 of them here."""
_ZIP = b"PK\x03\x04"


def add_marks(data: bytes, sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with their marks. Never costs the sheets: where the marks of some cannot be read,
    those that hold anything have one mark of the kind `UNREAD`, and why.
    """
    marked: list[Sheet] = []
    reason = "its form is not known"
    try:
        rows = {sheet.name: sheet.rows for sheet in sheets}
        for sheet, found in zip(sheets, _find(data, rows, Deadline(_SECONDS)), strict=True):
            merged = sheet.merged if found.merged is None else found.merged
            marks = (*sheet.marks, *found.marks)
            marked.append(replace(sheet, marks=marks, merged=merged))
    except UnreadError as error:
        reason = str(error)
    except MemoryError:
        reason = "they take too much memory"
    except Exception as error:  # noqa: BLE001  whatever a damaged file does, it costs the marks only
        reason = f"the file is not as it should be ({type(error).__name__})"
    unread = Mark(MarkKind.UNREAD, text=reason)
    return marked + [
        replace(sheet, marks=(*sheet.marks, unread)) if sheet.rows else sheet
        for sheet in sheets[len(marked) :]
    ]


def _find(
    data: bytes, rows: Mapping[str, Sequence[Sequence[Value]]], deadline: Deadline
) -> Iterator[Found]:
    if data.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.casefold() for name in archive.namelist()}
        if "content.xml" in names:
            return ods.find_marks(data, rows, deadline)
        if "xl/workbook.bin" in names:
            raise UnreadError("they are not read from a binary workbook (.xlsb)")
        return xlsx.find_marks(data, rows, deadline)
    return xls.find_marks(data, rows, deadline)
