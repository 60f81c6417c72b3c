"""Cells of which the file holds no value: a formula that nobody has worked out, an error."""

import re
from dataclasses import replace

from chronolator.model import MarkKind, Sheet, Value

_SHOWN = re.compile(
    r'\bHYPERLINK\(.*,\s*(?:"((?:[^"]|"")*)"|(\d+))\s*\)\s*$', re.IGNORECASE | re.DOTALL
)


def fill_values(sheet: Sheet) -> Sheet:
    """The sheet with a text in such cells: what a link shows, else the formula or the error itself.

    Programs that do not work out formulas save them without a value, and nothing is to be lost.
    """
    filled: list[list[Value]] | None = None
    for mark in sheet.marks:
        if mark.kind not in {MarkKind.NO_RESULT, MarkKind.ERROR} or not (mark.row and mark.column):
            continue
        if filled is None:
            filled = [list(row) for row in sheet.rows]
        while len(filled) < mark.row:
            filled.append([])
        row = filled[mark.row - 1]
        row += [None] * (mark.column - len(row))
        if row[mark.column - 1] is None:
            row[mark.column - 1] = _tell(mark.text, is_error=mark.kind is MarkKind.ERROR)
    return sheet if filled is None else replace(sheet, rows=filled)


def _tell(text: str, *, is_error: bool) -> str:
    if is_error:
        return text
    shown = _SHOWN.search(text)
    if shown is None:
        return f"={text.removeprefix('=')}"
    return shown[2] or shown[1].replace('""', '"')
