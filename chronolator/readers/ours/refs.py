"""By what a sheet that chron wrote is known, whatever its author did to it."""

from chronolator.columns import list_columns
from chronolator.model import Case, Sheet
from chronolator.model.values import show_value
from chronolator.model.written import read_ref

_LOOKED_AT = 200
_SHARE = 0.5
_HEADINGS_SEARCHED = 30
_OURS = frozenset(column.heading.casefold() for column in list_columns(Case()))
_ENOUGH = 6
"""Of the headings that every chronology has, its author will have left some as they were."""


def looks_integrated(sheet: Sheet) -> bool:
    """True for the sheet of the chronology: a column of Refs, and most of our headings in a row.

    Sheets of findings hold Refs too, under headings of their own.
    """
    headed = any(
        len({show_value(value).casefold() for value in row} & _OURS) >= _ENOUGH
        for row in sheet.rows[:_HEADINGS_SEARCHED]
    )
    return headed and find_ref_column(sheet) is not None


def find_ref_column(sheet: Sheet) -> int | None:
    """The 0-based column that holds the Refs, or None. Rows of the author's have none."""
    counts: dict[int, int] = {}
    filled: dict[int, int] = {}
    for row in sheet.rows[:_LOOKED_AT]:
        for place, value in enumerate(row):
            if value is None:
                continue
            filled[place] = filled.get(place, 0) + 1
            if isinstance(value, str) and read_ref(value.strip()):
                counts[place] = counts.get(place, 0) + 1
    best = max(counts, key=lambda place: counts[place], default=None)
    if best is None or counts[best] < _SHARE * (filled[best] - 1):
        return None
    return best
