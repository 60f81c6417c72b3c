"""The timeline on the screen: a line for each month, a letter for each day."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap

from rich.text import Text

from chronolator.cli import show
from chronolator.model import Question
from chronolator.model.values import MONTHS
from chronolator.rows.gaps import ANYONE
from chronolator.timeline import Bar, Lane, Sign, Timeline

_DAY = timedelta(days=1)
_MOST_MONTHS = 60
"""Above this a line stands for a year, and a letter for a week."""
_MOST_YEARS = 30
_LETTERS = {
    Sign.OUTSIDE: " ",
    Sign.NOTHING: ".",
    Sign.MAYBE_GAP: "-",
    Sign.GAP: "=",
    Sign.MISSED: "x",
    Sign.UNCLEAR: "u",
}
_SEEN = {
    Question.SEEN: ("S", "s", "seen"),
    Question.ALONE: ("A", "a", "seen alone"),
    Question.VIEWS: ("V", "v", "views recorded"),
}
_STYLES = {
    Sign.NOTHING: "dim",
    Sign.MAYBE_GAP: "yellow",
    Sign.GAP: "red",
    Sign.MISSED: "bold red",
    Sign.UNCLEAR: "bold yellow",
    Sign.SEEN_ABOUT: "green",
    Sign.SEEN: "bold green",
}
_BETWEEN = 2
_WEEK = 7
_WEEKS = 53


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the calendar: what stands before it, and the days of each of its letters (None
    where the month has no such day).
    """

    label: str
    cells: tuple[tuple[date, date] | None, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """The lines, what stands above them, and how wide a lane and the labels are."""

    lines: tuple[_Line, ...]
    scale: str
    width: int
    margin: int


def tell_timeline(timeline: Timeline, days: int) -> None:
    """Print the timeline: as many lanes side by side as the terminal has room for. `days` is what a
    gap is longer than.
    """
    console = show.open_console()
    months = timeline.months
    by_week = len(months) > _MOST_MONTHS
    grid = _lay_weeks(timeline) if by_week else _lay_months(months)
    room = (console.width - grid.margin + _BETWEEN) // (grid.width + _BETWEEN)
    lanes = timeline.lanes
    for row in _share_out(lanes, max(1, room)):
        show.say()
        for line in _draw(row, grid):
            line.rstrip()
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
    show.say()
    _tell_letters(lanes[0].of, days, by_week=by_week)


def _share_out(lanes: Sequence[Lane], room: int) -> Iterator[list[Lane]]:
    """The lanes as rows of no more than `room`; the two clocks of a child stay together."""
    row: list[Lane] = []
    groups: dict[str, list[Lane]] = {}
    for lane in lanes:
        groups.setdefault(lane.child, []).append(lane)
    for group in groups.values():
        if row and len(row) + len(group) > room:
            yield row
            row = []
        for lane in group:
            if len(row) == room:
                yield row
                row = []
            row.append(lane)
    yield row


def _lay_months(months: Sequence[date]) -> _Grid:
    """A line for each month."""
    lines = []
    for month in months:
        year = f"{month.year}" if month.month == 1 or month == months[0] else ""
        length = monthrange(month.year, month.month)[1]
        days = [month + _DAY * number for number in range(length)]
        cells = [(day, day) for day in days] + [None] * (31 - length)
        lines.append(_Line(f"{year:4} {MONTHS[month.month - 1]}  ", tuple(cells)))
    return _Grid(tuple(lines), "1   5    10   15   20   25   30", 31, 10)


def _lay_weeks(timeline: Timeline) -> _Grid:
    """A line for each year; of very many those are left out with nothing in them or beside them."""
    lines: list[_Line] = []
    years = range(timeline.first.year, timeline.last.year + 1)
    told = {mark.middle.year for lane in timeline.lanes for mark in lane.marks}
    told |= {years[0], years[-1], *(years if len(years) <= _MOST_YEARS else ())}
    for year in years:
        if told.isdisjoint((year - 1, year, year + 1)):
            if lines[-1].cells:
                lines.append(_Line(" ...", ()))
            continue
        begins, ends = date(year, 1, 1), date(year, 12, 31)
        starts = (begins + timedelta(days=_WEEK * number) for number in range(_WEEKS))
        cells = tuple((day, min(ends, day + _DAY * (_WEEK - 1))) for day in starts)
        lines.append(_Line(f"{year:4} ", cells))
    scale = ""
    for number, name in enumerate(MONTHS, start=1):
        place = (date(2019, number, 1) - date(2019, 1, 1)).days // _WEEK
        scale = f"{scale:{place}}{name}"
    return _Grid(tuple(lines), scale, _WEEKS, 5)


def _draw(lanes: Sequence[Lane], grid: _Grid) -> Iterator[Text]:
    heads = [wrap(_name_lane(lane), grid.width) for lane in lanes]
    for number in range(max(map(len, heads))):
        named = [head[number] if number < len(head) else "" for head in heads]
        yield _join(grid, "", [Text(f"{name:{grid.width}}", style="bold") for name in named])
    yield _join(grid, "", [Text(f"{grid.scale:{grid.width}}") for _ in lanes])
    drawn = [_Lettering(lane, grid).draw() for lane in lanes]
    for number, line in enumerate(grid.lines):
        yield _join(grid, line.label, [letters[number] for letters in drawn])


def _join(grid: _Grid, label: str, parts: Sequence[Text]) -> Text:
    line = Text(f"{label:{grid.margin}}")
    for number, part in enumerate(parts):
        line.append(" " * (_BETWEEN if number else 0))
        line.append_text(part)
    return line


def _name_lane(lane: Lane) -> str:
    child = show.clean(lane.child[:1].upper() + lane.child[1:])
    return f"{child}, by {show.clean(lane.by or ANYONE)}"


class _Lettering:
    """The letters of one lane, line by line."""

    def __init__(self, lane: Lane, grid: _Grid) -> None:
        self._lane = lane
        self._lines = grid.lines
        self._signs = [
            [lane.look_at(*cell) if cell else Sign.OUTSIDE for cell in line.cells]
            for line in grid.lines
        ]
        known, about, _ = _SEEN[lane.of]
        self._letters = _LETTERS | {Sign.SEEN: known, Sign.SEEN_ABOUT: about}
        self._told: dict[int, list[tuple[int, str]]] = {}
        for bar in lane.bars:
            self._tell_days(bar)

    def draw(self) -> list[Text]:
        """A line of letters for each line of the grid."""
        return [self._draw_line(number) for number in range(len(self._lines))]

    def _draw_line(self, number: int) -> Text:
        signs = self._signs[number]
        letters = [self._letters[sign] for sign in signs]
        styles = [_STYLES.get(sign, "") for sign in signs]
        for start, words in self._told.get(number, ()):
            letters[start : start + len(words)] = words
            styles[start : start + len(words)] = ["bold"] * len(words)
        line = Text()
        for letter, style in zip(letters, styles, strict=True):
            line.append(letter, style=style)
        return line

    def _tell_days(self, bar: Bar) -> None:
        """Write the days of a gap into its longest free run, where they fit."""
        longest = (0, 0, 0)
        for number, line in enumerate(self._lines):
            run = 0
            for place, cell in enumerate(line.cells):
                inside = cell is not None and cell[0] <= bar.last and cell[1] >= bar.first
                free = self._signs[number][place] in {Sign.GAP, Sign.MAYBE_GAP}
                run = run + 1 if inside and free and not self._is_told(number, place) else 0
                longest = max(longest, (run, -number, place), key=lambda one: one[:2])
        run, number, place = longest[0], -longest[1], longest[2]
        for words in (f" {bar.days:,} days ", f" {bar.days:,} "):
            if run >= len(words) + 2:
                start = place - run + 1 + (run - len(words)) // 2
                self._told.setdefault(number, []).append((start, words))
                return

    def _is_told(self, number: int, place: int) -> bool:
        """True where the days of another gap stand already."""
        return any(
            start <= place < start + len(words) for start, words in self._told.get(number, ())
        )


def _tell_letters(of: Question, days: int, *, by_week: bool) -> None:
    known, about, words = _SEEN[of]
    show.say(
        f"{known} {words}, {about} the same on a day not known exactly, u unclear, x a chance "
        f"missed, === a stretch of more than {days} days, --- one that is uncertain."
    )
    holds = "A letter stands for a week" if by_week else "A letter stands for a day"
    show.say(f"{holds}; of several entries it shows the first in this list.")
