"""Columns of the author's outside the table, which stay where they are when it is sorted."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from chronolator.model import Note, Origin, Problem, ProblemKind, Sheet, UnplacedNote
from chronolator.model.values import show_value
from chronolator.problems import tell_first
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.torn.mending import NOBODY_KNOWS

WHY_OUTSIDE = "Its column stood outside the table, and the table was sorted without it"


def list_outside(
    sheet: Sheet,
    rows: Sequence[Row],
    hashes: Mapping[str, Mapping[str, str]],
    found: FoundColumns,
    table: tuple[int, int] | None,
) -> tuple[frozenset[str], list[UnplacedNote]]:
    """The keys of the author's columns outside the `table` (its first and last column, 1-based),
    and what she wrote there, where the rows do not stand any more as chron wrote them: beside the
    row where it stands now, or the one that stood there.

    Without a table a sort takes what stands side by side, up to an empty column.
    """
    refs = [row.ref for row in rows if row.ref in hashes]
    there = set(refs)
    if refs == [ref for ref in hashes if ref in there]:
        return frozenset(), []
    first, last = table or _find_block(sheet, found)
    keys = frozenset(key for key in found.notes if not first <= found.places[key] + 1 <= last)
    stood = {show_value(row.cells.get("number")): row.ref for row in rows}
    waiting = []
    for row in rows:
        for key in sorted(keys & row.cells.keys()):
            before = stood.get(str(row.number - found.header_row), "")
            offered = tuple(dict.fromkeys(filter(None, (row.ref, before))))
            note = Note("", found.notes[key], show_value(row.cells[key]))
            waiting.append(UnplacedNote(note, "", "", "", None, WHY_OUTSIDE, offered))
    return keys, waiting


def _find_block(sheet: Sheet, found: FoundColumns) -> tuple[int, int]:
    """The first and last column, 1-based, of those that stand side by side with the Refs."""
    filled = {
        place
        for cells in sheet.rows[found.header_row - 1 :]
        for place, value in enumerate(cells)
        if show_value(value)
    }
    first = last = found.places.get("ref", 0)
    while first - 1 in filled:
        first -= 1
    while last + 1 in filled:
        last += 1
    return first + 1, last + 1


def leave_out(row: Row, keys: Collection[str]) -> Row:
    """The row without the cells of these columns."""
    if not keys:
        return row
    return replace(row, cells={key: value for key, value in row.cells.items() if key not in keys})


def tell_outside(path: str, waiting: Sequence[UnplacedNote]) -> Iterator[Problem]:
    """A problem that names the columns, where any notes of theirs are `waiting`."""
    if waiting:
        headings = tell_first(list(dict.fromkeys(one.note.column for one in waiting)))
        yield Problem(
            Origin(path),
            ProblemKind.NOTE,
            f"{path}: columns outside the table do not follow when it is sorted: {headings}",
            f"{NOBODY_KNOWS} They stand inside the table now.",
        )
