"""What a gap is made of, where dates are not exact and rows tell of periods."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GapRules:
    """How dates, periods and rows without a sighting count in a gap.

    A day that is told as approximate may lie off by so many days (`approximate_days`). `stays` are
    the kinds of agency where a row for several days tells of a stay, and an admission and its
    discharge do: one of more than `stay_days` only where the discharge names one of `wards`.
    `families` are those that meet a family as a whole, so that a sibling seen there was a chance to
    see the child.

    A row for a period tells of no contact where it begins with one of `no_contact`, and nothing
    follows in the sentence, or a number, or one of `no_contact_then`.
    """

    approximate_days: int = 7
    stays: frozenset[str] = frozenset()
    stay_days: int = 28
    wards: tuple[str, ...] = ()
    families: frozenset[str] = frozenset()
    no_contact: tuple[str, ...] = ()
    no_contact_then: tuple[str, ...] = ()
