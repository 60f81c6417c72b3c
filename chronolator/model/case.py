"""The case: the children, the people round them, the agencies, the review period."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from chronolator.model.fields import Counting, Field, Holidays, Question, Unit


class Gender(StrEnum):
    """By which words records mean a child: "the boy", "he", or "the girl", "she"."""

    BOY = "boy"
    GIRL = "girl"


@dataclass(frozen=True, slots=True)
class Child:
    """A subject child. `aliases` are other ways in which records write the name. No gap reaches
    beyond the day on which the child `died`.
    """

    name: str
    born: date | None = None
    aliases: tuple[str, ...] = ()
    gender: Gender | None = None
    died: date | None = None


@dataclass(frozen=True, slots=True)
class GenderTold:
    """That a child is a boy or a girl, as the records say with these `words`: "son Robin", or "he"
    in so many entries about this child (`times`); or, where they say nothing, as the first name
    does (`times` is 0).
    """

    child: str
    gender: Gender
    words: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody else whose name is known; never mistaken for the child."""

    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency and its files.

    `files` and `supersedes` are patterns on a file's name; `supersedes` names earlier versions of
    the same return, () says that there are none, and None leaves it to be found out. `columns`
    settles by hand how a heading is read.
    """

    name: str
    short: str = ""
    files: tuple[str, ...] = ()
    supersedes: tuple[str, ...] | None = None
    columns: dict[str, Field] = field(default_factory=dict)
    password: str = field(default="", repr=False)
    password_env: str = ""


@dataclass(frozen=True, slots=True)
class Every:
    """How often: at least once in so many units. `str` gives "10 working days", "1 month"."""

    number: int
    unit: Unit

    def __str__(self) -> str:
        unit = self.unit.removesuffix("s") if self.number == 1 else self.unit
        return f"{self.number} {unit}"

    @property
    def counted_in(self) -> Unit:
        """In what the time between two sightings is counted: working days, else days."""
        return self.unit if self.unit is Unit.WORKING_DAYS else Unit.DAYS


@dataclass(frozen=True, slots=True)
class Visiting:
    """How often a child is expected to be seen (or `of` another question), as the case file says.

    It holds from `first` to `last`, inclusive; None leaves an end to the review period. `by` is the
    agency whose sightings count, "" for any. `holidays` matter to working days alone. `source` is
    where the expectation is written, in the user's own words.
    """

    child: str
    every: Every
    first: date | None = None
    last: date | None = None
    by: str = ""
    of: Question = Question.SEEN
    counting: Counting = Counting.DAY_AFTER
    holidays: Holidays = Holidays.ENGLAND
    source: str = ""


CASE_FILE = "case.toml"
"""The name under which a case file is looked for."""
THE_CHILD = Child("the child")
REVIEW_COLUMNS = ("Review notes", "Key line of enquiry", "Question for agency", "Practice")


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of the case. Everything is optional; without children there is "the child".

    `first` and `last` bound the review period, inclusive. A gap is of more than `unseen_days` days.
    """

    title: str = ""
    children: tuple[Child, ...] = (THE_CHILD,)
    people: tuple[Person, ...] = ()
    agencies: tuple[Agency, ...] = ()
    visiting: tuple[Visiting, ...] = ()
    first: date | None = None
    last: date | None = None
    marking: str = ""
    review_columns: tuple[str, ...] = REVIEW_COLUMNS
    unseen_days: int = 28
