"""The chart of months: entries by agency, and above them the months in which a child was seen."""

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from chronolator.write.palette import AGENCY_COLOURS, INK
from chronolator.write.workbook.picture.charts import GRID, WIDTH, add_chart, dress, font, plain
from chronolator.write.workbook.picture.months import MonthTable

_HEIGHT = 400
_PLOT = (0.055, 0.12, 0.715, 0.75)
_MOST_NAMES = 30
"""So many months at most are named below the columns."""
_SIGN, _DIGIT = 14, 6
"""In pixels, of a mark, and of a digit of the count beside it."""
_STRIPES = ("", "wide_upward_diagonal", "", "wide_downward_diagonal")
"""Every second agency is striped, so that neighbours differ without their colours too."""
_SHAPES = ("diamond", "triangle", "circle", "square", "star", "plus", "x")
_SIZE, _SIZE_OF_MANY = 9, 6
_NARROW, _WIDE, _FEW = 25, 500, 12
"""The space between columns in hundredths of their width: few columns stand further apart."""
_UNITS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
_MOST_LINES = 8


def draw_months(
    book: Workbook,
    table: MonthTable,
    title: str,
    colours: Mapping[str, str],
    children: Mapping[str, str],
) -> Chart:
    """Columns of the entries of each agency; above them a mark for each time in which a child is
    recorded as seen, with the number of entries that say so where there is room. `children` are
    what to call the children in the chart, by their names.
    """
    months = table.months
    room = WIDTH * _PLOT[2] / len(months)
    chart = add_chart(book, "column", "stacked")
    for number, (agency, column) in enumerate(table.agencies.items()):
        chart.add_series(
            {
                "name": [table.finding.sheet, 0, column],
                "categories": table.refer(0),
                "values": table.refer(column),
                "gap": _NARROW if len(months) > _FEW else _WIDE // len(months),
                "border": {"color": "#FFFFFF", "width": 0.5},
                **_fill(colours[agency], number),
            }
        )
    marks = add_chart(book, "line")
    for number, (child, short) in enumerate(children.items()):
        seen = [month.seen[child] for month in months]
        fits = room > _SIGN + _DIGIT * len(str(max(seen)))
        marks.add_series(
            {
                "name": plain(f"{short} recorded as seen"),
                "categories": table.refer(0),
                "values": table.refer(table.marks[child]),
                "line": {"none": True},
                "marker": {
                    "type": _SHAPES[number % len(_SHAPES)],
                    "size": _SIZE if room > _SIGN else _SIZE_OF_MANY,
                    "fill": {"color": INK},
                    "border": {"color": INK},
                },
                **(_label(seen) if fits else {}),
            }
        )
    chart.combine(marks)
    chart.set_x_axis(
        {
            "text_axis": True,
            "num_format": "yyyy" if table.word == "year" else "mmm yy",
            "num_font": font(),
            "interval_unit": -(-len(months) // _MOST_NAMES),
            "interval_tick": -(-len(months) // _MOST_NAMES),
            "line": {"color": GRID},
        }
    )
    chart.set_y_axis(
        {
            "name": "Entries",
            "name_font": font(),
            "num_font": font(),
            # Above the columns stand marks, which no number belongs to.
            "num_format": f'[<={table.peak}]#,##0;""',
            "min": 0,
            "max": table.top,
            "major_unit": next(one for one in _UNITS if table.top <= one * _MOST_LINES),
            "major_gridlines": {"visible": True, "line": {"color": GRID, "width": 0.75}},
            "line": {"none": True},
        }
    )
    chart.set_legend({"position": "right", "font": font()})
    dress(chart, title, _HEIGHT, _PLOT)
    return chart


def _fill(colour: str, number: int) -> dict[str, Any]:
    """The look of the agency of that number; the second with a colour is striped otherwise."""
    stripes = _STRIPES[(number + number // len(AGENCY_COLOURS)) % len(_STRIPES)]
    if stripes:
        return {"pattern": {"pattern": stripes, "fg_color": "#FFFFFF", "bg_color": colour}}
    return {"fill": {"color": colour}}


def _label(counts: Sequence[int]) -> dict[str, Any]:
    """Each mark with its count; nothing where there is no mark."""
    custom = [{"value": str(count)} if count else {"delete": True} for count in counts]
    return {"data_labels": {"value": True, "position": "right", "custom": custom, "font": font(8)}}
