"""A month with two figures behind it, as "Jan 18": a month of a year, or a day without its year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from chronolator.dates import DateReader, DateReading
from chronolator.model import Precision, Qualifier, When

_MONTH = re.compile(r"\s*([^\W\d_]{3,})\.?\s+(\d\d)\s*")
_CENTURY = 2000
_NEAR = 1


def find_months(readings: Sequence[DateReading], reader: DateReader) -> dict[str, When]:
    """What the texts of this form in a sheet are as months, by the text: approximate.

    Nothing where one of them can be no year near those of the sheet's other dates: its author
    writes days so.
    """
    years = {reading.when.first.year for reading in readings if reading.when.first}
    texts = {reading.when.written for reading in readings if reading.lean}
    found = {text: parts for text in texts if (parts := _MONTH.fullmatch(text))}
    months: dict[str, When] = {}
    for text, parts in found.items():
        year = _CENTURY + int(parts[2])
        when = reader.read(f"{parts[1]} {year}").when
        near = bool(years) and min(years) - _NEAR <= year <= max(years) + _NEAR
        if when.precision is not Precision.MONTH or not near:
            return {}
        months[text] = replace(when, written=text, qualifier=Qualifier.APPROXIMATE)
    return months
