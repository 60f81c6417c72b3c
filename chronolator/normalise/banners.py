"""The days that the banners of a sheet, such as '2018/19' or 'March 2016', give to their rows."""

import re
from datetime import date

from chronolator.dates import DateReader
from chronolator.model import Precision, When

_SPLIT_YEAR = re.compile(r"\d{4}\s?[/-]\s?\d\d(?!\d)")


class Banners:
    """Reads each banner once, as `reader` reads the dates of its sheet."""

    def __init__(self, reader: DateReader) -> None:
        self._reader = reader
        self._spans: dict[str, tuple[date, date] | None] = {"": None}

    def find_span(self, period: str) -> tuple[date, date] | None:
        """The first and last day under the banner `period`; None where it names none."""
        if period not in self._spans:
            self._spans[period] = _find_span(self._reader.read(period).when)
        return self._spans[period]


def _find_span(when: When) -> tuple[date, date] | None:
    """The days of a banner. 2018/19 is a school's year or a financial one, from April to August."""
    if when.first is None or when.last is None:
        return None
    years = when.precision is Precision.YEAR and when.first.month == 1
    if years and _SPLIT_YEAR.search(when.written):
        return when.first.replace(month=4), when.last.replace(month=8)
    return when.first, when.last
