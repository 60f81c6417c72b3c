"""What there is to say about a date that takes something from elsewhere.

One hint for all doubts of one sort, so that they can be told together.
"""

from collections.abc import Sequence
from datetime import date

from chronolator.dates import Doubt
from chronolator.model import ProblemKind, When

_YEAR_HINT = "See that the year is right: it does not stand in the row."
_ABOVE_HINT = "See that the row above is the one that is meant."
_BANNER_HINT = "See which of the two is right, and ask the agency to correct its file."
_ASTRAY_HINT = "See whether a digit of the year is wrong, and ask the agency."
_AGE_HINT = "See in the text whose age it is; the days are reckoned from the case file."
_ASK = "Ask the agency for the date, and correct it in its file."


def undated() -> Doubt:
    """A row without a date."""
    return _date("The row has no date, and stands at the end", _ASK)


def as_above(written: str) -> Doubt:
    """A row that is dated as the one above it."""
    return _date(f'"{written}" is read as the date of the row above', _ABOVE_HINT)


def nothing_above(written: str) -> Doubt:
    """The same, where that one has no date either."""
    message = f'"{written}" points to a row above that has no date: the row is undated'
    return _date(message, _ABOVE_HINT)


def counted(when: When, day: date) -> Doubt:
    """A date told by its distance from the row above."""
    message = f'"{when.written}" is counted from {day:%d/%m/%Y}, the date of the row above'
    return _date(message, _ABOVE_HINT)


def nothing_to_count_from(written: str) -> Doubt:
    """The same, where that one names no day."""
    message = f'"{written}" counts from a row above that names no day: the row is undated'
    return _date(message, _ABOVE_HINT)


def year(when: When, banner: str, rival: date | None) -> Doubt:
    """A year, or a month and a year, taken from above."""
    lender = f'"{banner}", which stands above it' if banner else "the rows beside it"
    message = f'"{when.written}" is taken as {_show(when)}, by {lender}'
    if rival:
        message += f"; {rival:%d/%m/%Y} is possible too"
    return _date(message, _YEAR_HINT)


def month_of_year(when: When) -> Doubt:
    """A month with two figures that can be a year or a day."""
    message = (
        f'"{when.written}" is taken as {_show(when)}, a month; if it is a day, its year is missing'
    )
    return _date(message, _ASK)


def outside_banner(when: When, banner: str) -> Doubt:
    """A day without its year that does not lie in what stands above it."""
    message = (
        f'"{when.written}" does not lie in "{banner}", which stands above it; it is taken as '
        f"{_show(when)}, the nearest"
    )
    return _date(message, _YEAR_HINT)


def either_year(written: str, days: Sequence[date]) -> Doubt:
    """A day that what stands above it leaves in two years."""
    shown = " or ".join(f"{day:%d/%m/%Y}" for day in sorted(days)[:3])
    return _date(f'"{written}" could be {shown}: the row is undated', _ASK)


def against_banner(written: str, banner: str) -> Doubt:
    """A written date that contradicts the banner."""
    message = f'"{written}" does not lie in "{banner}", which stands above it; the date is kept'
    return _date(message, _BANNER_HINT)


def astray(written: str, before: date, after: date) -> Doubt:
    """A date far from those of the rows beside it."""
    message = (
        f'"{written}" stands between {before:%d/%m/%Y} and {after:%d/%m/%Y} in a sheet that is in '
        "order; the date is kept"
    )
    return _date(message, _ASTRAY_HINT)


def age(when: When, born: date) -> Doubt:
    """A date told by a child's age."""
    message = f'"{when.written}" is reckoned from the birth on {born:%d/%m/%Y}'
    return _date(message, _AGE_HINT)


def _show(when: When) -> str:
    first, last = (f"{day:%d/%m/%Y}" if day else "" for day in (when.first, when.last))
    return first if first == last else f"{first} - {last}".strip(" -")


def _date(message: str, hint: str) -> Doubt:
    return Doubt(ProblemKind.DATE, message, hint)
