"""Rows whose Ref changed, since the agency corrected them or has a new name: which is which."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from chronolator.duplicates.alike import liken, pair_rows
from chronolator.duplicates.repeated import find_day
from chronolator.model import Event, VersionRules
from chronolator.words.fold import fold

RENAMED = "the same row, under the agency's new name"
_SAME = "the same words"
_Rows = dict[str, list[Event]]
_Told = tuple[str, tuple[str, str]]


def follow_rows(
    earlier: Sequence[Event],
    events: Sequence[Event],
    present: Collection[str],
    rules: VersionRules,
) -> dict[str, tuple[str, str]]:
    """By the id of each row of an earlier result that is gone: the id of the row of the same agency
    that it is now, and what tells that it is the same, in words that quote none of its own.

    `events` are the rows that stand now without those that repeat another, `present` the ids of
    all. A row that may be this one or that one, or none, is not followed. Where an agency is gone
    and all its rows stand under one new name, they are followed there.
    """
    before, after = _group_by_agency(earlier), _group_by_agency(events)
    followed: dict[str, tuple[str, str]] = {}
    for agency, rows in before.items():
        gone = [row for row in rows if row.id not in present]
        if not gone:
            continue
        if agency in after:
            followed |= _follow_corrected(rows, after[agency], present, rules)
        elif len(gone) == len(rows):
            strangers = (others for name, others in after.items() if name not in before)
            followed |= _follow_renamed(rows, strangers)
    return followed


def _group_by_agency(events: Iterable[Event]) -> _Rows:
    groups: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if not event.own:
            groups[fold(event.agency)].append(event)
    return groups


def _follow_corrected(
    rows: Sequence[Event], now: Sequence[Event], present: Collection[str], rules: VersionRules
) -> Iterator[_Told]:
    """The rows paired as those of two versions of a return are, where their words bear it out: that
    a day has one entry before and one after does not make it the same. Two versions are told from
    most of their rows; here a single row must tell for itself.
    """
    settled = {row.id for row in rows if row.id in present}
    for old, new in pair_rows(rows, now, settled, rules):
        if liken(old, new) >= (rules.alone if _are_of_one_moment(old, new) else rules.near):
            yield old.id, (new.id, _tell(old, new))


def _are_of_one_moment(old: Event, new: Event) -> bool:
    """True where day and time are the same, or the number under which the agency keeps the row."""
    was, now = old.when, new.when
    if was.at is not None and (was.first, was.at) == (now.first, now.at):
        return True
    return bool(old.reference) and fold(old.reference) == fold(new.reference)


def _follow_renamed(rows: Sequence[Event], strangers: Iterable[Sequence[Event]]) -> Iterator[_Told]:
    """The rows under the one new name under which all of them stand."""
    named = [_match(rows, others) for others in strangers]
    whole = [pairs for pairs in named if len(pairs) == len(rows)]
    if len(whole) == 1:
        yield from ((old.id, (new.id, RENAMED)) for old, new in whole[0])


def _match(rows: Sequence[Event], others: Sequence[Event]) -> list[tuple[Event, Event]]:
    """Each row with the other of its day, time and words; of equals the first with the first."""
    waiting: defaultdict[tuple[object, ...], list[Event]] = defaultdict(list)
    for other in sorted(others, key=lambda one: one.origin, reverse=True):
        waiting[_key(other)].append(other)
    ordered = sorted(rows, key=lambda one: one.origin)
    return [(row, waiting[_key(row)].pop()) for row in ordered if waiting[_key(row)]]


def _key(event: Event) -> tuple[object, ...]:
    return find_day(event), event.when.at, fold(event.text)


def _tell(old: Event, new: Event) -> str:
    was, now = old.when, new.when
    written = was.written or "empty"
    moved = (was.first, was.last) != (now.first, now.last)
    if fold(old.text) != fold(new.text):
        return f"the agency's words were changed{f'; the date was {written}' if moved else ''}"
    if not moved and was.at != now.at:
        return f"{_SAME}; the time was {was.at:%H:%M}" if was.at else f"{_SAME}; the time was added"
    return f"{_SAME}; the date was {written}"
