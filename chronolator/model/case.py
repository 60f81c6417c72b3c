"""The case: the children, the people round them, the agencies, the review period."""

from dataclasses import dataclass, field
from datetime import date

from chronolator.model.fields import Field


@dataclass(frozen=True, slots=True)
class Child:
    """A subject child. `aliases` are other ways in which records write the name."""

    name: str
    born: date | None = None
    aliases: tuple[str, ...] = ()


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
class Visiting:
    """An expectation of visits: `every` is a number and a unit, as "10 working days"."""

    child: str
    every: str
    first: date | None = None
    last: date | None = None
    by: str = ""
    counting: str = "from the day after"
    holidays: str = "none"
    source: str = ""


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
