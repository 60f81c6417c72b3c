"""What stands behind a phrase that asks for one thing: "excluded for", "found at", "hit with"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.topics import Span, TopicReader
from chronolator.contacts.texts import PhraseBook
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Said

_SHORTEST = 3
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """What an account has behind the phrase of a detail (`names`), of what and of whom."""

    names: frozenset[str]
    about: frozenset[str]
    persons: frozenset[str]
    words: str


class DetailReader:
    """Compares what accounts have behind the same kind of phrase."""

    def __init__(self, vocabulary: Vocabulary, topics: TopicReader) -> None:
        """Prepare the phrases once for all accounts."""
        rules = vocabulary.rules
        self._details = rules.details
        self._book = PhraseBook(
            (text, number) for number, one in enumerate(rules.details) for text in one.before
        )
        self._articles = set(rules.things.articles)
        self._ends = {*rules.topic_words.breaks, *rules.things.ends}
        self._vague = set(rules.things.vague)
        self._same = {text: group.id for group in rules.same for text in group.words}
        self._topics = topics

    def compare(self, accounts: Sequence[Account], *, hurt: bool) -> Iterator[Difference]:
        """One difference for each detail that two accounts tell in words of which neither has the
        other's. `hurt`: they tell of an injury, so that with what it was done is of that.
        """
        told = [self._read(one) for one in accounts]
        for number, detail in enumerate(self._details):
            known = [
                (one, found[number])
                for one, found in zip(accounts, told, strict=True)
                if number in found
            ]
            for (a, first), (b, second) in combinations(known, 2):
                kind = detail.kind
                of_one = kind is DifferenceKind.INJURY or _can_be_of_one(first, second)
                if of_one and self._are_apart(first, a, second, b):
                    if kind is DifferenceKind.INJURY and not hurt:
                        kind = DifferenceKind.OTHER
                    said = (Said(a.event.id, first.words), Said(b.event.id, second.words))
                    yield Difference(kind, said)
                    break

    def _are_apart(self, one: _Told, a: Account, other: _Told, b: Account) -> bool:
        if one.about and other.about and not one.about & other.about:
            return False
        return not (self._has(b, one.names) or self._has(a, other.names))

    def _has(self, account: Account, names: Collection[str]) -> bool:
        return any(self._name(word) in names for word in account.words.lower)

    def _read(self, account: Account) -> dict[int, _Told]:
        """What the account has, by the number of the detail: the first told counts."""
        words, lower = account.words, account.words.lower
        found: dict[int, _Told] = {}
        for sentence in words.sentences:
            for at, stop, number in self._book.find(lower, *sentence):
                clause = self._topics.find_clause(lower, sentence, (at, stop))
                before = lower[max(clause[0], at - _SHORTEST) : at]
                start, end = self._find_filler(lower, stop, clause[1])
                names = self._read_names(lower[start:end])
                if names and number not in found and self._topics.doubt.isdisjoint(before):
                    found[number] = _Told(
                        names,
                        self._topics.read_things(lower, (clause[0], at), (at, at)),
                        self._find_persons(account, sentence, (clause[0], at)),
                        words.quote(at, end),
                    )
        return found

    def _find_persons(self, account: Account, sentence: Span, before: Span) -> frozenset[str]:
        """Of whom it is told: the person, or those whose names no rule knows."""
        words, (start, end) = account.words, before
        named = {
            words.lower[at]
            for at in range(start, end)
            if words.written[at].istitle() and (at > sentence[0] or at == end - 1)
        }
        persons = self._topics.find_person(account, sentence, (end, end))
        return persons or frozenset(filter(self._topics.tells, named))

    def _find_filler(self, lower: list[str], start: int, end: int) -> Span:
        while start < end and lower[start] in self._articles:
            start += 1
        stop = start
        while stop < min(end, start + _LONGEST) and not self._is_end(lower, start, stop):
            stop += 1
        return start, stop

    def _is_end(self, lower: list[str], start: int, at: int) -> bool:
        """True for a word behind which it is told no more, but not for "hitting" in "excluded for
        hitting a teacher".
        """
        begins = at == start and self._topics.is_verb(lower[at])
        between = (
            at == start + 1 and lower[at] in self._articles and self._topics.is_verb(lower[start])
        )
        return lower[at] in self._ends and not (begins or between)

    def _read_names(self, words: Sequence[str]) -> frozenset[str]:
        """What the words name; nothing where one of them can be almost anything."""
        if not self._vague.isdisjoint(words):
            return frozenset()
        told = [word for word in words if len(word) >= _SHORTEST and word.isalpha()]
        things = [word for word in told if not self._topics.is_verb(word)]
        return frozenset(map(self._name, things or told))

    def _name(self, word: str) -> str:
        return self._same.get(word) or self._topics.name(word)


def _can_be_of_one(one: _Told, other: _Told) -> bool:
    return not (one.persons and other.persons) or bool(one.persons & other.persons)
