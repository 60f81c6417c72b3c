"""Dates of a column in which the month stands first."""

import re
from collections.abc import Iterable

from chronolator.dates import doubts
from chronolator.dates.reading import Doubt

_NUMBERS = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(?:\d{4}|\d\d)(?!\d)")
_MONTHS = 12


def doubt_order(written: Iterable[str]) -> Doubt | None:
    """What to say of a column's dates where some can only have the month first: others of it, such
    as 06/01/2016, were read day first and may be wrong. None where all is well.
    """
    first_of_month, either = [], []
    for text in written:
        found = _NUMBERS.match(text)
        if found is None:
            continue
        left, right = int(found[1]), int(found[2])
        if left <= _MONTHS < right:
            first_of_month.append(text)
        elif left <= _MONTHS and right <= _MONTHS and left != right:
            either.append(text)
    if not (first_of_month and either):
        return None
    return doubts.month_first(first_of_month[0], either[0], len(either))
