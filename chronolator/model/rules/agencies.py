"""What kind of agency a name stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgencyKind:
    """A kind of agency, such as "police", and the words in a name that tell it (folded).

    `body`: the organisation of which several kinds can be parts, as "nhs trust"; "" for none.
    `within`: the kind whose service it mostly is: a hospital's midwives.
    """

    name: str
    words: tuple[str, ...]
    body: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class AgencyRules:
    """The kinds in the order in which they are tried: the first with a word in the name is it.

    `streets`: words (folded) that make the word before them part of an address.
    """

    kinds: tuple[AgencyKind, ...]
    streets: tuple[str, ...] = ()
