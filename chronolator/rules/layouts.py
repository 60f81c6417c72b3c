"""layouts.toml -> LayoutRules."""

from pathlib import Path

import msgspec

from chronolator.model import ContentRule, Field, LayoutRules
from chronolator.rules.files import read_rules


class _Content(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    field: Field
    whole: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Titles(msgspec.Struct, forbid_unknown_fields=True):
    plans: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Forms(msgspec.Struct, forbid_unknown_fields=True):
    summaries: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class LayoutFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    content: tuple[_Content, ...]
    titles: _Titles
    forms: _Forms


def read_layouts(folder: Path | None = None) -> LayoutFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("layouts.toml", LayoutFile, folder)


def load_layouts(folder: Path | None = None) -> LayoutRules:
    """The rules of layouts, with a board's own over ours. Raises `RulesError`."""
    file = read_layouts(folder)
    return LayoutRules(
        tuple(ContentRule(one.field, one.whole, one.words) for one in file.content),
        file.titles.plans,
        file.forms.summaries,
    )
