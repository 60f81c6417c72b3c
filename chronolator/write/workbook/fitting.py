"""The values of a row as their cells can hold them, and the lines that they take."""

from collections.abc import Mapping, Sequence

from chronolator.columns import CUT_MARK, Column
from chronolator.rows import RowValue
from chronolator.write.workbook.formats import TEXT_SIZE
from chronolator.write.workbook.heights import MOST_LINES, count_lines, fit_surely
from chronolator.write.workbook.long_entries import SURE, LongEntries
from chronolator.write.workbook.styles import size_of

_LONG_REMARK = "Longer than a row can show: all of it is on the sheet Long entries"
_BOLD_RUNS_WIDER = 0.95
_INDENT = 1.3
"""In characters: what stands at a distance from the left edge."""


class Fitter:
    """Fits rows into the columns; what a cell or a row cannot show goes to the long entries."""

    def __init__(self, columns: Sequence[Column], long: LongEntries) -> None:
        self._long = long
        self._columns = [
            (one.key, one.heading, room, SURE if room is None else fit_surely(room))
            for one in columns
            for room in [None if one.is_answer else _room(one)]
        ]

    def fit(self, cells: Mapping[str, RowValue], name: str) -> tuple[dict[str, RowValue], int]:
        """The values of the row called `name`, by the columns' keys, and the lines of the row.

        What is too long for the row is told under "assumed".
        """
        values: dict[str, RowValue] = {}
        most, too_long = 1, False
        for key, heading, room, sure in self._columns:
            values[key] = value = cells[key]
            if not isinstance(value, str) or (len(value) <= sure and value.isprintable()):
                continue  # one line, which nearly all cells are
            if len(value) > SURE or not value.isprintable():
                values[key] = value = self._long.fit(value, name, heading)
            lines = 1 if room is None else count_lines(value, room)
            most = max(most, lines)
            if lines > MOST_LINES:
                too_long = True
                if not value.endswith(CUT_MARK):
                    self._long.keep(value, name, heading)
        if too_long:
            values["assumed"] = f"{values['assumed']}\n{_LONG_REMARK}".lstrip()
        return values, most


def _room(column: Column) -> float:
    """The column's width in characters of the size that the heights are measured in."""
    if column.key in ("text", "agency"):
        return (column.width - _INDENT) * _BOLD_RUNS_WIDER
    return column.width * TEXT_SIZE / size_of(column)
