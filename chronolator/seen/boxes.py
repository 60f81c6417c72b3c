"""Boxes to tick in a cell of a form: which answer was chosen."""

import re
from dataclasses import dataclass
from itertools import pairwise

from chronolator.model import BoxMarks


@dataclass(frozen=True, slots=True)
class Choice:
    """What the boxes of a cell say: where the words of those that were chosen begin and end.

    `words` is empty where none was, and where a mark stands alone: a tick says yes (`ticked`), and
    a cross may be a tick or a no (`crossed`).
    """

    words: tuple[tuple[int, int], ...] = ()
    ticked: bool = False
    crossed: bool = False


@dataclass(frozen=True, slots=True)
class _Box:
    start: int
    end: int
    mark: str


class Boxes:
    """The marks of the rules, ready to be found."""

    def __init__(self, marks: BoxMarks) -> None:
        """Compile once for all cells."""
        self._marks = marks
        every = sorted((*marks.ticked, *marks.crossed, *marks.empty), key=len, reverse=True)
        self._any = re.compile("|".join(map(re.escape, every)) or r"(?!)", re.IGNORECASE)
        self._alone = frozenset(marks.crossed_alone)

    def read(self, cell: str) -> Choice | None:
        """What the boxes say; None where there are none.

        The words of a box stand behind it, or before it where the cell does not begin with one. A
        cross chooses too, as in Word's own boxes, but not beside a tick.
        """
        if cell.strip().casefold() in self._alone:
            return Choice(crossed=True)
        boxes = [_Box(*one.span(), one[0].casefold()) for one in self._any.finditer(cell)]
        if not boxes:
            return None
        ticks = [at for at, one in enumerate(boxes) if one.mark in self._marks.ticked]
        crosses = [at for at, one in enumerate(boxes) if one.mark in self._marks.crossed]
        words = self._find_words(cell, boxes)
        chosen = tuple(_strip(cell, *words[at]) for at in ticks or crosses)
        said = tuple((start, end) for start, end in chosen if start < end)
        if said:
            return Choice(said)
        return Choice(ticked=bool(ticks), crossed=bool(crosses) and not ticks)

    def _find_words(self, cell: str, boxes: list[_Box]) -> list[tuple[int, int]]:
        """Where the words of each box stand."""
        first = any(map(str.isalnum, cell[: boxes[0].start]))
        if first:
            bounds = [0, *(one.end for one in boxes)]
            return [(a, one.start) for a, one in zip(bounds, boxes, strict=False)]
        bounds = [*(one.start for one in boxes), len(cell)]
        return [(one.end, b) for one, (_, b) in zip(boxes, pairwise(bounds), strict=True)]


def _strip(cell: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not cell[start].isalnum():
        start += 1
    while end > start and not cell[end - 1].isalnum():
        end -= 1
    return start, end
