"""Slips of the keyboard in a heading's words."""

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

_SHORTEST = 5
_LONG = 11
_SHORTEST_PART = 4


@lru_cache(maxsize=4096)
def correct(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """The known word that this one is a slip of, or the two that it runs together; else itself.

    A word of five letters may hold one slip, one of eleven two; the first letter must be right, for
    a word with another beginning is another word.
    """
    if len(word) < _SHORTEST - 1 or not word.isalpha():
        return (word,)
    for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if word[:place] in known and word[place:] in known:
            return (word[:place], word[place:])
    near = min(_list_near(word, known), default=None)
    return (near[1],) if near else (word,)


def _list_near(word: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    for other in known:
        if other[:1] != word[:1]:
            continue
        length = max(len(word), len(other))
        most = 2 if length >= _LONG else 1
        if length < _SHORTEST and sorted(word) != sorted(other):
            continue
        if abs(len(word) - len(other)) > most or len(set(word) ^ set(other)) > 2 * most:
            continue
        if (slips := OSA.distance(word, other)) <= most:
            yield slips, other
