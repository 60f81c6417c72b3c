"""Stretches in which a child is not recorded in the returns as seen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from chronolator.gaps.clocks import Record, bound_days, list_expected
from chronolator.model import AgencyRules, Case, Clock, Event, Flag, Gap, GapRules, Question
from chronolator.stretches import Stretch, find_shortest, find_stretches

__all__ = ["run_clocks", "run_expected"]

_PLAIN = GapRules()
_UNKNOWN = AgencyRules(())
_ALWAYS = (date.min, date.max)


def run_clocks(
    events: Sequence[Event],
    flags: Sequence[Flag],
    case: Case,
    *,
    of: Question = Question.SEEN,
    by: str | None = None,
    rules: GapRules = _PLAIN,
    agencies: AgencyRules = _UNKNOWN,
) -> tuple[Clock, ...]:
    """The clocks of each child, with their gaps: the stretches of more than the case's
    `unseen_days` without a `yes`.

    One runs on the sightings of any agency; one more on those of the agency `by`, else of each
    agency that the case file expects to visit the child. The gaps of these are those that touch the
    days in which the agency was expected. What an agency passes on of another's sighting makes them
    uncertain, and closes none. An agency without any entry has no gaps: its return is not there.

    A gap lies within the review period, else within the dated events, begins at the child's birth
    at the earliest and ends at the child's death at the latest. An unclear sighting, or one
    "before" a day, closes none, and makes those uncertain in which it may lie. A sighting that is
    known to a span of days closes a gap at the day that leaves it longest; `shortest` tells the
    other. One without a date closes none.
    """
    record = Record(events, flags, case, rules, agencies)
    clocks: list[Clock] = []
    for child in case.children:
        anyone = record.run_clock(child, of, None)
        if anyone is None:
            continue
        clocks.append(replace(anyone, gaps=tuple(_measure(anyone, anyone, record))))
        expected = {by: [_ALWAYS]} if by else list_expected(child, case)
        for name, days in expected.items():
            clock = record.run_clock(child, of, name)
            if clock is not None and not record.has_entries(name):
                clocks.append(clock)
            elif clock is not None:
                gaps = _measure(clock, anyone, record)
                touched = [gap for gap in gaps if _touches(gap, days)]
                clocks.append(replace(clock, gaps=tuple(touched)))
    return tuple(clocks)


def run_expected(
    events: Sequence[Event],
    flags: Sequence[Flag],
    case: Case,
    *,
    rules: GapRules = _PLAIN,
    agencies: AgencyRules = _UNKNOWN,
) -> tuple[Clock | None, ...]:
    """The clock that each `[[visiting]]` of the case is held against, in their order; None where
    its child is not asked about or nothing tells the days to look at. No gaps are measured.
    """
    record = Record(events, flags, case, rules, agencies)
    children = {child.name: child for child in case.children}
    return tuple(
        record.run_clock(children[one.child], one.of, one.by or None)
        if one.child in children
        else None
        for one in case.visiting
    )


def _touches(gap: Gap, days: Sequence[tuple[date, date]]) -> bool:
    return any(gap.first < last and gap.last > first for first, last in days)


def _measure(clock: Clock, anyone: Clock, record: Record) -> Iterator[Gap]:
    chances = {one.event: one for one in clock.chances}
    most = record.case.unseen_days
    for stretch in find_stretches(clock.first, clock.last, clock.sightings, most):
        first, last = stretch.left.longest, stretch.right.longest
        inside = [event for event in record.list_between(first, last) if _lies_in(event, stretch)]
        told = Counter(event.agency for event in inside if not event.own)
        others, unseen = _hear_others(clock, anyone, first, last)
        yield Gap(
            child=clock.child,
            of=clock.of,
            by=clock.by,
            first=first,
            last=last,
            last_seen=first if stretch.left.seen else None,
            next_seen=last if stretch.right.seen else None,
            days=stretch.days,
            shortest=find_shortest(stretch),
            longest=stretch.days,
            certain=not stretch.doubtful,
            entries=tuple(event.id for event in inside),
            chances=tuple(chances[event.id] for event in inside if event.id in chances),
            agencies=dict(sorted(told.items(), key=lambda one: (-one[1], one[0]))),
            no_contact=tuple(
                event.id
                for event in record.no_contact
                if bound_days(event.when)[0] < last and bound_days(event.when)[1] > first
            ),
            unclear=tuple(dict.fromkeys(one.event for one in stretch.doubtful)),
            begins_with=stretch.left.events,
            ends_with=stretch.right.events,
            by_others=others,
            unseen_by_anyone=unseen,
            open_stay=clock.of is Question.SEEN and record.is_admitted(clock.child, stretch),
        )


def _lies_in(event: Event, stretch: Stretch) -> bool:
    """True between the two sightings; the edges of the period themselves count."""
    first, last = bound_days(event.when)
    left, right = stretch.left, stretch.right
    if event.id in left.events or event.id in right.events:
        return False
    after = first > left.longest or (first == left.longest and not left.seen)
    return after and (last < right.longest or (last == right.longest and not right.seen))


def _hear_others(
    clock: Clock, anyone: Clock, first: date, last: date
) -> tuple[tuple[str, ...], int | None]:
    """The sightings of other agencies inside, and the most days inside without any."""
    if clock.by is None:
        return (), None
    own = {one.event for one in clock.sightings if one.closes}
    others = tuple(
        one.event
        for one in anyone.sightings
        if one.closes and one.event not in own and one.first < last and one.last > first
    )
    unseen = find_stretches(first, last, anyone.sightings, 0)
    return others, max((stretch.days for stretch in unseen), default=0)
