"""The sheet Marks: what stands on the lanes of the children's charts, as one table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from xlsxwriter.utility import xl_range_formula

from chronolator.model import Answer
from chronolator.rows import RowValue
from chronolator.rows.gaps import ANYONE
from chronolator.timeline import Bar, ChildLanes, Lane, Overview, Point, list_ticks
from chronolator.write.workbook.tables import Finding, Heading

SHEET = "Marks"
_PURPOSE = (
    "The numbers from which the pictures of the children are drawn. On paper: its headings alone."
)
MOST_TICKS = 16
_HEADINGS = (
    Heading("Child", 18, bold=True),
    Heading("Lane", 34),
    Heading("What stands there", 20),
    Heading("Entries, or days", 9),
    Heading("From", 17),
    Heading("To", 17),
    Heading("Drawn at", 17),
    Heading("Days before", 9),
    Heading("Days after", 9),
    Heading("Height", 9),
    Heading("Ref", 16),
)
COUNT = 3
DRAWN, BEFORE, AFTER, HEIGHT = range(6, 10)
"""The columns that the charts are drawn from, counted from 0."""
_REF = 10

LANE = 10
"""How high a lane is: its marks stand in its middle."""
_OFFSETS = {Answer.YES: 2, Answer.UNCLEAR: 0, Answer.NO: -2, Answer.NOT_RECORDED: 0}
"""Marks of one day on one lane stand above each other, so that none hides another."""
_MARGIN = 0.015
_UNCERTAIN = {True: "gap", False: "uncertain gap"}

_Row = tuple[RowValue, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of the table that follow one another; the headings are row 0."""

    first: int
    last: int

    def refer(self, column: int) -> list[str | int]:
        """The cells of the block in one column, as XlsxWriter takes them."""
        return [SHEET, self.first, column, self.last, column]

    def name(self, column: int) -> str:
        """The same as a formula, for where XlsxWriter takes that alone."""
        return f"={xl_range_formula(SHEET, self.first, column, self.last, column)}"


class Marked(NamedTuple):
    """The marks of one agency and answer: all on one day each, or all `wide`."""

    agency: str
    answer: Answer
    wide: bool
    block: Block


@dataclass(slots=True)
class ChildMarks:
    """Where the numbers of one child's chart stand, and the words that go with them.

    `first` and `last` are the days at its edges, 0 and `top` the heights, `most` the marks of the
    fullest lane. `gaps` are by whether they are certain, each bar with its lane.
    """

    child: str
    first: date
    last: date
    top: int
    most: int
    gaps: dict[bool, tuple[Block, tuple[tuple[str, Bar], ...]]] = field(default_factory=dict)
    points: list[Marked] = field(default_factory=list)
    names: tuple[Block, tuple[str, ...]] = (Block(0, 0), ())
    scale: tuple[Block, tuple[date, ...]] = (Block(0, 0), ())


@dataclass(frozen=True, slots=True)
class MarkTable:
    """The table, and the part of it that each child's chart is drawn from."""

    finding: Finding
    children: tuple[ChildMarks, ...]


def list_marks(overview: Overview, refer: Callable[[str], str]) -> MarkTable:
    """One row a mark, a bar, a name of a lane, and a day of the scale. `refer` gives what to call
    an event by its id.
    """
    lister = _Lister(overview, refer)
    children = tuple(lister.list_child(child) for child in overview.children)
    used = len(_HEADINGS) - overview.by_month
    rows = [row[:used] for row in lister.rows]
    return MarkTable(
        Finding(
            SHEET,
            _HEADINGS[:used],
            rows,
            purpose=_PURPOSE,
            parted=True,
            printed=False,
            charted=True,
        ),
        children,
    )


def name_clock(lane: Lane) -> str:
    """What to call the lane of a clock."""
    return f"Days of gaps: {lane.by or ANYONE}"


class _Lister:
    """Lists the rows of the table, child by child, and keeps where they stand."""

    def __init__(self, overview: Overview, refer: Callable[[str], str]) -> None:
        self.rows: list[_Row] = []
        self._overview = overview
        self._refer = refer
        margin = timedelta(days=1 + round((overview.last - overview.first).days * _MARGIN))
        self._edges = overview.first - margin, overview.last + margin

    def list_child(self, lanes: ChildLanes) -> ChildMarks:
        """Add the rows of one child, and tell where they stand."""
        heights = dict(_pile(lanes))
        most = max(len(lane.points) for lane in lanes.agencies)
        marks = ChildMarks(lanes.child, *self._edges, LANE * len(heights), most)
        bars = [(name_clock(lane), bar) for lane in lanes.clocks for bar in lane.bars]
        for certain, words in _UNCERTAIN.items():
            told = tuple(one for one in bars if one[1].certain is certain)
            if told:
                rows = [_tell_bar(bar, name, words, heights[name]) for name, bar in told]
                marks.gaps[certain] = self._add(lanes.child, rows), told
        for lane in lanes.agencies:
            for (answer, wide), points in self._group(lane.points):
                rows = [self._tell_point(one, lane.agency, heights) for one in points]
                block = self._add(lanes.child, rows)
                marks.points.append(Marked(lane.agency, answer, wide, block))
        marks.names = self._add(lanes.child, self._tell_names(heights)), tuple(heights)
        days = list_ticks(self._overview.first, self._overview.last, MOST_TICKS)
        ticks = [_tell_helper("Scale", "day of the scale", day, 0) for day in days]
        marks.scale = self._add(lanes.child, ticks), days
        return marks

    def _add(self, child: str, rows: Iterable[_Row]) -> Block:
        first = len(self.rows) + 1
        self.rows += [(child, *row) for row in rows]
        return Block(first, len(self.rows))

    def _group(self, points: Iterable[Point]) -> Iterator[tuple[tuple[Answer, bool], list[Point]]]:
        """The points by answer, those first that stand on one day."""
        groups: dict[tuple[Answer, bool], list[Point]] = {}
        for point in points:
            wide = point.first < point.last and not self._overview.by_month
            groups.setdefault((point.answer, wide), []).append(point)
        return iter(sorted(groups.items(), key=lambda one: one[0][1]))

    def _tell_point(self, point: Point, agency: str, heights: dict[str, int]) -> _Row:
        several = self._overview.by_month
        first, last = (point.middle,) * 2 if several else (point.first, point.last)
        _, _, middle, before, after = _spread(first, point.middle, last)
        return (
            agency,
            f"seen: {point.answer}",
            len(point.events),
            point.first,
            point.last,
            middle,
            before,
            after,
            heights[agency] + _OFFSETS[point.answer],
            "" if several else self._refer(point.events[0]),
        )

    def _tell_names(self, heights: dict[str, int]) -> Iterator[_Row]:
        day = self._edges[0]
        return (_tell_helper(name, "name of the lane", day, one) for name, one in heights.items())


def _pile(lanes: ChildLanes) -> Iterator[tuple[str, int]]:
    """The height of the middle of each lane, from the top down."""
    names = [name_clock(one) for one in lanes.clocks] + [one.agency for one in lanes.agencies]
    heights = range(LANE * len(names) - LANE // 2, 0, -LANE)
    return zip(names, heights, strict=True)


def _tell_bar(bar: Bar, lane: str, words: str, height: int) -> _Row:
    """A bar is drawn through the days between its ends: two that follow each other stay two."""
    middle = bar.first + (bar.last - bar.first) // 2
    first, last, drawn, before, after = _spread(bar.first, middle, bar.last)
    between = max(before - 1, 0), max(after - 1, 0)
    return (lane, words, bar.days, first, last, drawn, *between, height, "")


def _spread(first: date, middle: date, last: date) -> tuple[date, date, date, int, int]:
    return first, last, middle, (middle - first).days, (last - middle).days


def _tell_helper(lane: str, what: str, day: date, height: int) -> _Row:
    """A row that no entry stands behind: the chart writes words there."""
    return (lane, what, None, day, day, day, 0, 0, height, "")
