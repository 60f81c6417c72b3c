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
_FEWEST_LETTERS = 2
_UNDATED = DateSays.UNDATED
# Behind these a day needs nothing to part it from the words; behind the others it does, as in
# "after 12/03/2019 nothing more was heard".
_NEAR = frozenset(
    {
        DateSays.APPROXIMATE,
        DateSays.DAYS_FROM,
        DateSays.DAYS_TO,
        DateSays.WEEKEND,
        DateSays.NIGHT,
        DateSays.FILLER,
    }
)
_ROUND = _NEAR | {
    DateSays.PART,
    DateSays.WHOLE,
    DateSays.BEFORE,
    DateSays.BY,
    DateSays.AFTER,
    DateSays.SINCE,
    DateSays.WEEK_OF,
    DateSays.TO,
    DateSays.AND,
    DateSays.EITHER,
}
_BEHIND_IT = frozenset({DateSays.TIME_OF_DAY, DateSays.CLOCK, DateSays.OR_BEFORE, DateSays.ONWARDS})


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


def find_opening(line: str, rules: DateRules) -> Leading | None:
    """The date or the period with which a paragraph begins: what `find_leading` finds, and others
    that say their year, as a month, or a day behind words such as "between" or "w/c".

    A period, or a word such as "undated", counts where words stand behind it that a colon or a
    stroke parts from it. Words alone part a day, a month behind a word such as "in" or the number
    of a list, where no "before", "after" or the like makes a sentence of them; behind such a number
    a day without its year too.
    """
    best = find_leading(line, rules)
    if best is not None and best.whole:
        return best
    sign = _LIST_SIGN.match(line)
    start = sign.end() if sign else 0
    numbered = any(map(str.isalnum, line[:start]))
    scanner = scanner_of(rules)
    for word in _first_words(line, start):
        end = start + len(line[start : word.end()].rstrip(_NOT_OF_IT))
        items = scanner.scan(line[start:end], None)
        if numbered and best is None and _read_day(items) is False:
            best = Leading(start, end, _skip(line, end), whole=False)
        near = _read_opening(items, numbered=numbered)
        if near is None or not (near or _SEPARATOR.match(line, end)):
            continue
        words = _skip(line, end)
        if sum(map(str.isalpha, line[words:])) >= _FEWEST_LETTERS:
            best = Leading(start, end, words, whole=True)
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


def _read_opening(items: Sequence[Item], *, numbered: bool) -> bool | None:
    """None where the items are no date or period with its year, nor say that there is none, and
    nothing besides; True where words may follow it unparted.
    """
    if items and all(isinstance(one, Said) and one.word.says is _UNDATED for one in items):
        return False
    marks = [one for one in items if isinstance(one, Mark)]
    if not marks or marks[-1].year is None or any(one.broken or one.decade for one in marks):
        return None
    for item in items:
        if isinstance(item, Other):
            return None
        if isinstance(item, Said) and item.word.says not in _ROUND | _BEHIND_IT:
            return None
    first, last = items[0], items[-1]
    if isinstance(last, Link) or (isinstance(last, Said) and last.word.says not in _BEHIND_IT):
        return None
    named = all(one.month is not None or one.day is not None for one in marks)
    near = isinstance(first, Said) and first.word.says in _NEAR
    return named and (near or (numbered and isinstance(first, Mark)))


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
