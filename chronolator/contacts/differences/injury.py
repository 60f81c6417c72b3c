"""An injury as one account tells it."""

from dataclasses import dataclass

from chronolator.contacts.differences.causes import Cause

UNHURT = frozenset({"none"})
"""The harms of somebody who is said not to be hurt."""
ANY = ""
"""The harm that is denied of a part that is "clear"."""
Place = tuple[str, str]
"""A part of the body and its side ("" where none is told)."""


@dataclass(frozen=True, slots=True)
class Injury:
    """What one account says of one person: the harms, the places, the causes, and its words; and
    the harms that it denies, each with a place or with none ("no scratches to the neck"). `struck`:
    it tells where a blow landed and of no harm. `whole`: it says that there are no others.
    """

    harms: frozenset[str]
    places: frozenset[Place]
    causes: frozenset[Cause]
    words: str
    denied: frozenset[tuple[str, Place | None]] = frozenset()
    struck: bool = False
    whole: bool = False

    @property
    def is_none(self) -> bool:
        """True where it does not say that the person was hurt."""
        return self.harms == UNHURT or self.struck or not (self.harms or self.places)

    @property
    def is_unhurt(self) -> bool:
        """True where it says so in words."""
        return self.harms == UNHURT and not self.places

    def join(self, other: "Injury") -> "Injury":
        """Both as one: of one person in two sentences."""
        return Injury(
            self.harms | other.harms,
            self.places | other.places,
            self.causes | other.causes,
            f"{self.words} ... {other.words}",
            self.denied | other.denied,
            self.struck and other.struck,
            self.whole or other.whole,
        )


class Found:
    """What is gathered of one person while a row is read."""

    def __init__(self) -> None:
        self.harms: set[str] = set()
        self.places: set[Place] = set()
        self.causes: set[Cause] = set()
        self.spans: list[tuple[int, int]] = []
        self.denied: set[tuple[str, Place | None]] = set()
        self.blows: set[Place] = set()
