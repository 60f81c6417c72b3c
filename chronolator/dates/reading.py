"""What is handed back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from chronolator.model import Precision, ProblemKind, When


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the author should know about a reading, and what to do about it."""

    kind: ProblemKind
    message: str
    hint: str


class Lean(StrEnum):
    """What a date needs that does not stand in its cells.

    `ABOVE`: it is the date of the row above. `NEAR`: it lies so far from the row above. `AGE`: so
    far from a birth. `YEAR`: its year is missing. `MONTH`: a day stands alone.
    """

    ABOVE = "above"
    NEAR = "near"
    AGE = "age"
    YEAR = "year"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a date lies from a day: `number` units on, or back where it is negative.

    `whole`: the week or the month of the calendar is meant, as in "next week".
    """

    number: int = 0
    unit: Precision = Precision.DAY
    whole: bool = False


class Given(NamedTuple):
    """The year, and perhaps the month, that stand elsewhere than in the cell."""

    year: int
    month: int | None = None


class DateReading(NamedTuple):
    """A date as read.

    `lean` says what it needs from elsewhere, where it is undated for want of that; `shift` how far
    it lies from there (`NEAR`, `AGE`); `about` the words beside an age, as whose it is.
    """

    when: When
    doubts: tuple[Doubt, ...] = ()
    lean: Lean | None = None
    shift: Shift = Shift()
    about: str = ""

    @property
    def above(self) -> bool:
        """It says only that it is the date of the row above."""
        return self.lean is Lean.ABOVE
