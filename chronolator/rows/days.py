"""The days and times of an entry in words, which claim no more than its date does."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, time

from chronolator.model import TIMED, TO_THE_DAY, Precision, Qualifier, When
from chronolator.model.values import WHOLE_MONTHS
from chronolator.rows import name_day

NO_DATE = "no date"
_OPEN = frozenset({Qualifier.BEFORE, Qualifier.AFTER})
_BEFORE_DAY = {
    Qualifier.APPROXIMATE: "about ",
    Qualifier.BEFORE: "before ",
    Qualifier.AFTER: "after ",
}
_PARTS = ("early", "mid", "late")
_MONTHS_OF_PARTS = ((1, 4), (5, 8), (9, 12))
_DAYS_OF_PARTS = ((1, 10), (11, 20))
"""What is behind them is late, to the month's last day."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def name_when(when: When) -> str:
    """The day, or the first and the last, where they are known; else the date as `name_written`
    tells it, so that a month is not taken for its first day.
    """
    return _name(when, name_day)


def name_moment(when: When) -> str:
    """The same with the time of the day where one is written: "3 May 2018 14:45"."""
    about = "about " if when.at and when.qualifier is Qualifier.APPROXIMATE else ""
    return f"{name_when(when)} {about}{name_times(when)}".strip()


def name_written(when: When) -> str:
    """The date as it was written; where the author corrected it, as finely as she knows it."""
    return _name_known(when) if when.corrected else " ".join(when.written.split())


def name_part(when: When) -> str:
    """The word "early", "mid" or "late" for that part of a month or a year; else ""."""
    first, last = when.first, when.last
    if when.qualifier is not Qualifier.APPROXIMATE or not (first and last):
        return ""
    if when.precision is Precision.YEAR and first.year == last.year:
        parts = dict(zip(_MONTHS_OF_PARTS, _PARTS, strict=True))
        return parts.get((first.month, last.month), "")
    if when.precision is Precision.MONTH and _month(first) == _month(last):
        length = monthrange(*_month(first))[1]
        parts = dict(zip((*_DAYS_OF_PARTS, (21, length)), _PARTS, strict=True))
        return parts.get((first.day, last.day), "")
    return ""


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
    if not _is_known(when) and (written := name_written(when)):
        return written
    days = (name(day) for day in (when.first, when.last) if day)
    return " to ".join(dict.fromkeys(days))


def _name_known(when: When) -> str:
    first, last = when.first, when.last
    before = _BEFORE_DAY.get(when.qualifier, "")
    part = name_part(when)
    before = f"{part} " if part else before
    if first and last and when.precision is Precision.YEAR and first.year == last.year:
        return f"{before}{first.year}"
    if first and last and when.precision is Precision.MONTH and _month(first) == _month(last):
        return f"{before}{WHOLE_MONTHS[first.month - 1]} {first.year}"
    days = (name_day(day) for day in (first, last) if day)
    return f"{before}{' to '.join(dict.fromkeys(days))}" if first or last else NO_DATE


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _is_known(when: When) -> bool:
    if when.first is None or when.last is None:
        return False
    if when.qualifier is Qualifier.APPROXIMATE:
        return when.precision in TIMED
    return when.precision in TO_THE_DAY and when.qualifier not in _OPEN
