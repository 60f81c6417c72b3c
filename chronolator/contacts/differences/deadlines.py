"""By when a thing is to be done: "within 5 working days", "by end of October", "by Friday"."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.days import DayReader
from chronolator.contacts.differences.topics import Span, TopicReader
from chronolator.contacts.texts import PhraseBook, open_book
from chronolator.contacts.vocabulary import Vocabulary, list_names
from chronolator.model import DayWords, Difference, DifferenceKind, Said

_HOURS, _WEEK, _WORKING = 24, 7, 5


@dataclass(frozen=True, slots=True)
class _Due:
    """What is to be done, and within how many days of the row's own."""

    days: float
    things: frozenset[str]
    words: str


class DeadlineReader:
    """Compares by when accounts have a thing done."""

    def __init__(self, vocabulary: Vocabulary, topics: TopicReader, days: DayReader) -> None:
        """Prepare the words once for all accounts."""
        rules = vocabulary.rules
        words = rules.day_words
        self._hours = rules.durations
        self._numbers = {word: number for number, word in enumerate(rules.numbers.words) if number}
        self._months = {text: n for n, group in enumerate(words.months, 1) for text in group}
        self._weekdays = {text: n for n, group in enumerate(words.weekdays) for text in group}
        self._within = open_book(words.within)
        self._by = PhraseBook([*((text, False) for text in words.by), *_with_ends(words)])
        self._working = set(words.working)
        self._limits = rules.limits
        self._days = days
        self._topics = topics
        children = (text.lower() for _, text in list_names(vocabulary.case))
        self._common = {
            name
            for word in (*children, *self._months, *self._weekdays, *self._hours, *words.working)
            for name in topics.read_things([word], (0, 1), (1, 1))
        }

    def compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """A difference where two accounts have one thing done by different days."""
        told = [(one, list(self._read(one))) for one in accounts]
        for (a, first), (b, second) in combinations(told, 2):
            for one in first:
                same = [other for other in second if one.things & other.things]
                if same and all(self._are_apart(one.days, other.days) for other in same):
                    said = (Said(a.event.id, one.words), Said(b.event.id, same[0].words))
                    yield Difference(DifferenceKind.OTHER, said)
                    return

    def _are_apart(self, one: float, other: float) -> bool:
        alike = max(self._limits.days_alike, self._limits.share_alike * max(one, other))
        return abs(one - other) > alike

    def _read(self, account: Account) -> Iterator[_Due]:
        lower = account.words.lower
        for sentence in account.words.sentences:
            for start, end, days in self._find(account, sentence):
                clause = self._topics.find_clause(lower, sentence, (start, end))
                things = self._topics.read_things(lower, clause, (start, end)) - self._common
                if things and days >= 0:
                    yield _Due(days, things, account.words.quote(clause[0], max(end, clause[1])))

    def _find(self, account: Account, sentence: Span) -> Iterator[tuple[int, int, float]]:
        """The deadlines of a sentence: where each begins and ends, and the days until then."""
        lower, last = account.words.lower, sentence[1]
        for start, stop, _ in self._within.find(lower, *sentence):
            if found := self._count(lower, stop, last):
                yield start, *found
        for start, stop, at_end in self._by.find(lower, *sentence):
            if at_end and stop < last and lower[stop] in self._months:
                yield start, stop + 1, _count_to_month(account.first, self._months[lower[stop]])
            elif not at_end and stop < last and lower[stop] in self._weekdays:
                yield start, stop + 1, _count_to_weekday(account.first, self._weekdays[lower[stop]])
            elif not at_end:
                for at, end, day in self._days.find_days(account.words, stop, last):
                    if at == stop and day:
                        yield start, end, _count_to_day(account.first, *day)

    def _count(self, lower: list[str], at: int, end: int) -> tuple[int, float] | None:
        """Where "5 working days" ends that begins there, and how many days it is."""
        if at + 1 >= end:
            return None
        number = self._numbers.get(lower[at]) or (int(lower[at]) if lower[at].isdecimal() else 0)
        unit = at + 1
        working = lower[unit] in self._working
        unit += working
        if not number or unit >= end or lower[unit] not in self._hours:
            return None
        hours = self._hours[lower[unit]]
        share = _WEEK / _WORKING if working and hours == _HOURS else 1
        return unit + 1, number * hours / _HOURS * share


def _with_ends(words: DayWords) -> Iterator[tuple[str, bool]]:
    """The phrases for the end of a time, behind those for "by"."""
    return ((f"{by} {end}", True) for by in words.by for end in words.end_of)


def _count_to_month(first: int, month: int) -> int:
    """The days from then to the end of the next month of that number."""
    own = date.fromordinal(first)
    year = own.year + (month < own.month)
    return date(year, month, monthrange(year, month)[1]).toordinal() - first


def _count_to_weekday(first: int, weekday: int) -> int:
    return (weekday - date.fromordinal(first).weekday() - 1) % _WEEK + 1


def _count_to_day(first: int, day: int, month: int) -> int:
    """The days from then to the next day of that month; below 0 where there is none."""
    own = date.fromordinal(first)
    year = own.year + ((month, day) < (own.month, own.day))
    if not 1 <= day <= monthrange(year, month)[1]:
        return -1
    return date(year, month, day).toordinal() - first
