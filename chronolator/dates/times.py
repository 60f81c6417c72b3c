"""The forms in which a time is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from chronolator.dates.items import Clock, Item, Link, Mark, Other
from chronolator.dates.patterns import Patterns
from chronolator.model import Precision

_UNIT = r"(?:\s?(?:hrs?|hours?|h)\b(?!/))?(?P<zone>z\b|\s?\+\d\d:?\d\d(?!\d))?"
_HALF = r"\s?(?P<half>[ap])\.?\s?m\b\.?"
_FORMS = Patterns(
    (
        # 02.30.15.000000 PM behind a date, which 02.03.19 pm is itself
        r"(?<=\d )(?P<hour>\d\d)\.(?P<minute>\d\d)\.(?P<second>\d\d)(?:\.\d+)?\s(?P<half>[ap])m\b",
        # 2.30pm, 9 a.m., 02:30:15 PM
        r"(?P<hour>\d{1,2})(?:[:.;]?(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?" + _HALF,
        # 14:30, 14:30:15, 14:30 hrs, 14:30:00Z
        r"(?P<hour>\d{1,2})[:;](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?(?![\d:])"
        + _UNIT,
        # 1430hrs, 14.30 hours
        r"(?P<hour>\d{1,2})[.]?(?P<minute>\d\d)\s?(?:hrs?|hours?|h)\b",
        # 14h30
        r"(?P<hour>\d{1,2})h(?P<minute>\d\d)(?!\d)",
    )
)
_MAY_BE = re.compile(r"\d{1,2}(?:[:.;]?\d\d|\s?[ap]\.?\s?m|h\d)", re.ASCII)
_BARE = re.compile(r"(?P<hour>\d{1,2})[.]?(?P<minute>\d\d)", re.ASCII)
_IN_TIME_CELL = Patterns(
    (
        r"(?P<hour>\d{1,2})[., ]?(?P<minute>\d\d)(?!\d)(?![.,]\d)",
        r"(?P<hour>\d{1,2})(?!\d)(?![.,:]\d)",
    )
)
_NOON = 12
_HOURS = 24
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Times:
    """A time or a stretch of time as read. `lost`: what is written is no time of the clock. `word`:
    a word or am or pm stands in it, so a person wrote it.
    """

    at: time | None = None
    until: time | None = None
    precision: Precision = Precision.UNKNOWN
    several: bool = False
    lost: bool = False
    zone: bool = False
    word: bool = False


NO_TIMES = Times()


def find_clock(text: str, place: int) -> Clock | None:
    """What is written at that place in a form that only a time has, or None."""
    return _find(_FORMS, text, place) if _MAY_BE.match(text, place) else None


def find_bare_clock(text: str, place: int) -> Clock | None:
    """The digits at that place as a time, as in a time's cell, or None."""
    return _find(_IN_TIME_CELL, text, place)


def take_for_clock(item: Item) -> Clock | None:
    """The time that digits such as 1430 or 14.30 mean where a time is expected, or None."""
    if not isinstance(item, Mark | Other):
        return None
    found = _BARE.fullmatch(item.text)
    clock = _make(found[0], found.groupdict()) if found else None
    return clock if clock and _tell(clock) else None


def read_clocks(items: Sequence[Item]) -> Times:
    """The time or the stretch of time in the items; without one, all is None.

    A number alone is an hour only where the other end of the stretch says more (10-11.30), and not
    behind a word beside a time ("Core group 1, 2pm").
    """
    items = [item for place, item in enumerate(items) if not _is_of_a_thing(items, place)]
    clocks = [item for item in items if isinstance(item, Clock)]
    if all(clock.is_bare for clock in clocks):
        return NO_TIMES
    first, last = clocks[0], clocks[-1]
    places = [place for place, item in enumerate(items) if isinstance(item, Clock)]
    joined = any(isinstance(item, Link) for item in items[places[0] : places[-1]])
    at, until = _tell(first), None
    if joined:
        at, until = _tell_both(first, last)
    used = [first, last] if joined else [first]
    return Times(
        at,
        until if at else None,
        _tell_precision(used) if at else Precision.UNKNOWN,
        several=len({_tell(clock) for clock in clocks}) > len(used),
        lost=at is None or (joined and until is None),
        zone=any(clock.zone for clock in clocks),
        word=any(clock.word or clock.half for clock in clocks),
    )


def _is_of_a_thing(items: Sequence[Item], place: int) -> bool:
    """True for a number between a word and a comma: "Session 4, 2pm"."""
    if not 0 < place < len(items) - 1:
        return False
    before, item, behind = items[place - 1 : place + 2]
    bare = isinstance(item, Clock) and item.is_bare
    word = isinstance(before, Other) and before.text.isalpha()
    comma = isinstance(behind, Link) and behind.text == ","
    return bare and word and comma


def _find(forms: Patterns, text: str, place: int) -> Clock | None:
    found = forms.find(text, place)
    return _make(*found) if found else None


def _make(text: str, told: dict[str, str | None]) -> Clock:
    minute, second = told.get("minute"), told.get("second")
    return Clock(
        text,
        int(told["hour"] or 0),
        None if minute is None else int(minute),
        int(second or 0),
        told.get("half") or "",
        bool(told.get("zone")),
    )


def _tell(clock: Clock) -> time | None:
    hour, minute = clock.hour, clock.minute or 0
    if clock.half == "p" and 0 < hour < _NOON:
        hour += _NOON
    if clock.half == "a" and hour == _NOON:
        hour = 0
    impossible = (clock.half == "a" and hour > _NOON) or (clock.half == "p" and not hour)
    if impossible or hour >= _HOURS or minute >= _MINUTES or clock.second >= _MINUTES:
        return None
    return time(hour, minute, clock.second)


def _tell_both(first: Clock, last: Clock) -> tuple[time | None, time | None]:
    """Both ends; in 2-3pm the first has the half of the last, unless that turns them round."""
    until = _tell(last)
    if first.half or not last.half or first.hour > _NOON:
        return _tell(first), until
    same = _tell(first._replace(half=last.half))
    other = _tell(first._replace(half="a" if last.half == "p" else "p"))
    fits = same and until and same <= until
    return (same if fits else other), until


def _tell_precision(clocks: Sequence[Clock]) -> Precision:
    hours = any(clock.minute is None for clock in clocks)
    return Precision.HOUR if hours else Precision.MINUTE
