"""Chronology -> every entry on its agency's lane, and what was counted in each month."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chronolator.model import Answer, Chronology, Event, Question
from chronolator.timeline.clocks import Lane, lay_out
from chronolator.timeline.scale import list_months

MOST_ENTRIES = 2_000
"""Above so many, those of one agency, month and answer are one point."""
MOST_LANES = 16
_ORDER = (Answer.NOT_RECORDED, Answer.UNCLEAR, Answer.NO, Answer.YES)


@dataclass(frozen=True, slots=True)
class Point:
    """An entry on a lane, or several of one month: their ids, and whether the child was seen.

    It lies on some day, or on all days, from `first` to `last`.
    """

    answer: Answer
    events: tuple[str, ...]
    first: date
    last: date

    @property
    def middle(self) -> date:
        """The one day at which to draw it."""
        return self.first + (self.last - self.first) // 2


@dataclass(frozen=True, slots=True)
class AgencyLane:
    """What one agency recorded: its points by answer, those of "seen" last, then by their days."""

    agency: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ChildLanes:
    """The lanes of one child: a clock with its gaps for any agency first, then for each that was
    expected to see the child; then one for each agency.
    """

    child: str
    clocks: tuple[Lane, ...]
    agencies: tuple[AgencyLane, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """How many entries of each agency begin in the month, and in how many each child was seen."""

    first: date
    entries: dict[str, int]
    seen: dict[str, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """Where the entries of a chronology stand, from `first` to `last`: the review period, without
    one the days of the entries.

    `agencies` are in the order of their first entries. Where they are very many, those with the
    fewest entries share the last lane, and are `others`. `by_month`: a point stands for the entries
    of a month. Not on the lanes are the ids `undated` and `outside` of these days.
    """

    first: date
    last: date
    agencies: tuple[str, ...]
    months: tuple[Month, ...]
    children: tuple[ChildLanes, ...]
    by_month: bool = False
    others: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def lay_out_entries(chronology: Chronology, most: int = MOST_ENTRIES) -> Overview | None:
    """Every entry of the chronology on its agency's lane; None where there is none to draw.

    An entry without a first or a last day stands at the other. Above `most` entries they stand by
    month.
    """
    case = chronology.case
    spans = {event.id: span for event in chronology.events if (span := bound_event(event))}
    first = case.first or min((begins for begins, _ in spans.values()), default=date.max)
    last = case.last or max((ends for _, ends in spans.values()), default=date.min)
    inside = {
        name: (max(first, begins), min(last, ends))
        for name, (begins, ends) in spans.items()
        if begins <= last and ends >= first
    }
    if not inside:
        return None
    drawn = [event for event in chronology.events if event.id in inside]
    names, others = _name_lanes([event.agency for event in drawn])
    record = _Record(chronology, drawn, inside, names)
    by_month = len(drawn) > most
    timeline = lay_out(chronology)
    clocks = [one for one in timeline.lanes if one.of is Question.SEEN] if timeline else []
    children = [child.name for child in case.children]
    return Overview(
        first,
        last,
        agencies=tuple(dict.fromkeys(names.values())),
        months=tuple(record.count_months(first, last, children)),
        children=tuple(
            ChildLanes(
                child,
                tuple(clock for clock in clocks if clock.child == child),
                tuple(record.list_lanes(child, by_month=by_month)),
            )
            for child in children
        ),
        by_month=by_month,
        others=others,
        undated=tuple(event.id for event in chronology.events if event.id not in spans),
        outside=tuple(name for name in spans if name not in inside),
    )


def bound_event(event: Event) -> tuple[date, date] | None:
    """The first and the last day of the entry, the same where one is open; None without a date."""
    first = event.when.known_day
    last = event.when.last or event.when.first
    return (first, last) if first and last else None


def _name_lanes(agencies: Sequence[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The lane of each agency, in the order of the lanes, and the agencies that share the last."""
    known = list(dict.fromkeys(agencies))
    if len(known) <= MOST_LANES:
        return {name: name for name in known}, ()
    most = {name for name, _ in Counter(agencies).most_common(MOST_LANES - 1)}
    others = tuple(name for name in known if name not in most)
    shared = dict.fromkeys(others, f"{len(others)} other agencies")
    return {name: name for name in known if name in most} | shared, others


class _Record:
    """The entries that are drawn, the days on which they are, and the lane of each."""

    def __init__(
        self,
        chronology: Chronology,
        drawn: Sequence[Event],
        days: Mapping[str, tuple[date, date]],
        names: Mapping[str, str],
    ) -> None:
        self._answers = {
            (flag.event, flag.child): flag.answer
            for flag in chronology.flags
            if flag.question is Question.SEEN
        }
        self._days = days
        self._lanes: dict[str, list[str]] = {lane: [] for lane in names.values()}
        for event in drawn:
            self._lanes[names[event.agency]].append(event.id)

    def list_lanes(self, child: str, *, by_month: bool) -> Iterator[AgencyLane]:
        """The lanes of the agencies, as they tell of this child."""
        for lane, events in self._lanes.items():
            told = self._gather(events, child) if by_month else self._list(events, child)
            ordered = sorted(told, key=lambda one: (_ORDER.index(one.answer), one.first, one.last))
            yield AgencyLane(lane, tuple(ordered))

    def count_months(self, first: date, last: date, children: Sequence[str]) -> Iterator[Month]:
        """Every month from the first to the last, also one without entries."""
        entries: defaultdict[date, Counter[str]] = defaultdict(Counter)
        seen: defaultdict[date, Counter[str]] = defaultdict(Counter)
        for lane, events in self._lanes.items():
            for event in events:
                month = self._days[event][0].replace(day=1)
                entries[month][lane] += 1
                seen[month].update(
                    one for one in children if self._answer(event, one) is Answer.YES
                )
        for month in list_months(first, last):
            yield Month(
                month,
                {lane: entries[month][lane] for lane in self._lanes},
                {child: seen[month][child] for child in children},
            )

    def _answer(self, event: str, child: str) -> Answer:
        return self._answers.get((event, child), Answer.NOT_RECORDED)

    def _list(self, events: Iterable[str], child: str) -> Iterator[Point]:
        return (Point(self._answer(one, child), (one,), *self._days[one]) for one in events)

    def _gather(self, events: Iterable[str], child: str) -> Iterator[Point]:
        groups: defaultdict[tuple[date, Answer], list[str]] = defaultdict(list)
        for one in events:
            groups[self._days[one][0].replace(day=1), self._answer(one, child)].append(one)
        for (month, answer), members in groups.items():
            yield Point(answer, tuple(members), month, _end_month(month))


def _end_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
