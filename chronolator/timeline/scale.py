"""The days at which a scale of days is named."""

from datetime import date, timedelta

_SHORT = 92
"""Up to so many days, days are named, else months."""
_DAYS = (1, 2, 7, 14, 28)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


def list_months(first: date, last: date) -> tuple[date, ...]:
    """The first day of each month that the days from `first` to `last` touch."""
    begins, ends = _number(first), _number(last)
    return tuple(_month(number) for number in range(begins, ends + 1))


def list_ticks(first: date, last: date, most: int) -> tuple[date, ...]:
    """At most so many days from `first` to `last` to write below a scale, evenly spread: every so
    many days from the first on, or the first days of every so many months, years on a January.
    """
    length = (last - first).days
    for step in _DAYS:
        if length <= _SHORT and length // step < most:
            return tuple(first + timedelta(days=n) for n in range(0, length + 1, step))
    ticks: tuple[date, ...] = ()
    for step in _MONTHS:
        numbers = range(-(-_number(first) // step) * step, _number(last) + 1, step)
        ticks = tuple(day for day in map(_month, numbers) if first <= day <= last)
        if len(ticks) <= most:
            break
    return ticks[:most]


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
