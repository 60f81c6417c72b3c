"""Days that accounts say were fixed: the next meeting, an eviction, a visit to come."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.attenders import AttenderFinder
from chronolator.contacts.differences.family import RELATIVE
from chronolator.contacts.differences.topics import STEM, TopicReader
from chronolator.contacts.texts import Words, open_answers
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Said

_WRITTEN = re.compile(r"(?<![\d/.£])(\d{1,2})[/.](\d{1,2})(?:[/.](?:\d{4}|\d{2}))?(?![\d/%]|\.\d)")
_WRITTEN_LENGTH = len("31/12/2020") + len(".1")  # what may follow tells whether it is a day
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?$")
_MONTHS, _WEEK = 12, 7
_LONGEST = 8
_NEXT = "next"


@dataclass(frozen=True, slots=True)
class _Fixed:
    """A day that was fixed: its day and month (0 where only the `weekday` is told), for what, and
    who is to act by what the account says.
    """

    day: int
    month: int
    weekday: int | None
    things: frozenset[str]
    actors: frozenset[str]
    words: str


class DayReader:
    """Compares the days that accounts say were fixed."""

    def __init__(
        self, vocabulary: Vocabulary, topics: TopicReader, attenders: AttenderFinder
    ) -> None:
        """Prepare the words once for all accounts."""
        words = vocabulary.rules.day_words
        self._weekdays = {text: n for n, group in enumerate(words.weekdays) for text in group}
        self._months = {text: n for n, group in enumerate(words.months, 1) for text in group}
        self._with_capital = frozenset(words.with_capital)
        self._fixed = open_answers(words.next, words.fixed)
        self._named = self._weekdays.keys() | self._months.keys()
        self._common = {
            _NEXT,
            *(word[:STEM] for text in (*words.fixed, *words.next) for word in text.split()),
        }
        self._own = {*vocabulary.rules.acting.own}
        self._topics = topics
        self._attenders = attenders

    def compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """A difference where two accounts have one thing on different days. Where one of them
        fixes several days for it, it is not known which is meant.
        """
        told = [(one, list(self._read(one))) for one in accounts]
        for (a, first), (b, second) in combinations(told, 2):
            for one in first:
                same = [other for other in second if self._meet(one, other)]
                alike = [other for other in first if other is not one and self._meet(one, other)]
                if len(same) == 1 and not alike and _are_apart(one, same[0]):
                    said = (Said(a.event.id, one.words), Said(b.event.id, same[0].words))
                    yield Difference(DifferenceKind.OTHER, said)
                    return

    def _meet(self, one: _Fixed, other: _Fixed) -> bool:
        """True where both are of one thing, and not each of its own agency's. That it is the next
        or a review tells of one thing only where one names no other.
        """
        apart = one.actors and other.actors and not one.actors & other.actors
        named, others = one.things - self._common, other.things - self._common
        same = named & others if named and others else one.things & other.things
        return bool(same) and not apart

    def _read(self, account: Account) -> Iterator[_Fixed]:
        words = account.words
        lower = words.lower
        if not self._fixed.begins_in(set(lower)):
            return
        for start, end in words.sentences:
            days = list(self.find_days(words, start, end))
            if len(days) != 1:
                continue
            at, stop, when = days[0]
            if when and when in _list_days(account):
                continue
            cues = self._fixed.find(lower, start, at) or self._fixed.find(lower, stop, end)
            near = [one for one in cues if at - one[1] <= _LONGEST and one[0] - stop <= _LONGEST]
            if not near:
                continue
            things = self._topics.read_things(lower, (start, end), (at, stop))
            things = frozenset(one for one in things if one not in self._named)
            if any(is_next for _, _, is_next in near):
                things |= {_NEXT}
            day, month = when or (0, 0)
            weekday = _find_weekday(account, day, month) if when else self._weekdays[lower[at]]
            first, last = min(at, near[0][0]), max(stop, near[-1][1])
            yield _Fixed(
                day,
                month,
                weekday,
                things,
                self._find_actors(account, start, end),
                words.quote(*self._widen(lower, (start, end), (first, last))),
            )

    def _widen(
        self, lower: list[str], sentence: tuple[int, int], span: tuple[int, int]
    ) -> tuple[int, int]:
        """With what the day is for, where the clause is short."""
        start, end = self._topics.find_clause(lower, sentence, span)
        return (start, end) if end - start <= 2 * _LONGEST else span

    def find_days(
        self, words: Words, start: int, end: int
    ) -> Iterator[tuple[int, int, tuple[int, int] | None]]:
        """The days in a sentence: where each stands, and its day and month (none of a weekday)."""
        lower = self._leave_out_small(words, start, end)
        named: set[int] = set()
        for at in range(start, end):
            month = self._months.get(lower[at])
            if month is None:
                continue
            if at > start and (found := _ORDINAL.fullmatch(lower[at - 1])):
                named |= {at, at - 1}
                yield at - 1, at + 1, (int(found[1]), month)
            elif at + 1 < end and (found := _ORDINAL.fullmatch(lower[at + 1])):
                named |= {at, at + 1}
                yield at, at + 2, (int(found[1]), month)
        if named:
            return  # a weekday beside it is the same day
        written = list(_find_written(words, start, end))
        if written:
            yield from written
            return
        for at in range(start, end):
            if lower[at] in self._weekdays:
                yield at, at + 1, None

    def _leave_out_small(self, words: Words, start: int, end: int) -> list[str]:
        """The words, those of the sentence that are a day's only with a capital being blank."""
        lower = list(words.lower)
        for at in range(start, end):
            if lower[at] in self._with_capital and not words.written[at][0].isupper():
                lower[at] = ""
        return lower

    def _find_actors(self, account: Account, start: int, end: int) -> frozenset[str]:
        """The agencies that the sentence names, or the writer's own where it writes of itself."""
        if not self._own.isdisjoint(account.words.lower[start:end]):
            return frozenset({account.event.agency})
        return frozenset(
            key
            for one in self._attenders.find(account, start, end)
            for key in one.keys
            if not key.startswith(RELATIVE)
        )


def _find_written(words: Words, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
    last = words.begin(end) + _WRITTEN_LENGTH
    for match in _WRITTEN.finditer(words.text, words.begin(start), last):
        first, behind = words.count_before(match.start()), words.count_before(match.end())
        if first >= end:
            return
        day, month = int(match[1]), int(match[2])
        if 1 <= month <= _MONTHS:
            yield first, min(end, behind), (day, month)


def _are_apart(one: _Fixed, other: _Fixed) -> bool:
    if one.month and other.month:
        return (one.day, one.month) != (other.day, other.month)
    weekdays = {one.weekday, other.weekday}
    return None not in weekdays and len(weekdays) > 1


def _list_days(account: Account) -> set[tuple[int, int]]:
    """The days of the row itself, each as day and month."""
    days = (date.fromordinal(one) for one in {account.first, account.last})
    return {(one.day, one.month) for one in days}


def _find_weekday(account: Account, day: int, month: int) -> int | None:
    """The weekday of the next such day from the row's own day on."""
    own = date.fromordinal(account.first)
    for year in (own.year, own.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= own - timedelta(days=_WEEK):
            return found.weekday()
    return None
