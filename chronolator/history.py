"""What a merge changes in the workbook before it: returns, rows, and where notes stand."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import chain
from pathlib import PureWindowsPath

from chronolator.model import (
    Change,
    ChangeKind,
    Chronology,
    DuplicateKind,
    Earlier,
    Event,
    Happening,
    HappeningKind,
    Note,
    Source,
)
from chronolator.rows.days import name_when
from chronolator.words.fold import fold

_MOST = 200
"""So many rows of one return are told one by one when they come or go; the rest are counted."""
_KINDS = {
    ChangeKind.WORDS: HappeningKind.WORDS,
    ChangeKind.DATE: HappeningKind.DATE,
    ChangeKind.ADDED: HappeningKind.ROW_CAME,
    ChangeKind.DROPPED: HappeningKind.EARLIER_ONLY,
}
Followed = Mapping[str, tuple[str, str]]


def tell_history(
    earlier: Earlier | None,
    chronology: Chronology,
    followed: Followed,
    day: date | None,
    at: time | None = None,
) -> tuple[Happening, ...]:
    """The history with what this merge changed before it; the same where it changed nothing.

    `followed` tells by the id of a row that is gone what it is now, and by what it is known.
    Without the `day` of the merge nothing can be added; `at` is its time.
    """
    known = earlier.history if earlier else ()
    if day is None:
        return known
    told = [replace(one, day=day, at=at) for one in _list_new(earlier, chronology, followed, day)]
    return (*told, *known)


def _list_new(
    earlier: Earlier | None, chronology: Chronology, followed: Followed, day: date
) -> Iterator[Happening]:
    met = {_strip(one) for one in (earlier.history if earlier else ())}
    versions = [
        happening
        for change in chronology.changes
        if _strip(happening := _tell_change(change, day)) not in met
    ]
    if earlier is None:
        files = len({one.file for one in chronology.sources if one.reader})
        entries = sum(not event.own for event in chronology.events)
        what = f"Returns: {files:,}; entries: {entries:,}"
        yield Happening(day, HappeningKind.FIRST, after=what)
        yield from versions
        return
    if not earlier.history:
        yield Happening(day, HappeningKind.BEGINS)
    came = _find_new_files(earlier.sources, chronology.sources)
    yield from _compare_returns(earlier.sources, chronology, came, day)
    yield from versions
    explained = {one.event for one in versions}
    yield from _compare_rows(earlier, chronology, followed, explained, came, day)
    yield from _compare_notes(earlier, chronology, followed, day)


def _strip(one: Happening) -> Happening:
    return replace(one, day=date.min, at=None)


def _tell_change(change: Change, day: date) -> Happening:
    places = "\n".join(map(str, change.origins))
    kind = _KINDS[change.kind]
    return Happening(day, kind, change.agency, change.event, change.before, change.after, places)


def _find_new_files(before: Sequence[Source], now: Sequence[Source]) -> frozenset[str]:
    """The files that were not there before, neither by their name nor by their content."""
    names = {_name(one.file) for one in before if one.reader}
    contents = {one.sha256 for one in before if one.reader}
    return frozenset(
        one.file
        for one in now
        if one.reader and _name(one.file) not in names and one.sha256 not in contents
    )


def _compare_returns(
    before: Sequence[Source], chronology: Chronology, came: Collection[str], day: date
) -> Iterator[Happening]:
    """The returns that `came`, changed or are left out."""
    old = {_name(one.file): one for one in before if one.reader}
    new = {_name(one.file): one for one in chronology.sources if one.reader}
    contents = {one.sha256: one for one in old.values()}
    rows = Counter(event.origin.file for event in chronology.events if not event.own)
    for name, source in new.items():
        entries = f"{rows[source.file]:,} entries"
        if name in old:
            if old[name].sha256 != source.sha256:
                yield Happening(
                    day,
                    HappeningKind.RETURN_CHANGED,
                    source.agency,
                    after=entries,
                    remark=source.file,
                )
        elif source.file in came:
            yield Happening(
                day, HappeningKind.RETURN_CAME, source.agency, after=entries, remark=source.file
            )
        else:
            was = contents[source.sha256].file
            yield Happening(
                day,
                HappeningKind.RETURN_CHANGED,
                source.agency,
                before=was,
                after=source.file,
                remark="under another name; the content is the same",
            )
    there = {one.sha256 for one in new.values()}
    for name, source in old.items():
        if name not in new and source.sha256 not in there:
            yield Happening(day, HappeningKind.RETURN_WENT, source.agency, remark=source.file)


def _compare_rows(
    earlier: Earlier,
    chronology: Chronology,
    followed: Followed,
    explained: Collection[str],
    came: Collection[str],
    day: date,
) -> Iterator[Happening]:
    """The rows that are told otherwise, went or came, but for those that are `explained` by a later
    version of their return, or that `came` with it.
    """
    rows = {event.id: event for event in (*chronology.events, *chronology.as_returned)}
    repeats = {one.other.id: one for one in chronology.duplicates}
    new = set(rows.keys() - {event.id for event in earlier.events} - set(earlier.deleted))
    gone: list[Happening] = []
    renamed = Counter[tuple[str, str]]()
    for event in earlier.events:
        if event.id in followed and (now := rows.get(followed[event.id][0])):
            new.discard(now.id)
            if now.agency != event.agency:
                renamed[event.agency, now.agency] += 1
            same = _key(event) == _key(now) and (event.id in rows or now.agency != event.agency)
            if not same and now.id not in explained:
                yield _tell_altered(event, now, followed[event.id][1], day)
        elif event.id in rows:
            continue
        elif event.id in repeats:
            kept = repeats[event.id].kept
            versioned = repeats[event.id].kind is DuplicateKind.EARLIER_VERSION
            if not (versioned and kept in explained):
                yield Happening(
                    day, HappeningKind.ROW_REPEATS, event.agency, kept, event.text, "", event.id
                )
        else:
            words = f"{name_when(event.when)}: {event.text}"
            gone.append(Happening(day, HappeningKind.ROW_WENT, event.agency, event.id, words))
    for (before, after), number in renamed.items():
        yield Happening(day, HappeningKind.RENAMED, after, "", before, after, f"{number:,} rows")
    fresh = [
        Happening(
            day,
            HappeningKind.ROW_CAME,
            event.agency,
            event.id,
            after=f"{name_when(event.when)}: {event.text}",
            remark=str(event.origin),
        )
        for event in chronology.events
        if event.id in new - set(explained) and not event.own and event.origin.file not in came
    ]
    yield from _keep_most(gone)
    yield from _keep_most(fresh)


def _tell_altered(was: Event, now: Event, reason: str, day: date) -> Happening:
    same = fold(was.text) == fold(now.text)
    kind = HappeningKind.DATE if same else HappeningKind.WORDS
    before, after = (f"{name_when(one.when)}: {one.text}" for one in (was, now))
    return Happening(day, kind, now.agency, now.id, before, after, reason)


def _key(event: Event) -> tuple[object, ...]:
    when = event.when
    return when.first, when.last, when.at, fold(event.text)


def _keep_most(happenings: Sequence[Happening]) -> Iterator[Happening]:
    """The first ones of each agency, and how many more there are."""
    by_agency = defaultdict[str, list[Happening]](list)
    for one in happenings:
        by_agency[one.agency].append(one)
    for some in by_agency.values():
        yield from some[:_MOST]
        if len(some) > _MOST:
            left = f"and {len(some) - _MOST:,} more"
            yield replace(some[0], event="", before="", after="", remark=left)


def _compare_notes(
    earlier: Earlier, chronology: Chronology, followed: Mapping[str, tuple[str, str]], day: date
) -> Iterator[Happening]:
    """The notes that stand beside another row, wait for one, or are back."""
    agencies = {event.id: event.agency for event in chronology.events}
    there = {(note.id, note.column, note.text) for note in chronology.notes}
    here = {(note.id, note.column, note.text) for note in earlier.notes}
    waited = {(one.note.column, one.note.text) for one in earlier.unplaced}
    moved = defaultdict[tuple[str, str], list[Note]](list)
    for note in chronology.notes:
        if (note.id, note.column, note.text) not in here:
            moved[note.column, note.text].append(note)
    waiting = {(one.note.column, one.note.text) for one in chronology.unplaced} - waited
    for note in earlier.notes:
        key = note.column, note.text
        if (note.id, *key) in there:
            continue
        if moved[key]:
            now = moved[key].pop(0)
            kind, remark = HappeningKind.NOTE_MOVED, followed.get(note.id, ("", ""))[1]
            yield Happening(
                day, kind, agencies.get(now.id, ""), now.id, note.id, _quote(now), remark
            )
        elif key in waiting:
            yield Happening(day, HappeningKind.NOTE_WAITS, "", note.id, _quote(note))
    own = {event.id for event in chronology.events if event.own}
    for note in chain.from_iterable(moved.values()):
        if note.id not in own and (note.column, note.text) in waited:
            kind = HappeningKind.NOTE_PLACED
            yield Happening(day, kind, agencies.get(note.id, ""), note.id, after=_quote(note))


def _quote(note: Note) -> str:
    return f"{note.column}: {note.text}"


def _name(file: str) -> str:
    return PureWindowsPath(file).name.casefold()
