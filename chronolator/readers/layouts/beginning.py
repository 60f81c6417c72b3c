"""Where a table without headings begins, below its titles."""

from chronolator.model import Field, Sheet
from chronolator.model.values import show_value
from chronolator.readers.cells import list_filled
from chronolator.readers.layouts.bands import BANNER_RULE, Table, find_band, is_agency
from chronolator.readers.protocol import Settings
from chronolator.words.fold import fold, holds_any


def take_banners(sheet: Sheet, first: int, dates: int, text: int, settings: Settings) -> int:
    """The first row of the table whose first entry stands in row `first`: a year, or a child's
    name, that stands above it gives that to the rows below, and is no title.
    """
    rules = settings.headings
    table = Table(dates, {Field.DATE: dates, Field.TEXT: text})
    begins = first
    for number in range(first - 1, 0, -1):
        cells = list_filled(sheet.rows[number - 1])
        if not cells:
            continue
        told = fold(show_value(cells[0][1]))
        titled = holds_any(told, rules.title_marks)
        titled = titled or is_agency(cells[0][1], rules, settings.agencies)
        if len(cells) > 1 or titled or find_band(cells, table, rules) is not BANNER_RULE:
            return begins
        begins = number
    return begins
