"""A harness for authors of readers: golden files beside the inputs.

    from chronolator.testing import check_reader
    from my_reader import MyReader

    def test_golden_files() -> None:
        check_reader(MyReader(), "examples")

Beside each input, `return.xlsx`, stands what the reader is to make of it, in
`return.xlsx.expected.json`.
`check_reader(..., write=True)` writes these files; read them before you keep them.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from chronolator.model import Entry, Field, NotEvent, Problem, Sheet, Term
from chronolator.model.values import show_value
from chronolator.readers.open import open_file
from chronolator.readers.protocol import Reader, Settings
from chronolator.readers.registry import list_not_blank
from chronolator.rules import load_rules

_EXPECTED = ".expected.json"
_SIGNS = "\u2022\u25e6\u25aa\u25cf\u25cb\u00b7*\u2013\u2014:;,.()[]|-"
"""What stands before the words of a list, and between a date and what it dates."""
_Told = list[Entry | NotEvent]


def make_settings(columns: dict[str, Field] | None = None) -> Settings:
    """The settings that a reader gets in a run: our rules, and headings settled by hand."""
    rules = load_rules()
    return Settings(
        rules.headings, rules.agencies, rules.dates, columns or {}, layouts=rules.layouts
    )


def check_reader(reader: Reader, folder: str | os.PathLike[str], *, write: bool = False) -> None:
    """Hold what the reader makes of every input in the folder against the file beside it.

    Of every sheet, each row that is not blank must come back exactly once, with nothing of its
    cells lost; an input without a file beside it is one that the reader must not claim. Raises
    `AssertionError` naming the place and the difference. `write` writes the files instead.
    """
    inputs = [
        path
        for path in sorted(Path(folder).iterdir())
        if path.is_file() and not path.name.endswith(_EXPECTED) and not path.name.startswith(".")
    ]
    assert inputs, f"{folder}: no input there"  # noqa: S101  the harness speaks as tests do
    for path in inputs:
        told = read_file(reader, path)
        expected = path.with_name(path.name + _EXPECTED)
        if write and told:
            text = json.dumps(told, indent=1, ensure_ascii=False)
            expected.write_text(text + "\n", encoding="utf-8")
        wanted = json.loads(expected.read_text(encoding="utf-8")) if expected.exists() else []
        _compare(path.name, told, wanted)


def read_file(reader: Reader, path: Path) -> list[dict[str, object]]:
    """What the reader makes of each sheet that it recognises, as it stands in the golden files."""
    settings = make_settings()
    sheets = []
    for sheet in open_file(str(path), path.name).sheets:
        layout = reader.recognise(sheet, settings)
        if layout is None:
            continue
        told = list(reader.read(sheet, layout, settings))
        settings = replace(settings, before=layout)
        check_rows(sheet, told, layout.columns)
        sheets.append(
            {
                "sheet": sheet.name,
                "header_row": layout.header_row,
                "columns": layout.columns,
                "agency": layout.agency,
                "rows": [_describe(one) for one in told],
            }
        )
    described: list[dict[str, object]] = json.loads(json.dumps(sheets))
    return described


def check_rows(
    sheet: Sheet, told: Iterable[Entry | NotEvent | Problem | Term], headings: Iterable[str] = ()
) -> None:
    """Assert that each row of the sheet that is not blank is told once, whole, and no other is.

    The `headings` of the layout are kept with it, wherever on the sheet they stand.
    """
    rows: dict[int, _Told] = {}
    for one in told:
        if not isinstance(one, Problem | Term):
            rows.setdefault(one.origin.row, []).append(one)
    place = f"{sheet.file}: {sheet.name}" if sheet.name else sheet.file
    missing = sorted(set(list_not_blank(sheet)) - set(rows))
    assert not missing, f"{place}: rows {missing} are not told"  # noqa: S101  as above
    invented = sorted(set(rows) - set(list_not_blank(sheet)))
    assert not invented, f"{place}: rows {invented} are blank, and told"  # noqa: S101  as above
    for row, ones in rows.items():
        parts = [one.origin.part for one in ones]
        assert parts == list(range(1, len(ones) + 1)), (  # noqa: S101  as above
            f"{place}, row {row}: told as parts {parts}"
        )
        kept = "\n".join([*headings, *(_show(one) for one in ones)])
        for value in sheet.rows[row - 1]:
            text = show_value(value)
            # Of a cell that tells several events, each event has its own words.
            for words in text.split() if len(ones) > 1 else [text]:
                assert words.strip(_SIGNS) in kept, (  # noqa: S101  as above
                    f'{place}, row {row}: "{words}" is lost'
                )


def _show(one: Entry | NotEvent) -> str:
    if isinstance(one, Entry):
        told = (*one.cells.values(), *one.other.values(), *one.marks)
        return "\n".join(show_value(value) for value in told)
    return one.text


def _describe(one: Entry | NotEvent | Problem | Term) -> dict[str, object]:
    place: dict[str, object] = {"row": one.origin.row}
    if one.origin.part > 1:
        place["part"] = one.origin.part
    if isinstance(one, Entry):
        cells = {name.value: show_value(value) for name, value in one.cells.items()}
        return {**place, "cells": cells, "other": one.other, "marks": list(one.marks)}
    if isinstance(one, NotEvent):
        return {**place, "reason": one.reason, "text": one.text}
    if isinstance(one, Term):
        return {**place, "term": one.term, "meaning": one.meaning}
    return {**place, "problem": one.kind.value, "message": one.message}


def _compare(name: str, told: list[dict[str, object]], wanted: list[dict[str, object]]) -> None:
    names = [sheet["sheet"] for sheet in told]
    assert names == [sheet["sheet"] for sheet in wanted], (  # noqa: S101  as above
        f"{name}: the reader claims the sheets {names}"
    )
    for ours, theirs in zip(told, wanted, strict=True):
        for key in ours.keys() | theirs.keys():
            assert ours.get(key) == theirs.get(key), (  # noqa: S101  as above
                f"{name}, sheet {ours['sheet']}: {key} is {ours.get(key)}, not {theirs.get(key)}"
            )
