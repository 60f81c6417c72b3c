"""A row's words, and phrases found among them.

`words.clauses` tells more of each word and costs ten times as much: here every row is read, and
only which words follow each other counts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

_TOKEN = re.compile(r"\w+|(?<!\b[DM]r)(?<!\bMrs)(?<!\bMs)[.;!?](?=\s|$)|[\n,:()]")
_FULL_STOPS = (".", ";", "!", "?", "\n")
STOPS = frozenset(_FULL_STOPS)
_ANY = "*"
_WIDEST = 3
"""How many words "*" stands for at most."""

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in their order, as written and in lower case, with the marks between."""

    text: str
    written: list[str]
    lower: list[str]

    def quote(self, start: int, end: int) -> str:
        """The words from `start` to `end` (exclusive) exactly as the text has them."""
        spans = [match.span() for match in _TOKEN.finditer(self.text)]
        return self.text[spans[start][0] : spans[end - 1][1]]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """The sentences, each as where it begins and ends (exclusive)."""
        at = 0
        for place, word in enumerate(self.lower):
            if word in STOPS:
                if place > at:
                    yield at, place
                at = place + 1
        if at < len(self.lower):
            yield at, len(self.lower)


def split_words(text: str) -> Words:
    """The words of the text. "T/c" is two words, as is "mum's"."""
    written = _TOKEN.findall(text)
    return Words(text, written, [word.lower() for word in written])


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the rules, with "*" where up to three others may stand."""
    return tuple(
        word
        for number, part in enumerate(phrase.split(_ANY))
        for word in ((_ANY,) if number else ()) + tuple(_TOKEN.findall(part.lower()))
    )


class PhraseBook(Generic[Meaning]):
    """Phrases with a meaning each, found by their first word; the longest counts."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        """Of two equal phrases the last counts."""
        known = {split_phrase(phrase): meaning for phrase, meaning in phrases}
        self._by_first: dict[str, list[tuple[list[str], Meaning]]] = {}
        for words, meaning in sorted(known.items(), key=lambda one: -len(one[0])):
            if words:
                self._by_first.setdefault(words[0], []).append((list(words), meaning))

    def __contains__(self, word: str) -> bool:
        """True for a word with which a phrase begins."""
        return word in self._by_first

    def at(self, words: list[str], start: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins at `start`: where it ends, and its meaning."""
        for phrase, meaning in self._by_first.get(words[start], ()):
            end = _match(words, start, phrase)
            if end:
                return end, meaning
        return None

    def ending_at(self, words: list[str], end: int, longest: int = 5) -> Meaning | None:
        """The meaning of the longest phrase that ends right before `end`, if there is one."""
        for start in range(max(0, end - longest), end):
            found = self.at(words, start)
            if found and found[0] == end:
                return found[1]
        return None

    def find(
        self, words: list[str], start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int, Meaning]]:
        """The phrases in order, none inside another: beginning, end (exclusive), meaning."""
        last = len(words) if end is None else end
        free, by_first = start, self._by_first
        for at in range(start, last):
            if words[at] in by_first and at >= free:
                found = self.at(words, at)
                if found and found[0] <= last:
                    free = found[0]
                    yield at, found[0], found[1]


def _match(words: list[str], start: int, phrase: list[str]) -> int:
    """Where the phrase that begins at `start` ends, or 0."""
    if _ANY in phrase:
        return _match_with_gap(words, start, phrase)
    end = start + len(phrase)
    return end if words[start:end] == phrase else 0


def _match_with_gap(words: list[str], start: int, phrase: list[str]) -> int:
    cut = phrase.index(_ANY)
    head, tail = phrase[:cut], phrase[cut + 1 :]
    at = start + len(head)
    if words[start:at] != head:
        return 0
    for gap in range(_WIDEST + 1):
        if any(word in STOPS for word in words[at : at + gap]):
            return 0
        end = at + gap + len(tail)
        if words[at + gap : end] == tail:
            return end
    return 0
