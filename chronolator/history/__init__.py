"""What a merge changes in the workbook before it: returns, rows, and where notes stand."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from pathlib import PureWindowsPath

from chronolator.history.answers import compare_answers
from chronolator.history.notes import compare_notes
from chronolator.history.rows import compare_rows, keep_most, name_kind, tell_row
from chronolator.model import (
    Change,
    ChangeKind,
    Chronology,
    Earlier,
    Event,
    Happening,
    HappeningKind,
    Origin,
    Source,
)
from chronolator.rows.days import name_moment

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
    rows = _list_by_place(chronology) if chronology.changes else {}
    versions = [
        happening
        for change in chronology.changes
        if _strip(happening := _tell_change(change, rows, day)) not in met
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
    yield from compare_rows(earlier, chronology, followed, explained, came, day)
    yield from keep_most(list(compare_answers(earlier, chronology, followed, day)))
    yield from compare_notes(earlier, chronology, followed, day)


def _strip(one: Happening) -> Happening:
    return replace(one, day=date.min, at=None)


def _list_by_place(chronology: Chronology) -> dict[Origin, Event]:
    """The rows as their agencies told them, also those that repeat another, by their places."""
    repeats = (one.other for one in chronology.duplicates)
    rows = (*repeats, *chronology.events, *chronology.as_returned)
    return {row.origin: row for row in rows if not row.own}


def _tell_change(change: Change, rows: Mapping[Origin, Event], day: date) -> Happening:
    places = "\n".join(map(str, change.origins))
    kind, before, after = _KINDS[change.kind], change.before, change.after
    versions = [rows[one] for one in change.origins if one in rows]
    if len(versions) == len(change.origins):
        was, now = versions[0], versions[-1]
        if change.kind is ChangeKind.DATE:
            kind = name_kind(was.when, now.when)
            before, after = name_moment(was.when), name_moment(now.when)
        elif change.kind is not ChangeKind.WORDS:
            before, after = before and tell_row(was), after and tell_row(now)
    return Happening(day, kind, change.agency, change.event, before, after, places)


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


def _name(file: str) -> str:
    return PureWindowsPath(file).name.casefold()
