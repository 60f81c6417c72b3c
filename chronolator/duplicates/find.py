"""All rows told twice, what corrected returns changed, and what is to be said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chronolator.duplicates.alike import pair_rows
from chronolator.duplicates.decided import describe_whole, heed_decisions
from chronolator.duplicates.likeness import WORDS
from chronolator.duplicates.near import find_near
from chronolator.duplicates.repeated import (
    describe_differences,
    find_day,
    find_repeated,
    list_differences,
    tell_day,
)
from chronolator.duplicates.subjects import Subjects
from chronolator.duplicates.versions import Version, find_versions
from chronolator.duplicates.wording import Wording
from chronolator.model import (
    Case,
    Change,
    ChangeKind,
    Decided,
    Duplicate,
    DuplicateKind,
    Event,
    Origin,
    Problem,
    ProblemKind,
    Rules,
    VersionRules,
)
from chronolator.words.fold import fold

NEAR = DuplicateKind.NEAR
_STRENGTH = (DuplicateKind.EXACT, NEAR, DuplicateKind.DECIDED, DuplicateKind.EARLIER_VERSION)
"""Of the ways that bring a row to the one that stays, the last of these names it."""
_UNDECIDED = Decided()
ONLY_EARLIER = "only in the earlier version {}"


@dataclass(frozen=True, slots=True)
class Repeats:
    """`kept`: the events without the repeated ones, in their order. `duplicates`: each repeated row
    with the row that stays. `changes`: what corrected returns changed, row by row.
    """

    kept: tuple[Event, ...]
    duplicates: tuple[Duplicate, ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """The `duplicates` found in the events, before the author's decisions are asked for."""

    events: Sequence[Event]
    versions: Sequence[Version]
    doubts: Sequence[Problem]
    duplicates: Sequence[Duplicate]

    @property
    def superseded(self) -> set[str]:
        """The files that later ones of their agency stand for."""
        return {version.earlier for version in self.versions}


def find_duplicates(
    events: Sequence[Event], case: Case, rules: Rules, decided: Decided = _UNDECIDED
) -> Repeats:
    """The rows told twice by one agency, in the same words or nearly so, and those of earlier
    versions of its return; what the author `decided` of them goes before.

    A row of an earlier version repeats the same row of the later file, also where that was
    corrected. A row that only the earlier version has stays an event, and is marked. Rows of the
    author's are never duplicates. Every version that is recognised is told in a problem.
    """
    return settle_duplicates(search_duplicates(events, case, rules), decided)


def search_duplicates(events: Sequence[Event], case: Case, rules: Rules) -> Search:
    """The slow part of `find_duplicates`, which no decision changes."""
    versions, doubts = find_versions(events, case, rules.versions)
    superseded = {version.earlier for version in versions}
    subjects, wording = Subjects(case), Wording(case, rules.duplicates)
    duplicates = find_repeated(events, superseded, subjects, wording)
    for version in versions:
        duplicates += _find_corrected(version, events, duplicates, superseded, rules.versions)
    repeated = {duplicate.other.id for duplicate in duplicates}
    # What only a draft has is for the author to look at, and is no repetition by likeness.
    stand = [one for one in events if one.id not in repeated and one.origin.file not in superseded]
    duplicates += find_near(stand, wording, subjects)
    return Search(events, versions, doubts, duplicates)


def settle_duplicates(search: Search, decided: Decided = _UNDECIDED) -> Repeats:
    """The rest of `find_duplicates`."""
    events, versions = search.events, search.versions
    duplicates = heed_decisions(search.duplicates, events, search.superseded, decided)
    corrected = _follow([one for one in duplicates if one.kind is not NEAR], events)
    duplicates = _follow(duplicates, events)
    gone = {duplicate.other.id: duplicate.kept for duplicate in duplicates}
    changes: list[Change] = []
    told: list[Problem] = []
    marks: dict[str, str] = {}
    for version in versions:
        # A row that nearly repeats another was corrected as itself, and stands as the other.
        found = [
            replace(one, event=gone.get(one.event, one.event))
            for one in _list_changes(version, events, corrected)
        ]
        dropped = [one for one in found if one.kind is ChangeKind.DROPPED]
        marks |= {one.event: ONLY_EARLIER.format(version.earlier) for one in dropped}
        changes += found
        told += _tell_version(version, found, len(dropped))
    kept = tuple(
        replace(event, marks=(*event.marks, marks[event.id])) if event.id in marks else event
        for event in events
        if event.id not in gone
    )
    return Repeats(kept, tuple(duplicates), tuple(changes), (*search.doubts, *told))


def _find_corrected(
    version: Version,
    events: Sequence[Event],
    duplicates: Sequence[Duplicate],
    superseded: set[str],
    rules: VersionRules,
) -> Iterator[Duplicate]:
    """The rows of the earlier version that stand corrected in the later files of the agency."""
    settled = {one.other.id for one in duplicates}
    settled |= {one.kept for one in duplicates if one.other.origin.file == version.earlier}
    later = [
        event
        for event in events
        if event.agency == version.agency and not event.own and event.origin.file not in superseded
    ]
    earlier = _list_rows(events, version.earlier)
    pairs = pair_rows(earlier, later, settled, rules)
    for draft, final in sorted(pairs, key=lambda pair: pair[0].origin):
        yield _supersede(draft, final)


def _supersede(draft: Event, final: Event) -> Duplicate:
    kind = DuplicateKind.EARLIER_VERSION
    return Duplicate(
        final.id, draft, kind, describe_whole(final, draft), _tell_ground(draft, final)
    )


def _tell_ground(draft: Event, final: Event) -> str:
    """Why a row of an earlier version is held to be that row of the later one."""
    day = tell_day(final, draft) if find_day(final) == find_day(draft) else "another day"
    if fold(draft.text) == fold(final.text):
        return f"in an earlier version; {day}, same words"
    return f"in an earlier version; {day}, the row of the later one that fits it best"


def _follow(duplicates: Sequence[Duplicate], events: Sequence[Event]) -> list[Duplicate]:
    """The duplicates, those of a row that is itself one handed on to the row that stays: two drafts
    tell a row alike that the final corrects.
    """
    by_row = {duplicate.other.id: duplicate for duplicate in duplicates}
    stands = {event.id: event for event in events}
    followed = []
    for duplicate in duplicates:
        steps = [duplicate]
        while steps[-1].kept in by_row:
            steps.append(by_row[steps[-1].kept])
        followed.append(_hand_on(steps, stands[steps[-1].kept]) if steps[1:] else duplicate)
    return followed


def _hand_on(steps: Sequence[Duplicate], kept: Event) -> Duplicate:
    """The first of the steps as a duplicate of the row that stays, and by what way."""
    other = steps[0].other
    kind = max((step.kind for step in steps), key=_STRENGTH.index)
    if kind is DuplicateKind.EARLIER_VERSION:
        return _supersede(other, kept)
    ways = "; then: ".join(dict.fromkeys(step.ground for step in steps if step.ground))
    if kind is not NEAR:
        return Duplicate(kept.id, other, kind, describe_whole(kept, other), ways)
    # The rows between have the words of this one.
    words = [told for step in steps for told in step.differs if told.startswith(WORDS)]
    return Duplicate(kept.id, other, kind, (*words, *describe_differences(kept, other)), ways)


def _list_rows(events: Sequence[Event], file: str) -> list[Event]:
    return [event for event in events if event.origin.file == file and not event.own]


def _list_changes(
    version: Version, events: Sequence[Event], duplicates: Sequence[Duplicate]
) -> Iterator[Change]:
    """What the later file changed, in the order of the rows: corrected, dropped, added."""
    stands = {event.id: event for event in events}
    kept_for = {duplicate.other.id: duplicate.kept for duplicate in duplicates}
    earlier, later = (_list_rows(events, file) for file in (version.earlier, version.later))
    met = set()
    for draft in earlier:
        name = kept_for.get(draft.id, draft.id)
        met.add(name)
        if draft.id in kept_for:
            yield from _compare(draft, stands[name])
        else:
            yield Change(
                ChangeKind.DROPPED, draft.agency, draft.id, _tell(draft), "", (draft.origin,)
            )
    for final in later:
        name = kept_for.get(final.id, final.id)
        if name not in met:
            yield Change(ChangeKind.ADDED, final.agency, name, "", _tell(final), (final.origin,))


def _compare(draft: Event, final: Event) -> Iterator[Change]:
    origins = (draft.origin, final.origin)
    said = [(one.when.first, one.when.last, one.when.at, one.when.until) for one in (draft, final)]
    if said[0] != said[1]:
        written = draft.when.written, final.when.written
        yield Change(ChangeKind.DATE, final.agency, final.id, *written, origins)
    if fold(draft.text) != fold(final.text):
        words = draft.text, final.text
        yield Change(ChangeKind.WORDS, final.agency, final.id, *words, origins)
    for name, mine, theirs in list_differences(final, draft):
        cells = f"{name}: {theirs or 'empty'}", f"{name}: {mine or 'empty'}"
        yield Change(ChangeKind.WORDS, final.agency, final.id, *cells, origins)


def _tell(event: Event) -> str:
    return " ".join(filter(None, (event.when.written, event.text)))


def _tell_version(version: Version, changes: Sequence[Change], dropped: int) -> Iterator[Problem]:
    """What was superseded and why; of what the case file settles, only what is to be decided."""
    if version.settled and not dropped:
        return
    how = "by the case file" if version.settled else "by its name and its rows"
    left = f"; rows that only it has, which stay: {dropped}" if dropped else ""
    others = len(changes) - dropped
    message = (
        f"{version.earlier}: taken for an earlier version of {version.later} ({how}); "
        f"rows in both: {version.alike}; changes, on the sheet Changes: {others}{left}"
    )
    hint = (
        "Look at the rows marked as only in the earlier version, and decide if they still count."
        if version.settled
        else "If each is a return of its own, say in case.toml, under the agency: supersedes = []."
    )
    yield Problem(Origin(version.earlier), ProblemKind.VERSION, message, hint)
