"""By what a sheet that chron wrote is known, whatever its author did to it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from chronolator.columns import CHRONOLOGY_SHEET, key_of_name, list_columns
from chronolator.model import Case, Sheet
from chronolator.model.values import show_value
from chronolator.model.written import read_ref

_LOOKED_AT = 200
_SHARE = 0.5
_HEADINGS_SEARCHED = 30
_OURS = frozenset(column.heading.casefold() for column in list_columns(Case()))
_ENOUGH = 6
"""Of the names on the headings that every chronology has, its author will have left some."""
_HEADED = 8
"""And of the headings themselves: sheets of findings have up to six of them, too."""


def looks_integrated(sheet: Sheet) -> bool:
    """True for the sheet of the chronology: a column of Refs, and most of our headings in a row.

    Sheets of findings hold Refs too, under headings of their own.
    """
    headed = any(
        len({show_value(value).casefold() for value in row} & _OURS) >= _HEADED
        for row in sheet.rows[:_HEADINGS_SEARCHED]
    )
    return headed and bool(list_ref_columns(sheet))


def find_main(sheets: Sequence[Sheet], names: Mapping[str, tuple[str, str]]) -> Sheet | None:
    """The sheet of the chronology, by its Refs and headings; where the headings were switched off,
    by the names on their cells. Of several, as where the author copied the sheet, the one to which
    the defined names lead, else the first of our name, else the first.
    """
    named = Counter(sheet for name, (sheet, _) in names.items() if key_of_name(name) is not None)
    found = [
        sheet
        for sheet in sheets
        if looks_integrated(sheet) or (named[sheet.name] >= _ENOUGH and list_ref_columns(sheet))
    ]
    return max(found, key=lambda one: (named[one.name], one.name == CHRONOLOGY_SHEET), default=None)


def list_ref_columns(sheet: Sheet) -> list[int]:
    """The 0-based columns that hold Refs, the one with the most of them first. Rows of the author's
    have none.
    """
    counts: dict[int, int] = {}
    filled: dict[int, int] = {}
    for row in sheet.rows[:_LOOKED_AT]:
        for place, value in enumerate(row):
            if value is None:
                continue
            filled[place] = filled.get(place, 0) + 1
            if isinstance(value, str) and read_ref(value.strip()):
                counts[place] = counts.get(place, 0) + 1
    enough = [place for place in counts if counts[place] >= _SHARE * (filled[place] - 1)]
    return sorted(enough, key=lambda place: (-counts[place], place))
