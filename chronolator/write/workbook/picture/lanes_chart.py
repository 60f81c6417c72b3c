"""The chart of one child: each entry on its agency's lane, and the gaps as bars above."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from chronolator.model import Answer
from chronolator.rows import name_day
from chronolator.timeline import Bar
from chronolator.words.shorten import shorten
from chronolator.write.palette import INK
from chronolator.write.workbook.formats import BLOCK
from chronolator.write.workbook.picture.charts import (
    GRID,
    HIGHEST,
    WIDTH,
    add_chart,
    count_days,
    dress,
    font,
    plain,
)
from chronolator.write.workbook.picture.marks import (
    AFTER,
    BEFORE,
    COUNT,
    DRAWN,
    HEIGHT,
    LANE,
    Block,
    ChildMarks,
    Marked,
)

_Series = dict[str, Any]
"""A series of a chart, as XlsxWriter takes it."""


class _Bars(NamedTuple):
    """How thick bars are, in points, how wide their sign in the key, and what it says."""

    width: float
    sign: int
    words: str


_NAMES, _RIGHT = 0.2, 0.012
"""Parts of the width, left of the lanes and right of them."""
_HEAD, _FOOT = 40, 66
"""In pixels: room for the title, and for the scale and the key."""
_STEP = 2.7
"""In pixels: a step of height."""
_HIGHER = 3.6
"""The same where a name takes three lines."""
_LONGEST_NAME, _TWO_LINES = 80, 40
"""In characters: a name beside its lane, and what of it two lines hold."""
_LETTER, _APART = 6.5, 4
"""In pixels, of the days that are written above a bar, and between two of them."""
_SIGNS: dict[Answer, tuple[str, int, str]] = {
    Answer.NOT_RECORDED: ("square", 4, "not recorded"),
    Answer.UNCLEAR: ("triangle", 8, "unclear"),
    Answer.NO: ("x", 8, "recorded as not seen"),
    Answer.YES: ("circle", 9, "recorded as seen"),
}
_CROWD, _SMALLER = 80, 0.7
"""Where a lane has more marks than that, all are so much smaller."""
_BARS = {
    True: _Bars(5, 12, "thick bar: gap of more than {} days"),
    False: _Bars(1.5, 6, "thin bar: gap that is uncertain"),
}
_NO_MARK = {"marker": {"type": "none"}}
_FINE: _Series = {"end_style": 0, "line": {"color": BLOCK, "width": 0.25, "dash_type": "dash"}}


def draw_lanes(
    book: Workbook, marks: ChildMarks, colours: Mapping[str, str], title: str, unseen_days: int
) -> Chart:
    """The chart of the child. A gap is longer than `unseen_days`; `colours` are of the lanes."""
    chart = add_chart(book, "scatter")
    three_lines = any(len(name) > _TWO_LINES for name in marks.names[1])
    step = _HIGHER if three_lines else _STEP
    height = min(HIGHEST, round(step * marks.top) + _HEAD + _FOOT)
    order = list(_SIGNS)
    points = sorted(marks.points, key=lambda one: order.index(one.answer))
    scale = _SMALLER if marks.most > _CROWD else 1
    drawn = [
        _name_days(marks),
        _name_lanes(marks),
        *_list_bars(marks),
        *(_list_points(one, colours[one.agency], scale) for one in points),
    ]
    for one in (*drawn, *_list_key(marks, unseen_days)):
        chart.add_series(one)
    _set_axes(chart, marks)
    key = {"position": "bottom", "font": font(), "delete_series": list(range(len(drawn)))}
    chart.set_legend(key)
    plot = (_NAMES, _HEAD / height, 1 - _NAMES - _RIGHT, 1 - (_HEAD + _FOOT) / height)
    dress(chart, title, height, plot)
    return chart


def _set_axes(chart: Chart, marks: ChildMarks) -> None:
    """The axes part the lanes, and name nothing: lanes and days are named by series of their own,
    which can stand on the first day of a month.
    """
    bare = {
        "label_position": "none",
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
        "line": {"none": True},
    }
    between = {"visible": True, "line": {"color": GRID, "width": 0.75}}
    first, last = count_days(marks.first), count_days(marks.last)
    chart.set_x_axis({**bare, "min": first, "max": last, "major_gridlines": {"visible": False}})
    chart.set_y_axis(
        {**bare, "min": 0, "max": marks.top, "major_unit": LANE, "major_gridlines": between}
    )


def _place(block: Block) -> _Series:
    return {"categories": block.refer(DRAWN), "values": block.refer(HEIGHT)}


def _mark(kind: str, size: int, colour: str) -> _Series:
    look = {"color": colour}
    line = {"color": colour, "width": 1.75 if kind == "x" else 0.75}
    return {"marker": {"type": kind, "size": size, "fill": look, "border": line}}


def _write(words: Sequence[str], position: str) -> _Series:
    """The words beside the marks of a series, in their order; none where they are empty."""
    custom = [{"value": one} if one else {"delete": True} for one in words]
    told = {"value": True, "position": position, "custom": custom, "font": font()}
    return {"data_labels": told}


def _stretch(block: Block, colour: str, width: float) -> _Series:
    """A line through each mark, as many days to either side as its row says."""
    return {
        "x_error_bars": {
            "type": "custom",
            "minus_values": block.name(BEFORE),
            "plus_values": block.name(AFTER),
            "end_style": 0,
            "line": {"color": colour, "width": width},
        }
    }


def _name_days(marks: ChildMarks) -> _Series:
    block, days = marks.scale
    upright = {"type": "fixed", "value": marks.top, "direction": "plus"}
    return {
        "name": "days",
        **_place(block),
        **_NO_MARK,
        **_write([_name_day(day, days) for day in days], "below"),
        "y_error_bars": {**upright, **_FINE},
    }


def _name_day(day: date, days: Sequence[date]) -> str:
    """The day as short as it can be beside the others: "3 May", "May 18", "2018"."""
    number, month, year = name_day(day).split()
    if any(one.day > 1 for one in days) or len(days) == 1:
        return f"{number} {month}"
    return year if all(one.month == 1 for one in days) else f"{month} {year[2:]}"


def _name_lanes(marks: ChildMarks) -> _Series:
    block, names = marks.names
    return {
        "name": "lanes",
        **_place(block),
        **_NO_MARK,
        **_write([plain(shorten(name, _LONGEST_NAME)) for name in names], "left"),
    }


def _list_bars(marks: ChildMarks) -> Iterator[_Series]:
    labelled = _choose_labels(marks)
    for certain, (block, bars) in marks.gaps.items():
        yield {
            "name": "gaps",
            **_place(block),
            **_NO_MARK,
            **_stretch(block, INK, _BARS[certain].width),
            **_write([_tell_days(one[1]) if one in labelled else "" for one in bars], "above"),
        }


def _choose_labels(marks: ChildMarks) -> set[tuple[str, Bar]]:
    """The bars above which their days have room, the longest first."""
    pixels = WIDTH * (1 - _NAMES - _RIGHT) / (marks.last - marks.first).days
    chosen: dict[str, list[tuple[float, float]]] = defaultdict(list)
    labelled = set()
    every = (one for _, bars in marks.gaps.values() for one in bars)
    for name, bar in sorted(every, key=lambda one: -one[1].days):
        middle = (bar.first - marks.first).days * pixels + (bar.last - bar.first).days * pixels / 2
        half = (len(_tell_days(bar)) * _LETTER + _APART) / 2
        if all(middle + half < left or middle - half > right for left, right in chosen[name]):
            chosen[name].append((middle - half, middle + half))
            labelled.add((name, bar))
    return labelled


def _tell_days(bar: Bar) -> str:
    return f"{bar.days:,}"


def _list_points(marked: Marked, colour: str, scale: float) -> _Series:
    kind, size, _ = _SIGNS[marked.answer]
    look = _mark(kind, round(size * scale), colour)
    drawn = {"name": "entries", **_place(marked.block), **look}
    return drawn | _stretch(marked.block, colour, 1) if marked.wide else drawn


def _list_key(marks: ChildMarks, unseen_days: int) -> Iterator[_Series]:
    """A series without a point for each sign, so that the key shows it without an agency's
    colour: the name of a lane counts no entries.
    """
    block, _ = marks.names
    nothing = Block(block.first, block.first).refer(COUNT)
    empty = {"categories": nothing, "values": nothing}
    for kind, size, words in reversed(_SIGNS.values()):
        yield {"name": words, **empty, **_mark(kind, size, INK)}
    for certain in marks.gaps:
        _, sign, words = _BARS[certain]
        yield {"name": words.format(unseen_days), **empty, **_mark("long_dash", sign, INK)}
