"""How reference numbers and ages are told."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ToldNumbers:
    """Words round a number that tells of which incident, or of whom, a row is.

    A number of so many `digits` behind one of `references` ("crime", over words of
    `reference_over`) is that of an incident. An age stands before one of `units` ("4yo"), apart
    from it only with one of `old` behind, or behind one of `aged`; before one of `parts_of_a_year`
    as the field writes them ("5/52"), or before the letter of one of the `sexes` ("3M").
    """

    digits: int = 0
    references: tuple[str, ...] = ()
    reference_over: tuple[str, ...] = ()
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)
    old: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    parts_of_a_year: dict[str, str] = field(default_factory=dict)
