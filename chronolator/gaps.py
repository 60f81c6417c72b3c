"""Stretches in which a child is not recorded in the returns as seen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from chronolator.model import (
    Answer,
    Case,
    Child,
    Event,
    Flag,
    Gap,
    Precision,
    Qualifier,
    Question,
)
from chronolator.words.fold import fold

_TO_THE_DAY = (Precision.DAY, Precision.HOUR, Precision.MINUTE)


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A sighting on some day from `first` to `last`; on all of them where it is `firm`."""

    first: date
    last: date
    firm: bool


@dataclass(frozen=True, slots=True)
class _Edge:
    """An end of a stretch: the day that makes it longest, and the one that makes it shortest."""

    longest: date
    shortest: date
    seen: bool


def find_gaps(
    events: Sequence[Event],
    flags: Sequence[Flag],
    case: Case,
    *,
    of: Question = Question.SEEN,
    by: str | None = None,
    longer_than: int | None = None,
) -> tuple[Gap, ...]:
    """The stretches of more than `longer_than` days (else the case's) without a `yes`, by child.

    `by` counts the sightings of one agency alone. The stretches lie within the review period, else
    within the dated events, and begin at the child's birth at the earliest. An unclear sighting
    closes none. A sighting that is known to a span of days closes a stretch at the day that leaves
    it longest; `shortest` tells the other.
    """
    limit = case.unseen_days if longer_than is None else longer_than
    dated = {event.id: event for event in events if event.when.first or event.when.last}
    days = [day for event in dated.values() for day in (_begin(event), _finish(event))]
    if not days:
        return ()
    begins, ends = case.first or min(days), case.last or max(days)
    answers: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in flags:
        if flag.event in dated:
            answers[flag.child].append(flag)
    agencies = _name_agencies(by, case)
    return tuple(
        gap
        for child in case.children
        for gap in _find_child_gaps(
            child, dated, answers[child.name], _clip(child, begins, ends), of, by, agencies
        )
        if gap.days > limit
    )


def _find_child_gaps(
    child: Child,
    events: dict[str, Event],
    flags: list[Flag],
    period: tuple[date, date],
    of: Question,
    by: str | None,
    agencies: frozenset[str],
) -> Iterator[Gap]:
    begins, ends = period
    counted = [
        flag
        for flag in flags
        if flag.question is of and (not agencies or fold(events[flag.event].agency) in agencies)
    ]
    sightings = list(_list_sightings(counted, events, Answer.YES, period))
    unclear = list(_list_sightings(counted, events, Answer.UNCLEAR, period))
    missed = {f.event for f in flags if f.question is Question.SEEN and f.answer is Answer.NO}
    edges = [
        _Edge(begins, begins, seen=False),
        *_list_edges(sightings),
        _Edge(ends, ends, seen=False),
    ]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        yield _make_gap(child, of, by, left, right, events, unclear, missed)


def _make_gap(
    child: Child,
    of: Question,
    by: str | None,
    left: _Edge,
    right: _Edge,
    events: dict[str, Event],
    unclear: list[_Sighting],
    missed: set[str],
) -> Gap:
    first, last = left.longest, right.longest
    inside = [
        event.id
        for event in events.values()
        if (_begin(event) > first or (_begin(event) == first and not left.seen))
        and (_finish(event) < last or (_finish(event) == last and not right.seen))
    ]
    doubtful = [one for one in unclear if first < one.first and one.last < last]
    days = [left.shortest, *sorted(one.first for one in doubtful), right.shortest]
    return Gap(
        child=child.name,
        of=of,
        by=by,
        first=first,
        last=last,
        last_seen=first if left.seen else None,
        next_seen=last if right.seen else None,
        days=(last - first).days,
        shortest=max(0, *((b - a).days for a, b in pairwise(days))),
        longest=(last - first).days,
        certain=not doubtful,
        entries=tuple(inside),
        missed_chances=tuple(one for one in inside if one in missed),
    )


def _list_sightings(
    flags: Iterable[Flag], events: dict[str, Event], answer: Answer, period: tuple[date, date]
) -> Iterator[_Sighting]:
    for flag in flags:
        when = events[flag.event].when
        if flag.answer is not answer or when.first is None or when.last is None:
            continue
        if when.last < period[0] or when.first > period[1]:
            continue
        firm = when.precision in _TO_THE_DAY and when.qualifier is not Qualifier.APPROXIMATE
        yield _Sighting(
            max(when.first, period[0]), min(when.last, period[1]), firm or when.first == when.last
        )


def _list_edges(sightings: list[_Sighting]) -> Iterator[_Edge]:
    """The ends of the stretches between the sightings: for each, where a stretch ends before it and
    where the next begins after it. A sighting known to a span counts only where no firm one
    touches its span: the firm one closes the stretch anyway.
    """
    firm = sorted((one.first, one.last) for one in sightings if one.firm)
    loose = [
        one
        for one in sightings
        if not one.firm and not any(a <= one.last and b >= one.first for a, b in firm)
    ]
    every = sorted(
        [(a, b, True) for a, b in firm] + [(one.first, one.last, False) for one in loose]
    )
    reached: date | None = None
    for first, last, is_firm in every:
        if reached is not None and last <= reached:
            continue
        if is_firm:
            yield _Edge(first, first, seen=True)
            yield _Edge(last, last, seen=True)
        else:
            yield _Edge(last, first, seen=True)
            yield _Edge(first, last, seen=True)
        reached = last


def _clip(child: Child, begins: date, ends: date) -> tuple[date, date]:
    return (max(begins, child.born), ends) if child.born else (begins, ends)


def _begin(event: Event) -> date:
    day = event.when.first or event.when.last
    assert day is not None  # noqa: S101  only dated events come here
    return day


def _finish(event: Event) -> date:
    day = event.when.last or event.when.first
    assert day is not None  # noqa: S101  only dated events come here
    return day


def _name_agencies(by: str | None, case: Case) -> frozenset[str]:
    """The folded names under which the agency's events stand; empty for any agency."""
    if by is None:
        return frozenset()
    asked = fold(by)
    known = [one for one in case.agencies if asked in (fold(one.name), fold(one.short))]
    return frozenset(
        {asked, *(fold(one.name) for one in known), *(fold(one.short) for one in known)}
    )
