"""Which of two files is the later version, by their names."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import PureWindowsPath
from typing import Any

from chronolator.model import VersionRules

_WORD = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)*")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-._ ](\d{1,2})[-._ ](\d{4}|\d\d)(?!\d)", re.ASCII)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-._ ]?(\d\d)[-._ ]?(\d\d)(?!\d)", re.ASCII)
_RUN_ON = re.compile(r"(?<!\d)(\d\d)(\d\d)(\d{4}|\d\d)(?!\d)", re.ASCII)
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class _Told:
    number: tuple[int, ...]
    day: date | None
    earlier: bool
    later: bool

    @property
    def rank(self) -> int:
        """A draft 0, a final draft 1, a plain file 2, a corrected one 3."""
        if self.earlier:
            return 1 if self.later else 0
        return 3 if self.later else 2


def order_names(one: str, other: str, rules: VersionRules) -> int:
    """-1 where the name of the first file is an earlier version's, 1 where the other's is, 0 where
    the names do not tell.
    """
    first, second = _read(one, rules), _read(other, rules)
    if first.number and second.number and first.number != second.number:
        return _compare(first.number, second.number)
    if first.day and second.day and first.day != second.day:
        return _compare(first.day, second.day)
    if first.rank != second.rank:
        return _compare(first.rank, second.rank)
    # A file without a number is the first of its kind.
    if bool(first.number) != bool(second.number):
        number = first.number or second.number
        return 0 if number[0] <= 1 else _compare(first.number, second.number)
    return 0


def sounds_earlier(file: str, rules: VersionRules) -> bool:
    """True where the name alone says that there is, or will be, a later version."""
    return _read(file, rules).earlier


def _compare(one: Any, other: Any) -> int:  # noqa: ANN401  two of one kind
    return -1 if one < other else 1


def _read(file: str, rules: VersionRules) -> _Told:
    stem = PureWindowsPath(file).stem.casefold()
    words: list[str] = _WORD.findall(stem)
    number: tuple[int, ...] = ()
    for word, after in pairwise(words):
        if word in rules.numbered and after[0].isdigit() and len(after) <= len("1.10.2"):
            number = tuple(int(part) for part in after.split("."))
    return _Told(
        number,
        _find_day(stem, rules),
        any(word in rules.earlier for word in words),
        any(word in rules.later for word in words),
    )


def _find_day(stem: str, rules: VersionRules) -> date | None:
    months = "|".join(rules.months) or r"(?!)"
    named = re.compile(
        rf"(\d{{1,2}})(?:st|nd|rd|th)?[-._ ]*({months})[a-z]*[-._ ]*(\d{{4}}|\d\d)\b"
    )
    for found in named.finditer(stem):
        if day := _make_day(found[1], str(rules.months.index(found[2]) + 1), found[3]):
            return day
    for found in _YEAR_FIRST.finditer(stem):
        if day := _make_day(found[3], found[2], found[1]):
            return day
    for pattern in (_DAY_FIRST, _RUN_ON):
        for found in pattern.finditer(stem):
            if day := _make_day(*found.groups()):
                return day
    return None


def _make_day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year) + (_CENTURY if len(year) == len("24") else 0), int(month), int(day))
    except ValueError:
        return None
