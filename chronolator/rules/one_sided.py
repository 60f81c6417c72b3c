"""one_sided.toml -> OneSidedRules."""

from pathlib import Path
from typing import Any

import msgspec

from chronolator.errors import RulesError
from chronolator.model import (
    MeetingWords,
    NotTold,
    OneSidedRules,
    PartyWords,
    TurnWords,
    TwoSidedKind,
)
from chronolator.rules.files import read_rules


class _Looked(msgspec.Struct, forbid_unknown_fields=True):
    rows_around: int
    alike: float
    one_call: int
    shared_words: int


class _Own(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kinds: tuple[str, ...]
    words: tuple[str, ...]


class _Turning(msgspec.Struct, forbid_unknown_fields=True):
    to: tuple[str, ...]
    with_them: tuple[str, ...]
    from_them: tuple[str, ...]
    done: tuple[str, ...]
    goes_out: tuple[str, ...]
    opens: tuple[str, ...]
    joins: tuple[str, ...]
    skip: tuple[str, ...]
    acts: tuple[str, ...]
    subjects: tuple[str, ...]
    behind: tuple[str, ...]
    by: tuple[str, ...]
    means: tuple[str, ...]
    elsewhere: tuple[str, ...]
    vague: tuple[str, ...]
    places: tuple[str, ...]
    affiliated: tuple[str, ...]
    content: tuple[str, ...]


class _NotTold(msgspec.Struct, forbid_unknown_fields=True):
    sentence: tuple[str, ...]
    planned: tuple[str, ...]
    clause: tuple[str, ...]
    onwards: tuple[str, ...]
    after: tuple[str, ...]
    failed: tuple[str, ...]
    left: tuple[str, ...]


class _Kind(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    before: int
    after: int
    nouns: tuple[str, ...] = ()
    compound: bool = False
    verbs: tuple[str, ...] = ()
    verbs_to: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    hands: tuple[str, ...] = ()
    unaddressed: tuple[str, ...] = ()
    goes_to: str = ""
    opening: bool = False
    both_ways: bool = False
    together: bool = False
    gathers: bool = False
    dated: bool = False
    types: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    answer_words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Meeting(msgspec.Struct, forbid_unknown_fields=True):
    kinds: tuple[str, ...]
    heads: tuple[str, ...]
    ends: tuple[str, ...]
    absent: tuple[str, ...]
    off: tuple[str, ...]
    before: int
    after: int
    answers: tuple[str, ...]
    answer_words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class OneSidedFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    looked: _Looked
    own: tuple[_Own, ...]
    turning: _Turning
    not_told: _NotTold
    kind: tuple[_Kind, ...]
    meeting: _Meeting


def read_one_sided(folder: Path | None = None) -> OneSidedFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("one_sided.toml", OneSidedFile, folder)


def load_one_sided(folder: Path | None = None) -> OneSidedRules:
    """What both sides should record, with a board's own over ours. Raises `RulesError`."""
    file = read_one_sided(folder)
    for kind in file.kind:
        if kind.before < 0 or kind.after < 0:
            raise RulesError(
                f"one_sided.toml, kind {kind.id}: before and after are numbers of days",
                hint="Write 0 or more.",
            )
    return OneSidedRules(
        rows_around=file.looked.rows_around,
        alike=file.looked.alike,
        one_call=file.looked.one_call,
        shared_words=file.looked.shared_words,
        own_people=tuple(PartyWords(one.kinds, one.words) for one in file.own),
        turning=TurnWords(**msgspec.structs.asdict(file.turning)),
        not_told=NotTold(**msgspec.structs.asdict(file.not_told)),
        kinds=tuple(TwoSidedKind(**_leave_examples(one)) for one in file.kind),
        meetings=MeetingWords(**_leave_examples(file.meeting)),
    )


def _leave_examples(table: _Kind | _Meeting) -> dict[str, Any]:
    told = msgspec.structs.asdict(table)
    return {key: value for key, value in told.items() if not key.endswith("examples")}
