"""The date with which a line of a text begins, and the period that a few words say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from chronolator.dates.items import Clock, Item, Link, Mark, Other, Said, Weekday
from chronolator.dates.scan import scanner_of
from chronolator.model import DateRules, DateSays

_MOST_WORDS = 9
_WORD = re.compile(r"\S+")
_LIST_SIGN = re.compile(
    r"[\s>\u2022\u25e6\u25aa\u25ab\u25cf\u25cb\u2023\u2043\u2219\u00b7\uf0b7*\u2013\u2014-]*"
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s+)?[(\[\s]*"
)
_NOT_OF_IT = " :;,.-\u2013\u2014|)]"
_BEHIND = re.compile(r"[\s:;,.|)\]\u2013\u2014-]*")
_SEPARATOR = re.compile(r"[\s)\]]*[:|\u2013\u2014-]")


@dataclass(frozen=True, slots=True)
class Leading:
    """A date at the beginning of a line: from `start` to `end`, its time with it; the words that it
    dates begin at `words`. `whole`: it says day, month and year; else its year is missing.
    """

    start: int
    end: int
    words: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or a month, a term or a season. `whole`: it says which year; `month`: 0 for none."""

    whole: bool
    month: int = 0


def find_leading(line: str, rules: DateRules) -> Leading | None:
    """The date with which the line begins, behind a sign or a number of a list; None for none.

    A day without its year counts only where a colon or a stroke parts it from the words.
    """
    sign = _LIST_SIGN.match(line)
    start = sign.end() if sign else 0
    if not _may_begin(rules).match(line, start):
        return None
    scanner = scanner_of(rules)
    best: Leading | None = None
    for word in _first_words(line, start):
        end = start + len(line[start : word.end()].rstrip(_NOT_OF_IT))
        whole = _read_day(scanner.scan(line[start:end], None))
        if whole is not None:
            parted = bool(_SEPARATOR.match(line, end))
            if whole or parted:
                best = Leading(start, end, _skip(line, end), whole)
    return best


def read_period(text: str, rules: DateRules, besides: Sequence[str] = ()) -> Period | None:
    """The period that the text says and nothing else, but for the words `besides`; None where it
    says none, or a day.
    """
    items = scanner_of(rules).scan(text, None)
    if any(isinstance(one, Other) and one.text not in besides for one in items):
        return None
    if any(isinstance(one, Clock | Weekday) for one in items):
        return None
    marks = [one for one in items if isinstance(one, Mark)]
    if not marks or any(one.day is not None or one.broken or one.decade for one in marks):
        return None
    months = {one.month for one in marks if one.month}
    return Period(
        any(one.year is not None for one in marks), months.pop() if len(months) == 1 else 0
    )


def _first_words(line: str, start: int) -> list[re.Match[str]]:
    found = []
    for word in _WORD.finditer(line, start):
        found.append(word)
        if len(found) == _MOST_WORDS:
            break
    return found


def _read_day(items: Sequence[Item]) -> bool | None:
    """True where the items are a day with its year and nothing besides, False where the year is
    missing, None for all else.
    """
    whole: bool | None = None
    for place, item in enumerate(items):
        if isinstance(item, Mark):
            linked = place > 0 and isinstance(items[place - 1], Link)
            day = item.day is not None and item.month is not None and not item.broken
            if not day or (whole is not None and not linked):
                return None
            whole = item.is_whole_day if whole is None else whole
        elif not isinstance(item, Clock | Weekday | Link | Said):
            return None
    ends = items[-1] if items else None
    if isinstance(ends, Link) or (isinstance(ends, Said) and not _tells_time(ends)):
        return None
    return whole


def _tells_time(said: Said) -> bool:
    return said.word.says in {DateSays.TIME_OF_DAY, DateSays.CLOCK}


def _skip(line: str, end: int) -> int:
    found = _BEHIND.match(line, end)
    return found.end() if found else end


@lru_cache(maxsize=8)
def _may_begin(rules: DateRules) -> re.Pattern[str]:
    """What a line that begins with a date begins with: cheap, and asked of every line."""
    names = {
        name[:3]
        for word in rules.words
        if word.says in {DateSays.MONTH, DateSays.WEEKDAY}
        for name in word.words
    }
    either = "|".join(sorted(map(re.escape, names))) or r"(?!)"
    return re.compile(rf"(?:\d|(?:on\s)?(?:{either}))", re.IGNORECASE)
