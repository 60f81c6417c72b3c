"""A cell -> the text that is read: true dates and times take the form that people write."""

import re
from datetime import datetime, timedelta

from chronolator.model import DateRules, Value
from chronolator.model.values import show_value

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  a sheet's clock has no zone
_DAY_SECONDS = 86_400
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?", re.ASCII)
_DIGITS = re.compile(r"((?:19|20)\d{6})[t ]?(\d\d)(\d\d)(\d\d)?", re.ASCII)
_FRACTION = re.compile(r"0\.\d{3,}", re.ASCII)
_MISTYPED = re.compile(  # 12/O3/2019, l2 March 2019
    r"(?<![^\W_])(?=[oil/.-]*\d)(?=[\d/.-]*[oil])"
    r"(?:[oil\d]{1,2}([/.-])[oil\d]{1,2}\1(?:[oil\d]{4}|[oil\d]{2})(?![^\W_])"
    r"|[oil\d]{2}(?=(?:st|nd|rd|th)?[ -](?:of )?[a-z]{3,9}[ -]\d))",
    re.ASCII | re.IGNORECASE,
)
_NEAR_DIGIT = re.compile(r"[oOiIlL][\d/.-]|[\d/.-][oOiIlL]", re.ASCII)
_DIGIT_OF = str.maketrans("oOiIlL", "001111")
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 100_000


def write_day(value: Value) -> str:
    """The cell of a date's column as text: dd/mm/yyyy, with HH:MM where it has a time."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return show_value(value)


def write_time(value: Value) -> str:
    """The cell of a time's column as text: HH:MM."""
    if isinstance(value, str):
        text = value.strip()
        return show_value(timedelta(days=float(text))) if _FRACTION.fullmatch(text) else text
    if isinstance(value, float) and value.is_integer() and value:
        value = int(value)
    if isinstance(value, float) and (0 <= value < 1 or _FIRST_SERIAL <= value < _LAST_SERIAL):
        return show_value(timedelta(days=value % 1))
    if isinstance(value, float) and round(value, 2) == value:
        return f"{value:.2f}"  # 14.3 is 14.30 as somebody typed it
    return show_value(value.time() if isinstance(value, datetime) else value)


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


def put_digits(text: str) -> str:
    """The text with digits in a date's numbers where letters that look like them were typed."""
    if not _NEAR_DIGIT.search(text):  # most texts have none, and this is soon told
        return text
    return _MISTYPED.sub(lambda found: found[0].translate(_DIGIT_OF), text)
