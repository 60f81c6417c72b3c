"""What one account denies and another affirms: "no concerns", "concerns about weight"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.topics import TopicReader
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Said

_FAR = 3


@dataclass(frozen=True, slots=True)
class _Named:
    """That an account names a thing, denied or not, and of what."""

    thing: str
    denied: bool
    about: frozenset[str]
    words: str


class DenialReader:
    """Compares what accounts affirm with what others deny."""

    def __init__(self, vocabulary: Vocabulary, topics: TopicReader) -> None:
        """Prepare the words once for all accounts."""
        words = vocabulary.rules.topic_words
        self._denied = {word: word.rstrip("s") for word in words.denied}
        self._none = set(vocabulary.rules.none)
        self._topics = topics

    def compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """A difference for each thing that one account denies and another affirms. Where both tell
        of what, that must be the same.
        """
        told = [(one, _leave_out_both(list(self._read(one)))) for one in accounts]
        for (a, first), (b, second) in combinations(told, 2):
            for one in first:
                for other in second:
                    if (
                        one.thing == other.thing
                        and one.denied != other.denied
                        and _meet(one, other)
                    ):
                        said = (Said(a.event.id, one.words), Said(b.event.id, other.words))
                        yield Difference(DifferenceKind.OTHER, said)
                        return

    def _read(self, account: Account) -> Iterator[_Named]:
        words = account.words
        lower = words.lower
        if self._denied.keys().isdisjoint(lower):
            return
        for sentence in words.sentences:
            for at in range(*sentence):
                thing = self._denied.get(lower[at])
                if thing is None:
                    continue
                first = max(sentence[0], at - _FAR)
                before = lower[first:at]
                denied = not self._none.isdisjoint(before)
                if not denied and not self._topics.doubt.isdisjoint(before):
                    continue
                clause = self._topics.find_clause(lower, sentence, (at, at + 1))
                about = self._topics.read_things(lower, clause, (at, at + 1))
                yield _Named(thing, denied, about, words.quote(*clause))


def _leave_out_both(found: Sequence[_Named]) -> list[_Named]:
    """Without the things that one account both affirms and denies."""
    sides = {(one.thing, one.denied) for one in found}
    return [one for one in found if (one.thing, not one.denied) not in sides]


def _meet(one: _Named, other: _Named) -> bool:
    apart = one.about and other.about and not one.about & other.about
    return not apart
