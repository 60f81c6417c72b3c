"""dates.toml -> DateRules."""

from datetime import time
from pathlib import Path
from typing import Any

import msgspec

from chronolator.model import DateRules, DateSays, DateWord, Precision, Qualifier
from chronolator.model.rules.dates import DateLimits
from chronolator.rules.files import read_rules


class _Word(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    says: DateSays
    words: list[str]
    number: int = 0
    first: tuple[int, int] = (0, 0)
    last: tuple[int, int] = (0, 0)
    easter: tuple[int, int] | None = None
    days: tuple[int, int] = (0, 0)
    months: tuple[int, int] = (0, 0)
    at: time | None = None
    precision: Precision = Precision.UNKNOWN
    qualifier: Qualifier = Qualifier.EXACT
    examples: list[dict[str, Any]] = []


class _Years(msgspec.Struct, forbid_unknown_fields=True):
    written: tuple[int, int]
    serial: tuple[int, int]


class _Numbers(msgspec.Struct, forbid_unknown_fields=True):
    counts: list[str]
    ordinals: list[str]


class _Limits(msgspec.Struct, forbid_unknown_fields=True):
    month_first: int
    swapped: int
    slip: int
    astray: int
    against: int
    unordered: int
    rival: int
    direction: int
    twelve_hours: int
    day_begins: int


class DateFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    years: _Years
    numbers: _Numbers
    limits: _Limits
    word: list[_Word]


def read_dates(folder: Path | None = None) -> DateFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("dates.toml", DateFile, folder, last_counts=True)


def load_dates(folder: Path | None = None) -> DateRules:
    """The words of dates and times, with a board's own over ours. Raises `RulesError`."""
    file = read_dates(folder)
    words = tuple(
        DateWord(
            one.id,
            one.says,
            tuple(one.words),
            one.number,
            one.first,
            one.last,
            one.easter,
            one.days,
            one.months,
            one.at,
            one.precision,
            one.qualifier,
        )
        for one in file.word
    )
    return DateRules(
        words,
        file.years.written,
        file.years.serial,
        tuple(file.numbers.counts),
        tuple(file.numbers.ordinals),
        DateLimits(**msgspec.structs.asdict(file.limits)),
    )
