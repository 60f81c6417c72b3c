"""By what words accounts of one contact are held to differ."""

from dataclasses import dataclass
from enum import StrEnum

from chronolator.model.fields import DifferenceKind


class ClaimOf(StrEnum):
    """Of what two claims must be told to exclude each other: of the contact, as every account of it
    is; of the same person; of the same thing, by a word that both have; of both of these; or of the
    child, who is meant too where nobody is named.
    """

    CONTACT = "contact"
    PERSON = "person"
    THING = "thing"
    DEED = "person and thing"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class Claim:
    """What accounts can say in ways that exclude each other: the phrases of each side."""

    id: str
    kind: DifferenceKind
    sides: tuple[tuple[str, ...], ...]
    of: ClaimOf = ClaimOf.CONTACT


@dataclass(frozen=True, slots=True)
class Doing:
    """What one person does: phrases right `before` who does it ("brought by"), and right `after`
    ("rang 999").
    """

    id: str
    kind: DifferenceKind
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicWords:
    """Of what a clause tells. `passed` words tell nothing of it, `breaks` end a clause; a phrase
    with one of `doubt` right before it claims nothing. `denied` are words that can be denied ("no
    concerns") without a verb. `between` stands between who does something and what is done.
    """

    passed: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayWords:
    """Days that were fixed: the words for `weekdays` and `months`, each in their order; what is
    fixed for a day by one of `next` (the next of its kind) or of `fixed` (of the thing named). One
    of `with_capital` ("Sat") is a day or a month only where it is written with one.
    """

    weekdays: tuple[tuple[str, ...], ...] = ()
    months: tuple[tuple[str, ...], ...] = ()
    with_capital: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
