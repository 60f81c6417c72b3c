"""Proves the examples of template.toml."""

from collections.abc import Iterator
from pathlib import Path

from chronolator.model import Entry, Field, Rules, Sheet
from chronolator.model.values import show_value
from chronolator.proof.nouns import Proof
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.rules.template import read_template

_FILE = "template.toml"
_READER = LayoutReader()
_FILLED = {Field.DATE: "14/03/2021", Field.TEXT: "Visited the family at home."}
_CHILD = "Robin"


def prove_template(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """What is written under a heading of the blank return is read as its field, as it stands."""
    file = read_template(folder)
    headings = [one.heading.replace("{child}", _CHILD) for one in file.column]
    for place, one in enumerate(file.column):
        for example in one.examples:
            cells: list[str | None] = [_FILLED.get(other.field) for other in file.column]
            cells[place] = example
            held = _read(Sheet("f", "Chronology", [[*headings], [*cells]]), one.field, rules)
            got = held.removeprefix(f"{headings[place]}: ")
            yield Proof(_FILE, one.id, example, example, got, got == example)


def _read(sheet: Sheet, field: Field, rules: Rules) -> str:
    """What the one entry of the sheet holds in the field."""
    settings = Settings(rules.headings, rules.agencies, rules.dates)
    layout = _READER.recognise(sheet, settings)
    if layout is None:
        return "no table"
    told = [one for one in _READER.read(sheet, layout, settings) if isinstance(one, Entry)]
    return show_value(told[0].cells.get(field)) if len(told) == 1 else f"{len(told)} entries"
