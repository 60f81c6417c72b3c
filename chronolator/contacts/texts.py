"""A row's words, and phrases found among them.

`words.clauses` tells more of each word and costs ten times as much: here every row is read, and
only which words follow each other counts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from sys import intern
from typing import Generic, NamedTuple, TypeVar

from chronolator.words.clauses import RUN_ON

_PARTS = (
    r"\+ve\b|(?<![\w-])-ve\b",  # positive and negative
    r"\b(?i:ca|could|did|do|does|had|has|have|is|are|was|were|wo|would)n(?=t\b)",  # "didnt"
    r"\w+",
    r"(?<!\b[DM]r)(?<!\bMrs)(?<!\bMs)[.;!?](?=\s|$)",
    r"[\n,:()]|#(?!\s?\d)|(?<=\s)[-\u2013](?=\s)",
)
_TOKEN = re.compile("|".join(_PARTS))
_FULL_STOPS = (".", ";", "!", "?", "\n")
STOPS = frozenset(_FULL_STOPS)
_PAUSES = STOPS | {",", ":", ")"}
_NO, _NUMBER = "no", "number"
_ANY = "*"
_WIDEST = 3
"""How many words "*" stands for at most."""

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Words:
    """The words of a text in their order, as written and in lower case, with the marks between."""

    text: str
    written: list[str]
    lower: list[str]

    def quote(self, start: int, end: int) -> str:
        """The words from `start` to `end` (exclusive) exactly as the text has them, without a pause
        before the first.
        """
        while start < end - 1 and self.lower[start] in _PAUSES:
            start += 1
        return self.text[self._spans[start][0] : self._spans[end - 1][1]]

    def begin(self, at: int) -> int:
        """The place of the text at which that word begins; behind the last word, its end."""
        return self._spans[at][0] if at < len(self._spans) else len(self.text)

    def count_before(self, place: int) -> int:
        """How many words begin before that place of the text."""
        return bisect_left(self._spans, (place, 0))

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _TOKEN.finditer(self.text)]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences, each as where it begins and ends (exclusive). One that runs on for more
        than 120 words is parted at its next pause: what is told of whom is looked up in it,
        again and again.
        """
        found: list[tuple[int, int]] = []
        start = 0
        for place, word in enumerate(self.lower):
            stops, size = word in STOPS, place - start
            if stops or size >= 2 * RUN_ON or (size >= RUN_ON and word in _PAUSES):
                found += [(start, place)] if start < place else []
                start = place + 1 if stops else place
        return [*found, (start, len(self.lower))] if start < len(self.lower) else found


def split_words(text: str) -> Words:
    """The words of the text. "T/c" is two words, as is "mum's", and "didnt" like "didn't"; the
    "no" of "no 14" is a number, and denies nothing.
    """
    written = list(map(intern, _TOKEN.findall(text)))  # of a large chronology few words are new
    lower = [intern(word.lower()) for word in written]
    for at, word in enumerate(lower[1:]):
        if word[0].isdecimal() and lower[at] == _NO:
            lower[at] = _NUMBER
    return Words(text, written, lower)


@cache
def split_phrase(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the rules, with "*" where up to three others may stand."""
    if phrase.replace(" ", "").isalnum():  # most are words alone, and there are many of them
        return tuple(phrase.lower().split())
    return tuple(
        word
        for number, part in enumerate(phrase.split(_ANY))
        for word in ((_ANY,) if number else ()) + tuple(_TOKEN.findall(part.lower()))
    )


class _Phrase(NamedTuple, Generic[Meaning]):
    """A phrase of a book: what it stands behind when sorted, its words, how many they are (0 where
    a gap is among them), its meaning.
    """

    order: tuple[int, int]
    words: list[str]
    size: int
    meaning: Meaning


class PhraseBook(Generic[Meaning]):
    """Phrases with a meaning each, found by their first two words; the longest counts. Those of two
    words are put in order when a text first holds both: few texts hold many of them.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        """Of two equal phrases the last counts."""
        self._phrases: dict[str, dict[tuple[str, ...], Meaning]] = {}
        for phrase, meaning in phrases:
            if words := split_phrase(phrase):
                self._phrases.setdefault(words[0], {})[words] = meaning
        self._by_second: dict[str, dict[str, list[_Phrase[Meaning]]]] = {}
        self._ordered: dict[tuple[str, str], list[_Phrase[Meaning]]] = {}

    def __contains__(self, word: str) -> bool:
        """True for a word with which a phrase begins."""
        return word in self._phrases

    def beginnings(self) -> frozenset[str]:
        """The words with which phrases begin."""
        return frozenset(self._phrases)

    def begins_in(self, words: set[str]) -> bool:
        """True where one of the words begins a phrase: else none can be found among them."""
        return not self._phrases.keys().isdisjoint(words)

    def at(self, words: list[str], start: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins at `start`: where it ends, and its meaning."""
        return next(self.list_at(words, start), None) if words[start] in self._phrases else None

    def list_at(self, words: list[str], start: int) -> Iterator[tuple[int, Meaning]]:
        """All phrases that begin at `start`, the longest first."""
        for _, phrase, size, meaning in self._list_likely(words, start):
            if size:
                if words[start : start + size] == phrase:
                    yield start + size, meaning
            elif end := _match_with_gap(words, start, phrase):
                yield end, meaning

    def _list_likely(self, words: list[str], start: int) -> Sequence[_Phrase[Meaning]]:
        """The phrases that can begin at `start` by the two words there, the longest first."""
        first = words[start]
        by_second = self._by_second.get(first)
        if by_second is None:
            if first not in self._phrases:
                return ()
            by_second = self._by_second[first] = self._sort_by_second(first)
        second = words[start + 1] if start + 1 < len(words) else _ANY
        second = second if second in by_second else _ANY
        ordered = self._ordered.get((first, second))
        if ordered is None:
            ordered = self._ordered[first, second] = _order(by_second, second)
        return ordered

    def _sort_by_second(self, first: str) -> dict[str, list[_Phrase[Meaning]]]:
        """The phrases that begin with that word by their second one, "*" where it may be any."""
        by_second: dict[str, list[_Phrase[Meaning]]] = {}
        for place, (words, meaning) in enumerate(self._phrases[first].items()):
            second = words[1] if len(words) > 1 else _ANY
            size = 0 if _ANY in words else len(words)
            told = _Phrase((-len(words), place), list(words), size, meaning)
            by_second.setdefault(second, []).append(told)
        return by_second

    @cached_property
    def _lasts(self) -> set[str]:
        return {
            next(filter(_ANY.__ne__, reversed(words)), "")
            for known in self._phrases.values()
            for words in known
        }

    def ending_at(self, words: list[str], end: int, longest: int = 5) -> Meaning | None:
        """The meaning of the longest phrase that ends right before `end`, if there is one."""
        if not end or words[end - 1] not in self._lasts:
            return None
        for start in range(max(0, end - longest), end):
            found = self.at(words, start)
            if found and found[0] == end:
                return found[1]
        return None

    def find(
        self, words: list[str], start: int = 0, end: int | None = None
    ) -> list[tuple[int, int, Meaning]]:
        """The phrases in order, none inside another: beginning, end (exclusive), meaning."""
        last = len(words) if end is None else end
        by_first = self._phrases
        part = words[start:last] if start or end is not None else words
        if by_first.keys().isdisjoint(part):
            return []
        begin = [at for at, word in enumerate(part, start) if word in by_first]
        found: list[tuple[int, int, Meaning]] = []
        free = start
        for at in begin:
            if at >= free:
                phrase = self.at(words, at)
                if phrase and phrase[0] <= last:
                    free = phrase[0]
                    found.append((at, free, phrase[1]))
        return found


@lru_cache(maxsize=256)
def open_book(phrases: tuple[str, ...]) -> PhraseBook[bool]:
    """A book of phrases that all mean the same, made once for all runs."""
    return PhraseBook((text, True) for text in phrases)


@lru_cache(maxsize=16)
def open_answers(yes: tuple[str, ...], no: tuple[str, ...]) -> PhraseBook[bool]:
    """A book of phrases that say so and of those that deny it, made once for all runs. Of a phrase
    that is of both the last counts.
    """
    return PhraseBook([*((text, True) for text in yes), *((text, False) for text in no)])


def _order(by_second: Mapping[str, list[_Phrase[Meaning]]], second: str) -> list[_Phrase[Meaning]]:
    """The phrases of a first word that the second may continue, the longest first."""
    anything = by_second.get(_ANY, [])
    told = anything if second == _ANY else by_second[second] + anything
    return sorted(told, key=lambda one: one.order)


def _match_with_gap(words: list[str], start: int, phrase: list[str]) -> int:
    """Where the phrase with a gap that begins at `start` ends, or 0."""
    cut = phrase.index(_ANY)
    at = start + cut
    if words[start:at] != phrase[:cut]:
        return 0
    tail = phrase[cut + 1 :]
    if tail and tail[0] not in words[at : at + _WIDEST + 1]:
        return 0
    for gap in range(_WIDEST + 1):
        end = at + gap + len(tail)
        if words[at + gap : end] == tail:
            return 0 if any(word in STOPS for word in words[at : at + gap]) else end
    return 0
