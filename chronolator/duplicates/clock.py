"""Times and days as they stand in a text."""

import re
from collections.abc import Collection, Iterator
from datetime import date, time

_TIME = re.compile(r"(\d{1,2})\.(\d\d)(am|pm|h|hrs?|hours)?|(\d\d)(\d\d)(h|hrs?|hours)?", re.ASCII)
_HOUR = re.compile(r"(\d{1,2})(am|pm)", re.ASCII)
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d\d))?", re.ASCII)
_NOON = 12
_CENTURY = 100


def read_times(word: str) -> frozenset[time]:
    """The times that a folded word can mean, "2.10" both that of the night and of the day."""
    return frozenset(_list_times(word))


def _list_times(word: str) -> Iterator[time]:
    found = _TIME.fullmatch(word)
    hour = _HOUR.fullmatch(word)
    if found and found[1]:
        yield from _make_times(int(found[1]), int(found[2]), found[3] or "")
    elif found:
        yield from _make_times(int(found[4]), int(found[5]), "hrs")
    elif hour:
        yield from _make_times(int(hour[1]), 0, hour[2])


def _make_times(hours: int, minutes: int, half: str) -> Iterator[time]:
    if half in {"am", "pm"} and 0 < hours <= _NOON:
        every = [hours % _NOON + (_NOON if half == "pm" else 0)]
    elif half or not 0 < hours < _NOON:
        every = [hours]
    else:
        every = [hours, hours + _NOON]
    for hour in every:
        if hour < 24 and minutes < 60:  # noqa: PLR2004  a day's hours, an hour's minutes
            yield time(hour, minutes)


def is_time(word: str, times: Collection[time]) -> bool:
    """True where the folded word can mean one of the times."""
    return bool(word[0].isdigit() and not read_times(word).isdisjoint(times))


def is_day(word: str, days: Collection[date]) -> bool:
    """True where the folded word is one of the days in figures, the day first."""
    found = _DAY.fullmatch(word)
    if not found:
        return False
    day, month, year = int(found[1]), int(found[2]), found[3]
    return any(
        (day, month) == (one.day, one.month)
        and (year is None or int(year) in (one.year, one.year % _CENTURY))
        for one in days
    )
