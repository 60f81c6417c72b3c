"""evidence.toml as it stands: its blocks and their keys."""

import msgspec

from chronolator.model import Mode
from chronolator.rules.differing_shapes import (
    Acting,
    Action,
    Attendance,
    Cause,
    Claim,
    DayWords,
    Detail,
    Doing,
    Either,
    Numbers,
    Things,
    TopicWords,
)


class _Limits(msgspec.Struct, forbid_unknown_fields=True):
    linked: float
    possible: float
    margin: float
    agree: float
    minutes_alike: int
    days_alike: int
    share_alike: float
    size_alike: float
    told_minutes: int
    night_hours: int
    again_hours: int
    nearby_days: int
    quiet_days: int
    most_days: int
    same_words: int
    same_share: float


class _Weight(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    weight: float
    says: str


class _Counted(msgspec.Struct, forbid_unknown_fields=True):
    rare_words: int
    people: int


class _Matters(msgspec.Struct, forbid_unknown_fields=True):
    fewest_words: int
    below: tuple[float, ...]
    tells: tuple[str, ...]


class _Clock(msgspec.Struct, forbid_unknown_fields=True):
    of_others: tuple[str, ...]
    happenings: tuple[str, ...]
    every: tuple[int, ...]
    a_day_off: tuple[float, ...]
    minutes: tuple[int, ...]
    weights: tuple[float, ...]


class _Kind(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    mode: Mode
    words: tuple[str, ...]
    of: str = ""
    types: tuple[str, ...] = ()
    mirrors: tuple[str, ...] = ()
    party: str = ""
    means: bool = False
    loose: bool = False
    not_before: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Party(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kinds: tuple[str, ...]
    words: tuple[str, ...]
    shared: bool = False
    otherwise: tuple[str, ...] = ()


class _Aside(msgspec.Struct, forbid_unknown_fields=True):
    before: tuple[str, ...]
    after: tuple[str, ...]
    over: tuple[str, ...]


class _Turning(msgspec.Struct, forbid_unknown_fields=True):
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    together: tuple[str, ...]
    passive: tuple[str, ...]
    skip: tuple[str, ...]
    verbs: tuple[str, ...]
    open: tuple[str, ...]
    either: tuple[str, ...]
    calling: tuple[str, ...]
    left: tuple[str, ...]
    left_with: tuple[str, ...]
    ends: tuple[str, ...]
    nouns: tuple[str, ...]
    speaking: tuple[str, ...]
    roles: tuple[str, ...]
    links: tuple[str, ...]
    moves: tuple[str, ...]
    vehicles: tuple[str, ...]
    mutual: tuple[str, ...]
    asked: tuple[str, ...]
    asking: tuple[str, ...]
    answered: tuple[str, ...]
    to_do: tuple[str, ...]
    coming_to_do: tuple[str, ...]
    reach: tuple[str, ...]
    said: tuple[str, ...]
    typed_sent: tuple[str, ...]
    typed_received: tuple[str, ...]
    sent: tuple[str, ...]
    received: tuple[str, ...]
    there: tuple[str, ...]
    coming: tuple[str, ...]
    joint: tuple[str, ...]
    apart: tuple[str, ...]
    again: tuple[str, ...]
    to_be_again: tuple[str, ...]
    day_before: tuple[str, ...]
    day_behind: tuple[str, ...]
    about_meeting: tuple[str, ...]
    titles: tuple[str, ...]
    plain_titles: tuple[str, ...]


class _Family(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    kin: tuple[str, ...]
    whom: tuple[str, ...]
    about: tuple[str, ...]
    every_child: tuple[str, ...]
    nobody: tuple[str, ...]
    asks: tuple[str, ...]


class _Variants(msgspec.Struct, forbid_unknown_fields=True):
    articles: tuple[str, ...]
    short: dict[str, str]


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]


class _None(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    unhurt: tuple[str, ...]
    whole: tuple[str, ...]
    spared: tuple[str, ...]
    free_of: tuple[str, ...]
    partly: tuple[str, ...]
    ailments: tuple[str, ...]
    harmless: tuple[str, ...]


class _Hosts(msgspec.Struct, forbid_unknown_fields=True):
    kinds: tuple[str, ...]
    home: tuple[str, ...]
    public: tuple[str, ...]
    proper: tuple[str, ...]
    by_town: tuple[str, ...]
    called_without: tuple[str, ...]


class _ToldNumbers(msgspec.Struct, forbid_unknown_fields=True):
    digits: int
    references: tuple[str, ...]
    reference_over: tuple[str, ...]
    units: dict[str, tuple[str, ...]]
    old: tuple[str, ...]
    aged: tuple[str, ...]
    sexes: tuple[str, ...]
    parts_of_a_year: dict[str, str]


class Group(msgspec.Struct, forbid_unknown_fields=True):
    """Words of one meaning, as the file has them."""

    id: str
    words: tuple[str, ...]
    of: str = ""
    any: bool = False


class EvidenceFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    limits: _Limits
    variants: _Variants
    evidence: tuple[_Weight, ...]
    counted: _Counted
    matters: _Matters
    clock: _Clock
    days: dict[Mode, tuple[float, ...]]
    kind: tuple[_Kind, ...]
    party: tuple[_Party, ...]
    aside: _Aside
    turning: _Turning
    family: _Family
    hosts: _Hosts
    told_numbers: _ToldNumbers
    common: _Words
    same: tuple[Group, ...]
    part: tuple[Group, ...]
    harm: tuple[Group, ...]
    cause: tuple[Cause, ...]
    things: Things
    claim: tuple[Claim, ...]
    doing: tuple[Doing, ...]
    detail: tuple[Detail, ...]
    topic: tuple[Group, ...]
    topic_words: TopicWords
    day_words: DayWords
    term: tuple[Group, ...]
    durations: dict[str, int]
    person: tuple[Group, ...]
    none: _None
    side: dict[str, tuple[str, ...]]
    numbers: Numbers
    attendance: Attendance
    action: tuple[Action, ...]
    acting: Acting
    relative: tuple[Group, ...]
    attender: tuple[Group, ...]
    either: tuple[Either, ...]
