"""To which row the cells belong that stand beside a Ref, by what chron wrote in each row."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from chronolator.readers.ours.torn.compared import Compared

_Cells = tuple[str, ...]
_ALIKE = 0.5
"""Of the cells that either has, so many are the same in a row in which she corrected others."""
_COMMON, _MANY = 20, 250_000
"""Above so many pairs of rows, what more than so many rows have in a column is not looked at."""


def find_owners(columns: Sequence[Compared], refs: Sequence[str]) -> list[str]:
    """By place the Ref of the row whose cells stand there in these columns, "" where none can be
    told. `refs` are those beside which they stand, "" of a row of the author's.

    Where all is as chron wrote it, the cells are the row's own. Others go to a row that had the
    same, then to the one that is most alike, each to another one; what is left is a copy where a
    Ref stands more than once, else the author's.
    """
    now = [*zip(*(one.now for one in columns), strict=True)]
    cells = zip(*(one.then.values() for one in columns), strict=True)
    then = dict(zip(columns[0].then, cells, strict=True))
    owners = [ref if then.get(ref) == told else "" for ref, told in zip(refs, now, strict=True)]
    left = [place for place, owner in enumerate(owners) if not owner and any(now[place])]
    left.sort(key=lambda place: not refs[place])  # rows of hers last
    counts = Counter(then.values())
    taken = set(owners)
    free = [ref for ref in dict.fromkeys(refs) if ref and ref not in taken]
    present = set(refs)
    free += [ref for ref in then if ref not in present and counts[then[ref]] == 1]
    same: defaultdict[_Cells, list[str]] = defaultdict(list)
    for ref in reversed(free):
        same[then[ref]].append(ref)
    for place in left:
        if same[now[place]]:
            owners[place] = same[now[place]].pop()
    taken = set(owners)
    left = [place for place in left if not owners[place]]
    for place, ref in _pair_alike(
        [place for place in left if refs[place] or _is_told(columns, place, free)],
        [ref for ref in free if ref not in taken],
        now,
        then,
        refs,
    ):
        owners[place] = ref
    copies = Counter(refs) - Counter(owners)
    single = {told: ref for ref, told in then.items() if counts[told] == 1}
    for place in left:
        ref = single.get(now[place], "")
        if not owners[place] and refs[place] and copies[ref]:
            owners[place] = ref
            copies[ref] -= 1
    return owners


def _is_told(columns: Sequence[Compared], place: int, free: Sequence[str]) -> bool:
    return any(one.told.get(place) in free for one in columns)


def _pair_alike(
    places: Sequence[int],
    free: Sequence[str],
    now: Sequence[_Cells],
    then: Mapping[str, _Cells],
    refs: Sequence[str],
) -> Iterator[tuple[int, str]]:
    """The most alike first, and of equals a row's own cells; each place and each Ref once."""
    by_cell: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for ref in free:
        for cell in enumerate(then[ref]):
            by_cell[cell].append(ref)
    most = _COMMON if len(places) * len(free) > _MANY else len(free)
    pairs = []
    for place in places:
        shared = Counter(
            ref
            for cell in enumerate(now[place])
            if cell[1] and len(by_cell[cell]) <= most
            for ref in by_cell[cell]
        )
        for ref, count in shared.items():
            either = sum(map(any, zip(now[place], then[ref], strict=True)))
            if count >= _ALIKE * either:
                pairs.append((-count / either, ref != refs[place], place, ref))
    met: set[int | str] = set()
    for *_, place, ref in sorted(pairs):
        if not met & {place, ref}:
            met |= {place, ref}
            yield place, ref
