"""What a gap is made of, where dates are not exact and rows tell of periods."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GapRules:
    """How dates, periods and rows without a sighting count in a gap.

    Days and whole months that are told as approximate may lie off by so many days
    (`approximate_days`). `families` are the kinds of agency that meet a family as a whole, so that
    a sibling seen there was a chance to see the child.

    `stays` are the kinds of agency where there can be a stay. A row for several days tells of one
    where it has one of `stay_words` and none of `no_stay_words`; without either, one for no more
    than `stay_row_days` with none of `attendance_words` does. So do an admission and its discharge:
    one of more than `stay_days` only where the discharge is from one of `wards`, and none of more
    than `longest_stay`. One of `stay_ends` in a row tells that the child left, one of `at_ward` in
    another agency's that it was met there.

    A row for a period tells of no contact where it begins with one of `no_contact`, or with one of
    `no_contact_leads` and has them behind no more than `lead_words`, and nothing follows in the
    sentence, or a number, or one of `no_contact_then`.
    """

    approximate_days: int = 0
    stays: frozenset[str] = frozenset()
    stay_words: tuple[str, ...] = ()
    no_stay_words: tuple[str, ...] = ()
    attendance_words: tuple[str, ...] = ()
    stay_row_days: int = 0
    stay_days: int = 0
    longest_stay: int = 0
    wards: tuple[str, ...] = ()
    stay_ends: tuple[str, ...] = ()
    at_ward: tuple[str, ...] = ()
    families: frozenset[str] = frozenset()
    no_contact: tuple[str, ...] = ()
    no_contact_leads: tuple[str, ...] = ()
    lead_words: int = 0
    no_contact_then: tuple[str, ...] = ()
