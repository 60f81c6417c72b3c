"""The looks found on the chronology's sheet -> by row and column, wherever these were moved."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronolator.columns import OTHER_DAY, OurLooks
from chronolator.model import (
    ColumnLook,
    Field,
    Look,
    RowLook,
    Sheet,
    SheetLook,
    Value,
    note_name,
    own_id,
)
from chronolator.model.values import show_value
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.looks.found import FoundLooks

_SAME = 0.3
"""Programs round a column's width, in characters."""
_WORDS = frozenset(Field) | {"other", "agency", OTHER_DAY}
"""In columns of the agencies' words bold and underlined say evidence, and struck out withdrawn; in
that of links underlined says that it is one.
"""


def dress(
    main: Sheet, rows: Sequence[Row], found: FoundColumns, looks: FoundLooks, ours: OurLooks
) -> SheetLook:
    """The sheet as its author left it."""
    names = name_places(found)
    headings = main.rows[found.header_row - 1]
    widths = {place + 1: ours.widths.get(key, 0.0) for key, place in found.places.items()}
    ids = {row.number: row.ref or own_id(row.number) for row in rows}
    gathered = _gather_rows(looks, names)
    dressed: dict[str, RowLook] = {}
    for number, look in gathered.items():
        if number in ids:
            before = dressed.get(ids[number])
            dressed[ids[number]] = before.join(look) if before else look
    return SheetLook(
        tuple(look_at_columns(names, looks, widths, headings)),
        dressed,
        gathered.get(found.header_row, RowLook()),
        find_scrolls(names, looks),
        looks.zoom,
        looks.tab,
    )


def find_scrolls(names: Mapping[int, str], looks: FoundLooks) -> str:
    """The name of the first column that does not stand still, "" where all move."""
    return names.get(looks.frozen[1] + 1, "") if looks.frozen[1] else ""


def name_places(found: FoundColumns) -> dict[int, str]:
    """The names of the columns, as a `SheetLook` has them, by their 1-based place; in order."""
    named = {
        place + 1: note_name(found.notes[key]) if key in found.notes else key
        for key, place in found.places.items()
    }
    return dict(sorted(named.items()))


def _gather_rows(looks: FoundLooks, names: Mapping[int, str]) -> dict[int, RowLook]:
    cells: defaultdict[int, dict[str, Look]] = defaultdict(dict)
    comments: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for (row, column), look in looks.looks.items():
        if column in names and (hers := _strip(look, names[column])):
            cells[row][names[column]] = hers
    for (row, column), text in looks.comments.items():
        name = names.get(column, "ref")
        comments[row][name] = "\n\n".join(filter(None, (comments[row].get(name), text)))
    # Rows that a filter hides come back with the filter gone.
    hidden = frozenset() if looks.filtered else frozenset(looks.hidden_rows)
    numbers = cells.keys() | comments.keys() | looks.heights.keys() | hidden
    gathered = {}
    for number in sorted(numbers):
        whole = _find_whole(cells[number], names.values())
        gathered[number] = RowLook(
            {name: look for name, look in cells[number].items() if look != whole},
            comments[number],
            whole,
            looks.heights.get(number, 0.0),
            number in hidden,
        )
    return gathered


def _strip(look: Look, name: str) -> Look:
    """The look without what in this column would say something of the agency's words."""
    if name not in _WORDS:
        return look
    return replace(look, bold=False, underlined=False, struck=False)


def _find_whole(cells: Mapping[str, Look], names: Iterable[str]) -> Look:
    """The fill, with its ink, that all cells of the row have."""
    looks = {cells.get(name, Look()).fill for name in names}
    if len(looks) > 1:
        return Look()
    inks = {look.ink for look in cells.values()}
    return Look(fill=looks.pop(), ink=inks.pop() if len(inks) == 1 else "")


def look_at_columns(
    names: Mapping[int, str],
    looks: FoundLooks,
    ours: Mapping[int, float],
    headings: Sequence[Value] = (),
) -> Iterator[ColumnLook]:
    """How she left the columns, which are by their 1-based place: their `names`, and in characters
    the widths that are `ours`.
    """
    for place, name in names.items():
        heading = show_value(headings[place - 1]) if place <= len(headings) else ""
        span = next((one for one in looks.columns if one.first <= place <= one.last), None)
        if span is None:
            yield ColumnLook(name, heading)
            continue
        changed = abs(span.width - ours.get(place, 0.0)) > _SAME
        yield ColumnLook(
            name, heading, round(span.width, 2) if changed and span.width else 0.0, span.hidden
        )
