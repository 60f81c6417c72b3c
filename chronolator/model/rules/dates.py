"""Which words tell what about a date or a time."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from chronolator.model.fields import Precision, Qualifier


class DateSays(StrEnum):
    """What a word in a date's or a time's cell tells."""

    MONTH = "month"
    WEEKDAY = "weekday"
    PERIOD = "period"
    PART = "part"
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
    BLANK = "blank"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class DateWord:
    """Words of one meaning, in lower case, without apostrophes.

    `number`: of a month or a weekday (Monday is 1), or how many days "days from" and "days to"
    count. A period runs from `first` to `last` (month, day), into the next year where `last` is the
    earlier; with `easter` the two are days counted from Easter Sunday. A part of a month is `days`
    (from, to), of a year `months`. `at` is the time that a word such as "noon" means.
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


@dataclass(frozen=True, slots=True, eq=False)
class DateRules:
    """The words, the years that a date can lie in, and those that a bare Excel number can.

    Two are equal only where they are one: readings are cached by them.
    """

    words: tuple[DateWord, ...]
    years: tuple[int, int]
    serial_years: tuple[int, int]
