"""What a whole column of times shows about its clock: of twelve hours, or of twenty-four."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time, timedelta

from chronolator.dates.cells import write_time
from chronolator.dates.reading import Doubt
from chronolator.model import ProblemKind, Value, When
from chronolator.model.rules.dates import DateLimits

_TIME = re.compile(r"(?<![\d.:])(\d{1,2})[.:;](\d\d)(?![\d.:])", re.ASCII)
_TOLD = re.compile(
    r"\d{3}|(?<![\d.:;])0\d|[ap]\.?\s?m\b|\dh|hrs|hours|noon|midnight", re.IGNORECASE
)
"""What only one who counts to twenty-four writes, or one who says which half is meant."""
_NOON = 12
_SHOWN = 3
_DAY = timedelta(1)


def weigh_clock(column: Iterable[Value], limits: DateLimits) -> Doubt | None:
    """What there is to say where the times of a column count to twelve, as a school's 9.10, 12.45
    and 1.15 do; None where they do not, or are too few to show it.

    They do where none is later than 12.59, none says which half of the day is meant, none has a
    nought before it, and some stand on either side of noon. `put_after_noon` then reads them.
    """
    before: list[str] = []
    after: list[str] = []
    for text in map(write_time, column):
        if _TOLD.search(text):
            return None
        for found in _TIME.finditer(text):
            if not 0 < int(found[1]) <= _NOON:
                return None
            (after if int(found[1]) < limits.day_begins else before).append(found[0])
    if not (before and after) or len(before) + len(after) < limits.twelve_hours:
        return None
    shown = ", ".join(list(dict.fromkeys(after))[:_SHOWN])
    return Doubt(
        ProblemKind.DATE,
        f"The times of the column count to twelve, and say no am or pm: {len(after)} of them "
        f"({shown}) are read as in the afternoon",
        "See in the texts whether that is right; ask the agency where the order of a day matters.",
    )


def put_after_noon(when: When, limits: DateLimits) -> When:
    """The same with its times after noon, where they are of an hour before the day begins. A time
    of two ends that seemed to run past midnight ends on its day.
    """
    at, until = _turn(when.at, limits), _turn(when.until, limits)
    if (at, until) == (when.at, when.until):
        return when
    turned = replace(when, at=at, until=until)
    if at and until and when.first and when.last == when.first + _DAY and at <= until != when.until:
        return replace(turned, last=when.first)
    return turned


def _turn(clock: time | None, limits: DateLimits) -> time | None:
    if clock is None or not 0 < clock.hour < limits.day_begins:
        return clock
    return clock.replace(hour=clock.hour + _NOON)
