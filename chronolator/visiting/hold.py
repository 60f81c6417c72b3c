"""Each expectation of the case held against the sightings of its child."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from chronolator.errors import CaseError
from chronolator.model import Case, Event, Expectation, Flag, Interval, Visiting
from chronolator.visiting.counting import Ruler
from chronolator.visiting.sightings import Sightings, Span, list_sightings
from chronolator.visiting.tell import tell_expectation, tell_interval, tell_rule
from chronolator.words.fold import fold_name


def find_expectations(
    events: Sequence[Event], flags: Sequence[Flag], case: Case
) -> tuple[Expectation, ...]:
    """What the case expects for its children, each with the intervals longer than it.

    An expectation is held from its own first day to its last, as far as they lie within the review
    period and not before the birth; what it leaves open is the review period's, else the first or
    the last dated entry's. Counting begins with the first day as if the child had been seen on it:
    what was seen before belongs to no expectation, or to an earlier one. After the last sighting
    it goes on to the last day. Raises `CaseError` where an agency is expected that neither the case
    nor the events know.
    """
    children = {child.name for child in case.children}
    return tuple(
        _hold(visiting, _name_agency(visiting, number, events, case), events, flags, case)
        for number, visiting in enumerate(case.visiting, start=1)
        if visiting.child in children
    )


def _hold(
    visiting: Visiting,
    agency: frozenset[str],
    events: Sequence[Event],
    flags: Sequence[Flag],
    case: Case,
) -> Expectation:
    mine = {one.id: one for one in events if not agency or fold_name(one.agency) in agency}
    words, rule = tell_expectation(visiting), tell_rule(visiting)
    if not mine:
        remark = f"No entry of {visiting.by} is among the returns." if agency else "No entries."
        return Expectation(visiting, words, rule, remark=remark)
    days = _find_days(visiting, events, case)
    if days is None:
        remark = "It holds on no day of the review period after the birth."
        return Expectation(visiting, words, rule, remark=remark)
    told = (
        (mine[flag.event], flag)
        for flag in flags
        if flag.event in mine and flag.child == visiting.child and flag.question is visiting.of
    )
    found = list_sightings(told, *days)
    longer = tuple(_list_longer(visiting, found, *days))
    return Expectation(visiting, words, rule, *days, longer)


def _list_longer(
    visiting: Visiting, found: Sightings, first: date, last: date
) -> Iterator[Interval]:
    """The intervals that are longer on the days that leave them longest, in their order."""
    ruler = Ruler(visiting, first, last)
    ends = (Span(first, first, ()), *found.certain, Span(last, last, ()))
    for left, right in pairwise(ends):
        begins, closes = left.first, right.last
        if closes <= ruler.find_due(begins):
            continue
        inside = [one for one in found.possible if one.first < closes and one.last > begins]
        near, far = left.last, right.first  # what leaves it shortest
        interval = Interval(
            begins,
            closes,
            ruler.count(begins, closes),
            _find_shortest(near, far, inside, ruler),
            not _can_part(near, far, inside, ruler.find_due),
            left.events,
            right.events,
            tuple(dict.fromkeys(name for one in inside for name in one.events)),
        )
        yield tell_interval(visiting, interval, left, right, ruler.find_due(begins))


def _find_shortest(begins: date, ends: date, inside: Sequence[Span], ruler: Ruler) -> int:
    """What is counted in the longest interval that is left where each possible sighting was one, on
    the day of its span that leaves it shortest.
    """
    whole = ruler.count(begins, ends) if begins < ends else 0  # both may be on one day
    if not inside:
        return whole

    def can_part(most: int) -> bool:
        return _can_part(begins, ends, inside, lambda day: ruler.reach(day, most))

    return bisect_left(range(whole), 1, key=lambda most: int(can_part(most)))


def _can_part(
    begins: date, ends: date, inside: Sequence[Span], reach: Callable[[date], date]
) -> bool:
    """True where a day of each span can be taken so that each sighting lies within the `reach` of
    the one before: as late as it may be, first of the span that ends first.
    """
    reached, left = begins, sorted(inside, key=lambda span: span.last)
    while ends > (limit := reach(reached)):
        usable = (span for span in left if span.first <= limit and span.last > reached)
        taken = next(usable, None)
        if taken is None:
            return False
        left.remove(taken)
        reached = min(taken.last, limit)
    return True


def _find_days(visiting: Visiting, events: Sequence[Event], case: Case) -> tuple[date, date] | None:
    """The first and the last day on which it is held, None where there are none."""
    dated = [day for one in events for day in (one.when.first, one.when.last) if day]
    born = next(child.born for child in case.children if child.name == visiting.child)
    first = visiting.first or case.first or min(dated, default=None)
    last = visiting.last or case.last or max(dated, default=None)
    if first is None or last is None:
        return None
    first, last = max(first, case.first or first, born or first), min(last, case.last or last)
    return (first, last) if first <= last else None


def _name_agency(
    visiting: Visiting, number: int, events: Sequence[Event], case: Case
) -> frozenset[str]:
    """The folded names of the agency expected; empty for any agency."""
    if not visiting.by:
        return frozenset()
    asked = fold_name(visiting.by)
    for agency in case.agencies:
        names = frozenset(filter(None, (fold_name(agency.name), fold_name(agency.short))))
        if asked in names:
            return names
    known = {one.agency for one in events} | {one.name for one in case.agencies}
    if asked in map(fold_name, known):
        return frozenset((asked,))
    raise CaseError(
        f'[[visiting]] number {number}: there is no agency "{visiting.by}" in the case file or the '
        "returns",
        hint=f"Write by as it is called there: {', '.join(sorted(filter(None, known)))}. Or give "
        "it an [[agency]] of its own.",
    )
