"""How the days between two sightings are counted: working days, months by the calendar."""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Container, Iterator
from datetime import MAXYEAR, date, timedelta
from itertools import accumulate

from chronolator.model import Counting, Holidays, Unit, Visiting

_DAY = timedelta(days=1)
_WEEKEND = 5
_DAYS_IN_WEEK = 7
_SUBDIVISIONS = {
    Holidays.ENGLAND: "ENG",
    Holidays.WALES: "WLS",
    Holidays.SCOTLAND: "SCT",
    Holidays.NORTHERN_IRELAND: "NIR",
}


class Ruler:
    """Counts as one expectation does, within the days from `first` to `last`, inclusive.

    Counted are working days where it is told in them, else all days, which is what weeks and months
    are made of. The day of the sighting that begins a count is counted only with `Counting.THE_DAY`
    (if it is a working day), that of the sighting that ends it always.
    """

    def __init__(self, visiting: Visiting, first: date, last: date) -> None:
        """Find the working days once."""
        self._visiting = visiting
        self._first, self._last = first, last
        self._from_the_day = visiting.counting is Counting.THE_DAY
        if visiting.every.counted_in is Unit.WORKING_DAYS:
            free = find_holidays(visiting.holidays, first, last)
            self._counted = [_is_working(day, free) for day in _list_days(first, last)]
        else:
            self._counted = [True] * ((last - first).days + 1)
        self._reached = list(accumulate(self._counted))

    def count(self, start: date, end: date) -> int:
        """The days from a sighting on `start` to the next on `end`."""
        return self._reached[self._number(end)] - self._before(start)

    def reach(self, start: date, most: int) -> date:
        """The last day to which not more than `most` days are counted, `start` at the least."""
        number = bisect_right(self._reached, self._before(start) + most) - 1
        return max(start, self._first + _DAY * number)

    def find_due(self, start: date) -> date:
        """The last day on which a sighting after that of `start` is as expected."""
        every = self._visiting.every
        if every.unit is Unit.MONTHS:
            end = add_months(start, every.number)
            return min(self._last, end - _DAY if self._from_the_day else end)
        days = every.number * (_DAYS_IN_WEEK if every.unit is Unit.WEEKS else 1)
        return self.reach(start, days)

    def _before(self, start: date) -> int:
        """The number at which a count that begins with a sighting on `start` stands."""
        number = self._number(start)
        return self._reached[number] - (self._from_the_day and self._counted[number])

    def _number(self, day: date) -> int:
        return (day - self._first).days


def find_holidays(whose: Holidays, first: date, last: date) -> Container[date]:
    """The bank holidays of the years from `first` to `last`, with the days given instead of one
    that falls on a weekend.
    """
    if whose is Holidays.NONE:
        return ()
    from holidays import country_holidays  # noqa: PLC0415  it costs more than reading the case

    years = range(first.year, last.year + 1)
    return frozenset(country_holidays("GB", subdiv=_SUBDIVISIONS[whose], years=years))


def add_months(day: date, number: int) -> date:
    """The day of that number so many months later, or the last of that month where it has none."""
    years, month = divmod(day.month - 1 + number, 12)
    if day.year + years > MAXYEAR:
        return date.max
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def _is_working(day: date, free: Container[date]) -> bool:
    return day.weekday() < _WEEKEND and day not in free


def _list_days(first: date, last: date) -> Iterator[date]:
    return (first + _DAY * number for number in range((last - first).days + 1))
