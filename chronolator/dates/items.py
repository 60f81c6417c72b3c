"""What the text of a cell is made of, once it is taken apart.

Named tuples, not dataclasses: thousands of distinct texts are taken apart, and these are made in a
third of the time.
"""

from typing import NamedTuple

from chronolator.model import DateWord


class Mark(NamedTuple):
    """Something that names a day, a month, a year or a period, whole or in part.

    `to_year`: the second year of 2018/19. `short`: the year was written with two digits. `blank`: a
    place was left open, as in xx/04/2018. `broken`: it has the form of a date and is none.
    """

    text: str
    day: int | None = None
    month: int | None = None
    year: int | None = None
    to_year: int | None = None
    period: DateWord | None = None
    decade: bool = False
    short: bool = False
    ordinal: bool = False
    blank: bool = False
    broken: bool = False

    @property
    def is_day_alone(self) -> bool:
        """A number that can be a day, and nothing with it."""
        return self.day is not None and self.month is None and self.year is None

    @property
    def is_year_alone(self) -> bool:
        """A year, and nothing with it."""
        return self.year is not None and not (self.month or self.period or self.blank)

    @property
    def is_whole(self) -> bool:
        """Nothing must be taken from a neighbour to place it in time."""
        return self.broken or self.year is not None

    @property
    def is_whole_day(self) -> bool:
        """Day, month and year are there."""
        return self.broken or None not in (self.day, self.month, self.year)


class Clock(NamedTuple):
    """A time. `minute` is None where only the hour is written; `half` is "a", "p" or "". `word`: it
    is written as a word.
    """

    text: str
    hour: int
    minute: int | None = None
    second: int = 0
    half: str = ""
    zone: bool = False
    word: bool = False

    @property
    def is_bare(self) -> bool:
        """A number, and nothing that says that it is an hour."""
        return self.minute is None and not self.half


class Said(NamedTuple):
    """A word of the rules."""

    text: str
    word: DateWord


class Weekday(NamedTuple):
    """A day of the week; Monday is 1."""

    text: str
    number: int


class Link(NamedTuple):
    """What joins two dates or two times; `lists` where it names one and another, not a stretch."""

    text: str
    lists: bool = False


class Other(NamedTuple):
    """A word or number that says nothing about time."""

    text: str


Item = Mark | Clock | Said | Weekday | Link | Other
