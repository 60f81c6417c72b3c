"""Whom "F13" means: a girl of thirteen, as police logs write."""

import re
from collections.abc import Container, Sequence
from datetime import date

from chronolator.model import Child
from chronolator.model.values import count_birthdays
from chronolator.words.book import name_gender
from chronolator.words.word import Word

_CODE = re.compile(r"([mf])(\d{1,2})")


class CodedAges:
    """The children of a case, as a letter for the gender and an age can mean them."""

    def __init__(self, children: Sequence[Child], joins: Container[str]) -> None:
        """Prepare once for all texts; behind one of `joins`, or at the beginning of a clause, such
        words are people ("Room F5" is none).
        """
        self._joins = joins
        self._children = [(name_gender(child), child.born) for child in children]

    def find(self, words: Sequence[Word], day: date | None) -> dict[int, tuple[int, int]]:
        """By the place where they stand, which child such words mean on that day, and where they
        end: the only one who is of that age and gender.
        """
        found = {}
        for at, word in enumerate(words):
            before = words[at - 1] if at else None
            begins = before is None or before.clause != word.clause or before.text in self._joins
            written = word.capital and begins and day is not None
            code = _CODE.fullmatch(word.text) if written else None
            if code and (child := self._choose(code[1], int(code[2]), day)) is not None:
                found[at] = child, at + 1
        return found

    def _choose(self, gender: str, age: int, day: date | None) -> int | None:
        fitting = [
            number
            for number, (known, born) in enumerate(self._children)
            if born is not None and day and known == gender and count_birthdays(born, day) == age
        ]
        return fitting[0] if len(fitting) == 1 else None
