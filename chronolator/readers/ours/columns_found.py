"""Where the columns of a chronology of ours stand, after its author moved and renamed them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronolator.columns import ORDER_KEY, Column, Group, key_of_name
from chronolator.model import Sheet
from chronolator.model.values import show_value
from chronolator.readers.cells import name_column
from chronolator.readers.ours.refs import list_ref_columns

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
    leave them behind when a column is inserted. Of two columns with one heading it tells which is
    ours. The Refs are known by themselves, whatever stands above them. Where the headings were
    switched off, the names alone tell.
    """
    row = _find_header(sheet, columns, names)
    headings = _list_headings(sheet, row)
    named = _list_named(sheet, names, row)
    known = _place_known(headings, columns, named, list_ref_columns(sheet))
    bare = {
        place: key.removeprefix("author ")
        for key, place in named
        if place in headings and not show_value(dict(enumerate(sheet.rows[row - 1])).get(place))
    }
    by_key = {column.key: column for column in columns}
    kept = {
        key: _name_notes(by_key[key], "" if place in bare else headings[place], headings[place])
        for key, place in known.items()
        if by_key[key].is_for_notes
    }
    places = dict(known)
    taken = set(known.values())
    ours = {key: name for key, name in kept.items() if key.partition(" ")[2] == name}
    named_so = {name.casefold() for name in ours.values()}
    notes = {key: ours.get(key) or _name_apart(name, named_so) for key, name in kept.items()}
    for place, text in headings.items():
        if place not in taken:
            name = _name_apart(bare.get(place, text), named_so)
            places[f"author {name}"] = place
            notes[f"author {name}"] = name
    review = frozenset(key for key in notes if key in known and by_key[key].group is Group.REVIEW)
    return FoundColumns(row, places, {key: by_key[key] for key in known}, notes, review)


def _name_apart(heading: str, met: set[str]) -> str:
    """The heading, with a number where a column of that name is `met`, to which it is added: no
    table has two, even in other letters.
    """
    name, number = heading, 2
    while name.casefold() in met:
        name, number = f"{heading} ({number})", number + 1
    met.add(name.casefold())
    return name


def _place_known(
    headings: Mapping[int, str],
    columns: Sequence[Column],
    named: Sequence[tuple[str, int]],
    refs: Sequence[int],
) -> dict[str, int]:
    """The places of our columns, by their keys."""
    by_heading = {column.heading.casefold(): column.key for column in columns}
    keys = {column.key for column in columns}
    places: dict[str, int] = {}
    for place, text in headings.items():
        key = by_heading.get(text.casefold(), "")
        if key and (key not in places or (key, place) in named):
            places[key] = place
    if refs and places.get("ref") not in refs:
        places["ref"] = refs[0]
    taken = set(places.values())
    for key, place in named:
        if key in keys and key not in places and place in headings and place not in taken:
            places[key] = place
            taken.add(place)
    return places


def _name_notes(column: Column, heading: str, shown: str) -> str:
    """The name under which the notes of a column of ours are kept: hers, where she renamed it."""
    ours = heading.casefold() in (column.heading.casefold(), "")
    reviewed = column.key == ORDER_KEY or (ours and column.group is Group.REVIEW)
    return column.key.partition(" ")[2] if reviewed else shown


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


def _find_header(
    sheet: Sheet, columns: Sequence[Column], names: Mapping[str, tuple[str, str]]
) -> int:
    """The row with the most of our headings; where there is none, that of the names."""
    by_heading = {column.heading.casefold() for column in columns}

    def count(number: int) -> int:
        return sum(show_value(value).casefold() in by_heading for value in sheet.rows[number - 1])

    numbers = range(1, min(len(sheet.rows), _ROWS_SEARCHED) + 1)
    best = max(numbers, key=lambda number: (count(number), -number), default=1)
    rows = Counter(row for _, row, _ in _list_names(sheet, names))
    return best if not rows or (numbers and count(best)) else rows.most_common(1)[0][0]


def _list_named(
    sheet: Sheet, names: Mapping[str, tuple[str, str]], row: int
) -> list[tuple[str, int]]:
    return [(key, place) for key, where, place in _list_names(sheet, names) if where == row]


def _list_names(
    sheet: Sheet, names: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, int, int]]:
    """The key, the row (1-based) and the column (0-based) of each of our names on the sheet."""
    for name, (where, cell) in names.items():
        key, found = key_of_name(name), _CELL.fullmatch(cell)
        if key is not None and found and where == sheet.name:
            yield key, int(found[2]), _number(found[1]) - 1


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
