"""One agency's row told twice: marked, never dropped."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields

from chronolator.model import Case, Duplicate, DuplicateKind, Event
from chronolator.words.files import find_agency_of_file, fits
from chronolator.words.fold import fold

_NOT_COMPARED = {"id", "when", "agency", "text", "origin", "marks", "own", "other", "withdrawn"}
_FIELDS = tuple(one.name for one in fields(Event) if one.name not in _NOT_COMPARED)
_WHO_AND_HOW = ("contact_type", "author", "people", "place", "reference")
"""What a correction of the words leaves as it was."""
_Key = tuple[object, ...]


def find_duplicates(
    events: Sequence[Event], case: Case
) -> tuple[tuple[Event, ...], tuple[Duplicate, ...]]:
    """The events without the repeated ones, and the duplicates: each with the row it repeats.

    Two rows of one agency are held to be one where their day and their words are equal, white
    space, case and punctuation aside, and their times do not contradict. In one sheet every other
    cell must be equal too: two calls of one day are often told in the same words. The fuller row is
    kept, else the first by file and row.

    A row of a file that the case file calls superseded repeats the same row of the later file, also
    where that was corrected: its words stand there once, on another day; or of all rows left of its
    day it is the only one, in both files, about the same kind of contact by the same people. A row
    that only the earlier version has stays an event. Rows of the author's are never duplicates.
    """
    superseded = _find_superseded(events, case)
    groups: defaultdict[_Key, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event.origin):
        if not event.own:
            groups[_make_key(event)].append(event)
    duplicates = [
        duplicate
        for members in groups.values()
        if len(members) > 1
        for duplicate in _compare(members, superseded)
    ]
    duplicates += _find_corrected(events, duplicates, superseded)
    gone = {duplicate.other.id for duplicate in duplicates}
    return tuple(event for event in events if event.id not in gone), tuple(duplicates)


def _find_corrected(
    events: Sequence[Event], duplicates: Sequence[Duplicate], superseded: set[str]
) -> list[Duplicate]:
    """The rows of superseded files that stand corrected in the later ones."""
    told = [event for event in events if not event.own]
    earlier = [event for event in told if event.origin.file in superseded]
    if not earlier:
        return []
    drafts = {event.id for event in earlier}
    later = [event for event in told if event.id not in drafts]
    settled = {one for duplicate in duplicates for one in (duplicate.kept, duplicate.other.id)}
    found: list[Duplicate] = []
    # Words that come often, such as "no reply", tell no row by themselves: they are looked for in
    # all rows, a contact of one day among those that are left.
    for key, among_all in ((_key_of_words, True), (_key_of_contact, False)):
        taken = settled | {one for pair in found for one in (pair.kept, pair.other.id)}
        left_out = set() if among_all else taken
        before, after = (_list_unique(group, key, left_out) for group in (earlier, later))
        for told_by in before.keys() & after.keys():
            draft, final = before[told_by], after[told_by]
            if not {draft.id, final.id} & taken:
                differs = tuple(_list_corrections(final, draft))
                found.append(Duplicate(final.id, draft, DuplicateKind.EARLIER_VERSION, differs))
    return sorted(found, key=lambda duplicate: duplicate.other.origin)


def _list_unique(
    events: Iterable[Event], key: Callable[[Event], _Key | None], left_out: set[str]
) -> dict[_Key, Event]:
    """The events that alone have their key."""
    groups: defaultdict[_Key, list[Event]] = defaultdict(list)
    for event in events:
        told = key(event)
        if told is not None and event.id not in left_out:
            groups[told].append(event)
    return {told: members[0] for told, members in groups.items() if len(members) == 1}


def _key_of_words(event: Event) -> _Key | None:
    words = fold(event.text)
    return (fold(event.agency), words) if words else None


def _key_of_contact(event: Event) -> _Key | None:
    """The day, the time and by whom; None where a row says too little to be told by it."""
    when = event.when
    about = tuple(fold(getattr(event, name)) for name in _WHO_AND_HOW)
    if when.first is None or not fold(event.contact_type):
        return None
    return (fold(event.agency), when.first, when.last, when.at, about)


def _list_corrections(final: Event, draft: Event) -> Iterator[str]:
    if (final.when.first, final.when.last) != (draft.when.first, draft.when.last):
        yield f"date: {draft.when.written}"
    if fold(final.text) != fold(draft.text):
        yield "text: in other words"
    yield from _list_differences(final, draft)


def _make_key(event: Event) -> _Key:
    when = event.when
    day = (when.first, when.last) if when.first or when.last else fold(when.written)
    words = fold(event.text) or tuple(fold(getattr(event, name)) for name in _FIELDS)
    return fold(event.agency), day, words


def _compare(members: list[Event], superseded: set[str]) -> Iterator[Duplicate]:
    """The members that repeat an earlier or fuller one."""
    ranked = sorted(
        members,
        key=lambda event: (event.origin.file in superseded, -_fullness(event), event.origin),
    )
    kept: list[Event] = []
    for event in ranked:
        match = next((one for one in kept if _are_one(one, event)), None)
        if match is None:
            kept.append(event)
        else:
            earlier = event.origin.file in superseded and match.origin.file not in superseded
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


def _find_superseded(events: Iterable[Event], case: Case) -> set[str]:
    """The files that the case file calls earlier versions of others."""
    files = {event.origin.file for event in events}
    return {
        file
        for file in files
        if (agency := find_agency_of_file(file, case)) and fits(file, agency.supersedes)
    }
