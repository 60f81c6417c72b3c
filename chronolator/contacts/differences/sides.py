"""The sides of all claims, found among the words of a text in one walk."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from chronolator.contacts.texts import PhraseBook, split_phrase
from chronolator.model import Claim, EvidenceRules

_MOST_KEPT = 64
"""Texts whose sides are kept: those of a contact are asked for again and again."""


class Side(NamedTuple):
    """Words `start` to `end` (exclusive) that take a side of a claim."""

    start: int
    end: int
    side: int


Sides = Mapping[int, Sequence[Side]]
"""By the number of a claim, the sides of it that a text takes, in order, none inside another."""


class SideFinder:
    """Phrases of claims, by the words with which they begin. Those of a word are made ready when a
    text first holds it: few texts hold many of them.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Part the phrases by their first words."""
        self._phrases: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for number, claim in enumerate(claims):
            for side, texts in enumerate(claim.sides):
                for text in texts:
                    self._phrases[text.partition(" ")[0]].append((text, number, side))
        self._parts: defaultdict[str, list[str]] = defaultdict(list)
        """By a word, the beginnings of phrases of which it is the first: "t/c" begins with t."""
        for part in self._phrases:
            self._parts[split_phrase(part)[0]].append(part)
        self._books: dict[str, PhraseBook[Mapping[int, int]]] = {}
        self._find_once = lru_cache(_MOST_KEPT)(self._find)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the phrases."""
        texts = {text for told in self._phrases.values() for text, _, _ in told}
        return frozenset(word for text in texts for word in split_phrase(text))

    def find(self, words: Sequence[str]) -> Sides:
        """The sides that are taken in the words of a text, in lower case."""
        return self._find_once(tuple(words))

    def _find(self, words: tuple[str, ...]) -> Sides:
        told, found, free = list(words), defaultdict[int, list[Side]](list), dict[int, int]()
        for start, word in enumerate(told):
            if word in self._parts:
                for end, sides in self._open_book(word).list_at(told, start):
                    for claim, side in sides.items():
                        if free.get(claim, 0) <= start:
                            free[claim] = end
                            found[claim].append(Side(start, end, side))
        return found

    def _open_book(self, word: str) -> PhraseBook[Mapping[int, int]]:
        """The phrases that begin with the word, each with its side of every claim it is of."""
        if word not in self._books:
            meanings: defaultdict[tuple[str, ...], dict[int, int]] = defaultdict(dict)
            spelt: dict[tuple[str, ...], str] = {}
            for part in self._parts[word]:
                for text, claim, side in self._phrases[part]:
                    words = split_phrase(text)
                    meanings[words][claim] = side
                    spelt[words] = text
            self._books[word] = PhraseBook((spelt[one], meanings[one]) for one in meanings)
        return self._books[word]


@lru_cache(maxsize=2)
def find_sides(rules: EvidenceRules) -> SideFinder:
    """The finder of the rules' claims, made once for all runs."""
    return SideFinder(rules.claims)
