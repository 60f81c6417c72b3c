"""A cell's value as text, as a reader of the sheet sees it; how a day is named, and an age told."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from chronolator.model.sheets import Value

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WHOLE_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MINUTES_IN_DAY = 24 * 60


def name_day(day: date) -> str:
    """The day as a British reader writes it, "3 May 2018", whatever the machine's language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def count_birthdays(born: date, day: date) -> int:
    """The age in whole years on the day of who was `born` then; below 0 before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def join_words(words: Sequence[str]) -> str:
    """The words as a sentence lists them: "a, b and c"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if words[1:] else "".join(words)


def keep_kind(value: Value) -> str | float | date | time:
    """The value as a number, a day or a time of day where it is one, else as `show_value` tells it:
    what can be written into a cell again as what it was. A length of time is a text of all its
    hours.
    """
    if isinstance(value, datetime) and not (value.hour or value.minute):
        return value.date()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(value, bool | datetime) or not isinstance(value, int | float | date | time):
        return show_value(value)
    return value


def show_value(value: Value) -> str:
    """The value as text: days as dd/mm/yyyy, times as hh:mm, texts without white space at the ends.

    "" for an empty cell. A date with a time other than midnight shows both.
    """
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, datetime):
        timed = value.hour or value.minute  # a sheet's midnight may be off by a split second
        return f"{value:%d/%m/%Y %H:%M}" if timed else f"{value:%d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return _show_span(value) if isinstance(value, timedelta) else str(value)


def _show_span(span: timedelta) -> str:
    minutes = round(span.total_seconds() / 60) % _MINUTES_IN_DAY
    return f"{minutes // 60:02}:{minutes % 60:02}"
