"""duplicates.toml -> DuplicateRules."""

from pathlib import Path

import msgspec

from chronolator.model import DuplicateRules, Enough
from chronolator.rules.files import read_rules


class _Enough(msgspec.Struct, forbid_unknown_fields=True):
    words: int
    own: int
    words_long: int
    own_long: int
    words_begun: int
    own_begun: int
    words_broken: int
    own_broken: int
    words_timed: int
    own_timed: int
    words_spelt: int
    own_spelt: int
    often: float
    often_days: int
    crowd: int
    beside: float
    per_word: int
    per_passage: int
    only_here: float


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    small: tuple[str, ...]
    common: tuple[str, ...]
    no: tuple[str, ...]
    people: tuple[str, ...]
    seeing: tuple[str, ...]
    joining: tuple[str, ...]
    once_more: tuple[str, ...]
    dangling: tuple[str, ...]
    attempts: tuple[str, ...]
    numbers: tuple[str, ...]
    amounts: tuple[str, ...]
    marks: tuple[str, ...]
    clock: tuple[str, ...]
    turning: tuple[str, ...]
    opposed: tuple[tuple[str, ...], ...]


class _Texts(msgspec.Struct, forbid_unknown_fields=True):
    texts: tuple[str, str]


class DuplicateFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    enough: _Enough
    words: _Words
    short: dict[str, tuple[str, ...]]
    example: tuple[_Texts, ...] = ()
    not_example: tuple[_Texts, ...] = ()


def read_duplicates(folder: Path | None = None) -> DuplicateFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("duplicates.toml", DuplicateFile, folder, last_counts=True)


def load_duplicates(folder: Path | None = None) -> DuplicateRules:
    """How repeated rows are known, with a board's own over ours. Raises `RulesError`."""
    file = read_duplicates(folder)
    words = file.words
    return DuplicateRules(
        enough=Enough(**msgspec.structs.asdict(file.enough)),
        small=frozenset(words.small),
        common=frozenset(words.common),
        no=frozenset(words.no),
        people=frozenset(words.people),
        seeing=frozenset(words.seeing),
        amounts=frozenset(words.amounts),
        joining=frozenset(words.joining),
        once_more=frozenset(words.once_more),
        dangling=frozenset(words.dangling),
        attempts=frozenset(words.attempts),
        numbers=words.numbers,
        marks=frozenset(words.marks),
        clock=frozenset(words.clock),
        turning=words.turning,
        opposed=tuple(map(frozenset, words.opposed)),
        short=_join_short(file.short),
    )


def _join_short(written: dict[str, tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """What each short form stands for, with and without a stroke: "s/w" is "sw"."""
    joined: dict[str, dict[tuple[str, ...], None]] = {}
    for short, meanings in written.items():
        known = joined.setdefault(short.replace("/", ""), {})
        known |= dict.fromkeys(tuple(one.split()) for one in meanings)
    return {short: tuple(meanings) for short, meanings in joined.items()}
