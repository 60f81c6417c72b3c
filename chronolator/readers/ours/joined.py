"""A chronology that goes on from sheet to sheet -> one sheet, as if one held all its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from chronolator.columns import BASE_SHEET, Column, list_parts, name_sheet
from chronolator.model import Sheet, Value
from chronolator.model.written import read_ref
from chronolator.readers.ours.columns_found import FoundColumns, find_columns
from chronolator.readers.ours.looks.found import FoundBook, FoundLooks, Place
from chronolator.readers.ours.refs import list_ref_columns, looks_integrated

Told = TypeVar("Told")


def join_parts(
    main: Sheet,
    sheets: Sequence[Sheet],
    columns: Sequence[Column],
    names: Mapping[str, tuple[str, str]],
    book: FoundBook,
) -> tuple[Sheet, list[Sheet], FoundBook]:
    """The `main` sheet with the rows of those on which it goes on below its own, each value in the
    column that has its heading there; the sheets without those, and the looks of all.

    What stood above the headings there is a row too. A column that only a later sheet has stands at
    the right. What has no place in a row is left with the looks of its own sheet.
    """
    parts = _find_parts(main, sheets, [*list_parts(names)])
    if not parts:
        return main, list(sheets), book
    found = find_columns(main, columns, names)
    rows, looks = [list(row) for row in main.rows], {**book.sheets}
    for part in parts:
        there = find_columns(part, columns, {})
        headings = part.rows[there.header_row - 1]
        places = _match(found, there, headings, rows[found.header_row - 1])
        move = _Move(there.header_row, len(rows), places)
        rows += [
            _arrange(row, places)
            for number, row in enumerate(part.rows, start=1)
            if number != there.header_row
        ]
        ours = looks.get(main.name, FoundLooks())
        looks[main.name], rest = _join_looks(ours, book.find(part.name), move)
        gone = {
            f"the column {column.heading}, which you deleted on the sheet {main.name}": 1
            for key, column in there.known.items()
            if there.places[key] not in places
        }
        looks[part.name] = replace(rest, things={**rest.things, **gone})
    joined = replace(main, rows=rows)
    left = [joined if sheet is main else sheet for sheet in sheets if sheet not in parts]
    return joined, left, replace(book, sheets=looks)


def join_base(sheets: Mapping[str, Sheet]) -> Sheet:
    """What chron had written into all rows; the first of its sheets is there."""
    base, part = sheets[BASE_SHEET], 2
    while more := sheets.get(name_sheet(BASE_SHEET, part)):
        base = replace(base, rows=(*base.rows, *more.rows[1:]))
        part += 1
    return base


def _find_parts(main: Sheet, sheets: Sequence[Sheet], named: Sequence[str]) -> list[Sheet]:
    """The sheets on which the main one goes on: those of the names; of one that was renamed by a
    program that leaves such names as they are, any with Refs of which the main sheet has none.
    """
    by_name = {sheet.name: sheet for sheet in sheets if sheet is not main}
    parts = [by_name[name] for name in named if name in by_name]
    if len(parts) < len(named):
        known = _list_refs(main)
        parts += [
            sheet
            for sheet in by_name.values()
            if sheet not in parts and looks_integrated(sheet) and not known & _list_refs(sheet)
        ]
    return parts


def _list_refs(sheet: Sheet) -> set[str]:
    place = list_ref_columns(sheet)[0]
    told = (row[place] for row in sheet.rows if place < len(row))
    return {ref for one in told if isinstance(one, str) and (ref := read_ref(one))}


@dataclass(frozen=True, slots=True)
class _Move:
    """Where the cells of a later sheet go: `header` is its row of headings, `above` how many rows
    stand above its first, `places` the columns by those that they had, from 0.
    """

    header: int
    above: int
    places: Mapping[int, int]

    def find_row(self, row: int) -> int:
        return self.above + row - (row > self.header)

    def takes(self, place: Place) -> bool:
        return place[0] != self.header and place[1] - 1 in self.places

    def __call__(self, place: Place) -> Place:
        return self.find_row(place[0]), self.places[place[1] - 1] + 1


def _match(
    found: FoundColumns,
    there: FoundColumns,
    headings: Sequence[Value],
    header: list[Value],
) -> dict[int, int]:
    """The column of the main sheet for each of another's with these headings, both from 0. One of
    the author's that the main sheet has not is added to its `header`; one of ours that she deleted
    there has no place.
    """
    width = max(len(header), *(place + 1 for place in found.places.values()))
    places: dict[int, int] = {}
    for key, place in there.places.items():
        if key in found.places:
            places[place] = found.places[key]
        if key in found.places or (key in there.known and key not in there.notes):
            continue
        header += [None] * (width - len(header))
        header.append(headings[place] if place < len(headings) else None)
        places[place] = width
        width += 1
    return places


def _arrange(row: Sequence[Value], places: Mapping[int, int]) -> list[Value]:
    moved = {places[place]: value for place, value in enumerate(row) if place in places}
    return [moved.get(place) for place in range(max(moved, default=-1) + 1)]


def _join_looks(looks: FoundLooks, part: FoundLooks, move: _Move) -> tuple[FoundLooks, FoundLooks]:
    """The looks with those of the part's cells and rows, and what is left of the part's."""

    def join(ours: Mapping[Place, Told], theirs: Mapping[Place, Told]) -> dict[Place, Told]:
        return {**ours, **{move(place): one for place, one in theirs.items() if move.takes(place)}}

    def join_places(ours: frozenset[Place], theirs: frozenset[Place]) -> frozenset[Place]:
        return ours | {move(place) for place in theirs if move.takes(place)}

    joined = replace(
        looks,
        looks=join(looks.looks, part.looks),
        mixed=join_places(looks.mixed, part.mixed),
        foreign=join_places(looks.foreign, part.foreign),
        comments=join(looks.comments, part.comments),
        formulas=join(looks.formulas, part.formulas),
        heights={
            **looks.heights,
            **{move.find_row(row): height for row, height in part.heights.items()},
        },
        hidden_rows=(*looks.hidden_rows, *map(move.find_row, part.hidden_rows)),
    )
    comments = {place: one for place, one in part.comments.items() if not move.takes(place)}
    return joined, replace(part, comments=comments)
