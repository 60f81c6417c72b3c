"""Which field a heading names, by the rules of headings.toml."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chronolator.model import Field, HeadingRule, HeadingRules
from chronolator.readers.layouts.spelling import correct
from chronolator.words.fold import fold

LONGEST_HEADING = 200
"""Templates write what is wanted into the heading; a longer text is no heading."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019\u02bc`](?=s\b)|(?<=s)['\u2019\u02bc`]")
_ENDING = re.compile(r"\(s\)|[(/]ren\b\)?", re.IGNORECASE)
_ASIDE = re.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]?")
_PIECE = re.compile(r"[^\W_]+|[/,;:|\u2013\u2014\n]|\?(?=\s*\w)|(?<=\s)-(?=\s)")
_SAID = str.maketrans(
    {"&": " and ", "+": " and ", "#": " number ", "\u2116": " number ", "%": " percent "}
)


@dataclass(frozen=True, slots=True)
class Words:
    """A heading as the rules see it: folded words, and the chunk of the heading each stands in,
    parted by strokes (first number) and by words such as "of" (second number).

    `aside`: words in brackets, which count where the others say nothing.
    """

    words: tuple[str, ...]
    chunks: tuple[tuple[int, int], ...]
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """The rule that a heading falls under, and the place of the phrase in its words.

    `whole`: the phrase is the whole heading. `order`: of the rule in the file. `rest`: the heading
    holds words that no rule knows, a child's name for instance.
    """

    rule: HeadingRule
    order: int
    start: int
    end: int
    whole: bool
    rest: bool

    @property
    def field(self) -> Field | None:
        """The field named, None for a heading that is no field."""
        return self.rule.field


def match_heading(heading: str, rules: HeadingRules) -> Match | None:
    """The rule that the heading falls under, or None where none knows it."""
    if not heading or len(heading) > LONGEST_HEADING:
        return None
    return _match(heading, rules)


def split_heading(heading: str, rules: HeadingRules) -> Words:
    """The heading's words as the rules see them."""
    return _compile(rules).split(heading)


_Piece = tuple[str, tuple[int, int]]


@lru_cache(maxsize=8192)
def _match(heading: str, rules: HeadingRules) -> Match | None:
    return _compile(rules).match(heading)


@lru_cache(maxsize=8)
def _compile(rules: HeadingRules) -> "_Vocabulary":
    return _Vocabulary(rules)


class _Vocabulary:
    """The rules' phrases by their first word, made once."""

    def __init__(self, rules: HeadingRules) -> None:
        self.rules = rules
        self.dropped = set(rules.dropped)
        self.breaks = set(rules.breaks)
        self.hints = [tuple(hint.split()) for hint in rules.hints]
        self.phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self.only: dict[tuple[str, ...], int] = {}
        self.decisive: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self.beside: dict[int, frozenset[str]] = {}
        for order, rule in enumerate(rules.rules):
            self.beside[order] = frozenset(_list_words(rule.beside))
            for phrase in self._list_phrases(rule.words):
                self.phrases.setdefault(phrase[0], []).append((phrase, order))
            for phrase in self._list_phrases(rule.only):
                self.only.setdefault(phrase, order)
            for phrase in self._list_phrases(rule.decisive):
                self.decisive.setdefault(phrase[0], []).append((phrase, order))
        self.known = {
            word
            for group in (self.phrases, self.decisive)
            for phrases in group.values()
            for phrase, _ in phrases
            for word in phrase
        }
        self.known.update(word for phrase in self.only for word in phrase)
        self.known.update(*self.beside.values())
        self.respelt = frozenset(self.known | self.breaks | {w for h in self.hints for w in h})

    def _list_phrases(self, phrases: Iterable[str]) -> Iterator[tuple[str, ...]]:
        for phrase in phrases:
            words = tuple(_cut(word) for word in _list_words([phrase], cut=False))
            yield tuple(word for word in words if word not in self.dropped) or words

    def split(self, heading: str) -> Words:
        text = _CAMEL.sub(" ", _unspace(heading).translate(_SAID))
        text = _POSSESSIVE.sub("", _ENDING.sub(_close_ending, text))
        aside = " , ".join(one or other for one, other in _ASIDE.findall(text))
        words, chunks = self._read(_ASIDE.sub(" , ", text))
        beside, more = self._read(aside)
        return Words(words, chunks, beside) if words else Words(beside, more)

    def _read(self, text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
        pieces: list[_Piece] = []
        stroke = chunk = 0
        for piece in _PIECE.findall(text):
            folded = fold(piece)
            stroke += not folded
            for word in folded.split():
                chunk += word in self.breaks
                pieces.append((word, (stroke, chunk)))
        pieces = [one for one in self._drop_hints(pieces) if one[0] not in self.dropped] or pieces
        told = [(right, chunk) for word, chunk in pieces for right in self._spell(word)]
        return tuple(word for word, _ in told), tuple(chunk for _, chunk in told)

    def _spell(self, word: str) -> tuple[str, ...]:
        plain = _cut(word)
        if plain in self.known or word in self.breaks:
            return (plain,)
        return correct(plain, self.respelt)

    def _drop_hints(self, pieces: list[_Piece]) -> list[_Piece]:
        words = tuple(word for word, _ in pieces)
        for hint in self.hints:
            size = len(hint)
            for start in range(len(words) - size, 0, -1):
                if words[start : start + size] == hint:
                    del pieces[start : start + size]
                    words = words[:start] + words[start + size :]
        return pieces

    def match(self, heading: str) -> Match | None:
        split = self.split(heading)
        return (
            self._decide(split)
            or self._match_whole(split.words)
            or self._match_part(split)
            or self._match_stretch(split)
            or self._match_aside(split)
        )

    def _match_whole(self, words: tuple[str, ...]) -> Match | None:
        if words in self.only:
            return self._make(self.only[words], 0, len(words), words)
        for start, end, order in _find(words, self.phrases):
            if end - start == len(words):
                return self._make(order, start, end, words)
        return None

    def _match_part(self, split: Words) -> Match | None:
        """The phrase of the first chunk that ends last: there the head of the heading stands."""
        chunks = split.chunks
        ranked = [
            (chunks[start], -end, start, order)
            for start, end, order in _find(split.words, self.phrases)
            if chunks[start][0] == chunks[end - 1][0]
        ]
        if not ranked:
            return None
        _, end, start, order = min(ranked)
        return self._make(order, start, -end, split.words)

    def _match_stretch(self, split: Words) -> Match | None:
        for start, end in _list_stretches(split.chunks):
            if split.words[start:end] in self.only:
                return self._make(self.only[split.words[start:end]], start, end, split.words)
        return None

    def _match_aside(self, split: Words) -> Match | None:
        found = next(_find(split.aside, self.phrases), None)
        size = len(split.words)
        return self._make(found[2], size, size, split.words) if found else None

    def _decide(self, split: Words) -> Match | None:
        words = split.words + split.aside
        everything = set(words)
        decided = [
            (order, start, end)
            for start, end, order in _find(words, self.decisive)
            if not self.beside[order] or self.beside[order] & (everything - set(words[start:end]))
        ]
        return self._make(*min(decided), split.words) if decided else None

    def _make(self, order: int, start: int, end: int, words: tuple[str, ...]) -> Match:
        rest = any(word not in self.known and word not in self.breaks for word in words)
        whole = (start, end) == (0, len(words))
        return Match(self.rules.rules[order], order, start, end, whole, rest)


def _find(
    words: tuple[str, ...], phrases: dict[str, list[tuple[tuple[str, ...], int]]]
) -> Iterator[tuple[int, int, int]]:
    for start, word in enumerate(words):
        for phrase, order in phrases.get(word, ()):
            end = start + len(phrase)
            if words[start:end] == phrase:
                yield start, end, order


def _list_stretches(chunks: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of what stands between strokes."""
    start = 0
    for place in range(1, len(chunks) + 1):
        if place == len(chunks) or chunks[place][0] != chunks[start][0]:
            yield start, place
            start = place


def _list_words(phrases: Sequence[str], *, cut: bool = True) -> Iterator[str]:
    for phrase in phrases:
        plain = fold(_POSSESSIVE.sub("", _CAMEL.sub(" ", phrase)))
        yield from (_cut(word) if cut else word for word in plain.split())


def _cut(word: str) -> str:
    """The word without the ending of a plural."""
    if len(word) <= len("was") or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _close_ending(found: re.Match[str]) -> str:
    return "s" if found[0].casefold() == "(s)" else "ren"


def _unspace(heading: str) -> str:
    """Letters written apart ("D A T E") as words; two spaces part the words."""
    if len(heading.split()) <= 2 or any(len(one) > 1 for one in heading.split()):  # noqa: PLR2004  "W F" is no spaced word
        return heading
    return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", heading.strip()))
