"""Rows that a sort tore apart: cells of one row beside the Ref of another.

Sorting some columns and not the others puts cells beside a Ref that is not theirs, and a column
outside the table stays where it was when the table is sorted. Nothing tells afterwards to which of
the two parts a note belongs: beside the Ref it may be another row's, beside the words too. So what
the author wrote in a torn row is put beside neither. It waits, with both rows as candidates; a
wrong place that looks right would be worse than a question.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from chronolator.columns import CORRECTED_KEYS, EMPTIED, cell_hash, cell_text
from chronolator.model import (
    Note,
    Origin,
    Problem,
    ProblemKind,
    Sheet,
    UnplacedNote,
    Value,
)
from chronolator.model.values import show_value
from chronolator.problems import tell_first
from chronolator.readers.ours.answers import is_answer
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.earlier_row import Row

_TELLING = {
    "number": ("number",),
    "text": ("text",),
    "date": ("date",),
    "date written": ("date_written",),
    "other": ("other",),
    "origin": ("file", "sheet", "row"),
    "standing": ("origin",),
}
"""The columns, one or several, in which most rows have something for themselves."""
_SURE = frozenset({"number", "text"})
"""Nobody writes these of one row into another, and the other way round: two rows are enough."""
_FEWEST, _FEWEST_SURE = 3, 2
_WHY = "Its row was torn: some columns were sorted without the others"
_OUTSIDE = "Its column stood outside the table, and the table was sorted without it"
_Hashes = Mapping[str, Mapping[str, str]]


def find_torn(rows: Sequence[Row], hashes: _Hashes) -> dict[int, tuple[str, ...]]:
    """By the number of each torn row the Refs of those of which it holds cells, its own first.

    `hashes` are those of the cells as chron wrote them. A cell is another row's where that one
    alone had it, and has it no more: one that was copied, or corrected, is none. On a sheet that is
    torn a row is held for whole only by a cell that it alone had. Where nothing was sorted apart
    but her own columns, no cell shows it.
    """
    owners = {key: _list_owners(columns, hashes) for key, columns in _TELLING.items()}
    told = {
        row.number: {
            key: owners[key].get(tuple(_hash(row.cells.get(one)) for one in columns), "")
            for key, columns in _TELLING.items()
        }
        for row in rows
    }
    whole = {(key, row.ref) for row in rows for key in _TELLING if told[row.number][key] == row.ref}
    strange = {
        row.number: {
            key: ref
            for key, ref in told[row.number].items()
            if ref not in ("", row.ref) and (key, ref) not in whole
        }
        for row in rows
    }
    counts = Counter(key for found in strange.values() for key in found)
    torn = {key for key, n in counts.items() if n >= (_FEWEST_SURE if key in _SURE else _FEWEST)}
    return {
        row.number: tuple(dict.fromkeys(filter(None, (row.ref, *strange[row.number].values()))))
        for row in rows
        if torn
        and (
            strange[row.number]
            or (row.ref and not any(told[row.number][key] == row.ref for key in torn))
        )
    }


def set_aside(
    rows: Sequence[Row],
    torn: Mapping[int, tuple[str, ...]],
    hashes: _Hashes,
    found: FoundColumns,
) -> Iterator[UnplacedNote]:
    """What the author wrote in torn rows: her notes, and each cell that chron wrote in none of the
    rows that may be meant; of what it writes in many rows, such as a day, one more than it wrote.
    """
    rows = [row for row in rows if row.number in torn]
    asked = [key for key in found.known if key in CORRECTED_KEYS]
    spare = {key: _count_spare(key, rows, torn, hashes) for key in asked}
    stayed = {key for key in found.known if _stayed(key, rows, torn, hashes)}
    for row in rows:
        refs = torn[row.number]
        for key in dict.fromkeys((*row.cells, *(asked if row.ref else ()))):
            value = row.cells.get(key)
            told = _hash(value)
            meant = refs[:1] if key in stayed and row.ref else refs
            strange = all(told != hashes.get(ref, {}).get(key, "") for ref in meant)
            if key in found.notes:
                heading = found.notes[key]
            elif key in found.known and strange and (is_answer(key) or told in spare.get(key, ())):
                heading = found.known[key].heading
            else:
                continue
            note = Note("", heading, show_value(value) or EMPTIED)
            beside = f"; it stood beside {row.ref}" if row.ref else ""
            yield UnplacedNote(note, "", "", "", None, f"{_WHY}{beside}", refs)


def _stayed(
    key: str, rows: Sequence[Row], torn: Mapping[int, tuple[str, ...]], hashes: _Hashes
) -> bool:
    """True where no more of the cells are as they were beside other Refs than beside their own."""
    own = other = 0
    for row in rows:
        told, (ref, *others) = _hash(row.cells.get(key)), torn[row.number] or ("",)
        own += hashes.get(ref, {}).get(key, "") == told
        other += any(hashes.get(one, {}).get(key, "") == told for one in others)
    return own >= other


def _count_spare(
    key: str, rows: Sequence[Row], torn: Mapping[int, tuple[str, ...]], hashes: _Hashes
) -> Counter[str]:
    """What stands in the column more often than chron wrote it in the rows that may be meant."""
    meant = {ref for refs in torn.values() for ref in refs if ref in hashes}
    now = Counter(_hash(row.cells.get(key)) for row in rows)
    return now - Counter(hashes[ref].get(key, "") for ref in meant)


def list_outside(
    sheet: Sheet,
    rows: Sequence[Row],
    hashes: _Hashes,
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
            waiting.append(UnplacedNote(note, "", "", "", None, _OUTSIDE, offered))
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


def tell_torn(
    path: str, torn: Mapping[int, tuple[str, ...]], outside: Sequence[UnplacedNote]
) -> Iterator[Problem]:
    """A problem that names the torn rows, and one for columns outside the table."""
    if torn:
        rows = tell_first([f"row {number} ({', '.join(refs)})" for number, refs in torn.items()])
        yield Problem(
            Origin(path),
            ProblemKind.NOTE,
            f"{path}: some columns were sorted without the others, so cells of one row stand "
            f"beside the Ref of another: {rows}",
            f"{_PLACE} Sort by the buttons of the headings: they take the whole row along.",
        )
    if outside:
        headings = tell_first(list(dict.fromkeys(one.note.column for one in outside)))
        yield Problem(
            Origin(path),
            ProblemKind.NOTE,
            f"{path}: columns outside the table do not follow when it is sorted: {headings}",
            f"{_PLACE} They stand inside the table now.",
        )


_PLACE = (
    "Nobody can tell to which row what you wrote there belongs. It waits on the sheet Notes to "
    "place, with the rows that may be meant."
)


def _list_owners(columns: Sequence[str], hashes: _Hashes) -> dict[tuple[str, ...], str]:
    """By the hashes of cells that one row alone has, that row."""
    told = [(tuple(cells.get(key, "") for key in columns), ref) for ref, cells in hashes.items()]
    counts = Counter(one for one, _ in told)
    return {one: ref for one, ref in told if counts[one] == 1 and any(one)}


def _hash(value: Value) -> str:
    return cell_hash(cell_text(value).strip())
