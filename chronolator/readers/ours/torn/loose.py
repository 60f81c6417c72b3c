"""Which cells of a torn sheet may belong to another row than that beside whose Ref they stand."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.torn.compared import Compared
from chronolator.readers.ours.torn.parts import Part, list_exchanged

_KNOWN_BY = frozenset({"text", "date", "date_written", "origin", "other"})
"""By these one knows a row: where they are another's, all that stands there may be."""


def list_loose(
    parts: Sequence[Part],
    columns: Mapping[str, Compared],
    refs: Sequence[str],
    found: FoundColumns,
    written: Sequence[str],
) -> list[set[str]]:
    """By place the keys of the columns whose cells may have been sorted along with the parts.

    `written` are the keys of the columns in the order in which chron wrote them. Of a row of the
    author's that shows nothing of another one, only her notes may be.
    """
    every = {*found.known, *found.notes}
    loose: list[set[str]] = [set() for _ in refs]
    for key in list_exchanged(columns, parts, refs):
        for place in columns[key].differing:
            loose[place].add(key)
    for part in parts:
        beside = _list_beside(part, columns, refs, found, written)
        keys = every if _tells_rows(part) else {*part.keys, *beside}
        whole = _find_whole([part], columns, refs)
        first, last = _find_ends([part], refs)
        while first > 0 and not whole[first - 1]:
            first -= 1
        while last + 1 < len(refs) and not whole[last + 1]:
            last += 1
        for place in range(first, last + 1):
            if not whole[place]:
                shown = refs[place] or part.owners[place]
                loose[place] |= keys if shown else beside & found.notes.keys()
    if len(parts) > 1 and any(map(_tells_rows, parts)):
        whole = _find_whole(parts, columns, refs)
        first, last = _find_ends(parts, refs)
        for place in range(first, last + 1):
            loose[place] |= every if refs[place] and not whole[place] else set()
    return loose


def _tells_rows(part: Part) -> bool:
    return not _KNOWN_BY.isdisjoint(part.keys)


def _find_ends(parts: Sequence[Part], refs: Sequence[str]) -> tuple[int, int]:
    """The first and the last place that holds cells of another row; the last before the first where
    there is none.
    """
    moved = [place for part in parts for place in part.list_moved(refs)]
    return (min(moved), max(moved)) if moved else (0, -1)


def _find_whole(
    parts: Sequence[Part], columns: Mapping[str, Compared], refs: Sequence[str]
) -> list[bool]:
    """By place, if the row is surely whole: in every part it holds what it had, and something that
    it alone had.
    """
    those = [[columns[key] for key in part.keys] for part in parts]
    return [
        bool(ref)
        and all(one.now[place] == one.then[ref] for part in those for one in part)
        and all(any(one.told.get(place) == ref for one in part) for part in those)
        for place, ref in enumerate(refs)
    ]


def _list_beside(
    part: Part,
    columns: Mapping[str, Compared],
    refs: Sequence[str],
    found: FoundColumns,
    written: Sequence[str],
) -> set[str]:
    """Other columns that may have been sorted along with the part: those side by side with it, up
    to one of which the cells show that it stayed. Where the author moved columns, any may have
    stood there.
    """
    stayed = {"ref"} | {
        key for key, one in columns.items() if key not in part.keys and part.leads(one, refs) < 0
    }
    order = sorted(found.places, key=found.places.__getitem__)
    if [key for key in order if key in written] != [key for key in written if key in order]:
        return {*order} - stayed - {*part.keys}
    return {*_walk(order, part.keys, stayed), *_walk(order[::-1], part.keys, stayed)}


def _walk(order: Sequence[str], keys: Collection[str], stayed: Collection[str]) -> Iterator[str]:
    after = False
    for key in order:
        after = key in keys or (after and key not in stayed)
        if after and key not in keys:
            yield key
