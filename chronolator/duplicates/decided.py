"""What the author decided of rows told twice goes before what was found."""

from collections.abc import Collection, Sequence

from chronolator.duplicates.repeated import describe_differences, rank_rows
from chronolator.model import Decided, Duplicate, DuplicateKind, Event
from chronolator.words.fold import fold

_DECIDED = "you decided that they are one row"


def heed_decisions(
    duplicates: Sequence[Duplicate],
    events: Sequence[Event],
    superseded: Collection[str],
    decided: Decided,
) -> list[Duplicate]:
    """The duplicates found but for those of rows held apart, also where a third row would bring
    them together; and the rows held together, of which the one is kept that would be kept of any.
    """
    if not (decided.together or decided.apart):
        return list(duplicates)
    rows = {event.id: event for event in events if not event.own}
    held = decided.join(rows)
    groups = {row: set(group) for group in held for row in group}
    heeded = []
    for found in sorted(duplicates, key=lambda one: (one.other.origin, one.kept)):
        one, other = (groups.get(row, {row}) for row in (found.kept, found.other.id))
        if one is other:
            heeded.append(found)
        elif not decided.parts(one, other):
            joined = one | other
            groups |= dict.fromkeys(joined, joined)
            heeded.append(found)
    chosen = {min(groups[row]): groups[row] for group in held for row in group}
    members = {row for group in chosen.values() for row in group}
    left = [found for found in heeded if found.other.id not in members]
    for _, group in sorted(chosen.items()):
        first, *others = rank_rows([rows[row] for row in group], superseded)
        left += [_repeat(first, other, heeded) for other in others]
    return left


def _repeat(first: Event, other: Event, heeded: Sequence[Duplicate]) -> Duplicate:
    """The other row as a duplicate of the first: for the reason found, where there is one."""
    for found in heeded:
        if found.other.id == other.id and found.kept == first.id:
            return found
        if found.other.id == other.id and found.kind is DuplicateKind.EARLIER_VERSION:
            differs = describe_whole(first, other)
            return Duplicate(first.id, other, found.kind, differs, found.ground)
    differs = describe_whole(first, other)
    return Duplicate(first.id, other, DuplicateKind.DECIDED, differs, _DECIDED)


def describe_whole(kept: Event, other: Event) -> tuple[str, ...]:
    """What the other row says otherwise, its date and its words too."""
    differs = describe_differences(kept, other)
    if fold(kept.text) != fold(other.text):
        differs = ("text: in other words", *differs)
    if (kept.when.first, kept.when.last) != (other.when.first, other.when.last):
        differs = (f"date: {other.when.written}", *differs)
    return differs
