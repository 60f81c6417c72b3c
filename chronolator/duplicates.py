"""One agency's row told twice: marked, never dropped."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields

from chronolator.model import Case, Duplicate, DuplicateKind, Event
from chronolator.words.files import find_agency_of_file, fits
from chronolator.words.fold import fold

_NOT_COMPARED = {"id", "when", "agency", "text", "origin", "marks", "own", "other"}
_FIELDS = tuple(one.name for one in fields(Event) if one.name not in _NOT_COMPARED)
_Key = tuple[object, ...]


def find_duplicates(
    events: Sequence[Event], case: Case
) -> tuple[tuple[Event, ...], tuple[Duplicate, ...]]:
    """The events without the repeated ones, and the duplicates: each with the row it repeats.

    Two rows of one agency are held to be one where their day and their words are equal, white
    space, case and punctuation aside, and their times do not contradict. In one sheet every other
    cell must be equal too: two calls of one day are often told in the same words. A row of a file
    that the case file calls superseded repeats the same row of the later file. The fuller row is
    kept, else the first by file and row. Rows of the author's are never duplicates.
    """
    groups: defaultdict[_Key, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event.origin):
        if not event.own:
            groups[_make_key(event)].append(event)
    duplicates = [
        duplicate
        for members in groups.values()
        if len(members) > 1
        for duplicate in _compare(members, case)
    ]
    gone = {duplicate.other.id for duplicate in duplicates}
    return tuple(event for event in events if event.id not in gone), tuple(duplicates)


def _make_key(event: Event) -> _Key:
    when = event.when
    day = (when.first, when.last) if when.first or when.last else fold(when.written)
    words = fold(event.text) or tuple(fold(getattr(event, name)) for name in _FIELDS)
    return fold(event.agency), day, words


def _compare(members: list[Event], case: Case) -> Iterator[Duplicate]:
    """The members that repeat an earlier or fuller one."""
    ranked = sorted(
        members, key=lambda event: (_is_superseded(event, case), -_fullness(event), event.origin)
    )
    kept: list[Event] = []
    for event in ranked:
        match = next((one for one in kept if _are_one(one, event)), None)
        if match is None:
            kept.append(event)
        else:
            earlier = _is_superseded(event, case) and not _is_superseded(match, case)
            kind = DuplicateKind.EARLIER_VERSION if earlier else DuplicateKind.EXACT
            yield Duplicate(match.id, event, kind, tuple(_list_differences(match, event)))


def _are_one(one: Event, other: Event) -> bool:
    times = {event.when.at for event in (one, other)}
    if len(times) > 1 and None not in times:
        return False
    if (one.origin.file, one.origin.sheet) == (other.origin.file, other.origin.sheet):
        return len(times) == 1 and not any(True for _ in _list_differences(one, other))
    return True


def _list_differences(kept: Event, other: Event) -> Iterator[str]:
    """What the repeated row says otherwise, each with the name of the cell."""
    if kept.when.at != other.when.at:
        said = other.when.at.strftime("%H:%M") if other.when.at else "none"
        yield f"time: {said}"
    for name in _FIELDS:
        if fold(getattr(kept, name)) != fold(getattr(other, name)):
            yield f"{name.replace('_', ' ')}: {getattr(other, name) or 'empty'}"
    for heading in sorted({*kept.other, *other.other}):
        mine, theirs = kept.other.get(heading, ""), other.other.get(heading, "")
        if fold(mine) != fold(theirs):
            yield f"{heading}: {theirs or 'empty'}"


def _fullness(event: Event) -> int:
    told = (event.text, *(getattr(event, name) for name in _FIELDS), *event.other.values())
    return sum(map(len, told)) + (event.when.at is not None)


def _is_superseded(event: Event, case: Case) -> bool:
    agency = find_agency_of_file(event.origin.file, case)
    return agency is not None and fits(event.origin.file, agency.supersedes)
