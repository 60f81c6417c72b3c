"""Whose record the titles above a table say that it is."""

import re
from collections.abc import Iterator, Mapping, Sequence

from chronolator.model import TitleWords
from chronolator.words.fold import fold, holds, holds_any
from chronolator.words.mention import NOBODY, Mention

_SENTENCES = re.compile(r"(?<!\b[^\W\d_])\.\s")  # not behind an initial: "K. Ashdown"
_PARTS = re.compile(r"\s[-\u2013\u2014]\s|[;|\n]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_SHORTEST = 3
"""Of a name in a title; initials may stand for something else there."""


class Titles:
    """The names of a case as they stand in titles."""

    def __init__(self, names: Mapping[str, Mention], children: int, words: TitleWords) -> None:
        """`names`: who is meant by each, folded; `children`: how many the case has."""
        self._names = {name: who.children for name, who in names.items() if len(name) >= _SHORTEST}
        self._count = children
        self._words = words

    def find(self, titles: Sequence[str]) -> frozenset[int]:
        """The one child whose record titles say that it is, where they name no other child; or
        several, but not all, whom one of them names ("Log: Robin and Wren"). Nobody else.
        """
        titles = [_DOTTED.sub(_join, one) for one in titles]  # "K Ashdown d.o.b." is no Ashdown D
        whole = [fold(one) for one in titles]
        plain = [one for one in whole if not holds_any(one, self._words.reviews)]
        spoken = NOBODY.union(*map(self._name, plain))
        if len(spoken) > 1:
            return self._find_several(plain, spoken)
        named = frozenset(child for title in titles for child in self._read(title))
        return named if len(named) == 1 else NOBODY

    def find_in_name(self, name: str) -> frozenset[int]:
        """The one child whom the name of a file names ("GP_Robin_Ashdown"), and no adult; nobody
        where it is of a family or a review.
        """
        words = self._words
        told = fold(name.replace("_", " ").replace("-", " ").replace("&", " and "))
        named, known = self._name(told), [one for one in self._names if holds(told, one)]
        apart = (*words.reviews, *words.others, *words.apart)
        adults = any(not self._names[one] for one in known)
        if len(named) != 1 or adults or holds_any(told, apart):
            return NOBODY
        _, _, behind = f" {told} ".partition(f" {max(known, key=len)} ")
        plain = all(one in words.behind or one[-1].isdigit() for one in behind.split())
        return named if plain else NOBODY

    def _name(self, title: str) -> frozenset[int]:
        return NOBODY.union(*(who for name, who in self._names.items() if holds(title, name)))

    def _find_several(self, titles: Sequence[str], spoken: frozenset[int]) -> frozenset[int]:
        """Those of whom one title speaks, where it is of all who are spoken of and of nobody else's
        family.
        """
        first = next(one for one in titles if self._name(one))
        apart = holds_any(first, self._words.others) or len(spoken) == self._count
        return spoken if self._name(first) == spoken and not apart else NOBODY

    def _read(self, title: str) -> Iterator[int]:
        """The children whom the parts of a title name behind a word for a record ("Pupil: ..."), or
        with which a part begins; not who gave a review its name ("Serious Case Review: Robin").
        """
        reviews = holds_any(fold(title), self._words.reviews)
        for part in self._split(title):
            told = fold(part)
            if holds_any(told, self._words.reviews):
                continue
            for name, who in self._names.items():
                if not holds(told, name):
                    continue
                before, _, behind = f" {told} ".partition(f" {name} ")
                labelled = any(f"{before} ".endswith(f" {word} ") for word in self._words.labels)
                alone = holds_any(behind.strip(), self._words.alone)
                begins = not before.strip() and not reviews
                ends = not reviews and fold(part.partition(":")[2]) == name  # "Youth Justice: K"
                if (labelled or alone or begins or ends) and not _is_namesake(part, name):
                    yield from who

    def _split(self, title: str) -> Iterator[str]:
        """The parts of the title, but of a sentence that speaks of somebody else's record, or has
        a part that is an adult's name: "Tara Ashdown - Wren".
        """
        for sentence in _SENTENCES.split(title):
            parts = _PARTS.split(sentence)
            adults = any(self._names.get(fold(part)) == NOBODY for part in parts)
            if not adults and not holds_any(fold(sentence), self._words.others):
                yield from parts


def _join(dotted: re.Match[str]) -> str:
    """The letters of "d.o.b." as one word."""
    return dotted[0].replace(".", "") + " "


def _is_namesake(part: str, name: str) -> bool:
    """True for "Robin Jones", where the child is Robin Ashdown."""
    if " " in name or part.isupper():
        return False
    found = re.search(rf"\b{re.escape(name)}\s+([^\W\d_][\w'-]+)", part, re.IGNORECASE)
    return found is not None and found[1][0].isupper()
