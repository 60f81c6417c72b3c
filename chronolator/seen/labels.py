"""What a cell asks once more before its answer: "Child seen?: N", "RA: Y"."""

import re
from typing import NamedTuple

from chronolator.model import CellRules
from chronolator.seen.cell_words import CellWords
from chronolator.words.fold import fold, holds_any
from chronolator.words.mention import NOBODY

_LABEL = re.compile(r"[^:?]*(?:[:?][\s:?]*(?=\S)|(?::|\s[-\u2013])\s*$)")
"""What stands before a colon, also where nothing stands behind it: "Robin:", "Robin -"."""
_HEADING = "?:"
"""With it a question ends that heads a column, as columns are joined."""


class Asked(NamedTuple):
    """Where what is asked ends, and for whom. `of_speech`: it asks with whom somebody spoke, and
    not who was seen; `marked`: it shows a tick and a cross, so that a cross alone is a no.
    """

    end: int
    children: frozenset[int]
    of_speech: bool = False
    marked: bool = False


class Labels:
    """The words that ask, ready to be found."""

    def __init__(self, rules: CellRules, words: CellWords, everyone: frozenset[int]) -> None:
        """Prepare once for all cells; `everyone` are all children."""
        self._rules = rules
        self._everyone = everyone
        self._words = words
        self._asking = frozenset(rules.labels)
        self._general = frozenset(rules.general)
        self._choices = sorted(rules.choices, key=len, reverse=True)

    def skip(self, text: str) -> Asked:
        """What is asked at the beginning of the text."""
        end, children, asked = 0, NOBODY, ""
        marked = False
        while label := _LABEL.match(text[end:]):
            marks = self._shows_marks(label[0])
            found = NOBODY if marks else self._read(label[0])
            if found is None or (not found and end + label.end() == len(text)):
                break
            asked += f" {label[0]}"
            children |= found
            marked = marked or marks
            end += label.end()
        return Asked(end, children, self._asks_of_speech(asked), marked)

    def _read(self, text: str) -> frozenset[int] | None:
        """The children of whom a text asks once more ("Child seen?", "RA"); None for another."""
        told = fold(text)
        if told in self._choices:
            return NOBODY  # "Y/N/NA", whoever is called N
        children = NOBODY
        question = text.rstrip().endswith(_HEADING)  # whatever it asks
        parts = list(self._words.split(text, 0, len(text)))
        for part in parts:
            rest = f" {part.rest} "
            for choice in self._choices:
                rest = rest.replace(f" {choice} ", " ")
            others = (one for one in rest.split() if one not in self._asking)
            if not question and not all(map(str.isdigit, others)):
                return None
            children |= part.children | part.owners
        if children == self._everyone and not self._general.isdisjoint(told.split()):
            children = NOBODY  # "Children seen?" does not say whose the answer is
        return children if parts else None

    def _shows_marks(self, text: str) -> bool:
        return not any(map(str.isalnum, text)) and all(
            any(mark in text for mark in marks)
            for marks in (self._rules.ticked, self._rules.crossed)
        )

    def _asks_of_speech(self, asked: str) -> bool:
        told = fold(asked)
        sight = holds_any(told, self._rules.of_sight)
        return holds_any(told, self._rules.of_speech) and not sight
