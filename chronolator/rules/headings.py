"""headings.toml -> HeadingRules."""

from pathlib import Path

import msgspec

from chronolator.errors import RulesError
from chronolator.model import Field, HeadingRule, HeadingRules, RowRule
from chronolator.rules.files import read_rules

NO_FIELD = "none"
"""What stands in the file for a heading that is known and names no field."""


_FIELDS = {field.value for field in Field}


class _Heading(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    field: str
    words: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    decisive: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    closes: bool = False
    stands_in: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    reason: str
    texts: tuple[str, ...]
    opens: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Reading(msgspec.Struct, forbid_unknown_fields=True):
    dropped: tuple[str, ...]
    breaks: tuple[str, ...]
    hints: tuple[str, ...]
    elsewhere: tuple[str, ...]
    months: tuple[str, ...]


class _Title(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    agency: str


class _Titles(msgspec.Struct, forbid_unknown_fields=True):
    agency_labels: tuple[str, ...]
    marks: tuple[str, ...]
    words: tuple[str, ...]
    ends: tuple[str, ...]
    example: tuple[_Title, ...] = ()


class HeadingFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    reading: _Reading
    heading: tuple[_Heading, ...]
    row: tuple[_Row, ...]
    titles: _Titles


def load_headings(folder: Path | None = None) -> HeadingRules:
    """The rules of headings, with a board's own over ours. Raises `RulesError`."""
    file = read_rules("headings.toml", HeadingFile, folder)
    return HeadingRules(
        rules=tuple(_make_rule(one) for one in file.heading),
        rows=tuple(RowRule(one.reason, one.texts, one.opens) for one in file.row),
        dropped=file.reading.dropped,
        breaks=file.reading.breaks,
        hints=file.reading.hints,
        elsewhere=file.reading.elsewhere,
        months=file.reading.months,
        agency_labels=file.titles.agency_labels,
        title_marks=file.titles.marks,
        title_words=file.titles.words,
        title_ends=file.titles.ends,
    )


def _make_rule(one: _Heading) -> HeadingRule:
    if one.field != NO_FIELD and one.field not in _FIELDS:
        raise RulesError(
            f"headings.toml, heading {one.id}: there is no field {one.field!r}",
            hint=f"Write one of {', '.join(Field)}, or {NO_FIELD}.",
        )
    return HeadingRule(
        one.id,
        None if one.field == NO_FIELD else Field(one.field),
        one.words,
        one.only,
        one.decisive,
        one.beside,
        one.closes,
        one.stands_in,
    )
