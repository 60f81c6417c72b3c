"""What both kinds of chart have in common."""

import re
from datetime import date
from typing import Any, cast

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from chronolator.columns import clean_text
from chronolator.write.palette import INK
from chronolator.write.workbook.formats import FONT

WIDTH, HIGHEST = 1040, 532
"""In pixels: as wide as the column in which it stands, as high as a row can be."""
GRID = "#E3E7EB"
_CELL = re.compile(r"!(?=\$?[A-Z])")
_ZERO = date(1899, 12, 30)
"""Excel counts the days from here."""


def add_chart(book: Workbook, kind: str, subtype: str | None = None) -> Chart:
    """A new chart of one of XlsxWriter's kinds."""
    return cast("Chart", book.add_chart({"type": kind, "subtype": subtype}))


def font(size: int = 9, *, bold: bool = False, ink: str = INK) -> dict[str, Any]:
    """Letters of a chart, as XlsxWriter takes them."""
    return {"name": FONT, "size": size, "bold": bold, "color": ink}


def plain(words: str) -> str:
    """The words as a chart shows them: no control characters, and never taken for a formula or the
    name of a cell.
    """
    clean = _CELL.sub("! ", clean_text(words))
    return f" {clean}" if clean.startswith("=") else clean


def count_days(day: date) -> int:
    """The number by which Excel knows the day."""
    return (day - _ZERO).days


def dress(chart: Chart, title: str, height: int, plot: tuple[float, float, float, float]) -> None:
    """Give the chart its size, its title at the top left, and the place of what is plotted in it:
    x, y, width and height as parts of the whole.
    """
    x, y, width, tall = plot
    chart.set_size({"width": WIDTH, "height": height})
    chart.set_title(
        {
            "name": plain(title),
            "name_font": font(12, bold=True),
            "overlay": True,
            "layout": {"x": 0.012, "y": 8 / height},
        }
    )
    chart.set_plotarea({"layout": {"x": x, "y": y, "width": width, "height": tall}})
    chart.set_chartarea({"border": {"color": GRID}})
    chart.show_blanks_as("gap")
