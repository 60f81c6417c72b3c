"""agencies.toml -> AgencyRules."""

from pathlib import Path

import msgspec

from chronolator.model import AgencyKind, AgencyRules
from chronolator.rules.files import read_rules


class _Kind(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    words: list[str]
    examples: list[str]
    not_examples: list[str] = []


class _File(msgspec.Struct, forbid_unknown_fields=True):
    kind: list[_Kind]


def load_agencies(folder: Path | None = None) -> AgencyRules:
    """The kinds of agency, with a board's own over ours. Raises `RulesError`."""
    kinds = read_rules("agencies.toml", _File, folder).kind
    return AgencyRules(tuple(AgencyKind(kind.id, tuple(kind.words)) for kind in kinds))
