"""What is handed back."""

from dataclasses import dataclass

from chronolator.model import ProblemKind, When


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the author should know about a reading, and what to do about it."""

    kind: ProblemKind
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as read. `above`: it says only that it is the date of the row above."""

    when: When
    doubts: tuple[Doubt, ...] = ()
    above: bool = False
