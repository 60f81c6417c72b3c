"""template.toml -> TemplateRules."""

from pathlib import Path

import msgspec

from chronolator.model import Advice, AskedColumn, Field, TemplateRules
from chronolator.rules.files import read_rules


class _Column(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    heading: str
    field: Field
    width: int
    asks: str = ""
    prompt: str = ""
    together: str = ""
    together_prompt: str = ""
    choices: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


class _About(msgspec.Struct, forbid_unknown_fields=True):
    labels: tuple[str, ...]


class _Guidance(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    part: str
    what: str
    words: str


class TemplateFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    column: tuple[_Column, ...]
    about: _About
    guidance: tuple[_Guidance, ...]


def read_template(folder: Path | None = None) -> TemplateFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("template.toml", TemplateFile, folder, last_counts=True)


def load_template(folder: Path | None = None) -> TemplateRules:
    """The blank return, with a board's own over ours. Raises `RulesError`."""
    file = read_template(folder)
    return TemplateRules(
        columns=tuple(
            AskedColumn(
                one.field,
                one.heading,
                one.width,
                one.asks,
                one.prompt,
                one.together,
                one.together_prompt,
                one.choices,
            )
            for one in file.column
        ),
        about=file.about.labels,
        guidance=tuple(Advice(one.part, one.what, one.words) for one in file.guidance),
    )
