"""evidence.toml as it stands: its blocks and their keys."""

import msgspec

from chronolator.model import ClaimOf, DifferenceKind, Mode


class _Limits(msgspec.Struct, forbid_unknown_fields=True):
    linked: float
    possible: float
    margin: float
    agree: float
    minutes_alike: int
    told_minutes: int
    night_hours: int
    nearby_days: int
    quiet_days: int
    most_days: int


class _Weight(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    weight: float
    says: str


class _Counted(msgspec.Struct, forbid_unknown_fields=True):
    rare_words: int
    people: int


class _Clock(msgspec.Struct, forbid_unknown_fields=True):
    of_others: tuple[str, ...]
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
    titles: tuple[str, ...]
    plain_titles: tuple[str, ...]


class _Family(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    kin: tuple[str, ...]
    whom: tuple[str, ...]
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
    partly: tuple[str, ...]


class _Hosts(msgspec.Struct, forbid_unknown_fields=True):
    kinds: tuple[str, ...]
    home: tuple[str, ...]
    proper: tuple[str, ...]


class Group(msgspec.Struct, forbid_unknown_fields=True):
    """Words of one meaning, as the file has them."""

    id: str
    words: tuple[str, ...]
    of: str = ""
    any: bool = False


class _Cause(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    words: tuple[str, ...]
    of: str = ""
    before: tuple[str, ...] = ()


class _Things(msgspec.Struct, forbid_unknown_fields=True):
    articles: tuple[str, ...]
    ends: tuple[str, ...]
    places: tuple[str, ...]
    vague: tuple[str, ...]
    history: tuple[str, ...]


class _Either(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    of: tuple[str, ...]


class _Example(msgspec.Struct, forbid_unknown_fields=True):
    a: str
    b: str


class _Claim(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kind: DifferenceKind
    sides: tuple[tuple[str, ...], ...]
    of: ClaimOf = ClaimOf.CONTACT
    examples: tuple[_Example, ...] = ()
    not_examples: tuple[_Example, ...] = ()


class _Doing(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kind: DifferenceKind
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    examples: tuple[_Example, ...] = ()
    not_examples: tuple[_Example, ...] = ()


class _Detail(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kind: DifferenceKind
    before: tuple[str, ...]
    examples: tuple[_Example, ...] = ()
    not_examples: tuple[_Example, ...] = ()


class _TopicWords(msgspec.Struct, forbid_unknown_fields=True):
    others: tuple[str, ...]
    passed: tuple[str, ...]
    breaks: tuple[str, ...]
    doubt: tuple[str, ...]
    denying: tuple[str, ...]
    denying_nouns: tuple[str, ...]
    undenied: tuple[str, ...]
    wanted: tuple[str, ...]
    endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    between: tuple[str, ...]


class _DayWords(msgspec.Struct, forbid_unknown_fields=True):
    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    with_capital: tuple[str, ...]
    next: tuple[str, ...]
    fixed: tuple[str, ...]


class _Numbers(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    before: tuple[str, ...]
    both: tuple[str, ...]
    units: tuple[str, ...]
    rates: dict[str, tuple[str, ...]]
    not_counted: tuple[str, ...]
    single: tuple[str, ...]
    many: tuple[str, ...]
    scales: tuple[str, ...]


class _Attendance(msgspec.Struct, forbid_unknown_fields=True):
    absent_before: tuple[str, ...]
    absent_behind: tuple[str, ...]
    absent_at_end: tuple[str, ...]
    absent_after: tuple[str, ...]
    present_before: tuple[str, ...]
    present_after: tuple[str, ...]
    present_at_meetings: tuple[str, ...]
    own_present: tuple[str, ...]
    own_absent: tuple[str, ...]
    own_going: tuple[str, ...]
    alone_after: tuple[str, ...]
    alone_before: tuple[str, ...]
    no_family: tuple[str, ...]
    no_others: tuple[str, ...]
    aloof: tuple[str, ...]
    beside: tuple[str, ...]
    elsewhere: tuple[str, ...]


class _Action(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    verbs: tuple[str, ...]
    single: bool = False
    needs_object: bool = False
    by_patients: bool = False


class _Acting(msgspec.Struct, forbid_unknown_fields=True):
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


class EvidenceFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    limits: _Limits
    variants: _Variants
    evidence: tuple[_Weight, ...]
    counted: _Counted
    clock: _Clock
    days: dict[Mode, tuple[float, ...]]
    kind: tuple[_Kind, ...]
    party: tuple[_Party, ...]
    aside: _Aside
    turning: _Turning
    family: _Family
    hosts: _Hosts
    common: _Words
    same: tuple[Group, ...]
    part: tuple[Group, ...]
    harm: tuple[Group, ...]
    cause: tuple[_Cause, ...]
    things: _Things
    claim: tuple[_Claim, ...]
    doing: tuple[_Doing, ...]
    detail: tuple[_Detail, ...]
    topic: tuple[Group, ...]
    topic_words: _TopicWords
    day_words: _DayWords
    term: tuple[Group, ...]
    durations: dict[str, int]
    person: tuple[Group, ...]
    none: _None
    side: dict[str, tuple[str, ...]]
    numbers: _Numbers
    attendance: _Attendance
    action: tuple[_Action, ...]
    acting: _Acting
    relative: tuple[Group, ...]
    either: tuple[_Either, ...]
