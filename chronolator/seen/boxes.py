"""Boxes to tick in a cell of a form: which answer was chosen."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from chronolator.model import CellRules

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the boxes of a cell say: where the words of those that were chosen begin and end, of
    those that were `crossed_out` beside a tick, of those `left` empty, and of what stands `behind`
    the last where the words stand before their boxes.

    Where a mark stands alone there are no words: a tick says yes (`ticked`), and a cross may be a
    tick or a no (`crossed`).
    """

    words: tuple[Span, ...] = ()
    crossed_out: tuple[Span, ...] = ()
    left: tuple[Span, ...] = ()
    behind: Span | None = None
    ticked: bool = False
    crossed: bool = False


@dataclass(frozen=True, slots=True)
class _Box:
    start: int
    end: int
    mark: str


class Boxes:
    """The marks of the rules, ready to be found."""

    def __init__(self, marks: CellRules) -> None:
        """Compile once for all cells."""
        self._marks = marks
        every = sorted((*marks.ticked, *marks.crossed, *marks.empty), key=len, reverse=True)
        self._any = re.compile("|".join(map(re.escape, every)) or r"(?!)", re.IGNORECASE)
        self._alone = frozenset(marks.crossed_alone)

    def read(self, cell: str, answers: Callable[[str], bool]) -> Choice | None:
        """What the boxes say; None where there are none.

        The words of a box stand behind it, or before it where what stands before the first is an
        answer of its own (`answers`), as "Yes ☐ No ☒". A cross chooses too, as in Word's own boxes,
        but not beside a tick, not where it is the only box, and not where it is drawn ("Robin ✗")
        and no box was left empty.
        """
        if cell.strip().casefold() in self._alone:
            return Choice(crossed=True)
        boxes = [_Box(*one.span(), one[0].casefold()) for one in self._any.finditer(cell)]
        if not boxes:
            return None
        words = [_strip(cell, *span) for span in self._find_words(cell, boxes, answers)]
        ticks = [at for at, one in enumerate(boxes) if one.mark in self._marks.ticked]
        crosses = [at for at, one in enumerate(boxes) if one.mark in self._marks.crossed]
        drawn = all(one.mark in self._marks.drawn for one in boxes)
        if crosses and (len(boxes) == 1 or drawn):
            return Choice(crossed=True)
        chosen = set(ticks or crosses)
        out = {*crosses} - chosen
        said = tuple(words[at] for at in sorted(chosen) if words[at][0] < words[at][1])
        empty = tuple(words[at] for at in range(len(boxes)) if at not in chosen | out)
        if not said:
            return Choice(ticked=bool(ticks), crossed=bool(crosses) and not ticks)
        rest = _strip(cell, boxes[-1].end, len(cell))
        return Choice(
            said,
            tuple(words[at] for at in sorted(out)),
            empty,
            rest if words[-1][1] <= boxes[-1].start and rest[0] < rest[1] else None,
        )

    def holds_tick(self, cell: str) -> bool:
        """True where a tick stands in the cell: a cross beside it is a no."""
        return any(one in cell for one in self._marks.ticked)

    def _find_words(
        self, cell: str, boxes: list[_Box], answers: Callable[[str], bool]
    ) -> list[Span]:
        """Where the words of each box stand."""
        if answers(cell[: boxes[0].start]):
            bounds = [0, *(one.end for one in boxes)]
            return [(a, one.start) for a, one in zip(bounds, boxes, strict=False)]
        bounds = [*(one.start for one in boxes), len(cell)]
        return [(one.end, b) for one, (_, b) in zip(boxes, pairwise(bounds), strict=True)]


def _strip(cell: str, start: int, end: int) -> Span:
    while start < end and not cell[start].isalnum():
        start += 1
    while end > start and not (cell[end - 1].isalnum() or cell[end - 1] == ")"):
        end -= 1
    return start, end
