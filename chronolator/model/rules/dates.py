"""Which words tell what about a date or a time."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from chronolator.model.fields import Precision, Qualifier


class DateSays(StrEnum):
    """What a word in a date's or a time's cell tells."""

    __hash__ = str.__hash__  # an enum's own is written in Python, and sets of these are asked often

    MONTH = "month"
    WEEKDAY = "weekday"
    PERIOD = "period"
    PART = "part"
    WHOLE = "whole"
    APPROXIMATE = "approximate"
    BEFORE = "before"
    BY = "by"
    AFTER = "after"
    SINCE = "since"
    OR_BEFORE = "or before"
    ONWARDS = "onwards"
    DAYS_FROM = "days from"
    DAYS_TO = "days to"
    WEEK_OF = "week of"
    WEEKEND = "weekend"
    NIGHT = "night"
    TO = "to"
    AND = "and"
    EITHER = "either"
    AT = "at"
    CLOCK = "clock"
    TIME_OF_DAY = "time of day"
    ASIDE = "aside"
    UNDATED = "undated"
    ABOVE = "above"
    NEIGHBOUR = "neighbour"
    UNIT = "unit"
    SHIFT = "shift"
    AGED = "aged"
    OLD = "old"
    BORN = "born"
    BLANK = "blank"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class DateWord:
    """Words of one meaning, in lower case, without apostrophes.

    `number`: of a month or a weekday (Monday is 1), or how many days "days from" and "days to"
    count. A period runs from `first` to `last` (month, day), into the next year where `last` is the
    earlier; with `easter` the two are days counted from Easter Sunday. A part of a month is `days`
    (from, to), of a year `months`. `at` is the time that a word such as "noon" means.

    Of words that lead on from the row above ("next day", "two weeks later") or from a birth ("aged
    2"), `precision` is the unit in which they count; `number` is how many units "next week" lies
    off, the direction of "later" (1) and "earlier" (-1), how many units "fortnight" is, and 1 where
    "aged" may stand before a number of years without a unit.
    """

    id: str
    says: DateSays
    words: tuple[str, ...]
    number: int = 0
    first: tuple[int, int] = (0, 0)
    last: tuple[int, int] = (0, 0)
    easter: tuple[int, int] | None = None
    days: tuple[int, int] = (0, 0)
    months: tuple[int, int] = (0, 0)
    at: time | None = None
    precision: Precision = Precision.UNKNOWN
    qualifier: Qualifier = Qualifier.EXACT


@dataclass(frozen=True, slots=True)
class DateLimits:
    """How much evidence is enough.

    `month_first`: so many dates of a column must agree that the month stands first. `swapped`: so
    many true dates and so many texts must divide by the twelfth before a swap of day and month is
    suspected. `slip`: a written date may lie so many days outside the period that stands above it.
    `astray`: so many days must part a row from both its neighbours before it is doubted. `against`:
    a day back in a sheet's order counts as so many days onwards; `unordered`: the same of a sheet
    that shows no order. `rival`: another year is possible too where it weighs at most so many times
    as much. `direction`: of all steps from row
    to row, so many hundredths must go one way in a sheet that has an order. `twelve_hours`: so many
    times of a column, none after 12.59, must count to twelve before the small hours among them are
    taken as after noon; these are the hours before `day_begins`.
    """

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


@dataclass(frozen=True, slots=True, eq=False)
class DateRules:
    """The words, the years that a date can lie in, and those that a bare Excel number can.

    `counts` are the numbers as words from "one", `ordinals` from "first". Two rules are equal only
    where they are one: readings are cached by them.
    """

    words: tuple[DateWord, ...]
    years: tuple[int, int]
    serial_years: tuple[int, int]
    counts: tuple[str, ...]
    ordinals: tuple[str, ...]
    limits: DateLimits
