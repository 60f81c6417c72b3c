"""A mark that is whole -> the days that it spans."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.easter import easter

from chronolator.dates.items import Mark
from chronolator.model import DateRules, DateWord, Precision

DAY = timedelta(days=1)
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()
_DECEMBER = 12
_YEARS = 10
_AUGUST = 8
_THIRDS = 12


class Stretch(NamedTuple):
    """From one day to another, both inclusive, and how it is known."""

    first: date
    last: date
    precision: Precision
    approximate: bool = False
    range: bool = False


def find_stretch(mark: Mark, rules: DateRules) -> Stretch | None:
    """The days of the mark, or None where the calendar or the rules have no such day or year."""
    low, high = rules.years
    year, last = mark.year, mark.to_year or mark.year
    if mark.broken or year is None or last is None or year < low or last > high:
        return None
    if mark.period:
        return _find_period(mark.period, mark)
    return _find_years(mark, year, last) if mark.month is None else _find_days(mark, year)


def take_part(stretch: Stretch, first_part: DateWord, last_part: DateWord) -> Stretch:
    """The part of the stretch from the one ("early") to the other ("mid"). A day has no parts."""
    if stretch.precision is Precision.DAY:
        return stretch
    first, last = _part(stretch, first_part)[0], _part(stretch, last_part)[1]
    precision = (
        first_part.precision
        if first_part.precision is not Precision.UNKNOWN and stretch.precision is Precision.MONTH
        else stretch.precision
    )
    return Stretch(first, max(first, last), precision, approximate=True)


def move(day: date, days: int) -> date:
    """So many days later (or earlier), at most as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, _FIRST_DAY), _LAST_DAY))


def _find_days(mark: Mark, year: int) -> Stretch | None:
    month = mark.month or 0
    try:
        first = date(year, month, 1 if mark.day is None else mark.day)
    except ValueError:
        return None
    if mark.day is not None:
        return Stretch(first, first, Precision.DAY)
    return Stretch(first, _end_of(first), Precision.MONTH, approximate=mark.blank)


def _find_years(mark: Mark, year: int, last: int) -> Stretch:
    if mark.decade:
        last += _YEARS - 1
    return Stretch(
        date(year, 1, 1),
        date(last, _DECEMBER, 31),
        Precision.YEAR,
        approximate=mark.decade or mark.blank,
        range=mark.to_year is not None,
    )


def _find_period(period: DateWord, mark: Mark) -> Stretch:
    year = mark.year or 0
    if period.easter is not None:
        sunday = easter(year)
        first, last = (sunday + DAY * number for number in period.easter)
    else:
        # Of 2018/19, what begins in the first months of a year lies in 2019.
        if mark.to_year and period.first[0] < _AUGUST and period.first <= period.last:
            year = mark.to_year
        first = date(year, *period.first)
        month, day = period.last
        in_year = year + 1 if period.last < period.first else year
        last = date(in_year, month, min(day, monthrange(in_year, month)[1]))
    found = Stretch(first, last, period.precision)
    return found._replace(approximate=period.qualifier == "approximate")


def _part(stretch: Stretch, part: DateWord) -> tuple[date, date]:
    first, last = stretch.first, stretch.last
    if stretch.precision is Precision.MONTH and first.month == last.month:
        begin, end = part.days
        length = last.day
        if begin < 0:
            return last + DAY * (begin + 1), last
        return first.replace(day=begin), first.replace(day=min(end, length) if end > 0 else length)
    begin, end = part.months
    if stretch.precision is Precision.YEAR and first.year == last.year:
        return first.replace(month=begin), _end_of(first.replace(month=end))
    if stretch.precision is Precision.YEAR:
        count = last.year - first.year + 1
        from_year = first.year + count * (begin - 1) // _THIRDS
        return date(from_year, 1, 1), date(first.year - (-count * end // _THIRDS) - 1, 12, 31)
    length = (last - first).days + 1
    start = first + DAY * (length * (begin - 1) // _THIRDS)
    return start, max(start, first + DAY * (length * end // _THIRDS - 1))


def _end_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
