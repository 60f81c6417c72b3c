"""evidence.toml -> EvidenceRules."""

from pathlib import Path

import msgspec

from chronolator.errors import RulesError
from chronolator.model import (
    Action,
    ActionWords,
    Aside,
    AttendanceWords,
    Claim,
    ContactKind,
    DifferenceKind,
    EvidenceRules,
    EvidenceWeight,
    Limits,
    Mode,
    NumberWords,
    PartyWords,
    Turning,
    WordGroup,
)
from chronolator.rules.files import read_rules


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
    asks: tuple[str, ...]


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]


class _None(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    unhurt: tuple[str, ...]


class _Hosts(msgspec.Struct, forbid_unknown_fields=True):
    kinds: tuple[str, ...]
    home: tuple[str, ...]
    proper: tuple[str, ...]


class _Group(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    words: tuple[str, ...]
    of: str = ""
    any: bool = False


class _Example(msgspec.Struct, forbid_unknown_fields=True):
    a: str
    b: str


class _Claim(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kind: DifferenceKind
    sides: tuple[tuple[str, ...], ...]
    examples: tuple[_Example, ...] = ()
    not_examples: tuple[_Example, ...] = ()


class _Numbers(msgspec.Struct, forbid_unknown_fields=True):
    words: tuple[str, ...]
    before: tuple[str, ...]
    both: tuple[str, ...]
    units: tuple[str, ...]
    not_counted: tuple[str, ...]


class _Attendance(msgspec.Struct, forbid_unknown_fields=True):
    absent_before: tuple[str, ...]
    absent_behind: tuple[str, ...]
    absent_after: tuple[str, ...]
    present_before: tuple[str, ...]
    present_after: tuple[str, ...]
    own_present: tuple[str, ...]
    own_absent: tuple[str, ...]
    own_going: tuple[str, ...]
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
    opens: tuple[str, ...]
    links: tuple[str, ...]
    doubt: tuple[str, ...]
    together: tuple[str, ...]
    passed: tuple[str, ...]
    unclear: tuple[str, ...]


class EvidenceFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    limits: _Limits
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
    same: tuple[_Group, ...]
    part: tuple[_Group, ...]
    harm: tuple[_Group, ...]
    cause: tuple[_Group, ...]
    claim: tuple[_Claim, ...]
    none: _None
    side: dict[str, tuple[str, ...]]
    numbers: _Numbers
    attendance: _Attendance
    action: tuple[_Action, ...]
    acting: _Acting
    relative: tuple[_Group, ...]


def read_evidence(folder: Path | None = None) -> EvidenceFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("evidence.toml", EvidenceFile, folder, last_counts=True)


def load_evidence(folder: Path | None = None) -> EvidenceRules:
    """The rules of contacts, with a board's own over ours. Raises `RulesError`."""
    file = read_evidence(folder)
    _check(file)
    return EvidenceRules(
        limits=Limits(**msgspec.structs.asdict(file.limits)),
        weights={one.id: EvidenceWeight(one.weight, one.says) for one in file.evidence},
        kinds=tuple(
            ContactKind(
                one.id,
                one.mode,
                one.words,
                one.of,
                one.types,
                one.mirrors,
                one.party,
                one.means,
                one.loose,
                one.not_before,
            )
            for one in file.kind
        ),
        parties=tuple(
            PartyWords(one.kinds, one.words, one.shared, one.otherwise) for one in file.party
        ),
        clock=tuple(zip(file.clock.minutes, file.clock.weights, strict=True)),
        days=file.days,
        rare_words=file.counted.rare_words,
        people=file.counted.people,
        aside=Aside(**msgspec.structs.asdict(file.aside)),
        turning=Turning(**msgspec.structs.asdict(file.turning)),
        family=file.family.words,
        asking=file.family.asks,
        hosts=file.hosts.kinds,
        proper=file.hosts.proper,
        home=file.hosts.home,
        common=file.common.words,
        same=_make_groups(file.same),
        parts=_make_groups(file.part),
        harms=_make_groups(file.harm),
        causes=_make_groups(file.cause),
        claims=tuple(Claim(one.id, one.kind, one.sides) for one in file.claim),
        attendance=AttendanceWords(**msgspec.structs.asdict(file.attendance)),
        none=file.none.words,
        unhurt=file.none.unhurt,
        sides=file.side,
        relatives=_make_groups(file.relative),
        numbers=NumberWords(**msgspec.structs.asdict(file.numbers)),
        actions=tuple(Action(**msgspec.structs.asdict(one)) for one in file.action),
        acting=ActionWords(**msgspec.structs.asdict(file.acting)),
    )


def _make_groups(groups: tuple[_Group, ...]) -> tuple[WordGroup, ...]:
    return tuple(WordGroup(one.id, one.words, one.of, one.any) for one in groups)


def _check(file: EvidenceFile) -> None:
    """That what points at something by its id finds it, and that every list has its length."""
    kinds = {one.id for one in file.kind}
    for one in file.kind:
        for named in filter(None, (one.of, *one.mirrors)):
            if named not in kinds:
                _refuse(f"kind {one.id}: there is no kind {named!r}", "Write the id of a kind.")
    parts = {one.id for one in file.part}
    for part in file.part:
        if part.of and part.of not in parts:
            _refuse(f"part {part.id}: there is no part {part.of!r}", "Write the id of a part.")
    if len(file.clock.minutes) != len(file.clock.weights):
        _refuse("clock: as many weights as minutes are needed", "Add or take out a weight.")
    for mode in Mode:
        if not 1 <= len(file.days.get(mode, ())) <= file.limits.most_days + 1:
            _refuse(
                f"days: {mode} needs weights, at most one for none and one for each of most_days",
                f"Write 1 to {file.limits.most_days + 1} weights.",
            )


def _refuse(message: str, hint: str) -> None:
    raise RulesError(f"evidence.toml, {message}", hint=hint)
