"""The forms of output: how each is written, held against what it should be, and known as ours."""

import csv
import json
import zipfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import isclose
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import ParseError

from chronolator.columns import Choice, clean_text
from chronolator.errors import OutputError
from chronolator.model import Chronology, Note
from chronolator.model.written import read_place
from chronolator.readers.package import is_ours, is_reading_copy
from chronolator.rows import join_notes
from chronolator.rows.by_contact import gather_events
from chronolator.write import (
    write_csv,
    write_csv_by_contact,
    write_document,
    write_document_by_contact,
    write_gaps_csv,
    write_gaps_json,
    write_gaps_workbook,
    write_json,
    write_page,
    write_page_by_contact,
    write_workbook,
    write_workbook_by_contact,
)
from chronolator.write.json_file import FORMAT, Json, describe, describe_gaps
from chronolator.write.package import read_refs, read_rows, read_texts
from chronolator.write.page import describe_page, read_values
from chronolator.write.word import NAME
from chronolator.write.workbook.checked import as_number
from chronolator.write.workbook.long_entries import SURE, find_cut

Chosen = TypeVar("Chosen")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of output: how it is written, how it is held against what it should be, and how a
    file of ours is known. A .csv file tells nobody who wrote it. `chooses`: its columns can be
    chosen.
    """

    write: Callable[[Chronology, Path, date, Choice], None]
    is_whole: Callable[[Chronology, Path, Choice], bool]
    is_ours: Callable[[Path], bool]
    chooses: bool = False


def choose_form(target: Path, forms: dict[str, Chosen]) -> Chosen:
    """The form that the ending of the target's name means. Raises `OutputError` where none does."""
    ending = target.suffix.casefold()
    form = forms.get(ending)
    if form is None:
        raise OutputError(
            f'{target}: chron does not write files ending in "{target.suffix}"',
            hint=f"Let the name end in {', '.join(forms)}.",
        )
    return form


def _is_whole_workbook(first: Sequence[str], path: Path) -> bool:
    try:
        return read_refs(path) == first
    except (KeyError, IndexError, ValueError, zipfile.BadZipFile):
        return False


def _has_notes(chronology: Chronology, path: Path) -> bool:
    """Whether the author's notes stand in their rows."""
    places = {event.id: place for place, event in enumerate(chronology.events)}
    written: defaultdict[tuple[int, str], list[Note]] = defaultdict(list)
    for note in chronology.notes:
        written[places[note.id], note.column].append(note)
    rows = read_texts(path, {place for place, _ in written}) if written else {}
    return all(
        any(_holds(cell, notes) for cell in rows[place]) for (place, _), notes in written.items()
    )


def _holds(cell: str, notes: Sequence[Note]) -> bool:
    """What is too long for a cell is cut there; a place in the order is a number, and so is a day
    or a time.
    """
    text, value = join_notes(note.text for note in notes), notes[0].value
    whole, number = clean_text(text), read_place(text) if value is None else as_number(value)
    if find_cut(cell) is not None:
        whole = whole[:SURE]
    return whole in cell or (number is not None and _is_number(cell, number))


def _is_number(cell: str, number: float) -> bool:
    try:
        return isclose(float(cell), number)
    except ValueError:
        return False


def _is_whole_json(expected: Json, path: Path) -> bool:
    with path.open(encoding="utf-8") as file:
        read = json.load(file)
    told = json.dumps(expected, ensure_ascii=False)
    return bool(json.dumps(read, ensure_ascii=False) == _as_utf8(told))


def _as_utf8(text: str) -> str:
    return text.encode("utf-8", errors="replace").decode()


def _is_our_json(path: Path) -> bool:
    try:
        read = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(read, dict) and read.get("format") == FORMAT


def _is_whole_csv(first: Sequence[str], path: Path, choice: Choice) -> bool:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    if choice.named:
        return len(rows) == len(first) + 1
    return [row[0] for row in rows[1:]] == first


def _is_whole_document(texts: Sequence[Sequence[str]], path: Path, choice: Choice) -> bool:
    """Whether each row is there, with all that the agencies recorded, but where other columns are
    chosen.
    """
    try:
        rows = read_rows(path, NAME)
    except (KeyError, ParseError, zipfile.BadZipFile):
        return False
    return len(rows) == len(texts) and (
        bool(choice.named)
        or all(
            _fold(clean_text(text)) in row
            for row, told in zip(map(_fold, rows), texts, strict=True)
            for text in told
        )
    )


def _fold(text: str) -> str:
    return "".join(text.split())


def _is_whole_page(expected: Json, path: Path) -> bool:
    try:
        read = read_values(path)
    except ValueError:
        return False
    told = json.dumps(expected, ensure_ascii=False)
    return bool(json.dumps(read, ensure_ascii=False) == _as_utf8(told))


def _list_refs(chronology: Chronology) -> list[str]:
    return ["" if event.own else event.id for event in chronology.events]


def _list_refs_by_contact(chronology: Chronology) -> list[str]:
    return [
        "\n".join(event.id for event in events if not event.own)
        for events in gather_events(chronology)
    ]


def _list_gap_children(chronology: Chronology) -> list[str]:
    return [gap.child for gap in chronology.gaps]


FORMS = {
    ".xlsx": Form(
        lambda told, path, day, _: write_workbook(told, path, day),
        lambda told, path, _: _is_whole_workbook(_list_refs(told), path) and _has_notes(told, path),
        is_ours,
    ),
    ".docx": Form(
        write_document,
        lambda told, path, choice: _is_whole_document(
            [[event.text] for event in told.events], path, choice
        ),
        is_reading_copy,
        chooses=True,
    ),
    ".html": Form(
        write_page,
        lambda told, path, choice: _is_whole_page(
            describe_page(told, with_notes=choice.with_notes), path
        ),
        is_reading_copy,
    ),
    ".json": Form(
        lambda told, path, *_: write_json(told, path),
        lambda told, path, _: _is_whole_json(describe(told), path),
        _is_our_json,
    ),
    ".csv": Form(
        lambda told, path, _, choice: write_csv(told, path, choice),
        lambda told, path, choice: _is_whole_csv(_list_refs(told), path, choice),
        lambda _: False,
        chooses=True,
    ),
}
CONTACT_FORMS = {
    ".xlsx": Form(
        lambda told, path, day, _: write_workbook_by_contact(told, path, day),
        lambda told, path, _: _is_whole_workbook(_list_refs_by_contact(told), path),
        is_reading_copy,
    ),
    ".docx": Form(
        write_document_by_contact,
        lambda told, path, choice: _is_whole_document(
            [[event.text for event in events] for events in gather_events(told)], path, choice
        ),
        is_reading_copy,
        chooses=True,
    ),
    ".html": Form(
        write_page_by_contact,
        lambda told, path, choice: _is_whole_page(
            describe_page(told, with_notes=choice.with_notes, by_contact=True), path
        ),
        is_reading_copy,
    ),
    ".csv": Form(
        lambda told, path, _, choice: write_csv_by_contact(told, path, choice),
        lambda told, path, choice: _is_whole_csv(_list_refs_by_contact(told), path, choice),
        lambda _: False,
        chooses=True,
    ),
}
GAP_FORMS = {
    ".xlsx": Form(
        lambda told, path, day, _: write_gaps_workbook(told, path, day),
        lambda told, path, _: _is_whole_workbook(_list_gap_children(told), path),
        lambda _: False,
    ),
    ".json": Form(
        lambda told, path, *_: write_gaps_json(told, path),
        lambda told, path, _: _is_whole_json(describe_gaps(told), path),
        lambda _: False,
    ),
    ".csv": Form(
        lambda told, path, *_: write_gaps_csv(told, path),
        lambda told, path, choice: _is_whole_csv(_list_gap_children(told), path, choice),
        lambda _: False,
    ),
}
