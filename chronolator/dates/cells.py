"""A cell -> the text that is read: true dates, times and numbers take the form that people write."""

import re
from datetime import date, datetime, time, timedelta

from chronolator.model import DateRules, Value

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  a sheet's clock has no zone
_DAY_SECONDS = 86_400
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?", re.ASCII)
_DIGITS = re.compile(r"((?:19|20)\d{6})[t ]?(\d\d)(\d\d)(\d\d)?", re.ASCII)
_FIRST_YEAR = 1901


def write_day(value: Value) -> str:
    """The cell of a date's column as text: dd/mm/yyyy, with HH:MM where it has a time."""
    if isinstance(value, datetime):
        day = _write_date(value)
        clock = write_time(value.time())
        return day if value.time() == time() else f"{day} {clock}"
    if isinstance(value, date):
        return _write_date(value)
    if isinstance(value, time | timedelta):
        return write_time(value)
    return _write_plain(value)


def write_time(value: Value) -> str:
    """The cell of a time's column as text: HH:MM, with seconds where it has any."""
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, timedelta) and timedelta() <= value < timedelta(days=1):
        value = (_EPOCH + value).time()
    if isinstance(value, time):
        return value.strftime("%H:%M:%S" if value.second else "%H:%M")
    if isinstance(value, float):
        return _write_fraction(value)
    return _write_plain(value)


def expand_number(text: str, rules: DateRules) -> str:
    """The text, or the day that it means where it is a number as Excel or a system writes dates."""
    if system := _DIGITS.fullmatch(text.strip()):
        day, *clock = system.groups()
        return f"{day} " + ":".join(part for part in clock if part)
    serial = _SERIAL.fullmatch(text.strip())
    if serial is None:
        return text
    fraction = float(f"0.{serial[2]}") if serial[2] else 0.0
    moment = _EPOCH + timedelta(int(serial[1]), round(fraction * _DAY_SECONDS))
    first, last = rules.serial_years
    return write_day(moment) if first <= moment.year <= last else text


def _write_date(value: date) -> str:
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def _write_fraction(value: float) -> str:
    """0.604 is a part of a day; 14.3 is 14.30 as somebody typed it."""
    if 0 <= value < 1 or value > _DAY_SECONDS // 24:
        seconds = round(value % 1 * _DAY_SECONDS) % _DAY_SECONDS
        return write_time(timedelta(seconds=seconds))
    return f"{value:.2f}" if round(value, 2) == value else str(value)


def _write_plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
