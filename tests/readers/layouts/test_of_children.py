"""Columns that are headed by a child's name and nothing else."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chronolator.model import Child, Entry, Field, Layout, Sheet, Value
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.layouts.of_children import list_headings
from chronolator.readers.protocol import Settings
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings

CHILDREN = (Child("Robin Ashdown", aliases=("Robbie",)), Child("Wren Ashdown"))
SETTINGS = Settings(
    load_headings(), load_agencies(), load_dates(), children=list_headings(CHILDREN)
)
READER = LayoutReader()


def read(
    headings: Sequence[str], *rows: Sequence[Value], **changes: object
) -> tuple[Layout, list[Entry]]:
    settings = replace(SETTINGS, **changes)  # type: ignore[arg-type]  # any of its fields
    sheet = Sheet("f.xlsx", "S", [headings, *rows])
    layout = READER.recognise(sheet, settings)
    assert layout is not None
    told = READER.read(sheet, layout, settings)
    return layout, [one for one in told if isinstance(one, Entry)]


@pytest.mark.parametrize(
    "cells",
    [("Seen", "Not seen"), ("Seen alone", "NS"), ("Not seen - at nan's", "Seen with mum")],
)
@pytest.mark.parametrize("heading", ["Robin", "Robin Ashdown", "ROBBIE", "Robin (4)"])
def test_cells_that_tell_of_a_sighting_answer_for_the_child(
    heading: str, cells: tuple[str, str]
) -> None:
    headings = ["Date", "Details", heading, "Wren"]
    layout, entries = read(headings, ["12/03/2019", "Home visit.", *cells])
    assert layout.columns[heading] is Field.CHILD_SEEN
    assert entries[0].cells[Field.CHILD_SEEN] == f"{heading}: {cells[0]}\nWren: {cells[1]}"
    assert [sentence for sentence, _ in layout.doubts] == [
        f"what stands under “{heading}”, “Wren” is taken for whether the child was seen"
    ]


def test_one_column_keeps_the_name_of_its_child() -> None:
    _, entries = read(["Date", "Details", "Wren"], ["12/03/2019", "Home visit.", "Not seen"])
    assert entries[0].cells[Field.CHILD_SEEN] == "Wren: Not seen"


@pytest.mark.parametrize("cells", [("Y", "N"), ("✓", "✗"), ("x", "x"), ("N/A", "Y")])
def test_a_bare_answer_may_ask_anything_and_is_told(cells: tuple[str, str]) -> None:
    layout, entries = read(
        ["Date", "Details", "Robin", "Wren"], ["12/03/2019", "Home visit to mother.", *cells]
    )
    assert Field.CHILD_SEEN not in entries[0].cells
    assert entries[0].other == {"Robin": cells[0], "Wren": cells[1]}
    ((told, hint),) = layout.doubts
    assert told == (
        "what stands under “Robin”, “Wren” is kept, but no heading says what it answers, and "
        "nothing is read in it"
    )
    assert 'columns = { "Robin" = "child_seen", "Wren" = "child_seen" }' in hint


def test_a_bare_answer_is_read_where_the_case_file_says_what_it_asks() -> None:
    columns = {"Robin": Field.CHILD_SEEN, "Wren": Field.CHILD_SEEN}
    layout, entries = read(
        ["Date", "Details", "Robin", "Wren"],
        ["12/03/2019", "Home visit to mother.", "Y", "N"],
        columns=columns,
    )
    assert entries[0].cells[Field.CHILD_SEEN] == "Robin: Y\nWren: N"
    assert not layout.doubts


@pytest.mark.parametrize("headings", [["Date"], ["Date", "Event"]])
def test_sentences_under_the_children_s_names_are_what_happened(headings: list[str]) -> None:
    event = ["Home visit, mother in."] * (len(headings) - 1)
    layout, entries = read(
        [*headings, "Robin", "Wren"],
        ["12/03/2019", *event, "Attended with cough. Chest clear.", None],
        ["14/03/2019", *event, None, "Imms given, mum was present."],
        ["16/03/2019", *event, "DNA", "DNA"],
    )
    assert layout.columns["Robin"] is layout.columns["Wren"] is Field.TEXT
    told = [entry.cells[Field.TEXT] for entry in entries]
    before = "Event: Home visit, mother in.\n" if event else ""
    assert told == [
        f"{before}Robin: Attended with cough. Chest clear.",
        f"{before}Wren: Imms given, mum was present.",
        f"{before}Robin: DNA\nWren: DNA",
    ]


def test_a_name_of_nobody_in_the_case_heads_no_child_s_column() -> None:
    layout, entries = read(["Date", "Details", "Callum"], ["12/03/2019", "Home visit.", "Seen"])
    assert not layout.doubts
    assert entries[0].other == {"Callum": "Seen"}


def test_a_second_table_may_name_the_children_in_another_order() -> None:
    _, entries = read(
        ["Date", "Event", "Robin", "Wren"],
        ["12/03/2019", "Home visit to mother.", "Seen", "Not seen"],
        ["Date", "Event", "Wren", "Robin"],
        ["14/03/2019", "Home visit to mother.", "Seen", "Not seen"],
    )
    assert [entry.cells[Field.CHILD_SEEN] for entry in entries] == [
        "Robin: Seen\nWren: Not seen",
        "Wren: Seen\nRobin: Not seen",
    ]


def test_what_is_settled_stays_so_beside_a_column_of_few_words() -> None:
    layout, _ = read(
        ["Date", "Event", "Robin", "Wren"],
        ["12/03/2019", "Home visit", "Seen with her mother at home", "Not seen"],
        ["13/03/2019", "HV", "Seen in the front room", "Seen"],
        ["14/03/2019", "Home visit", "Seen asleep in her cot", "Not seen - at nan's"],
    )
    assert layout.columns["Robin"] is layout.columns["Wren"] is Field.CHILD_SEEN
    assert len(layout.doubts) == 1


@pytest.mark.parametrize("heading", ["Wren (SW)", "Wren Jones", "Ashdown", "Wren, mother"])
def test_a_heading_that_says_more_is_no_child_s(heading: str) -> None:
    layout, _ = read(["Date", "Details", heading], ["12/03/2019", "Home visit.", "Seen"])
    assert layout.columns[heading] is None


def test_a_name_of_two_children_heads_no_child_s_column() -> None:
    children = (Child("Kit Lunn"), Child("Kit Shah"))
    assert list_headings(children) == ("Kit Lunn", "Kit Shah")
