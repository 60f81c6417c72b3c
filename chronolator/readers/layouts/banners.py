"""What a banner, or the name of a sheet, gives to the rows below: a period, or a heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from chronolator.dates.leading import Period, read_period
from chronolator.model import DateRules, HeadingRules
from chronolator.readers.cells import looks_dated
from chronolator.readers.layouts.bands import is_short_title
from chronolator.words.fold import fold, holds_any

_TRIM = " \t\r\n*=_~#<>|.:;,-\u2013\u2014"
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s?[/\u2013-]\s?((?:19|20)?\d\d))?(?!\d)")
_HEADINGS_ABOVE = 2
_AUTUMN, _SPRING, _MOST_OF_A_YEAR = 9, 3, 9
_YEAR, _PART, _HEADING = "year", "part", "heading"


@dataclass(frozen=True, slots=True)
class _Level:
    """A banner in force: its kind, its text, and the month that it names."""

    kind: str
    text: str
    month: int = 0


class Banners:
    """The banners in force, the widest first. One takes the place of the last of its kind and of
    all that stood below that.

    `period` and `heading` are what they give to the rows, "" for none.
    """

    def __init__(self, headings: HeadingRules, dates: DateRules, name: str = "") -> None:
        """`name`: of the sheet, which holds for all its rows."""
        self._headings = headings
        self._dates = dates
        named = find_period(name, headings, dates)
        self._levels = [_Level(_YEAR, named)] if named else []
        self._fresh = False
        self.period = named
        self.heading = ""

    def take(self, text: str) -> None:
        """A banner stands here: it holds for the rows below."""
        plain = " ".join(text.split()).strip(_TRIM)
        period = self._read(plain)
        if period is None:
            self._take_heading(plain)
        else:
            self._take_period(plain, period)
        self._fresh = True
        by_kind = {one.kind: one for one in self._levels}
        self.heading = by_kind[_HEADING].text if _HEADING in by_kind else ""
        self.period = _compose(by_kind.get(_PART), by_kind.get(_YEAR))

    def take_above(self, texts: Sequence[str]) -> None:
        """What the texts above a table give to its rows: a period, wherever among them it stands,
        and the last of them where it is a heading, with the one before it.
        """
        for place, text in enumerate(texts, start=1):
            title = holds_any(fold(text), self._headings.title_marks)
            heads = place > len(texts) - _HEADINGS_ABOVE and is_short_title(text) and not title
            if self._read(text) or (heads and not looks_dated(text, self._headings)):
                self.take(text)
        self._fresh = False

    def carry_on(self, texts: Sequence[str]) -> None:
        """The banners below which the table before ended, which this one goes on."""
        for text in texts:
            self.take(text)
            self._fresh = False

    def go_on(self) -> None:
        """An entry stands here: the next heading is no part of the last one."""
        self._fresh = False

    def _read(self, text: str) -> Period | None:
        return read_period(text, self._dates, self._headings.period_words)

    def _take_period(self, text: str, period: Period) -> None:
        if period.whole:
            self._drop(_YEAR)
            self._drop(_PART)
            self._levels.append(_Level(_YEAR, text))
            return
        before = next((one for one in self._levels if one.kind == _PART), None)
        if before and _turns(before.month, period.month):
            self._drop(_YEAR)  # January below December is hardly of the same year
        self._drop(_PART)
        self._levels.append(_Level(_PART, text, period.month))

    def _take_heading(self, text: str) -> None:
        if self._fresh and self._levels and self._levels[-1].kind == _HEADING:
            text = f"{self._levels.pop().text}; {text}"
        else:
            self._drop(_HEADING)
        self._levels.append(_Level(_HEADING, text))

    def _drop(self, kind: str) -> None:
        place = next((n for n, one in enumerate(self._levels) if one.kind == kind), None)
        if place is not None:
            del self._levels[place:]


def find_period(name: str, headings: HeadingRules, dates: DateRules) -> str:
    """The period that the name of a sheet says, as "2019" of "Police 2019"; "" where it says none,
    or several, or tells of the file's version.
    """
    if not any(character.isdecimal() for character in name):
        return ""
    told = fold(name)
    if holds_any(told, headings.version_words):
        return ""
    whole = read_period(name, dates, headings.period_words)
    if whole and whole.whole:
        return name.strip()
    found = _compile_month(headings.months).findall(name)
    if len(found) == 1 and len(_YEARS.findall(name)) <= 1:
        month, year = found[0]
        return f"{month} {year}" if len(year) > len("19") else f"{month} '{year}"
    years = [one[0].strip() for one in _YEARS.finditer(name)]
    return years[0] if len(years) == 1 else ""


@lru_cache(maxsize=8)
def _compile_month(months: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, months)) or r"(?!)"
    return re.compile(
        rf"(?<![^\W_])((?:{either})[a-z]*)[\s.,'\u2019/_-]*((?:(?:19|20)\d\d|\d\d))(?![\d])",
        re.IGNORECASE,
    )


def _turns(before: int, month: int) -> bool:
    """True where the year may have turned between two months, whichever way the rows run."""
    return bool(before and month) and abs(before - month) >= _MOST_OF_A_YEAR


def _compose(part: _Level | None, year: _Level | None) -> str:
    """A month or a term with the year that stands above it, where that is sure."""
    if part is None or year is None:
        return part.text if part else year.text if year else ""
    found = _YEARS.search(year.text)
    if found is None:
        return part.text
    first, second = found[1], found[2]
    if not second or not part.month:
        return f"{part.text} {found[0]}"
    # Of a year that runs from autumn to summer, or from April to March.
    if part.month >= _AUTUMN:
        return f"{part.text} {first}"
    return f"{part.text} {first[:2]}{second[-2:]}" if part.month <= _SPRING else part.text
