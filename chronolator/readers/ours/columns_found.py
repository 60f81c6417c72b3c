"""Where the columns of a chronology of ours stand, after its author moved and renamed them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chronolator.columns import ORDER_KEY, Column, Group, key_of_name
from chronolator.model import Sheet
from chronolator.model.values import show_value
from chronolator.readers.cells import name_column

_ROWS_SEARCHED = 30
_CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True)
class FoundColumns:
    """The heading row (1-based) and the 0-based place of each column by its key.

    `known` are our columns that are there. `notes` are the columns that hold what the author
    writes, by key, with the name under which it is kept; `review` are the keys of ours among them.
    """

    header_row: int
    places: dict[str, int]
    known: dict[str, Column]
    notes: dict[str, str]
    review: frozenset[str]


def find_columns(
    sheet: Sheet, columns: Sequence[Column], names: Mapping[str, tuple[str, str]]
) -> FoundColumns:
    """Each column by its heading, else by the name on its heading cell; the rest are the author's.
    A review column that she renamed keeps her heading; that of the order is known to be it.

    A name on a cell with another column's heading is passed over: programs that do not move names
    leave them behind when a column is inserted.
    """
    by_heading = {column.heading.casefold(): column for column in columns}
    row = _find_header(sheet, by_heading)
    headings = _list_headings(sheet, row)
    places: dict[str, int] = {}
    known: dict[str, Column] = {}
    notes: dict[str, str] = {}
    for place, text in headings.items():
        column = by_heading.get(text.casefold())
        if column is not None and column.key not in places:
            places[column.key] = place
            known[column.key] = column
    taken = set(places.values())
    by_key = {column.key: column for column in columns}
    for key, place in _list_named(sheet, names, row):
        if key in by_key and key not in places and place in headings and place not in taken:
            places[key] = place
            known[key] = by_key[key]
            taken.add(place)
    for key, column in known.items():
        if column.is_for_notes:
            ours = headings[places[key]].casefold() == column.heading.casefold()
            reviewed = key == ORDER_KEY or (ours and column.group is Group.REVIEW)
            notes[key] = _name(column) if reviewed else headings[places[key]]
    for place, text in headings.items():
        if place not in taken:
            name, number = text, 2
            while f"author {name}" in places:
                name, number = f"{text} ({number})", number + 1
            places[f"author {name}"] = place
            notes[f"author {name}"] = name
    review = frozenset(key for key in notes if key in known and known[key].group is Group.REVIEW)
    return FoundColumns(row, places, known, notes, review)


def _list_headings(sheet: Sheet, row: int) -> dict[int, str]:
    """The headings by place, and the letters of a column that is filled and has none."""
    filled = {
        place
        for cells in sheet.rows[row:]
        for place, value in enumerate(cells)
        if value is not None and show_value(value)
    }
    texts = {place: show_value(value) for place, value in enumerate(sheet.rows[row - 1])}
    return {
        place: texts.get(place) or name_column(place)
        for place in sorted(filled | texts.keys())
        if place in filled or texts[place]
    }


def _name(column: Column) -> str:
    return column.key.partition(" ")[2]


def _find_header(sheet: Sheet, by_heading: Mapping[str, Column]) -> int:
    """The row with the most of our headings."""

    def count(number: int) -> int:
        return sum(show_value(value).casefold() in by_heading for value in sheet.rows[number - 1])

    numbers = range(1, min(len(sheet.rows), _ROWS_SEARCHED) + 1)
    return max(numbers, key=lambda number: (count(number), -number), default=1)


def _list_named(
    sheet: Sheet, names: Mapping[str, tuple[str, str]], row: int
) -> list[tuple[str, int]]:
    named = []
    for name, (where, cell) in names.items():
        key, found = key_of_name(name), _CELL.fullmatch(cell)
        if key is not None and found and where == sheet.name and int(found[2]) == row:
            named.append((key, _number(found[1]) - 1))
    return named


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
