"""The blocks of evidence.toml by which accounts of one contact differ."""

import msgspec

from chronolator.model import ClaimOf, DifferenceKind


class Cause(msgspec.Struct, forbid_unknown_fields=True):
    """How an injury came about, by the words for it."""

    id: str
    words: tuple[str, ...]
    of: str = ""
    before: tuple[str, ...] = ()


class Things(msgspec.Struct, forbid_unknown_fields=True):
    """How a thing is named behind a phrase."""

    articles: tuple[str, ...]
    ends: tuple[str, ...]
    places: tuple[str, ...]
    vague: tuple[str, ...]
    history: tuple[str, ...]
    no_cause: tuple[str, ...]


class Either(msgspec.Struct, forbid_unknown_fields=True):
    """A word that means one of several relatives."""

    words: tuple[str, ...]
    of: tuple[str, ...]


class Example(msgspec.Struct, forbid_unknown_fields=True):
    """Two texts, one of each account."""

    a: str
    b: str


class Claim(msgspec.Struct, forbid_unknown_fields=True):
    """Phrases that exclude each other, by side."""

    id: str
    kind: DifferenceKind
    sides: tuple[tuple[str, ...], ...]
    of: ClaimOf = ClaimOf.CONTACT
    examples: tuple[Example, ...] = ()
    not_examples: tuple[Example, ...] = ()


class Doing(msgspec.Struct, forbid_unknown_fields=True):
    """What somebody does, by the words behind or before whom it is told of."""

    id: str
    kind: DifferenceKind
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    not_examples: tuple[Example, ...] = ()


class Detail(msgspec.Struct, forbid_unknown_fields=True):
    """What stands behind a phrase that asks for it."""

    id: str
    kind: DifferenceKind
    before: tuple[str, ...]
    examples: tuple[Example, ...] = ()
    not_examples: tuple[Example, ...] = ()


class TopicWords(msgspec.Struct, forbid_unknown_fields=True):
    """Words around a topic, and what takes them back."""

    others: tuple[str, ...]
    passed: tuple[str, ...]
    breaks: tuple[str, ...]
    doubt: tuple[str, ...]
    taken_back: tuple[str, ...]
    denying: tuple[str, ...]
    denying_nouns: tuple[str, ...]
    undenied: tuple[str, ...]
    no_denials: tuple[str, ...]
    at_first: tuple[str, ...]
    wanted: tuple[str, ...]
    endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    between: tuple[str, ...]
    passive: tuple[str, ...]
    introducing: tuple[str, ...]
    harmed_by: tuple[str, ...]
    only_beside: tuple[str, ...]


class DayWords(msgspec.Struct, forbid_unknown_fields=True):
    """The days and months that a text names."""

    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    with_capital: tuple[str, ...]
    next: tuple[str, ...]
    fixed: tuple[str, ...]
    within: tuple[str, ...]
    by: tuple[str, ...]
    end_of: tuple[str, ...]
    working: tuple[str, ...]


class Numbers(msgspec.Struct, forbid_unknown_fields=True):
    """What is counted or measured, and how."""

    words: tuple[str, ...]
    before: tuple[str, ...]
    both: tuple[str, ...]
    units: tuple[str, ...]
    rates: dict[str, tuple[str, ...]]
    not_counted: tuple[str, ...]
    single: tuple[str, ...]
    many: tuple[str, ...]
    scales: tuple[str, ...]
    lengths: dict[str, float]
    others: dict[str, tuple[str, ...]]


class Attendance(msgspec.Struct, forbid_unknown_fields=True):
    """Who was there, and who was not."""

    absent_before: tuple[str, ...]
    absent_behind: tuple[str, ...]
    absent_at_end: tuple[str, ...]
    absent_after: tuple[str, ...]
    present_before: tuple[str, ...]
    present_after: tuple[str, ...]
    present_at_meetings: tuple[str, ...]
    present_at_visits: tuple[str, ...]
    present_at_end: tuple[str, ...]
    visits: tuple[str, ...]
    own_present: tuple[str, ...]
    own_absent: tuple[str, ...]
    own_going: tuple[str, ...]
    alone_after: tuple[str, ...]
    alone_before: tuple[str, ...]
    alone_adverbs: tuple[str, ...]
    no_family: tuple[str, ...]
    no_others: tuple[str, ...]
    no_adults: tuple[str, ...]
    papers: tuple[str, ...]
    supposed: tuple[str, ...]
    telling: tuple[str, ...]
    aloof: tuple[str, ...]
    beside: tuple[str, ...]
    elsewhere: tuple[str, ...]
    no_items: tuple[str, ...]
    owners: tuple[str, ...]
    list_beside: tuple[str, ...]


class Action(msgspec.Struct, forbid_unknown_fields=True):
    """What is to be done, by its verbs."""

    id: str
    verbs: tuple[str, ...]
    by: tuple[str, ...] = ()
    single: bool = False
    needs_object: bool = False
    by_patients: bool = False


class Acting(msgspec.Struct, forbid_unknown_fields=True):
    """Who is to do it, and what leaves that open."""

    will: tuple[str, ...]
    plain: tuple[str, ...]
    between: tuple[str, ...]
    own: tuple[str, ...]
    pronouns: tuple[str, ...]
    opens: tuple[str, ...]
    links: tuple[str, ...]
    doubt: tuple[str, ...]
    together: tuple[str, ...]
    everyone: tuple[str, ...]
    passed: tuple[str, ...]
    unclear: tuple[str, ...]
    shared: tuple[str, ...]
    nothing: tuple[str, ...]
    listing: tuple[str, ...]
    labels: tuple[str, ...]
    to_be: tuple[str, ...]
    no_doing: tuple[str, ...]
