"""Stretches in which a child is not recorded in the returns as seen."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

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


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked, of whom, within which days, and how many days a stretch must exceed."""

    of: Question
    by: str | None
    agencies: frozenset[str]
    begins: date
    ends: date
    limit: int


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

    `by` counts the sightings and the missed chances of one agency alone. The stretches lie within
    the review period, else within the dated events, and begin at the child's birth at the earliest.
    An unclear sighting, or one "before" a day, closes none, and makes those uncertain in which it
    may lie. A sighting that is known to a span of days closes a stretch at the day that leaves it
    longest; `shortest` tells the other.
    """
    limit = case.unseen_days if longer_than is None else longer_than
    known = (event for event in events if event.when.first or event.when.last)
    dated = {event.id: event for event in sorted(known, key=lambda event: _bounds(event)[0])}
    days = [day for event in dated.values() for day in _bounds(event)]
    begins, ends = case.first or min(days, default=None), case.last or max(days, default=None)
    if begins is None or ends is None:
        return ()
    asked = _Question(of, by, _name_agencies(by, case), begins, ends, limit)
    answers: defaultdict[str, list[Flag]] = defaultdict(list)
    for flag in flags:
        if flag.event in dated:
            answers[flag.child].append(flag)
    return tuple(
        gap
        for child in case.children
        for gap in _find_child_gaps(child, dated, answers[child.name], asked)
    )


def _find_child_gaps(
    child: Child, events: dict[str, Event], flags: list[Flag], asked: _Question
) -> Iterator[Gap]:
    if child.born:
        asked = replace(asked, begins=max(asked.begins, child.born))
    if asked.ends < asked.begins:
        return
    counted = [
        flag
        for flag in flags
        if flag.question is asked.of
        and (not asked.agencies or fold(events[flag.event].agency) in asked.agencies)
    ]
    sightings = list(_list_sightings(counted, events, asked))
    doubtful = list(_list_doubtful(counted, events, asked))
    missed = {
        flag.event
        for flag in flags
        if flag.question is Question.SEEN
        and flag.answer is Answer.NO
        and (not asked.agencies or fold(events[flag.event].agency) in asked.agencies)
    }
    edges = [
        _Edge(asked.begins, asked.begins, seen=False),
        *_list_edges(sightings),
        _Edge(asked.ends, asked.ends, seen=False),
    ]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        first, last = left.longest, right.longest
        if (last - first).days <= asked.limit:
            continue
        inside = [event.id for event in events.values() if _lies_inside(event, left, right)]
        inner = [one for one in doubtful if one.first < last and one.last > first]
        yield Gap(
            child=child.name,
            of=asked.of,
            by=asked.by,
            first=first,
            last=last,
            last_seen=first if left.seen else None,
            next_seen=last if right.seen else None,
            days=(last - first).days,
            shortest=_find_shortest(left.shortest, right.shortest, inner),
            longest=(last - first).days,
            certain=not inner,
            entries=tuple(inside),
            missed_chances=tuple(one for one in inside if one in missed),
        )


def _find_shortest(begins: date, ends: date, doubtful: Sequence[_Sighting]) -> int:
    """The days of the longest stretch left where each doubtful sighting was one, on the day of its
    span that leaves it shortest.
    """
    spans = [((one.first - begins).days, (one.last - begins).days) for one in doubtful]
    whole = max(0, (ends - begins).days)
    return bisect_left(range(whole), 1, key=lambda most: int(_can_part(whole, spans, most)))


def _can_part(whole: int, spans: Sequence[tuple[int, int]], most: int) -> bool:
    """True where a day of each span can be taken so that no stretch is of more than `most` days:
    as late as it may be, first of the span that ends first.
    """
    reached, left = 0, list(spans)
    while whole - reached > most:
        usable = [span for span in left if span[0] <= reached + most and span[1] > reached]
        if not usable:
            return False
        taken = min(usable, key=lambda span: span[1])
        left.remove(taken)
        reached = min(taken[1], reached + most)
    return True


def _lies_inside(event: Event, left: _Edge, right: _Edge) -> bool:
    """True between the days of the two sightings; the edges of the period themselves count."""
    first, last = _bounds(event)
    after = first > left.longest or (first == left.longest and not left.seen)
    return after and (last < right.longest or (last == right.longest and not right.seen))


def _list_sightings(
    flags: Iterable[Flag], events: dict[str, Event], asked: _Question
) -> Iterator[_Sighting]:
    """What closes a stretch: each `yes` of a known span."""
    for flag in flags:
        when = events[flag.event].when
        if flag.answer is Answer.YES and when.first and when.last:
            firm = when.precision in _TO_THE_DAY and when.qualifier is not Qualifier.APPROXIMATE
            yield from _cut(when.first, when.last, asked, firm=firm or when.first == when.last)


def _list_doubtful(
    flags: Iterable[Flag], events: dict[str, Event], asked: _Question
) -> Iterator[_Sighting]:
    """What may lie inside a stretch: each `unclear`, and each `yes` with an open end."""
    for flag in flags:
        when = events[flag.event].when
        is_open = when.first is None or when.last is None
        if flag.answer is Answer.UNCLEAR or (flag.answer is Answer.YES and is_open):
            first, last = when.first or asked.begins, when.last or asked.ends
            yield from _cut(first, last, asked, firm=False)


def _cut(first: date, last: date, asked: _Question, *, firm: bool) -> Iterator[_Sighting]:
    """The sighting as far as it lies within the days asked about, if it does."""
    if last >= asked.begins and first <= asked.ends:
        yield _Sighting(max(first, asked.begins), min(last, asked.ends), firm)


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


def _bounds(event: Event) -> tuple[date, date]:
    """The first and the last day of a dated event; of an open end the day that is known."""
    first, last = event.when.first, event.when.last
    return first or last or date.max, last or first or date.min


def _name_agencies(by: str | None, case: Case) -> frozenset[str]:
    """The folded names under which the agency's events stand; empty for any agency."""
    if by is None:
        return frozenset()
    asked = fold(by)
    known = [one for one in case.agencies if asked in (fold(one.name), fold(one.short))]
    return frozenset(
        {asked, *(fold(one.name) for one in known), *(fold(one.short) for one in known)}
    )
