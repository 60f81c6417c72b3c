"""For how long: an order, an exclusion, a sentence."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.texts import PhraseBook
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Said

_ALIKE = 0.15
"""The share by which "four weeks" and "one month" may lie apart."""


class TermReader:
    """Compares how long accounts say that a thing lasts."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the words once for all accounts."""
        rules = vocabulary.rules
        self._hours = rules.durations
        self._numbers = {word: number for number, word in enumerate(rules.numbers.words) if number}
        self._terms = PhraseBook((text, group.id) for group in rules.terms for text in group.words)

    def compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """A difference for each thing that two accounts have last for different times."""
        told = [(one, self._read(one)) for one in accounts]
        for (a, first), (b, second) in combinations(told, 2):
            for term in first:
                if term not in second:
                    continue
                (hours, words), (others, said) = first[term], second[term]
                if abs(hours - others) > _ALIKE * max(hours, others):
                    yield Difference(
                        DifferenceKind.OTHER, (Said(a.event.id, words), Said(b.event.id, said))
                    )
                    return

    def _read(self, account: Account) -> dict[str, tuple[float, str]]:
        """How long each thing lasts, in hours, where the row tells but one time."""
        words = account.words
        lower = words.lower
        times = [
            (at, number * self._hours[lower[at + 1]])
            for at in range(len(lower) - 1)
            if lower[at + 1] in self._hours and (number := self._count(lower[at]))
        ]
        if len(times) != 1:
            return {}
        at, hours = times[0]
        sentence = next((one for one in words.sentences if one[0] <= at < one[1]), None)
        if sentence is None:
            return {}
        found = self._terms.find(lower, *sentence)
        return {
            term: (float(hours), words.quote(min(start, at), max(stop, at + 2)))
            for start, stop, term in found
        }

    def _count(self, word: str) -> int:
        return self._numbers.get(word) or (int(word) if word.isdecimal() else 0)
