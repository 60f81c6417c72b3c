"""Texts that are written in capitals throughout, as logs of calls are."""

import re
from collections.abc import Collection

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 5
"""Words: fewer may be abbreviations."""
_SHARE = 0.9
_SHORT = 3
"""Letters: a shorter name is an alias or initials, and written so."""


class Capitals:
    """Tells the names from the other words of a text in capitals."""

    def __init__(
        self, names: Collection[str], ranks: Collection[str], articles: Collection[str]
    ) -> None:
        """`names` are the single words of the names of a case, in small letters; behind one of the
        `ranks` ("pc") a name stands. One of the `articles` is no initial.
        """
        self._names = names
        self._ranks = ranks
        self._articles = articles

    def quieten(self, text: str) -> str:
        """The text, as long as it was; one that is in capitals keeps them where its names begin and
        in letters that stand alone: of other words they would say that they are names.
        """
        if 2 * sum(map(str.islower, text)) > len(text):
            return text  # most texts: their words need not be looked at
        words = list(_WORD.finditer(text))
        if len(words) < _FEWEST or not _is_shouted(words):
            return text
        letters = list(text)
        rank = False
        for one in words:
            told = one[0].lower()
            if len(told) != len(one[0]):
                return text
            if told in self._names or rank:
                told = one[0] if len(told) < _SHORT else told.capitalize()
            elif len(told) == 1 and told not in self._articles:
                told = one[0]
            letters[one.start() : one.end()] = told
            rank = told.lower() in self._ranks
        return "".join(letters)


def _is_shouted(words: Collection[re.Match[str]]) -> bool:
    return sum(one[0].isupper() for one in words) >= _SHARE * len(words)
