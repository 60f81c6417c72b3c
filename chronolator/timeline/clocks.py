"""Chronology -> lanes of sightings, chances and gaps, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum

from chronolator.model import Chronology, Clock, Event, Question, When
from chronolator.timeline.scale import list_months

_DAY = timedelta(days=1)


class Sign(IntEnum):
    """What stands on a day. Of several on one day the greatest is shown."""

    OUTSIDE = 0
    NOTHING = 1
    MAYBE_GAP = 2
    GAP = 3
    MISSED = 4
    UNCLEAR = 5
    SEEN_ABOUT = 6
    SEEN = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry on the days from `first` to `last`: on all of them where it is `SEEN`, else on some
    day of them.
    """

    sign: Sign
    event: str
    first: date
    last: date

    @property
    def middle(self) -> date:
        """The one day at which to draw what is not known to the day."""
        return self.first + (self.last - self.first) // 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A gap, from the first to the last day without a sighting, inclusive; `days` as the gap."""

    first: date
    last: date
    days: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One clock: of which child and question, by whom (None: any agency), and what stands in it."""

    child: str
    of: Question
    by: str | None
    first: date
    last: date
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    _signs: dict[date, Sign] = field(default_factory=dict, repr=False, compare=False)

    def look_at(self, first: date, last: date | None = None) -> Sign:
        """The greatest sign on the days from `first` to `last`, or on that one day."""
        days = _list_days(first, last or first)
        return max((self._look_at_day(day) for day in days), default=Sign.OUTSIDE)

    def _look_at_day(self, day: date) -> Sign:
        if not self.first <= day <= self.last:
            return Sign.OUTSIDE
        return self._signs.get(day, Sign.NOTHING)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lanes, a child's beside each other, and the days that they span."""

    first: date
    last: date
    lanes: tuple[Lane, ...]

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month that it touches."""
        return list_months(self.first, self.last)


def lay_out(chronology: Chronology) -> Timeline | None:
    """The timeline of the chronology's clocks; None where no clock ran."""
    if not chronology.clocks:
        return None
    events = {event.id: event for event in chronology.events}
    lanes = tuple(_make_lane(clock, events) for clock in chronology.clocks)
    return Timeline(min(one.first for one in lanes), max(one.last for one in lanes), lanes)


def _make_lane(clock: Clock, events: dict[str, Event]) -> Lane:
    marks = tuple(_list_marks(clock, events))
    bars = tuple(
        Bar(
            gap.first + _DAY if gap.last_seen else gap.first,
            gap.last - _DAY if gap.next_seen else gap.last,
            gap.days,
            gap.certain,
        )
        for gap in clock.gaps
    )
    signs: dict[date, Sign] = {}
    for bar in bars:
        sign = Sign.GAP if bar.certain else Sign.MAYBE_GAP
        for day in _list_days(bar.first, bar.last):
            signs[day] = max(sign, signs.get(day, sign))
    for mark in marks:
        whole = mark.sign is Sign.SEEN
        for day in _list_days(mark.first, mark.last) if whole else [mark.middle]:
            signs[day] = max(mark.sign, signs.get(day, mark.sign))
    return Lane(clock.child, clock.of, clock.by, clock.first, clock.last, marks, bars, signs)


def _list_marks(clock: Clock, events: dict[str, Event]) -> Iterator[Mark]:
    for one in clock.sightings:
        if not one.closes:
            yield Mark(
                Sign.UNCLEAR, one.event, *_bound(events[one.event].when, one.first, one.last)
            )
        else:
            known = one.throughout or one.first == one.last
            yield Mark(Sign.SEEN if known else Sign.SEEN_ABOUT, one.event, one.first, one.last)
    for chance in clock.chances:
        when = events[chance.event].when
        yield Mark(Sign.MISSED, chance.event, *_bound(when, clock.first, clock.last))


def _bound(when: When, begins: date, ends: date) -> tuple[date, date]:
    """The days of a mark, within the lane; one with an open end stands at the day that is known."""
    first = max(begins, when.known_day or begins)
    last = min(ends, when.last or when.first or ends)
    return first, max(first, last)


def _list_days(first: date, last: date) -> Iterator[date]:
    return (first + _DAY * number for number in range((last - first).days + 1))
