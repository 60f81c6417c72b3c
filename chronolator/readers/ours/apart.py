"""Columns that were sorted by themselves, known by each column as a whole.

Most cells of such columns tell no row: many rows have the same answer, the same time, no reason at
all. Yet a sort leaves every value as often as it was, and what an author corrects does not. As long
as Ref and words stand together, each cell is put back to where chron wrote it. What chron did not
write is hers: it waits, since nobody can tell beside which row she wrote it, and so do notes in
columns of hers beside such ones, which may have gone along.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, groupby

from chronolator.columns import CORRECTED_KEYS, EMPTIED, OTHER_DAY, cell_hash, cell_text
from chronolator.model import Note, Origin, Problem, ProblemKind, UnplacedNote, Value
from chronolator.model.values import show_value
from chronolator.problems import tell_first
from chronolator.readers.ours.answers import is_answer
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.corrected import Base
from chronolator.readers.ours.earlier_row import Row

_NOT_ASKED = frozenset(
    {"ref", "number", "text", "date", "date_written", "other", "origin", "file", "sheet", "row"}
) | {OTHER_DAY}
"""By most of these a torn row is known for itself."""
_FEWEST = 3
_SHARE = 0.75
"""Of the cells that differ, so many hold what chron wrote in other rows, as often as it did."""
_DISTINCT, _DISTINCT_CORRECTED = 2, 3
"""So many values change places; more where an author corrects cells, and may do it both ways."""
_WHY = "Columns were sorted without the others, and it stood among them or beside them"
_Differing = Mapping[int, tuple[str, str]]
"""By the place of a row among the rows: the hash of what chron wrote in a cell, and of what stands
there.
"""


@dataclass(frozen=True, slots=True)
class Apart:
    """`rows` with the cells where chron wrote them; `headings` are those of the columns that were
    sorted, `touched` the numbers of the rows that held cells of others.
    """

    rows: list[Row]
    waiting: list[UnplacedNote] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    touched: tuple[int, ...] = ()


def put_together(rows: Sequence[Row], base: Base, found: FoundColumns) -> Apart:
    """The rows with the cells of sorted columns put back, as far as these can be told."""
    keys = [key for key in found.known if key not in _NOT_ASKED and key not in found.notes]
    differing = {key: cells for key in keys if (cells := _list_differing(rows, base, key))}
    moved = _find_moved(rows, differing)
    if not moved:
        return Apart(list(rows))
    touched = sorted({place for key in moved for place in differing[key]})
    waiting = [*_list_hers(rows, base, found, moved, touched)]
    back = _put_back(rows, base, {key: differing[key] for key in moved})
    beside = _find_beside(rows, found, moved)
    for place, refs in _list_doubtful(rows, base, moved, touched) if beside else ():
        waiting += _list_notes(rows[place], refs, found, beside)
        back[place] = leave_out(back[place], beside)
    headings = tuple(found.known[key].heading for key in found.known if key in moved)
    return Apart(back, waiting, headings, tuple(rows[place].number for place in touched))


def leave_out(row: Row, keys: Collection[str]) -> Row:
    """The row without the cells of these columns."""
    if not keys:
        return row
    return replace(row, cells={key: value for key, value in row.cells.items() if key not in keys})


def tell_apart(path: str, apart: Apart) -> Iterator[Problem]:
    """A problem that names the columns and the rows, where there are any."""
    if apart.headings:
        rows = tell_first([f"row {number}" for number in apart.touched])
        yield Problem(
            Origin(path),
            ProblemKind.NOTE,
            f"{path}: columns were sorted without the others: {tell_first(apart.headings)} "
            f"({rows})",
            "What chron wrote there stands in its own rows again. What you wrote there waits on "
            "the sheet Notes to place. Sort by the buttons of the headings: they take the whole "
            "row along.",
        )


def _list_differing(rows: Sequence[Row], base: Base, key: str) -> dict[int, tuple[str, str]]:
    return {
        place: (then, now)
        for place, row in enumerate(rows)
        if row.ref in base.hashes
        and (then := base.hash_shown(row.ref, key)) != (now := _hash(row.cells.get(key)))
    }


def _find_moved(rows: Sequence[Row], differing: Mapping[str, _Differing]) -> set[str]:
    """The keys of the columns that were sorted; of answers, which an author corrects both ways,
    those that changed places two together, or that stand in order now.
    """
    moved = {
        key
        for key, cells in differing.items()
        if (not is_answer(key) and _changed_places([*cells.values()], _count_distinct(key)))
        or _is_sorted(rows, key, cells)
    }
    for pair in combinations(filter(is_answer, differing), 2):
        both = differing[pair[0]].keys() & differing[pair[1]].keys()
        told = [tuple(zip(*(differing[key][place] for key in pair), strict=True)) for place in both]
        if _changed_places(told, _DISTINCT_CORRECTED):
            moved |= {*pair}
    places = {place for key in moved for place in differing[key]}
    return moved | {
        key
        for key, cells in differing.items()
        if moved
        and sum(min(places) <= place <= max(places) for place in cells) >= _SHARE * len(cells)
        and _changed_places([*cells.values()], _DISTINCT, fewest=2)
    }


def _count_distinct(key: str) -> int:
    return _DISTINCT_CORRECTED if key in CORRECTED_KEYS else _DISTINCT


def _changed_places(
    cells: Sequence[tuple[object, ...]], distinct: int, fewest: int = _FEWEST
) -> bool:
    """True where the values of then are those of now, in other cells."""
    kept = Counter(then for then, _ in cells) & Counter(now for _, now in cells)
    return kept.total() >= max(fewest, _SHARE * len(cells)) and len(kept) >= distinct


def _is_sorted(rows: Sequence[Row], key: str, cells: _Differing) -> bool:
    """True where they changed places, and equal values stand together in all rows between."""
    if not _changed_places([*cells.values()], _DISTINCT):
        return False
    between = [_hash(row.cells.get(key)) for row in rows[min(cells) : max(cells) + 1] if row.ref]
    return len([*groupby(between)]) == len(set(between))


def _list_hers(
    rows: Sequence[Row],
    base: Base,
    found: FoundColumns,
    moved: Collection[str],
    touched: Sequence[int],
) -> Iterator[UnplacedNote]:
    """What chron did not write in the cells of the sorted columns, held against each other row by
    row: with all rows that hold the same, since each of them may be meant.
    """
    keys = sorted(moved)
    now = [tuple(_hash(row.cells.get(key)) for key in keys) for row in rows]
    then = {
        place: tuple(base.hash_shown(rows[place].ref, key) for key in keys) for place in touched
    }
    strange = Counter(now[place] for place in touched) - Counter(then.values())
    single = [
        Counter(now[place][n] for place in touched) - Counter(one[n] for one in then.values())
        for n in range(len(keys))
    ]
    for told, times in strange.items():
        those = [rows[n] for n in range(touched[0], touched[-1] + 1) if now[n] == told]
        refs = tuple(dict.fromkeys(row.ref for row in those if row.ref))
        places = [n for n, one in enumerate(told) if one in single[n]] or [*range(len(keys))]
        for key in (keys[n] for n in places):
            text = show_value(those[0].cells.get(key)) or EMPTIED
            note = Note("", found.known[key].heading, text)
            yield from [UnplacedNote(note, "", "", "", None, _WHY, refs)] * times


def _put_back(rows: Sequence[Row], base: Base, differing: Mapping[str, _Differing]) -> list[Row]:
    """The rows with these cells as chron wrote them; empty where that stands nowhere any more."""
    cells = [dict(row.cells) for row in rows]
    for key, those in differing.items():
        values = {_hash(row.cells.get(key)): row.cells.get(key) for row in rows}
        for place, (then, _) in those.items():
            if values.get(then) is None:
                cells[place].pop(key, None)
            else:
                cells[place][key] = values[then]
            if then and then not in values:
                base.forget(rows[place].ref, key)
    return [replace(row, cells=told) for row, told in zip(rows, cells, strict=True)]


def _find_beside(rows: Sequence[Row], found: FoundColumns, moved: Collection[str]) -> set[str]:
    """The author's columns that stand side by side with the sorted ones; an empty one between them
    parts nothing.
    """
    filled = {key for row in rows for key in row.cells}
    by_place = {place: key for key, place in found.places.items() if key in filled}
    order = [by_place[place] for place in sorted(by_place)]
    beside: set[str] = set()
    for way in (order, order[::-1]):
        after = False
        for key in way:
            after = key in moved or (after and key in found.notes)
            if after and key in found.notes:
                beside.add(key)
    return beside


def _list_doubtful(
    rows: Sequence[Row], base: Base, moved: Collection[str], touched: Sequence[int]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The places of the rows beside which something may stand that went along, each with the Refs
    of the rows that it may belong to. They reach from the first row that was touched to the last,
    and on to the nearest that are surely whole: a sorted column holds there what it has in that row
    alone.
    """
    owners = {key: _list_owners(base, key) for key in moved}
    told = [
        {owners[key].get(_hash(row.cells.get(key)), "") for key in moved} - {""} for row in rows
    ]
    whole = [bool(row.ref) and row.ref in refs for row, refs in zip(rows, told, strict=True)]
    first, last = touched[0], touched[-1]
    while first > 0 and not whole[first - 1]:
        first -= 1
    while last + 1 < len(rows) and not whole[last + 1]:
        last += 1
    for place in range(first, last + 1):
        if not whole[place]:
            refs = dict.fromkeys(filter(None, (rows[place].ref, *sorted(told[place]))))
            yield place, tuple(refs)


def _list_owners(base: Base, key: str) -> dict[str, str]:
    """By what one row alone has in the column, that row."""
    told = [(base.hash_shown(ref, key), ref) for ref in base.hashes]
    counts = Counter(one for one, _ in told)
    return {one: ref for one, ref in told if one and counts[one] == 1}


def _list_notes(
    row: Row, refs: tuple[str, ...], found: FoundColumns, keys: Collection[str]
) -> Iterator[UnplacedNote]:
    for key in sorted(keys & row.cells.keys()):
        note = Note("", found.notes[key], show_value(row.cells[key]))
        yield UnplacedNote(note, "", "", "", None, _WHY, refs)


def _hash(value: Value) -> str:
    return cell_hash(cell_text(value).strip())
