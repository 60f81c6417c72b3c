"""The days and times of an entry in words, which claim no more than its date does."""

from collections.abc import Callable
from datetime import date, time

from chronolator.model import TIMED, TO_THE_DAY, Qualifier, When
from chronolator.rows import name_day

_OPEN = frozenset({Qualifier.BEFORE, Qualifier.AFTER})
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def name_when(when: When) -> str:
    """The day, or the first and the last, where they are known; else the date as it was written, so
    that a month is not taken for its first day.
    """
    return _name(when, name_day)


def name_weekdays(when: When) -> str:
    """The same with the day of the week: "Thu 12 Apr 2018"."""
    return _name(when, name_weekday)


def name_weekday(day: date) -> str:
    """The day with its weekday, "Thu 3 May 2018"."""
    return f"{_WEEKDAYS[day.weekday()]} {name_day(day)}"


def name_times(when: When) -> str:
    """The time, or the first and the last, as "14:45 to 15:10"; "" where none is written."""
    return " to ".join(filter(None, map(name_time, (when.at, when.until))))


def name_time(moment: time | None) -> str:
    """The time as "14:45"; "" for none."""
    return moment.isoformat("minutes") if moment else ""


def _name(when: When, name: Callable[[date], str]) -> str:
    written = " ".join(when.written.split())
    if written and not _is_known(when):
        return written
    days = (name(day) for day in (when.first, when.last) if day)
    return " to ".join(dict.fromkeys(days))


def _is_known(when: When) -> bool:
    if when.first is None or when.last is None:
        return False
    if when.qualifier is Qualifier.APPROXIMATE:
        return when.precision in TIMED
    return when.precision in TO_THE_DAY and when.qualifier not in _OPEN
