"""In which column of its table each cell stands."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import accumulate

_NEAR = 567
"""A centimetre, in twentieths of a point: borders that were dragged stand so near each other; no
column of words is narrower."""

Span = tuple[int, int]
"""Where a cell begins and ends, counted in columns of the table's grid."""


def align(rows: Collection[tuple[Span, ...]], widths: Sequence[float]) -> dict[int, int]:
    """The 0-based column of each place of the grid at which a cell begins.

    Where borders were dragged, the grid has columns in which no row has a cell of its own: places
    that stand near each other are one column, as the eye has it, unless a row has cells at both.
    """
    starts = sorted({begin for row in rows for begin, _ in row})
    distances = list(accumulate(widths, initial=0.0))
    begins = {frozenset(begin for begin, _ in row) for row in rows}
    columns: dict[int, int] = {}
    group: list[int] = []
    for start in starts:
        joined = [*group, start]
        near = (
            start < len(distances)
            and group
            and distances[start] - distances[group[0]] <= _NEAR
            and not any(len(one.intersection(joined)) > 1 for one in begins)
        )
        group = joined if near else [start]
        columns[start] = columns.get(group[0], len(set(columns.values())))
    return columns


def find_last(columns: dict[int, int], starts: Sequence[int], span: Span) -> int:
    """The last column that a cell of this span covers; `starts` are the sorted places."""
    begin, end = span
    if end in columns:
        return max(columns[begin], columns[end] - 1)
    before = bisect_left(starts, end) - 1
    return max(columns[begin], columns[starts[before]])
