"""Columns of the chronology's sheet that were sorted without the others."""

from collections.abc import Callable

import pytest

from chronolator.columns import SPARE_COLUMNS, list_columns, write_hashes
from chronolator.model import Case, Child, Sheet, Value
from chronolator.readers.ours.columns_found import FoundColumns
from chronolator.readers.ours.corrected import Base
from chronolator.readers.ours.earlier_row import Row
from chronolator.readers.ours.looks.found import FoundLooks
from chronolator.readers.ours.torn import Mended, mend, take_comments

KEYS = ("age Mia", "seen Mia", "alone Mia", "views Mia", "time", "words Mia")
WRITTEN = (
    ("7", "Yes", "No", "Not recorded", "09:15", "Seen: column"),
    ("7", "No", "Not recorded", "Not recorded", "", ""),
    ("7", "Unclear", "Not recorded", "Yes", "11:00", ""),
    ("8", "Yes", "Yes", "Yes", "10:30", "Seen: asleep but looked at"),
    ("8", "Not recorded", "Not recorded", "Not recorded", "", ""),
    ("8", "No", "Not recorded", "Not recorded", "14:05", "Seen: no access"),
)
Cells = list[dict[str, Value]]
SPARE = SPARE_COLUMNS[-1]
NOTE = f"author {SPARE}"


def read(cells: Cells) -> Mended:
    """The rows with these cells, each with a note beside it; chron wrote them as WRITTEN is."""
    return open_sheet(cells)[0]


def open_sheet(cells: Cells) -> tuple[Mended, list[Row], FoundColumns]:
    origins = [f"Police.csv, row {n}" for n in range(len(WRITTEN))]
    hashes = [
        (f"C-{n}", write_hashes({**dict(zip(KEYS, one, strict=True)), "origin": origins[n]}))
        for n, one in enumerate(WRITTEN)
    ]
    base = Base(Sheet("", "base", [["id", "cells"], *map(list, hashes)]))
    columns = {one.key: one for one in list_columns(Case(children=(Child("Mia"),)))}
    order = (*KEYS[:-1], "origin", NOTE, KEYS[-1])
    places = {key: place for place, key in enumerate(order)}
    known = {key: columns[key] for key in (*KEYS, "origin")}
    found = FoundColumns(1, places, known, {NOTE: SPARE}, frozenset())
    rows = [
        Row(f"C-{n}", n + 2, {**one, NOTE: f"note {n}", "origin": origins[n]})
        for n, one in enumerate(cells)
    ]
    return mend(rows, base, found, order), rows, found


def write() -> Cells:
    return [{k: v for k, v in zip(KEYS, one, strict=True) if v} for one in WRITTEN]


def sort(cells: Cells, keys: tuple[str, ...], order: tuple[int, ...]) -> Cells:
    """The cells of these columns in another order of rows."""
    return [
        {k: v for k, v in row.items() if k not in keys}
        | {k: v for k, v in cells[other].items() if k in keys}
        for row, other in zip(cells, order, strict=True)
    ]


def test_comments_on_cells_of_another_row_wait_and_others_stay() -> None:
    """The times were sorted; the answers and the first row stand as they were."""
    mended, rows, found = open_sheet(sort(write(), ("time",), (0, 3, 2, 5, 1, 4)))
    at = {key: place + 1 for key, place in found.places.items()}
    told = {(3, at["time"]): "at 10:30?", (2, at["time"]): "whole", (3, at["seen Mia"]): "stays"}
    looks, waiting = take_comments(FoundLooks(comments=told), rows, found, mended, ())
    assert set(looks.comments.values()) == {"whole", "stays"}
    ((one),) = waiting
    assert (one.note.column, one.note.text) == ("Comment on Time", "at 10:30?")
    assert one.candidates == ("C-1", "C-3")


def test_comments_in_a_column_outside_the_table_wait() -> None:
    mended, rows, found = open_sheet(write())
    there = {(3, found.places[NOTE] + 1): "beside"}
    looks, waiting = take_comments(FoundLooks(comments=there), rows, found, mended, {NOTE})
    assert not looks.comments
    assert [(one.note.text, one.candidates) for one in waiting] == [("beside", ("C-1",))]


ANSWERS = KEYS[1:4]
TURNED = (1, 5, 4, 2, 0, 3)
"""By the answer to the first question: No, No, Not recorded, Unclear, Yes, Yes."""


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        (ANSWERS, TURNED),
        (ANSWERS[:1], TURNED),
        (ANSWERS[:1], (1, 0, 4, 3, 2, 5)),
        (("alone Mia", "views Mia"), (2, 3, 0, 1, 4, 5)),
        (("age Mia", "seen Mia"), (3, 4, 5, 0, 1, 2)),
        (("time",), (0, 3, 2, 5, 1, 4)),
        (("words Mia",), (0, 5, 3, 1, 2, 4)),
        (KEYS, TURNED),
    ],
)
def test_cells_of_sorted_columns_are_put_back(
    keys: tuple[str, ...], order: tuple[int, ...]
) -> None:
    mended = read(sort(write(), keys, order))
    told = [{k: v for k, v in row.cells.items() if k in KEYS} for row in mended.rows]
    assert told == write()
    assert mended.headings
    assert mended.torn
    assert not [one for one in mended.waiting if one.note.column != SPARE]


def test_notes_beside_sorted_columns_wait_where_no_cell_shows_their_row_whole() -> None:
    mended = read(sort(write(), ("words Mia",), (0, 5, 3, 1, 2, 4)))
    waiting = {one.note.text: one.candidates for one in mended.waiting}
    # The first row still has a reason that it alone had; nothing tells the others.
    assert waiting == {
        "note 1": ("C-1", "C-5"),
        "note 2": ("C-2", "C-3"),
        "note 3": ("C-3",),
        "note 4": ("C-4",),
        "note 5": ("C-5",),
    }
    assert [row.cells.get(NOTE) for row in mended.rows] == ["note 0", *[None] * 5]


def test_notes_stay_where_another_column_parts_them_from_the_sorted_ones() -> None:
    mended = read(sort(write(), ANSWERS, TURNED))
    assert [row.cells[NOTE] for row in mended.rows] == [f"note {n}" for n in range(6)]
    assert mended.waiting == []


def test_what_she_had_corrected_before_she_sorted_waits_with_both_rows() -> None:
    cells = write()
    cells[4]["alone Mia"] = "Yes"
    mended = read(sort(cells, ANSWERS, TURNED))
    (waiting,) = mended.waiting
    assert (waiting.note.column, waiting.note.text) == ("Mia: alone", "Yes")
    assert waiting.candidates == ("C-2", "C-4")
    assert mended.rows[4].cells["alone Mia"] == "Not recorded"


def test_a_cell_whose_words_stand_nowhere_any_more_is_no_correction() -> None:
    cells = write()
    cells[3]["time"] = "22:22"
    sorted_apart = sort(cells, ("time",), (5, 3, 0, 2, 1, 4))
    mended = read(sorted_apart)
    assert "time" not in mended.rows[3].cells
    assert [one.note.text for one in mended.waiting] == ["22:22"]


def test_what_she_corrected_to_the_words_of_another_row_waits_too() -> None:
    cells = write()
    cells[1]["time"] = "10:30"  # as the fourth row has it
    mended = read(sort(cells, ("time",), (5, 3, 0, 2, 1, 4)))
    assert [one.note.text for one in mended.waiting if one.note.column == "Time"] == ["10:30"]
    assert [row.cells.get("time") for row in mended.rows] == [row.get("time") for row in write()]


def correct_both_ways(cells: Cells) -> None:
    cells[0]["seen Mia"] = "No"
    cells[1]["seen Mia"] = "Yes"
    cells[3]["seen Mia"] = "No"
    cells[5]["seen Mia"] = "Yes"


def correct_together(cells: Cells) -> None:
    for row in (1, 4, 5):
        cells[row] |= {"seen Mia": "Yes", "alone Mia": "Yes", "views Mia": "Yes"}


def fill_down(cells: Cells) -> None:
    for row in cells:
        row |= {"words Mia": "Seen: column", "time": "09:15"}


def empty(cells: Cells) -> None:
    for row in cells:
        for key in ("time", "words Mia"):
            row.pop(key, None)


def write_own(cells: Cells) -> None:
    for number, row in enumerate(cells):
        row |= {"time": f"12:0{number}", "words Mia": f"see page {number}"}


@pytest.mark.parametrize("act", [correct_both_ways, correct_together, fill_down, empty, write_own])
def test_what_she_corrects_is_not_taken_for_sorted(act: Callable[[Cells], None]) -> None:
    cells = write()
    act(cells)
    mended = read(cells)
    assert mended.headings == ()
    assert mended.waiting == []
    assert [{k: row.cells[k] for k in row.cells if k in KEYS} for row in mended.rows] == cells
