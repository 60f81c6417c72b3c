"""Which entries count for a clock: the sightings of a child, and the chances of one."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

from chronolator.gaps.periods import says_no_contact
from chronolator.gaps.stays import find_stays, tells_stay
from chronolator.model import (
    TIMED,
    TO_THE_DAY,
    AgencyRules,
    Answer,
    Case,
    Chance,
    Child,
    Clock,
    Event,
    Flag,
    GapRules,
    Precision,
    Qualifier,
    Question,
    Reason,
    Sighting,
    When,
)
from chronolator.stretches import Stretch
from chronolator.words.agencies import Kinds, fold_names
from chronolator.words.fold import fold_name

_IN_PERSON = frozenset(
    {
        Reason.IN_SIGHT,
        Reason.ASLEEP,
        Reason.ADMITTED,
        Reason.DISCHARGED,
        Reason.COLUMN,
        Reason.AUTHOR,
    }
)
_Flags = dict[Question, list[Flag]]


class Record:
    """The events and flags of a case, made ready to be asked."""

    def __init__(
        self,
        events: Sequence[Event],
        flags: Sequence[Flag],
        case: Case,
        rules: GapRules,
        agencies: AgencyRules,
    ) -> None:
        """Sort them once for all clocks."""
        self.case = case
        self._rules = rules
        self._kinds = Kinds(agencies)
        self._events = {event.id: event for event in events}
        self._order = {event.id: number for number, event in enumerate(events)}
        known = [event for event in events if event.when.known_day]
        known.sort(key=lambda event: bound_days(event.when)[0])
        self.no_contact = [event for event in known if says_no_contact(event, rules)]
        self._no_chance = {event.id for event in self.no_contact}
        self._days = [day for event in known for day in bound_days(event.when)]
        self._dated = [event for event in known if event.id not in self._no_chance]
        self._starts = [bound_days(event.when)[0] for event in self._dated]
        self._flags: defaultdict[str, _Flags] = defaultdict(lambda: defaultdict(list))
        self._seen_in: defaultdict[str, set[str]] = defaultdict(set)
        self._why_seen: defaultdict[str, dict[str, Reason]] = defaultdict(dict)
        for flag in flags:
            if flag.event not in self._events:
                continue
            self._flags[flag.child][flag.question].append(flag)
            if flag.question is Question.SEEN and flag.answer is Answer.YES:
                self._why_seen[flag.child][flag.event] = flag.reason
                if flag.reason in _IN_PERSON:
                    self._seen_in[flag.event].add(flag.child)

    def has_entries(self, agency: str) -> bool:
        """True where an entry of the agency is among the events."""
        names = fold_names(agency, self.case)
        return any(fold_name(event.agency) in names for event in self._events.values())

    def find_period(self) -> tuple[date, date] | None:
        """The first and the last day that are looked at: of the review period, else of the dated
        events; None where nothing tells them.
        """
        first = self.case.first or min(self._days, default=None)
        last = self.case.last or max(self._days, default=None)
        return (first, last) if first and last else None

    def run_clock(self, child: Child, of: Question, by: str | None) -> Clock | None:
        """What the agencies, or the one named `by`, recorded of the child; None where the child was
        born after the period, or died before it. What an agency only passes on of another's
        sighting is none of its own: it closes no gap in what is seen `by` it.
        """
        period = self.find_period()
        if period is None:
            return None
        first = max(period[0], child.born or period[0])
        last = min(period[1], child.died or period[1])
        if last < first:
            return None
        names = fold_names(by, self.case) if by else frozenset[str]()
        flags = {
            question: self._pick(self._flags[child.name][question], names)
            for question in (of, Question.SEEN)
        }
        sightings = []
        undated = []
        for flag in flags[of]:
            if flag.answer not in {Answer.YES, Answer.UNCLEAR}:
                continue
            if not self._events[flag.event].when.known_day:
                undated.append(flag.event)
            elif sighting := self._place(flag, first, last):
                own = by is None or flag.reason is not Reason.SECOND_HAND
                sightings.append(replace(sighting, closes=sighting.closes and own))
        if of is Question.SEEN:
            rows = self._list_hospital_rows(flags[of])
            stays = find_stays(rows, self._list_elsewhere(child), self._rules)
            sightings += [one for one in map(partial(_cut, first, last), stays) if one]
        chances = dict(self._list_chances(flags, of))
        days = {one: bound_days(self._events[one].when) for one in chances}
        met = [one for one, (begins, ends) in days.items() if ends >= first and begins <= last]
        return Clock(
            child=child.name,
            of=of,
            by=by,
            first=first,
            last=last,
            sightings=tuple(
                sorted(sightings, key=lambda one: (one.first, one.last, self._order[one.event]))
            ),
            chances=tuple(Chance(one, chances[one]) for one in sorted(met, key=days.__getitem__)),
            undated=tuple(undated),
        )

    def is_admitted(self, child: str, stretch: Stretch) -> bool:
        """True where it begins with an admission, and not with a discharge of the same day; none
        that may end the stay lies inside.
        """
        why = self._why_seen[child]
        told = {event: why[event] for event in stretch.left.events if event in why}
        day = stretch.left.longest
        stays = {one.event for one in stretch.doubtful if one.throughout}
        return Reason.DISCHARGED not in told.values() and any(
            reason is Reason.ADMITTED
            and event not in stays
            and self._events[event].when.first == self._events[event].when.last == day
            for event, reason in told.items()
        )

    def list_between(self, first: date, last: date) -> Iterator[Event]:
        """The dated events that lie in the days from `first` to `last`, inclusive, but the rows
        that tell of no contact.
        """
        for number in range(bisect_left(self._starts, first), len(self._dated)):
            if self._starts[number] > last:
                break
            if bound_days(self._dated[number].when)[1] <= last:
                yield self._dated[number]

    def _pick(self, flags: list[Flag], names: frozenset[str]) -> list[Flag]:
        """The flags in the entries of the agency of these names; all without a name."""
        if not names:
            return flags
        agencies = {event.agency for event in self._events.values()}
        meant = {agency for agency in agencies if fold_name(agency) in names}
        return [flag for flag in flags if self._events[flag.event].agency in meant]

    def _place(self, flag: Flag, begins: date, ends: date) -> Sighting | None:
        """The sighting on its days, as far as they are known; None outside `begins` to `ends`."""
        event = self._events[flag.event]
        when = event.when
        first, last = when.first or begins, when.last or ends
        if is_approximate(when):
            margin = timedelta(days=self._rules.approximate_days)
            first, last = first - margin, last + margin
        if last < begins or first > ends:
            return None
        yes = flag.answer is Answer.YES
        return Sighting(
            flag.event,
            max(first, begins),
            min(last, ends),
            throughout=yes and flag.question is Question.SEEN and self._is_stay(event),
            closes=yes and when.first is not None and when.last is not None,
        )

    def _is_stay(self, event: Event) -> bool:
        when = event.when
        return (
            when.first != when.last
            and when.precision in TO_THE_DAY
            and when.qualifier is not Qualifier.APPROXIMATE
            and self._kinds.find(event) in self._rules.stays
            and tells_stay(event, self._rules)
        )

    def _list_hospital_rows(self, flags: Sequence[Flag]) -> list[tuple[Event, Flag]]:
        """The rows where a stay can be that lie on a single known day, in the order of the days."""
        rows = []
        for flag in flags:
            event = self._events[flag.event]
            known = event.when.qualifier in {Qualifier.EXACT, Qualifier.INHERITED}
            if (
                known
                and event.when.precision in TO_THE_DAY
                and event.when.first == event.when.last
                and self._kinds.find(event) in self._rules.stays
            ):
                rows.append((event, flag))
        return sorted(
            rows, key=lambda row: (bound_days(row[0].when)[0], row[0].when.at or time.min)
        )

    def _list_elsewhere(self, child: Child) -> list[Event]:
        """The rows of agencies where no stay can be that say whether the child was seen."""
        told = (
            self._events[flag.event]
            for flag in self._flags[child.name][Question.SEEN]
            if (flag.answer is Answer.YES and flag.reason in _IN_PERSON)
            or (flag.answer is Answer.NO and flag.reason is not Reason.AWAY)
        )
        return [one for one in told if self._kinds.find(one) not in self._rules.stays]

    def _list_chances(self, flags: _Flags, of: Question) -> Iterator[tuple[str, Reason]]:
        for question in dict.fromkeys((of, Question.SEEN)):
            for flag in flags[question]:
                event = self._events[flag.event]
                if event.id in self._no_chance or not event.when.known_day:
                    continue
                if flag.answer is Answer.NO or self._is_of_sibling(flag):
                    yield event.id, flag.reason

    def _is_of_sibling(self, flag: Flag) -> bool:
        """True where one who meets the family as a whole saw a sibling, and says no more."""
        return (
            flag.question is Question.SEEN
            and flag.answer is Answer.NOT_RECORDED
            and flag.reason is Reason.SIBLING_ONLY
            and bool(self._seen_in[flag.event] - {flag.child})
            and self._kinds.find(self._events[flag.event]) in self._rules.families
        )


def _cut(begins: date, ends: date, stay: Sighting) -> Sighting | None:
    """The stay within the period; None outside it."""
    if stay.last < begins or stay.first > ends:
        return None
    return replace(stay, first=max(stay.first, begins), last=min(stay.last, ends))


def bound_days(when: When) -> tuple[date, date]:
    """The first and the last day of what has a date; of an open end the day that is known."""
    return when.known_day or date.max, when.last or when.first or date.min


def is_approximate(when: When) -> bool:
    """True where days, or whole months, are told that may be others. "Early May" has days enough
    of its own; where a time is known, it is that which is not exact.
    """
    if when.qualifier is not Qualifier.APPROXIMATE or when.first is None or when.last is None:
        return False
    whole_months = when.first.day == 1 and (when.last + timedelta(days=1)).day == 1
    return when.precision is Precision.DAY or (whole_months and when.precision not in TIMED)


def list_expected(child: Child, case: Case) -> dict[str, list[tuple[date, date]]]:
    """The agencies expected to visit the child, each with the days in which they were."""
    expected: dict[str, list[tuple[date, date]]] = {}
    for one in case.visiting:
        if one.by and one.child == child.name:
            days = one.first or date.min, one.last or date.max
            expected.setdefault(one.by, []).append(days)
    return expected
