"""Where the phrases of the rules stand in a heading, and what strokes and small words part."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronolator.model import Field, HeadingRule
from chronolator.readers.layouts.heading_words import Chunk, Words

Phrases = dict[str, list[tuple[tuple[str, ...], int]]]
"""Phrases, and the number of the rule each stands in, by their first word."""


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


def find_phrases(words: tuple[str, ...], phrases: Phrases) -> Iterator[tuple[int, int, int]]:
    """The phrases that stand in the words: beginning, end, and the number of the rule."""
    for start, word in enumerate(words):
        for phrase, order in phrases.get(word, ()):
            end = start + len(phrase)
            if words[start:end] == phrase:
                yield start, end, order


def end_first_stretch(chunks: tuple[Chunk, ...]) -> int:
    """The end of what stands before the first stroke."""
    return sum(stroke == chunks[0][0] for stroke, _ in chunks)


def list_stretches(chunks: tuple[Chunk, ...]) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of what stands between strokes."""
    start = 0
    for place in range(1, len(chunks) + 1):
        if place == len(chunks) or chunks[place][0] != chunks[start][0]:
            yield start, place
            start = place


def list_parts(split: Words, breaks: set[str], joins: set[str]) -> list[tuple[int, int]]:
    """The beginnings and ends of what strokes and "and" part, up to a word such as "of"."""
    parts: list[tuple[int, int]] = []
    start = 0
    for place, word in enumerate(split.words):
        stroke = place > 0 and split.chunks[place][0] != split.chunks[place - 1][0]
        if stroke or word in breaks:
            parts.append((start, place))
            start = place + (word in breaks)
        if word in breaks - joins:
            return [one for one in parts if one[0] < one[1]]
    parts.append((start, len(split.words)))
    return [one for one in parts if one[0] < one[1]]
