"""versions.toml -> VersionRules."""

from pathlib import Path

import msgspec

from chronolator.model import FollowRules, VersionRules
from chronolator.rules.files import read_rules


class _Example(msgspec.Struct, forbid_unknown_fields=True):
    earlier: str
    later: str


class _Unclear(msgspec.Struct, forbid_unknown_fields=True):
    names: tuple[str, str]


class _Names(msgspec.Struct, forbid_unknown_fields=True):
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    numbered: tuple[str, ...]
    months: tuple[str, ...]
    example: tuple[_Example, ...] = ()
    not_example: tuple[_Unclear, ...] = ()


class _Alike(msgspec.Struct, forbid_unknown_fields=True):
    share: float
    fewest: int
    near: float
    likest: float
    days: int
    margin: float
    alone: float


class _Following(msgspec.Struct, forbid_unknown_fields=True):
    days: int
    likest: float
    moment: float
    between: float
    margin: float
    held: float
    words: int
    renamed: float
    candidates: int
    offered_days: int


class VersionFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    names: _Names
    alike: _Alike
    following: _Following


def read_versions(folder: Path | None = None) -> VersionFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("versions.toml", VersionFile, folder, last_counts=True)


def load_versions(folder: Path | None = None) -> VersionRules:
    """How versions are known, with a board's own over ours. Raises `RulesError`."""
    file = read_versions(folder)
    names, alike = file.names, msgspec.structs.asdict(file.alike)
    following = FollowRules(**msgspec.structs.asdict(file.following))
    return VersionRules(
        names.earlier, names.later, names.numbered, names.months, following=following, **alike
    )
