"""The forms in which a day, a month or a year is written, day first always.

Months stand in the text as §3§ (see `spelling`).
"""

import re

from chronolator.dates.items import Mark
from chronolator.dates.patterns import Patterns

_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th)(?![a-z]))?"
_MONTH = r"(?P<month>\d{1,2})"
_NAME = r"§(?P<name>\d+)§\.?"
_YEAR = r"(?P<year>\d{4})(?![\d:])(?!\s?(?:hrs?|hours?)\b)"
# The 19 of "12 Mar 19:30" and the 10 of "12 Mar 10am" are hours.
_NO_HOUR = r"(?!(?:0?[1-9]|1[0-2])\s?[ap]\.?\s?m\b)"
_SHORT = rf"{_NO_HOUR}(?P<short>\d\d)(?!\d|[-_?x*]{{2}})(?![:.;]\d|\s?(?:hrs?|hours?)\b|\s*§)"
_SANE = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_OF = r"[\s,./-]*(?:day\s)?(?:of\s)?(?:the\s)?\s*"
_NO_FOURTH = r"(?!\s?(?P=by)\s?\d)(?!\d|[-_?x*]{2})(?!:\d)"
_LATER = r"\d{1,2}\s?(?P<by>[/.-])\s?\d{1,2}\s?(?P=by)\s?(?:\d{4}|\d\d)" + _NO_FOURTH
_NUMERIC = r"(?P<day>\d{1,2})"
_ENDS = r"(?!\d|[-_?x*]{2})(?!\s?[/.]\s?\d)(?!:\d)"

_FORMS = (
    # 2019-03-12
    rf"(?P<year>\d{{4}})\s?(?P<by>[-/.])\s?{_MONTH}\s?(?P=by)\s?(?P<day>\d{{1,2}})(?!\d)",
    # 12/03/2019
    rf"{_NUMERIC}\s*(?P<by>[/.:,-])\s*{_MONTH}\s*(?P=by)\s*'?(?P<year>\d{{4}})(?!\d)",
    # 12/03/19, but not the first three numbers of 9/10/03/19
    rf"{_NUMERIC}\s*(?P<by>[/.-])\s*{_MONTH}\s*(?P=by)\s*'?(?P<short>\d\d){_NO_FOURTH}",
    # 12 03 2019
    rf"{_NUMERIC} {_MONTH} (?:{_SANE}|(?P<short>\d\d))(?!\d)(?!\s?[/.:-]?\s?\d|\s?§)",
    # 12 March 2019, 12-Mar-19, 12th of March '19
    rf"{_DAY}{_OF}{_NAME}[\s,./-]*{_YEAR}",
    rf"{_DAY}{_OF}{_NAME}(?:\s?,?\s?|[-/.]\s?)'?{_SHORT}",
    # March 12, 2019
    rf"{_NAME}[\s./-]*{_DAY}(?:\s?,\s?|[\s/-]){_YEAR}",
    rf"{_NAME}\s?{_DAY}\s?,?\s'?{_SHORT}",
    # 2019 March 12
    rf"(?P<year>\d{{4}})[\s,./-]*{_NAME}[\s./-]*{_DAY}(?!\d)(?!{_OF}[§\d])",
    # 12 March
    rf"{_DAY}{_OF}{_NAME}(?![\s./-]?\d{{4}})",
    # March 2019, Mar-19, March '19
    rf"{_NAME}[\s,./-]*(?:of\s|in\s)?{_YEAR}",
    rf"{_NAME}(?:[/-]|\s?'){_SHORT}",
    # March 12th, March 12 (which could be of 2012 too: a day without a year says neither)
    rf"{_NAME}\s?{_DAY}(?!\d)(?![/.:-]\d)",
    # 2019 March
    rf"(?P<year>\d{{4}})[\s/-]?{_NAME}",
    _NAME,
    # 03/2019
    rf"{_MONTH}\s?[/.-]\s?{_SANE}(?![/.]\d)",
    # 2018/2019
    rf"{_SANE}\s?[/-]\s?(?P<until>(?:19|20)\d\d)(?!\d)",
    # 2019-03, and 2018/19 or 2018-19
    rf"{_SANE}(?P<by>[/.-])(?P<until>\d\d)(?!\d)(?!(?P=by)\d)(?!\s?[ap:])",
    # 12.03/19, 12/03 2019: slips
    rf"{_NUMERIC}\s?[/.,]\s?{_MONTH}\s?[/.,]\s?(?:{_SANE}|(?P<short>\d\d)){_ENDS}",
    rf"{_NUMERIC}\s?[/.]\s?{_MONTH} {_SANE}{_ENDS}",
    rf"{_NUMERIC} {_MONTH}\s?[/.]\s?{_SANE}{_ENDS}",
    # 12/03, but not the 3/4 of 3/4 May
    rf"{_NUMERIC}\s?[/.]\s?{_MONTH}{_ENDS}(?!\s?(?:of\s)?§)",
    # the 12 of 12-14/03/2019
    rf"{_NUMERIC}(?=\s?[-/&+]\s?{_LATER})",
    # the 12 of 12-14/3
    rf"{_NUMERIC}(?=\s?[-&+]\s?\d{{1,2}}\s?[/.]\s?(?:0?[1-9]|1[0-2]){_ENDS})",
    # 1990s
    r"(?P<decade>(?:19|20)\d0)'?s\b",
    # what looks like a date and is none: 12/03/20019
    r"(?P<broken>\d+\s?[/.:-]\s?\d+\s?[/.:-]\s?\d+(?:[/.:-]\d+)*)",
    r"(?P<broken>\d{1,2}(?:st|nd|rd|th)?[\s,./-]*§\d+§[\s,./-]*\d+)",
    # 2019
    rf"{_SANE}(?![:.]\d)(?!\s?(?:hrs?|hours?)\b)",
    # 12th, 12
    r"(?P<day>\d{1,2})(?:\s?(?P<ordinal>st|nd|rd|th)(?![a-z]))?(?!\d|\.\d{3})",
)
# Those that can begin with a digit, and with a month's name. Which come first matters.
_BY_DIGIT = Patterns(form for form in _FORMS if not form.startswith(_NAME))
_BY_NAME = Patterns(form for form in _FORMS if form.startswith(_NAME))
_EIGHT = re.compile(r"(\d\d)(\d\d)(\d\d)(\d\d)(?!\d)", re.ASCII)
_SIX = re.compile(r"(?P<day>\d\d)(?P<month>\d\d)(?P<short>\d\d)(?!\d)(?!\s?[/.:-]\s?\d)", re.ASCII)
_CENTURY = 100
_MONTHS = 12
_WINDOW = 69


def find_mark(text: str, place: int, latest: int | None, *, opening: bool) -> Mark | None:
    """What is written at that place as a date, whole or in part, or None.

    `latest`: the year after which no year of two digits lies. `opening`: no words of the agency's
    stand before, so that six digits are taken for a date.
    """
    first = text[place : place + 1]
    if first == "§":
        forms = _BY_NAME
    elif first.isdecimal():
        forms = _BY_DIGIT
        if text[place : place + 6].isdecimal():
            if eight := _EIGHT.match(text, place):
                return _read_eight(eight)
            if opening and (six := _SIX.match(text, place)):
                return _make(six[0], six.groupdict(), latest)
    else:
        return None
    found = forms.find(text, place)
    return _make(*found, latest) if found else None


def expand_year(digits: str, latest: int | None) -> int:
    """The year that two digits mean: the last one that does not lie after `latest`."""
    number = int(digits)
    if latest is None:
        return number + (1900 if number >= _WINDOW else 2000)
    year = latest - latest % _CENTURY + number
    return year if year <= latest else year - _CENTURY


def _make(text: str, told: dict[str, str | None], latest: int | None) -> Mark:
    if told.get("broken"):
        return Mark(text, broken=True)
    if decade := told.get("decade"):
        return Mark(text, year=int(decade), decade=True)
    if until := told.get("until"):
        return _read_until(text, _number(told, "year") or 0, until)
    short = told.get("short")
    year = expand_year(short, latest) if short else _number(told, "year")
    month = _number(told, "name") or _number(told, "month")
    return Mark(
        text,
        _number(told, "day"),
        month,
        year,
        short=bool(short),
        ordinal=bool(told.get("ordinal")),
        broken=month is not None and not 1 <= month <= _MONTHS,
    )


def _number(told: dict[str, str | None], name: str) -> int | None:
    digits = told.get(name)
    return int(digits) if digits else None


def _read_until(text: str, year: int, until: str) -> Mark:
    """A year of two halves, or a month; of two years apart the first."""
    if int(until) in {year + 1, (year + 1) % _CENTURY}:
        return Mark(text, year=year, to_year=year + 1)
    if int(until) >= _CENTURY:
        return Mark(str(year), year=year)
    if 1 <= int(until) <= _MONTHS:
        return Mark(text, month=int(until), year=year)
    return Mark(text, broken=True)


def _read_eight(found: re.Match[str]) -> Mark:
    """As yyyymmdd or ddmmyyyy. No number is both: a month is never 19 or 20."""
    if found[1] in {"19", "20"} and int(found[3]) <= _MONTHS:
        return Mark(found[0], int(found[4]), int(found[3]), int(found[1] + found[2]))
    if found[3] in {"19", "20"} and int(found[2]) <= _MONTHS:
        return Mark(found[0], int(found[1]), int(found[2]), int(found[3] + found[4]))
    return Mark(found[0], broken=True)
