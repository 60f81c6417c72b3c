"""agencies.toml -> AgencyRules."""

from pathlib import Path

import msgspec

from chronolator.model import AgencyKind, AgencyRules
from chronolator.rules.files import read_rules


class _Kind(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    words: tuple[str, ...]
    body: str = ""
    within: str = ""
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class AgencyFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    kind: tuple[_Kind, ...]
    streets: tuple[str, ...] = ()


def read_agencies(folder: Path | None = None) -> AgencyFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("agencies.toml", AgencyFile, folder)


def load_agencies(folder: Path | None = None) -> AgencyRules:
    """The kinds of agency, with a board's own over ours. Raises `RulesError`."""
    file = read_agencies(folder)
    return AgencyRules(
        tuple(AgencyKind(one.id, one.words, one.body, one.within) for one in file.kind),
        file.streets,
    )
