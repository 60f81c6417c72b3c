"""The order in which a sheet's rows stand, and where a day without its year fits into it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from chronolator.model.rules.dates import DateLimits

_FEWEST_STEPS = 3
_YEAR = timedelta(364)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands round a row: the span of the banner, the dates above and below, and which way
    the sheet runs (1: oldest first, -1: newest first, 0: it has no order).
    """

    span: tuple[date, date] | None = None
    above: date | None = None
    below: date | None = None
    direction: int = 0


@dataclass(frozen=True, slots=True)
class Fit:
    """Which of several days fits. `rival` could be meant as well; `outside` the banner's span."""

    day: date
    rival: date | None = None
    outside: bool = False


def find_direction(days: Sequence[date], limits: DateLimits) -> int:
    """Which way the days run from row to row: 1, -1, or 0 where they have no order."""
    steps = [(later > earlier) - (later < earlier) for earlier, later in pairwise(days)]
    up, down = steps.count(1), steps.count(-1)
    if up + down < _FEWEST_STEPS or max(up, down) * 100 < limits.direction * (up + down):
        return 0
    return 1 if up > down else -1


def find_fit(days: Sequence[date], around: Around, limits: DateLimits) -> Fit | None:
    """The day, of those that a text without its year can mean, that fits best; None where nothing
    round it decides.
    """
    outside = False
    if around.span:
        first, last = around.span
        inside = find_inside(days, around)
        outside = not inside
        if outside and last - first >= _YEAR:  # 29 February: every other day lies in a year
            return None
        days = inside or sorted(days, key=lambda day: max(first - day, day - last))[:1]
    if len(days) == 1:
        return Fit(days[0], outside=outside)
    if not days or (around.above is None and around.below is None):
        return None
    best, second, *_ = sorted(days, key=lambda day: _weigh(day, around, limits))
    unclear = _weigh(second, around, limits) <= limits.rival * _weigh(best, around, limits)
    return Fit(best, second if unclear else None)


def find_inside(days: Sequence[date], around: Around) -> list[date]:
    """Those that lie in the span of the banner; without one, all."""
    first, last = around.span or (date.min, date.max)
    return [day for day in days if first <= day <= last]


def find_astray(
    days: Sequence[tuple[int, date]], direction: int, limits: DateLimits
) -> Iterator[tuple[int, date, date]]:
    """Each row that stands far from both rows beside it, which agree, with their days."""
    for (_, before), (place, day), (_, after) in zip(days, days[1:], days[2:], strict=False):
        if (after - before).days * direction < 0:
            continue
        apart = min(abs((day - before).days), abs((day - after).days))
        between = min(before, after) <= day <= max(before, after)
        if direction and not between and apart > limits.astray:
            yield place, before, after


def _weigh(day: date, around: Around, limits: DateLimits) -> int:
    """Days from the row above, those against the sheet's order counted many times. Where the sheet
    shows no order, oldest first is likelier.
    """
    way = around.direction or 1
    back = limits.against if around.direction else limits.unordered
    above = (day - around.above).days * way if around.above else 0
    below = (around.below - day).days * way if around.below else 0
    weight = above if above >= 0 else -above * back
    if below < 0:
        weight -= below * back
    return weight if around.above else max(weight, below)
