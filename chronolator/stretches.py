"""The stretches that sightings leave between them, where not all days are known."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heappop, heappush
from typing import Protocol

from chronolator.model import Sighting

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Edge:
    """An end of a stretch: the day that leaves it longest, the one that leaves it shortest, and the
    events of the sightings there; none at an edge of the period.
    """

    longest: date
    shortest: date
    events: tuple[str, ...] = ()

    @property
    def seen(self) -> bool:
        """True where it is a sighting."""
        return bool(self.events)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one sighting, or the edge of the period, to the next; `doubtful` are those that are or
    may be a sighting inside it.
    """

    left: Edge
    right: Edge
    doubtful: tuple[Sighting, ...]

    @property
    def days(self) -> int:
        """The most that it can have been."""
        return (self.right.longest - self.left.longest).days


class Ruler(Protocol):
    """How days are counted."""

    def count(self, start: date, end: date) -> int:
        """What is counted from a sighting on `start` to one on `end`."""
        ...

    def reach(self, start: date, most: int) -> date:
        """The last day up to which no more than `most` are counted from `start`."""
        ...


class _Days:
    """Every day counts, from the day after."""

    def count(self, start: date, end: date) -> int:
        return (end - start).days

    def reach(self, start: date, most: int) -> date:
        return start + timedelta(days=most)


_DAYS = _Days()


def find_stretches(
    begins: date, ends: date, sightings: Iterable[Sighting], most: int
) -> list[Stretch]:
    """The stretches from `begins` to `ends` that can have been of more than `most` days.

    They are all that can have been, but those that lie in another. Of the sightings that close one,
    the day of each is taken anywhere in its span: a stretch holds no whole span. So a sighting that
    may have been on the day of another closes none of its own; it may lie in the stretch before, or
    in the one behind.
    """
    inside = [one for one in sightings if one.last >= begins and one.first <= ends]
    spans = [_cut(one, begins, ends) for one in inside if one.closes]
    doubtful = [_cut(one, begins, ends) for one in inside if not one.closes]
    known = [one for one in spans if one.throughout or one.first == one.last]
    vague = [one for one in spans if not (one.throughout or one.first == one.last)]
    stays = _join((one.first, one.last) for one in known)
    loose, shadowed = _part(vague, stays)
    edges = [Edge(begins, begins), *_list_edges(stays, loose, known, vague), Edge(ends, ends)]
    if edges[2:] and edges[2].longest == begins:  # what lies before it lies in what follows
        del edges[:2]
    if edges[2:] and edges[-3].longest == ends:  # the same at the other end
        del edges[-2:]
    found = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        first, last = left.longest, right.longest
        if (last - first).days > most:
            inner = [one for one in doubtful if one.first < last and one.last > first]
            inner += [
                one for one in shadowed if one.first < right.shortest and one.last > left.shortest
            ]
            found.append(Stretch(left, right, tuple(inner)))
    return found


def find_shortest(stretch: Stretch, ruler: Ruler = _DAYS) -> int:
    """What is counted in the longest stretch left where each doubtful sighting was one, on the day
    of its span that leaves it shortest; 0 where the sightings at its ends may be of one day.
    """
    begins, ends = stretch.left.shortest, stretch.right.shortest
    whole = ruler.count(begins, ends) if begins < ends else 0
    if not stretch.doubtful:
        return whole

    def is_enough(most: int) -> bool:
        return can_part(stretch, lambda day: ruler.reach(day, most))

    return bisect_left(range(whole), 1, key=lambda most: int(is_enough(most)))


def can_part(stretch: Stretch, reach: Callable[[date], date]) -> bool:
    """True where a day of each doubtful sighting can be taken so that every sighting lies within
    the `reach` of the one before: as late as it may be, first of the span that ends first.
    """
    spans = sorted((one.first, one.last) for one in stretch.doubtful)
    reached, met = stretch.left.shortest, 0
    usable: list[date] = []
    while stretch.right.shortest > (limit := reach(reached)):
        while met < len(spans) and spans[met][0] <= limit:
            heappush(usable, spans[met][1])
            met += 1
        while usable and usable[0] <= reached:
            heappop(usable)
        if not usable:
            return False
        reached = min(heappop(usable), limit)
    return True


def _list_edges(
    stays: Sequence[Span],
    loose: Sequence[Span],
    known: Sequence[Sighting],
    vague: Sequence[Sighting],
) -> Iterator[Edge]:
    """Where a stretch ends before each span, and where the next begins after it."""
    begins: defaultdict[date, list[str]] = defaultdict(list)
    ends: defaultdict[date, list[str]] = defaultdict(list)
    within: dict[Span, list[str]] = {span: [] for span in loose}
    for one in known:
        begins[one.first].append(one.event)
        ends[one.last].append(one.event)
    for one in vague:
        within.get((one.first, one.last), []).append(one.event)
    for first, last in sorted([*stays, *loose]):
        if (first, last) in within:
            events = tuple(sorted({*within[first, last]}))
            yield Edge(last, first, events)
            yield Edge(first, last, events)
        else:
            yield Edge(first, first, tuple(sorted({*begins[first]})))
            yield Edge(last, last, tuple(sorted({*ends[last]})))


def _cut(sighting: Sighting, begins: date, ends: date) -> Sighting:
    first, last = max(sighting.first, begins), min(sighting.last, ends)
    return Sighting(
        sighting.event, first, last, throughout=sighting.throughout, closes=sighting.closes
    )


def _join(spans: Iterable[Span]) -> list[Span]:
    """The same days as spans that share none."""
    joined: list[Span] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined


def _part(loose: Sequence[Sighting], stays: Sequence[Span]) -> tuple[list[Span], list[Sighting]]:
    """The spans that hold neither another nor a day of a stay; the sightings of the others."""
    kept: list[Span] = []
    shadowed = []
    for one in sorted(loose, key=lambda one: (one.last, -one.first.toordinal())):
        next_stay = bisect_left(stays, one.first, key=lambda stay: stay[1])
        meets_stay = next_stay < len(stays) and stays[next_stay][0] <= one.last
        if meets_stay or (kept and one.first <= kept[-1][0]):
            shadowed.append(one)
        else:
            kept.append((one.first, one.last))
    return kept, shadowed
