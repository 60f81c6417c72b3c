"""What kind of agency a name stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgencyKind:
    """A kind of agency, such as "police", and the words in a name that tell it (folded)."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgencyRules:
    """The kinds in the order in which they are tried: the first with a word in the name is it.

    `streets`: words (folded) that make the word before them part of an address.
    """

    kinds: tuple[AgencyKind, ...]
    streets: tuple[str, ...] = ()
