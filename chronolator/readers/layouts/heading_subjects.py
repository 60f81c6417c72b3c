"""Whose sighting or views a heading asks for."""

from chronolator.model import HeadingRules
from chronolator.readers.layouts.heading_words import Words, list_words

_CHILD = "child"
"""The word that all words for a child are read as."""


class Subjects:
    """Tells the headings that ask of somebody else, or of something, from those of the child."""

    def __init__(self, rules: HeadingRules) -> None:
        self._others = frozenset(list_words(rules.others))
        self._perceived = frozenset(list_words(rules.perceived))
        self._clauses = frozenset(rules.clauses)
        self._joins = frozenset(rules.joins)
        self._breaks = frozenset(rules.breaks) - self._joins

    def is_another(self, split: Words, start: int, end: int) -> bool:
        """True where the sighting or the views from `start` to `end` are of another than the child.

        "Mother seen alone", "Child's mother seen", "Views of mother" and "Seen (mother)" are of
        another; "Mother and child seen", "Child seen with mother" and "Seen without mother" not.
        """
        words = split.words
        if _CHILD in words[start:end]:
            return self._is_other_child(words, start)
        before = self._list_before(split, start)
        if before:
            return self._is_other(words, before)
        if words[end : end + 1] == ("of",):
            return self._is_other(words, self._list_after(words, end + 1))
        return len(split.aside) == 1 and split.aside[0] in self._others

    def _is_other_child(self, words: tuple[str, ...], start: int) -> bool:
        return words[max(start - 1, 0) : start] in (("other",), ("another",))

    def _list_before(self, split: Words, start: int) -> list[int]:
        """The places before `start` where the subject stands: behind a stroke or a "whether", up to
        a "by". None where `start` is in brackets.
        """
        places: list[int] = []
        for place, word in enumerate(split.words[:start] if start < len(split.words) else ()):
            if word in self._clauses or split.chunks[place][0] != split.chunks[start][0]:
                places = []
            elif word in self._breaks:
                break
            else:
                places.append(place)
        while places and split.words[places[-1]] in self._perceived:
            places.pop()
        return places

    def _list_after(self, words: tuple[str, ...], start: int) -> list[int]:
        """The places of the first words from `start` on."""
        end = next((n for n in range(start, len(words)) if words[n] in self._breaks), len(words))
        return list(range(start, end))

    def _is_other(self, words: tuple[str, ...], places: list[int]) -> bool:
        """True where the words end with another, and the child is not named beside it."""
        last = words[places[-1]] if places else ""
        if last == _CHILD:
            return len(places) > 1 and self._is_other_child(words, places[-1])
        if last not in self._others:
            return False
        joined = [words[n - 1] for n in places if n > places[0] and words[n] in self._joins]
        return _CHILD not in joined
