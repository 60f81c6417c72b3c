"""The same row in one file or in several."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields

from chronolator.duplicates.subjects import Subjects
from chronolator.duplicates.wording import Wording
from chronolator.model import UNDER_HEADING, Duplicate, DuplicateKind, DuplicateRules, Event, Origin
from chronolator.words.fold import fold

_NOT_COMPARED = {
    "id",
    "when",
    "agency",
    "text",
    "origin",
    "marks",
    "own",
    "other",
    "withdrawn",
    "people_heading",
    "titles",
    "subjects",
}
FIELDS = tuple(one.name for one in fields(Event) if one.name not in _NOT_COMPARED)
"""The cells in which two tellings of one row may differ, beside its date and its words."""
ASKED = ("child_seen", "seen_alone", "views")
"""Answers on the child. Where those of two rows contradict, both rows stay."""
_WHO_AND_HOW = ("author", "place", "contact_type", "reference")
_Key = tuple[object, ...]


def find_repeated(
    events: Sequence[Event],
    superseded: Collection[str],
    subjects: Subjects,
    wording: Wording,
) -> list[Duplicate]:
    """The rows whose agency, day and words are those of another, each with the row it repeats.

    White space, case and punctuation do not matter; times must not contradict. In one sheet every
    other cell must be equal too, and where no row has a time the words must not be of every day
    alone: two calls of one day are often told in the same words. Two
    children's records may hold the same words, and are told apart by the `subjects`. The row of
    a file that is not `superseded` is kept, then that which answers more, then the fuller, then the
    first by file and row; rows whose answers on the child contradict are two.
    """
    groups: defaultdict[_Key, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event.origin):
        if not event.own:
            groups[_make_key(event)].append(event)
    return [
        duplicate
        for members in groups.values()
        if len(members) > 1
        for duplicate in _compare(members, superseded, subjects, wording)
    ]


def list_differences(kept: Event, other: Event) -> list[tuple[str, str, str]]:
    """The other cells that differ: the name of the cell, what the kept row says, what the other.

    Words that only stand in another column, or under another heading, are no difference; nor is the
    date of the row once more, or a heading above the rows that only one of the two layouts has.
    """
    cells = [(name, getattr(kept, name), getattr(other, name)) for name in FIELDS]
    cells += [
        (heading, kept.other.get(heading, ""), other.other.get(heading, ""))
        for heading in sorted({*kept.other, *other.other})
        if heading != UNDER_HEADING or (heading in kept.other and heading in other.other)
    ]
    dates = fold(kept.when.written), fold(other.when.written)
    told = [
        cell
        for cell in cells
        if (both := (fold(cell[1]), fold(cell[2])))[0] != both[1] and both != dates
    ]
    moved = {fold(mine) for _, mine, _ in told} & {fold(theirs) for _, _, theirs in told}
    return [
        (name.replace("_", " ") if name in FIELDS else name, mine, theirs)
        for name, mine, theirs in told
        if not {fold(mine), fold(theirs)} <= {*moved, ""}
    ]


def describe_differences(kept: Event, other: Event) -> tuple[str, ...]:
    """What the other row says otherwise, time and cells, each with the name of the cell."""
    told = [f"{name}: {theirs or 'empty'}" for name, _, theirs in list_differences(kept, other)]
    if kept.when.at != other.when.at:
        said = other.when.at.strftime("%H:%M") if other.when.at else "none"
        told.insert(0, f"time: {said}")
    return tuple(told)


def rank_rows(rows: Sequence[Event], superseded: Collection[str]) -> list[Event]:
    """The rows in the order in which one would be kept of any of them: that of a file which is not
    `superseded`, then that which answers more of what is asked about the child, then the fuller,
    then the first by file and row.
    """

    def rank(event: Event) -> tuple[bool, int, int, Origin]:
        answers = sum(bool(getattr(event, name)) for name in ASKED)
        return event.origin.file in superseded, -answers, -_fullness(event), event.origin

    return sorted(rows, key=rank)


def find_day(event: Event) -> Hashable:
    """The days of the event; of one that has none its date as written."""
    when = event.when
    return (when.first, when.last) if when.known_day else fold(when.written)


def tell_day(kept: Event, other: Event) -> str:
    """What the two rows of one day have in common of their dates, in words."""
    when, also = kept.when, other.when
    if when.at is not None and when.at == also.at:
        return "same day and time"
    return "same day" if when.known_day else "the same written for a date"


def _make_key(event: Event) -> _Key:
    words = fold(event.text) or tuple(fold(getattr(event, name)) for name in FIELDS)
    return fold(event.agency), find_day(event), words


def _compare(
    members: list[Event],
    superseded: Collection[str],
    subjects: Subjects,
    wording: Wording,
) -> Iterator[Duplicate]:
    """The members that repeat an earlier or fuller one."""
    kept: list[Event] = []
    for event in rank_rows(members, superseded):
        alike = (
            one
            for one in kept
            if _are_one(one, event, wording)
            and (
                one.origin.file in superseded
                or event.origin.file in superseded
                or not _may_be_two(one, event, wording)
            )
        )
        match = next((one for one in alike if not subjects.are_others(one, event)), None)
        if match is None:
            kept.append(event)
        else:
            earlier = event.origin.file in superseded and match.origin.file not in superseded
            kind = DuplicateKind.EARLIER_VERSION if earlier else DuplicateKind.EXACT
            ground = f"{tell_day(match, event)}, same words"
            yield Duplicate(match.id, event, kind, describe_differences(match, event), ground)


def have_other_times(one: Event, other: Event, rules: DuplicateRules) -> bool:
    """True where the times contradict, or words of the dates as written ("am" and "pm")."""
    when, also = one.when, other.when
    for mine, theirs in ((when.at, also.at), (when.until, also.until)):
        if mine is not None and theirs is not None and mine != theirs:
            return True
    words, others = (set(fold(told.written).split()) for told in (when, also))
    return words != others and _are_opposed(words, others, rules.opposed)


def _are_opposed(
    words: AbstractSet[str], others: AbstractSet[str], opposed: Iterable[AbstractSet[str]]
) -> bool:
    return any(words & kind != others & kind for kind in opposed if words & kind and others & kind)


def _are_one(one: Event, other: Event, wording: Wording) -> bool:
    rules = wording.rules
    if have_other_times(one, other, rules):
        return False
    words, others = (set(event.text.split()) for event in (one, other))
    if _are_opposed(words, others, (rules.marks,)):
        return False
    if (one.origin.file, one.origin.sheet) == (other.origin.file, other.origin.sheet):
        dated = one.when.at == other.when.at and (one.when.at or _tells_itself(one, wording))
        again = dated or _is_dated_otherwise(one, other, wording)
        return bool(again) and not list_differences(one, other)
    return not any(
        fold(getattr(one, name))
        and fold(getattr(other, name))
        and fold(getattr(one, name)) != fold(getattr(other, name))
        for name in ASKED
    )


def _tells_itself(event: Event, wording: Wording) -> bool:
    """False for an attempt in words of every day alone: "no reply" is written of every such call.
    True where the row has a number of its own.
    """
    words = set(fold(event.text).split())
    own = wording.count_own(words)
    tried = not words.isdisjoint(wording.rules.attempts)
    return not tried or bool(event.reference) or own >= wording.rules.enough.own_timed


def _is_dated_otherwise(one: Event, other: Event, wording: Wording) -> bool:
    """True where the date of the one stands in another form than that of the other, "Thurs 9 June"
    and "9/6/22 09:38": one who keys a row in again. Words of every day alone bear nothing out.
    """
    dates = sorted((fold(one.when.written), fold(other.when.written)), key=len)
    words = fold(one.text).split()
    enough = wording.rules.enough
    enough_own = wording.count_own(words) >= enough.own_timed
    return not dates[1].startswith(dates[0]) and len(words) >= enough.words_begun and enough_own


def _may_be_two(one: Event, other: Event, wording: Wording) -> bool:
    """True where rows of two files in the same words are of two contacts: the author, place, kind
    or reference differs, or the words are of every day and neither time nor all cells bear it out.
    """
    for name in _WHO_AND_HOW:
        mine, theirs = (set(fold(getattr(event, name)).split()) for event in (one, other))
        if not (mine <= theirs or theirs <= mine):
            return True
    if one.when.at == other.when.at and (one.when.at or not list_differences(one, other)):
        return False
    own = wording.count_own(fold(one.text).split())
    return bool(one.text.strip()) and own < wording.rules.enough.own_timed


def _fullness(event: Event) -> int:
    told = (event.text, *(getattr(event, name) for name in FIELDS), *event.other.values())
    return sum(map(len, told)) + (event.when.at is not None)
