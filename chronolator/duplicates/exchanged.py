"""Rows of one day and the same words, whose Refs tell them apart by their order alone."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence

from chronolator.duplicates.repeated import FIELDS, find_day
from chronolator.model import Event
from chronolator.words.fold import fold


def find_exchanged(
    earlier: Sequence[Event], events: Sequence[Event], known_in_part: Collection[str]
) -> dict[str, str]:
    """By the id of each row of an earlier result whose id another row has now, or which has that of
    another row: the id of the row that is the same in every cell, where one alone is.

    Of rows with ids among those `known_in_part` the other cells are not known: rows of their day
    and words are left as they are.
    """
    now = {event.id: event for event in events}
    before, after = (
        defaultdict[Hashable, list[Event]](list),
        defaultdict[Hashable, list[Event]](list),
    )
    for event in earlier:  # she may have deleted the column of the words: the row of now has them
        before[_key(now.get(event.id, event))].append(event)
    for event in events:
        after[_key(event)].append(event)
    ids = {event.id for event in earlier}
    exchanged: dict[str, str] = {}
    for key, rows in before.items():
        if len(rows) + len(after[key]) > _PAIR and not any(one.id in known_in_part for one in rows):
            was, is_now = _list_single(rows), _list_single(after[key])
            exchanged |= {
                was[cells]: new
                for cells, new in is_now.items()
                if was.get(cells, new) != new and (was[cells] in now or new in ids)
            }
    return exchanged


_PAIR = 2
"""One row of then and one of now."""


def tell_cells(event: Event) -> tuple[object, ...]:
    """What the row tells beside its date and its words."""
    other = {(fold(heading), fold(text)) for heading, text in event.other.items()}
    return (*(fold(getattr(event, name)) for name in FIELDS), frozenset(other))


def _key(event: Event) -> Hashable:
    return fold(event.agency), find_day(event), event.when.at, fold(event.text)


def _list_single(rows: Sequence[Event]) -> dict[tuple[object, ...], str]:
    """The ids of the rows by their cells, where one row alone has them."""
    by_cells = defaultdict[tuple[object, ...], list[str]](list)
    for row in rows:
        by_cells[tell_cells(row)].append(row.id)
    return {cells: ids[0] for cells, ids in by_cells.items() if len(ids) == 1}
