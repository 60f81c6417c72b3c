"""headings.toml -> HeadingRules."""

from pathlib import Path

import msgspec

from chronolator.model import Field, HeadingRule, HeadingRules, RowRule, Veto
from chronolator.rules.files import read_rules

NO_FIELD = "none"


class _Heading(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    field: str
    words: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    decisive: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Veto(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    fields: tuple[Field, ...]
    words: tuple[str, ...]
    examples: tuple[str, ...]


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    reason: str
    texts: tuple[str, ...]


class _Titles(msgspec.Struct, forbid_unknown_fields=True):
    agency_labels: tuple[str, ...]
    words: tuple[str, ...]


class HeadingFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    heading: tuple[_Heading, ...]
    veto: tuple[_Veto, ...]
    row: tuple[_Row, ...]
    titles: _Titles


def load_headings(folder: Path | None = None) -> HeadingRules:
    """The rules of headings, with a board's own over ours. Raises `RulesError`."""
    file = read_rules("headings.toml", HeadingFile, folder)
    return HeadingRules(
        rules=tuple(
            HeadingRule(
                one.id,
                None if one.field == NO_FIELD else Field(one.field),
                one.words,
                one.only,
                one.decisive,
            )
            for one in file.heading
        ),
        vetoes=tuple(Veto(one.fields, one.words) for one in file.veto),
        rows=tuple(RowRule(one.reason, one.texts) for one in file.row),
        agency_labels=file.titles.agency_labels,
        title_words=file.titles.words,
    )
