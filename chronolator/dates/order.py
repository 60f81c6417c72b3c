"""What a whole column of dates shows about the order of day and month."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from chronolator.dates.reading import Doubt
from chronolator.model import ProblemKind, Value
from chronolator.model.rules.dates import DateLimits

_NUMBERS = re.compile(r"\D{0,12}(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(?:\d{4}|\d\d)(?![\d/.-])")
_TURNED = re.compile(
    r"(?<![\d/.-])(0?[1-9]|1[0-2])(\s?([/.-])\s?)(\d{1,2})(?=\s?\3\s?(?:\d{4}|\d\d)(?![\d/.-]))"
)
_MONTHS = 12
_DAYS = 31
_SHOWN = 3
_ASK = "Ask the agency in which order it writes its dates, before anything rests on them."


@dataclass(frozen=True, slots=True)
class Order:
    """`month_first`: the dates of the column that are texts are to be read so."""

    month_first: bool = False
    doubts: tuple[Doubt, ...] = ()


def weigh_order(column: Iterable[Value], limits: DateLimits) -> Order:
    """What the cells of one column show together. Where all is well, no doubt.

    Day first holds unless several dates can only have the month first and none only the day. A
    column of both kinds is read day first. Nothing is turned among true dates: where they look as
    if a program had swapped day and month, that is said.
    """
    texts: Counter[str] = Counter()
    true_early = true_late = 0
    first_true: date | None = None
    for cell in column:
        if isinstance(cell, str):
            texts[cell] += 1
        elif isinstance(cell, date):
            true_early += cell.day <= _MONTHS
            true_late += cell.day > _MONTHS
            first_true = first_true or cell
    month_first, day_first, either = _sort(texts)
    if month_first and not day_first and _count(month_first, either) >= limits.month_first:
        return Order(month_first=True, doubts=(_month_first(month_first, either),))
    if month_first and day_first:
        return Order(doubts=(_mixed(month_first, day_first, either),))
    parted = not (true_late or month_first or either)
    enough = min(true_early, _count(day_first)) >= limits.swapped
    if parted and enough and first_true:
        return Order(doubts=(_swapped(true_early, first_true, day_first),))
    return Order()


def put_day_first(text: str) -> str:
    """The text with the day first in its dates of numbers, which have the month first."""
    return _TURNED.sub(r"\4\2\1", text)


def _sort(texts: Counter[str]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """The dates that can only have the month first, only the day, and either."""
    month_first: Counter[str] = Counter()
    day_first: Counter[str] = Counter()
    either: Counter[str] = Counter()
    for text, count in texts.items():
        found = _NUMBERS.match(text)
        if found is None:
            continue
        left, right = int(found[1]), int(found[2])
        if 0 < left <= _MONTHS < right <= _DAYS:
            month_first[text] = count
        elif 0 < right <= _MONTHS < left <= _DAYS:
            day_first[text] = count
        elif 0 < left <= _MONTHS and 0 < right <= _MONTHS and left != right:
            either[text] = count
    return month_first, day_first, either


def _count(*kinds: Counter[str]) -> int:
    return sum(kind.total() for kind in kinds)


def _month_first(month_first: Counter[str], either: Counter[str]) -> Doubt:
    message = (
        f"Every date of the column is read with the month first: {_tell(month_first)} can be read "
        "in no other way"
    )
    if either:
        message += f", {_tell(either)} could be meant either way"
    return Doubt(ProblemKind.DATE, message, _ASK)


def _mixed(month_first: Counter[str], day_first: Counter[str], either: Counter[str]) -> Doubt:
    message = (
        f"The column mixes two orders: {_tell(month_first)} can only have the month first and "
        f"{_verb(month_first)} undated, {_tell(day_first)} can only have the day first"
    )
    if either:
        message += f"; {_tell(either)} could be either and {_verb(either)} read day first"
    return Doubt(ProblemKind.DATE, message, _ASK)


def _swapped(true: int, first: date, day_first: Counter[str]) -> Doubt:
    day = first.date() if isinstance(first, datetime) else first
    message = (
        f"The column looks as if a program had swapped day and month: each of its {true} true "
        f"dates, such as {day:%d/%m/%Y}, has a day of 12 or less, and {_tell(day_first)} that "
        "stand as text have none; nothing is turned"
    )
    hint = (
        "Ask the agency to save the file again where dates are British, or compare the days with "
        "its record."
    )
    return Doubt(ProblemKind.DATE, message, hint)


def _tell(kind: Counter[str]) -> str:
    """As "3 dates (05/22/2016, 05/23/2016 ...)"."""
    count = kind.total()
    shown = ", ".join(" ".join(text.split()) for text in list(kind)[:_SHOWN])
    more = " ..." if len(kind) > _SHOWN else ""
    return f"{count} {'date' if count == 1 else 'dates'} ({shown}{more})"


def _verb(kind: Counter[str]) -> str:
    return "is" if kind.total() == 1 else "are"
