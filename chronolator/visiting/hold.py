"""Each expectation of the case held against the sightings of its child."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from chronolator.errors import CaseError
from chronolator.model import Case, Clock, Event, Expectation, Interval, Visiting
from chronolator.stretches import Stretch, can_part, find_shortest, find_stretches
from chronolator.visiting.counting import Ruler
from chronolator.visiting.tell import tell_expectation, tell_interval, tell_rule
from chronolator.words.agencies import fold_names
from chronolator.words.fold import fold_name


def find_expectations(
    clocks: Sequence[Clock | None], events: Sequence[Event], case: Case
) -> tuple[Expectation, ...]:
    """What the case expects for its children, each with the intervals longer than it.

    `clocks` has one for each expectation of the case, in their order: the sightings that count for
    it within the review period and the child's life; None where there are no such days.

    An expectation is held from its own first day to its last, as far as they are the clock's.
    Counting begins with the first day as if the child had been seen on it: what was seen before
    belongs to no expectation, or to an earlier one. After the last sighting it goes on to the last
    day. Raises `CaseError` where an agency is expected that neither the case nor the events know.
    """
    children = {child.name for child in case.children}
    told = enumerate(zip(case.visiting, clocks, strict=True), start=1)
    return tuple(
        _hold(visiting, clock, _find_trouble(visiting, number, events, case), case)
        for number, (visiting, clock) in told
        if visiting.child in children
    )


def _hold(visiting: Visiting, clock: Clock | None, trouble: str, case: Case) -> Expectation:
    held = Expectation(visiting, tell_expectation(visiting), tell_rule(visiting), remark=trouble)
    days = _find_days(visiting, clock, case) if clock else None
    if trouble or clock is None or days is None:
        return replace(held, remark=trouble or "None of its days lies in the period looked at.")
    longer = tuple(_list_longer(visiting, clock, *days))
    return replace(held, first=days[0], last=days[1], longer=longer)


def _find_days(visiting: Visiting, clock: Clock, case: Case) -> tuple[date, date] | None:
    """The first and the last day on which it is held, None where there are none. What the case
    leaves open is the first or the last dated entry's.
    """
    first, last = visiting.first or clock.first, visiting.last or clock.last
    child = next(child for child in case.children if child.name == visiting.child)
    first = max(first, case.first or first, child.born or first)
    last = min(last, case.last or last, child.died or last)
    return (first, last) if first <= last else None


def _list_longer(visiting: Visiting, clock: Clock, first: date, last: date) -> Iterator[Interval]:
    """The intervals that are longer on the days that leave them longest, in their order."""
    ruler = Ruler(visiting, first, last)
    for stretch in find_stretches(first, last, clock.sightings, most=0):
        due = ruler.find_due(stretch.left.longest)
        if stretch.right.longest > due:
            yield tell_interval(visiting, _measure(stretch, ruler), stretch, due)


def _measure(stretch: Stretch, ruler: Ruler) -> Interval:
    first, last = stretch.left.longest, stretch.right.longest
    return Interval(
        first=first,
        last=last,
        counted=ruler.count(first, last),
        shortest=find_shortest(stretch, ruler),
        certain=not can_part(stretch, ruler.find_due),
        begins_with=stretch.left.events,
        ends_with=stretch.right.events,
        unclear=tuple(one.event for one in stretch.doubtful),
    )


def _find_trouble(visiting: Visiting, number: int, events: Sequence[Event], case: Case) -> str:
    """Why nothing can be held against the agency expected, "" where it can."""
    if not visiting.by:
        return ""
    names = fold_names(visiting.by, case)
    if any(fold_name(one.agency) in names for one in events):
        return ""
    if any(fold_name(one.name) in names for one in case.agencies):
        return f"No entry of {visiting.by} is among the returns."
    known = {one.agency for one in events} | {one.name for one in case.agencies}
    raise CaseError(
        f'[[visiting]] number {number}: there is no agency "{visiting.by}" in the case file or the '
        "returns",
        hint=f"Write by as it is called there: {', '.join(sorted(filter(None, known)))}. Or give "
        "it an [[agency]] of its own.",
    )
