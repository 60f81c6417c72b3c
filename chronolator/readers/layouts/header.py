"""Finds the row of the headings under titles, and what each column holds."""

from collections.abc import Mapping as Lookup
from dataclasses import dataclass
from itertools import islice

from chronolator.model import Field, Sheet, Value
from chronolator.readers.cells import list_filled, looks_dated, name_column
from chronolator.readers.layouts.candidates import rank_candidates, read_headings
from chronolator.readers.layouts.column import Column
from chronolator.readers.layouts.mapping import make_column, map_columns
from chronolator.readers.layouts.settling import show_settling
from chronolator.readers.protocol import Settings
from chronolator.words.fold import fold

SAMPLE = 200
"""So many rows below the headings show what a column holds."""
_FEWEST = 2
_ASK_DATES = "Ask the agency for the dates, or say in case.toml which column holds them."
_UNDATED = "no column of dates was found; its entries are undated"


@dataclass(frozen=True, slots=True)
class Header:
    """The heading rows (1-based), the columns' headings and fields by their 0-based places."""

    rows: tuple[int, ...]
    headings: dict[int, str]
    fields: dict[int, Field | None]
    doubts: tuple[tuple[str, str], ...] = ()


def find_header(sheet: Sheet, settings: Settings) -> Header | None:
    """The headings of the sheet, or None where it holds no table of events.

    A table of events has a column of dates and one of texts, one of them at least by its heading,
    or by the headings of one row a text and another field.
    """
    for candidate in rank_candidates(sheet, settings):
        if header := complete_header(sheet, candidate.rows, candidate.headings, settings):
            return header
    return None


def complete_header(
    sheet: Sheet, rows: tuple[int, ...], headings: dict[int, str], settings: Settings
) -> Header | None:
    """The header with the field of each column, or None where it is no table of events."""
    rules = settings.headings
    columns = list_columns(sheet, rows[-1], headings, settings)
    mapping = map_columns(columns, settings)
    found = set(mapping.fields.values())
    by_heading = {
        mapping.fields[column.place]
        for column in columns
        if column.field is mapping.fields[column.place]
        or (column.match and column.match.rule.stands_in)
    } - {None}
    elsewhere = {fold(one) for one in headings.values()} & set(rules.elsewhere)
    if Field.TEXT not in found or not by_heading:
        return None
    if elsewhere and (Field.TEXT not in by_heading or Field.DATE not in found):
        return None
    if Field.DATE in mapping.inferred and _has_begun(sheet, rows[0], mapping.fields, settings):
        return None
    own = {column.field for column in columns if column.field is mapping.fields[column.place]}
    texts = {place for place, name in mapping.fields.items() if name is Field.TEXT}
    # A label beside its value, as "Completed by" and a name, can pass for the headings of a table
    # that has none.
    if not own & {Field.DATE, Field.TEXT} and not texts & headings.keys():
        return None
    # Two rows of a form, label beside value, can pass for headings in two rows.
    few = Field.TEXT in mapping.inferred or len(by_heading) < _FEWEST or len(rows) > 1
    if Field.DATE not in found and few:
        return None
    doubts = tuple(
        (doubt, show_settling(sheet.file, settings.agency, settled))
        for doubt, settled in mapping.doubts
    )
    if Field.DATE not in found:
        doubts += ((_UNDATED, _ASK_DATES),)
    return Header(
        rows, {column.place: column.heading for column in columns}, mapping.fields, doubts
    )


def _has_begun(
    sheet: Sheet, row: int, fields: Lookup[int, Field | None], settings: Settings
) -> bool:
    """True where rows above hold dates in the column of dates: this row is one of the entries."""
    dates = next((place for place, name in fields.items() if name is Field.DATE), None)
    if dates is None:
        return False
    above = (dict(list_filled(cells)) for cells in sheet.rows[: row - 1])
    dated = (
        len(cells) >= _FEWEST and looks_dated(cells.get(dates), settings.headings)
        for cells in above
    )
    return sum(dated) >= _FEWEST


def find_first_row(sheet: Sheet, header: Header, settings: Settings) -> int:
    """The row in which the headings begin: one that groups them, several cells, one merged over
    some, counts too.
    """
    first = header.rows[0]
    above = first - 1
    groups = read_headings(sheet, above, settings.headings) if above else {}
    if len(groups) < _FEWEST or any(one.endswith(":") for one in groups.values()):
        return first
    grouped = any(
        top == bottom == above and left < right for top, left, bottom, right in sheet.merged
    )
    return first - grouped


def list_columns(
    sheet: Sheet, row: int, headings: dict[int, str], settings: Settings
) -> list[Column]:
    """The columns below the row, with some of their cells; one without a heading by its letter."""
    filled: dict[int, list[Value]] = {}
    for cells in islice(sheet.rows, row, row + SAMPLE):
        for place, value in list_filled(cells):
            filled.setdefault(place, []).append(value)
    named: dict[str, int] = {}
    columns = []
    for place in sorted({*headings, *filled}):
        heading = _make_unique(headings.get(place) or name_column(place), named)
        named[heading] = place
        values = [value for value in filled.get(place, ()) if value != headings.get(place)]
        text = headings.get(place, "")
        columns.append(
            make_column(place, text, settings.headings, settings.columns, heading, tuple(values))
        )
    return columns


def _make_unique(heading: str, taken: Lookup[str, int]) -> str:
    if heading not in taken:
        return heading
    number = 2
    while f"{heading} ({number})" in taken:
        number += 1
    return f"{heading} ({number})"
