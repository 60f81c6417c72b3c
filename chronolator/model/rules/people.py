"""Which words stand for which people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What somebody named in a record is to the child."""

    CHILD = "child"
    CHILDREN = "children"
    SOME_CHILD = "some child"
    SIBLING = "sibling"
    ADULT = "adult"
    PROFESSIONAL = "professional"
    LAY = "lay"
    UNBORN = "unborn"
    PRONOUN = "pronoun"
    THING = "thing"
    NAME = "name"
    PATIENT = "patient"


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Words that stand for people of one kind, in lower case. `gender` is "m", "f" or "".

    `under`: the words can mean only a child below that many years, where birth dates are known.
    `titled`: a word with a capital behind them is the name that goes with them.
    """

    id: str
    kind: Kind
    words: tuple[str, ...]
    gender: str = ""
    under: int = 0
    titled: bool = True


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """Who is who by role. The longest words that fit count.

    A full stop behind one of `short` ends no sentence. `joins` stand between the members of a
    group, `besides` before those who are left out of it, `including` before those named as
    belonging to it. `dressings` ("the", "both") belong to the person who follows; "child" behind
    one of `every` ("neither") means all of them. A word of `owners` before another person ("his
    mother") is nobody of its own, and a pronoun only before one of `after_pronoun`; one of `objects` is not who does what is done. Whose
    occasion (`occasions`: "mother's appointment") it is was there. What stands behind
    one of `relatives` ("who") is said of whom stands before it. Who
    stands behind one of `absent` ("no") is not there. A name before one of `elders` ("senior") is an adult's. Who stands
    behind one of `companions` ("with") or `aside` ("about") is not whom the next words speak of,
    though a companion may be who says them. Behind one of `inside` ("at") stands a place, which
    joins nobody. Behind one of `list_heads` ("present") a comma joins. A word with a capital before
    one of `name_verbs` is a name even at a sentence's beginning;
    `no_names` never are. `breaks` and `turns` part clauses and sentences. `shorthand` are the words
    for which a note's short forms and misspellings stand.
    """

    words: tuple[PeopleWords, ...] = ()
    joins: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    dressings: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    elders: tuple[str, ...] = ()
    after_pronoun: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    list_heads: tuple[str, ...] = ()
    name_verbs: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    shorthand: Mapping[str, str] = field(default_factory=dict)
