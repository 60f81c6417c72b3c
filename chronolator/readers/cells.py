"""What single cells hold, as far as a layout is told by it. No date is read here."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from functools import lru_cache

from chronolator.model import HeadingRules, Sheet, Value

_LONGEST_DATE = 40
_CLOCK = re.compile(r"\D{0,10}\d{1,2}[:.]\d\d(?!\d|[./]\d)")
_DAY = re.compile(r"\s*(?:0?[1-9]|[12]\d|3[01])\s?[./-]\s?(?:0?[1-9]|1[0-2])\.?\s*")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def is_blank(value: Value) -> bool:
    """True for an empty cell and for one of white space alone."""
    return value is None or (isinstance(value, str) and not value.strip())


def list_filled(row: Sequence[Value]) -> list[tuple[int, Value]]:
    """The cells of the row that are not blank, with their 0-based columns."""
    return [
        (place, value)
        for place, value in enumerate(row)
        if value is not None and not (value.__class__ is str and not value.strip())
    ]


def looks_dated(value: Value, rules: HeadingRules) -> bool:
    """True for a date, and for a short text that holds something written like one."""
    if isinstance(value, date):
        return True
    if isinstance(value, str) and len(value) <= _LONGEST_DATE:
        return bool(_compile_dated(rules.months).search(value))
    return False


def looks_like_day(value: Value, rules: HeadingRules) -> bool:
    """True for what looks dated, and for a day and a month alone, as "9/1": its year may stand
    above. The numbers of paragraphs look like that too.
    """
    return looks_dated(value, rules) or (isinstance(value, str) and bool(_DAY.fullmatch(value)))


def looks_periodic(value: Value, rules: HeadingRules) -> bool:
    """True for a year, or a month or school year in the place of a banner."""
    if isinstance(value, str):
        return bool(_compile_period(rules).fullmatch(value.strip()))
    return (
        isinstance(value, int | float)
        and _FIRST_YEAR <= value <= _LAST_YEAR
        and value == int(value)
    )


def looks_timed(value: Value) -> bool:
    """True for a time of day, and for a text that begins like one."""
    return isinstance(value, time) or (isinstance(value, str) and bool(_CLOCK.match(value)))


def share(values: Iterable[bool]) -> float:
    """The share of the true ones; 0 where there are none at all."""
    told = list(values)
    return sum(told) / len(told) if told else 0.0


def spread_down(sheet: Sheet, places: Iterable[int]) -> dict[tuple[int, int], Value]:
    """For each row but the first of a range merged down in one of the columns, the range's value.

    Keys are the 1-based row and the 0-based column.
    """
    wanted = set(places)
    spread: dict[tuple[int, int], Value] = {}
    for top, left, bottom, right in sheet.merged:
        if bottom == top or top > len(sheet.rows) or not wanted & set(range(left - 1, right)):
            continue
        first = sheet.rows[top - 1]
        value = first[left - 1] if left <= len(first) else None
        if not is_blank(value):
            spread.update(
                ((row, place), value)
                for row in range(top + 1, min(bottom, len(sheet.rows)) + 1)
                for place in wanted & set(range(left - 1, right))
            )
    return spread


def name_column(place: int) -> str:
    """A column without a heading by the sheet's letters, as "Column D"."""
    letters = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"Column {letters}"


@lru_cache(maxsize=8)
def _compile_dated(months: tuple[str, ...]) -> re.Pattern[str]:
    month = "|".join(map(re.escape, months)) or r"(?!)"
    return re.compile(
        r"(?<!\d)\d{1,2}[./\\ -]{1,3}\d{1,2}[./\\ -]{1,3}(?:\d{4}|\d{2})(?!\d)"
        r"|(?<!\d)\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d)|(?<![\d./])\d{1,2}[./](?:19|20)\d\d(?!\d)"
        rf"|\d(?:st|nd|rd|th)?[\s./-]{{0,3}}(?:of )?(?:{month})[a-z]*\b"
        rf"|\b(?:{month})[a-z]*[\s./,'\u2019-]{{0,3}}\d|^\W*(?:19|20)\d\d\W*$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _compile_period(rules: HeadingRules) -> re.Pattern[str]:
    month = "|".join(map(re.escape, rules.months)) or r"(?!)"
    word = "|".join(map(re.escape, rules.period_words)) or r"(?!)"
    year = r"(?:19|20)\d\d(?:\s*[/\u2013-]\s*(?:(?:19|20)?\d\d))?"
    return re.compile(
        rf"\W*(?:(?:(?:(?:{month})[a-z]*|{word})\W+){{0,4}}{year}(?:\W+(?:{word})){{0,2}}"
        rf"|(?:{month})[a-z]*(?:\W+\d\d)?)\W*",
        re.IGNORECASE,
    )
