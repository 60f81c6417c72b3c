"""The parts into which a sheet was torn: columns that were sorted together, without the Refs.

A part is known by what chron wrote: a cell that one row alone had stands beside another Ref; or the
cells of a column, that many rows have in common, are as many as they were, in other places. Columns
whose cells lead to the same rows were sorted together, and so was every other column whose cells
are then more often as chron wrote them than beside their Refs.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from chronolator.columns import CORRECTED_KEYS
from chronolator.readers.ours.answers import is_answer
from chronolator.readers.ours.torn.compared import Compared
from chronolator.readers.ours.torn.matching import find_owners

_SURE = frozenset({"number", "text"})
"""Nobody writes these of one row into another, and the other way round: two rows are enough."""
_FEWEST, _FEWEST_SURE = 3, 2
_SHARE = 0.75
"""Of the cells that differ, so many hold what chron wrote in other rows, as often as it did."""
_DISTINCT, _DISTINCT_CORRECTED = 2, 3
"""So many values change places; more where an author corrects cells, and may do it both ways."""
_FEWEST_ANSWERS = 6
"""Fewer answers that changed places alone are corrections, in a sheet of twice as many rows: of
four answers three come out so by chance, and where a column was sorted more have moved.
"""
_STRAY = 1
"""So many cells of columns that were sorted together may lead to different rows: corrected ones."""
_Columns = Mapping[str, Compared]


@dataclass(frozen=True, slots=True)
class Part:
    """The columns `keys`, sorted together. `owners` is by place the Ref of the row whose cells
    stand there, "" where nobody can tell.
    """

    keys: tuple[str, ...]
    owners: Sequence[str]

    def list_moved(self, refs: Sequence[str]) -> list[int]:
        """The places that hold the cells of another row than that of their Ref."""
        return [
            place
            for place, (owner, ref) in enumerate(zip(self.owners, refs, strict=True))
            if owner not in {"", ref}
        ]

    def leads(self, column: Compared, refs: Sequence[str]) -> int:
        """How many more of a column's cells are as chron wrote them where they go with this part
        than where they stay beside their Refs; below 0 where there are fewer.
        """
        moved = [place for place in self.list_moved(refs) if refs[place]]
        there = sum(column.now[place] == column.then[self.owners[place]] for place in moved)
        return there - sum(column.now[place] == column.then[refs[place]] for place in moved)

    def fits(self, column: Compared, refs: Sequence[str]) -> bool:
        """True where the cells that one row alone had lead to the same rows as the part, some of
        them to another one than that of the Ref.
        """
        told = [(self.owners[place], ref, refs[place]) for place, ref in column.told.items()]
        together = sum(owner == ref != own for owner, ref, own in told)
        return together > 0 and sum(owner not in {"", ref} for owner, ref, _ in told) <= _STRAY


def list_exchanged(columns: _Columns, parts: Sequence[Part], refs: Sequence[str]) -> set[str]:
    """The keys of other columns of which cells may have changed places too, since one holds what
    another held: too few to tell from what an author corrects.
    """
    return {
        key
        for key, one in columns.items()
        if not any(key in part.keys for part in parts)
        and {one.then[refs[place]] for place in one.differing} & {one.now[n] for n in one.differing}
    }


def find_parts(columns: _Columns, refs: Sequence[str]) -> list[Part]:
    """The parts, none where the sheet is whole."""
    columns = {key: one for key, one in columns.items() if one.differing}
    parts = _grow(columns, _find_telling(columns, refs), refs)
    rest = {key: one for key, one in columns.items() if not any(key in part.keys for part in parts)}
    return [*parts, *_grow(rest, _find_common(rest, refs), refs)]


def _grow(columns: _Columns, parts: list[Part], refs: Sequence[str]) -> list[Part]:
    """The parts with the columns that were sorted along: the more columns a part has, the surer it
    is to which rows its cells belong.
    """
    while True:
        along: defaultdict[int, set[str]] = defaultdict(set)
        for key, column in columns.items():
            leads = [part.leads(column, refs) for part in parts]
            if max(leads, default=0) > 0 and not any(key in part.keys for part in parts):
                along[leads.index(max(leads))].add(key)
        for number, keys in along.items():
            parts[number] = _make_part(columns, {*parts[number].keys, *keys}, refs)
        if not along:
            return parts


def _make_part(columns: _Columns, keys: Collection[str], refs: Sequence[str]) -> Part:
    ordered = tuple(key for key in columns if key in keys)
    return Part(ordered, find_owners([columns[key] for key in ordered], refs))


def _find_telling(columns: _Columns, refs: Sequence[str]) -> list[Part]:
    """Parts of the columns in which cells lead to other rows, those together that lead to the same
    ones.
    """
    strange = {
        key: sum(ref != refs[place] for place, ref in one.told.items() if refs[place])
        for key, one in columns.items()
    }
    sure = [key for key, n in strange.items() if n >= (_FEWEST_SURE if key in _SURE else _FEWEST)]
    parts: list[Part] = []
    for key in sorted(sure, key=lambda one: -len(columns[one].told)):
        fits = [part.fits(columns[key], refs) for part in parts]
        if True in fits:
            part = parts[fits.index(True)]
            parts[fits.index(True)] = _make_part(columns, {*part.keys, key}, refs)
        else:
            parts.append(_make_part(columns, {key}, refs))
    return parts


def _find_common(columns: _Columns, refs: Sequence[str]) -> list[Part]:
    """Parts of the columns of which no cell leads to a row: together where their cells are then as
    in one row, each by itself otherwise.
    """
    moved = _find_moved(columns, refs)
    if not moved:
        return []
    part = _make_part(columns, moved, refs)
    places = set().union(*(columns[key].differing for key in moved))
    whole = sum(
        all(columns[key].now[place] == columns[key].then.get(part.owners[place]) for key in moved)
        for place in places
    )
    if whole >= _SHARE * len(places):
        return [part]
    return [_make_part(columns, {key}, refs) for key in columns if key in moved]


def _find_moved(columns: _Columns, refs: Sequence[str]) -> set[str]:
    """The keys of the columns that were sorted; of answers, which an author corrects both ways,
    those that changed places two together or to a cell, or that stand in order now.
    """
    pairs = {key: _pair_cells(one, refs) for key, one in columns.items()}
    fewest = max(_FEWEST, min(_FEWEST_ANSWERS, len(refs) // 2))
    moved = {
        key
        for key, told in pairs.items()
        if (not is_answer(key) and _changed_places(told, _count_distinct(key)))
        or (_changed_places(told, _DISTINCT_CORRECTED, fewest) and _are_the_same(told))
        or (_changed_places(told, _DISTINCT) and _is_sorted(columns[key], refs))
    }
    for pair in combinations(filter(is_answer, columns), 2):
        one, other = (columns[key] for key in pair)
        both = sorted({*one.differing} & {*other.differing})
        told_both = [
            ((one.then[refs[n]], other.then[refs[n]]), (one.now[n], other.now[n])) for n in both
        ]
        if _changed_places(told_both, _DISTINCT_CORRECTED, fewest):
            moved |= {*pair}
    if not moved:
        return moved
    places = set().union(*(columns[key].differing for key in moved))
    first, last = min(places), max(places)
    return moved | {
        key
        for key, told in pairs.items()
        if sum(first <= place <= last for place in columns[key].differing) >= _SHARE * len(told)
        and _changed_places(told, _DISTINCT, fewest=2)
    }


def _pair_cells(column: Compared, refs: Sequence[str]) -> list[tuple[object, object]]:
    return [(column.then[refs[place]], column.now[place]) for place in column.differing]


def _count_distinct(key: str) -> int:
    return _DISTINCT_CORRECTED if key in CORRECTED_KEYS else _DISTINCT


def _changed_places(
    cells: Collection[tuple[object, object]], distinct: int, fewest: int = _FEWEST
) -> bool:
    """True where the values of then are those of now, in other cells."""
    kept = Counter(then for then, _ in cells) & Counter(now for _, now in cells)
    return kept.total() >= max(fewest, _SHARE * len(cells)) and len(kept) >= distinct


def _are_the_same(cells: Collection[tuple[object, object]]) -> bool:
    """True where each value stands there as often as it did: corrected cells seldom come out so."""
    return Counter(then for then, _ in cells) == Counter(now for _, now in cells)


def _is_sorted(column: Compared, refs: Sequence[str]) -> bool:
    """True where equal values stand together in all rows between the cells that differ, and there
    are some.
    """
    first, last = column.differing[0], column.differing[-1]
    between = [column.now[place] for place in range(first, last + 1) if refs[place]]
    return len(between) > len([*groupby(between)]) == len(set(between))
