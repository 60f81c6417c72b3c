"""What stands for names in a copy without names, and by which words people are told."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RoleCode:
    """The code for people whose role holds one of the `words` (folded): "SW". `numbered`: always
    with a number, else only where several have it. `gender`: "female" or "male" where it says so.
    """

    code: str
    words: tuple[str, ...]
    numbered: bool = False
    gender: str = ""


@dataclass(frozen=True, slots=True)
class NumberForm:
    """A form of numbers, addresses and the like that tell who somebody is.

    `pattern` is a regular expression; where it has a group `it`, only that is replaced. `check`:
    what else must hold of the digits: "nhs" (its check digit) or "phone" (ten or eleven of them).
    `street`: the code of the pattern's group of that name, where it stands alone in another text.
    """

    id: str
    code: str
    pattern: str
    check: str = ""
    street: str = ""


@dataclass(frozen=True, slots=True)
class AnonymiseRules:
    """Codes, forms of numbers, and the words that tell names from other words.

    Of `roles` and `places` (label by kind of agency) the first that fits counts; `person` and
    `place` are for whom none does, `family` stands for a surname that several people have, `area`
    for a name that begins those of several agencies, `author` for who wrote a comment or the file.
    `born` is what stands for a date of birth, with the age and the day of it, and `born_unknown`
    where no day is known to tell an age at; the words `born_before` the day go with it.

    A name that is one of `also_words` is only taken with a capital; before one of its `not_before`
    or behind one of its `not_behind` ("Will be seen", "in May") it is the word. `titles` go with a
    surname into its code, but for one of the other gender (`title_genders`): that is somebody else
    of the name; `generations` ("junior") may be left out behind it; `particles` ("van", "mc") begin
    surnames. Behind `family_before` ("the") a surname with an "s" is all of the family.

    Who else is named is told by capitals, with one of these beside them: `titles` and `staff` stand
    before a name; `before` ("spoke to") and `behind` ("said") tell of somebody; `kin` ("aunt")
    stand on either side. `not_people` have a capital and are nobody; what ends with one of
    `place_ends` ("Lane", "Team") or stands behind one of `place_before` ("lives in") is a place.
    The words before the first of them, or of `general` ones, are an agency's own name ("Tollgate"
    of Tollgate Primary School).
    """

    roles: tuple[RoleCode, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    numbers: tuple[NumberForm, ...] = ()
    person: str = "Person"
    place: str = "Agency"
    family: str = "Family"
    area: str = "Area"
    author: str = "Author"
    born: str = "aged {age} on {day}"
    born_unknown: str = "date of birth"
    born_before: tuple[str, ...] = ()
    also_words: tuple[str, ...] = ()
    not_before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    title_genders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    generations: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    family_before: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    not_people: tuple[str, ...] = ()
    place_ends: tuple[str, ...] = ()
    place_before: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
