"""Forms: a label beside its value, one event a sheet or blocks down it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronolator.model import (
    UNDER_HEADING,
    Entry,
    Field,
    Layout,
    Mark,
    MarkKind,
    NotEvent,
    Problem,
    ProblemKind,
    Sheet,
    Term,
    Value,
)
from chronolator.model.values import show_value
from chronolator.readers.layouts.form import FormReader
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.readers.registry import list_not_blank
from chronolator.testing import check_rows, make_settings

SETTINGS = make_settings()
READER = FormReader()
Rows = Sequence[Sequence[Value]]
Merged = tuple[tuple[int, int, int, int], ...]

BLOCK: Rows = [
    ["Ref no:", "A1"],
    ["Date:", "12/03/2019"],
    ["Time:", "14:30"],
    ["Event:", "Called at the house, Robin asleep upstairs"],
    ["Child seen:", "Yes"],
    ["Mileage:", 4],
]
SECOND: Rows = [
    ["Ref no:", "A2"],
    ["Date:", datetime(2019, 3, 19)],
    ["Event:", "No reply, card left"],
    ["Outcome:", "Try again"],
]


def recognise(rows: Rows, settings: Settings = SETTINGS, merged: Merged = ()) -> Layout | None:
    sheet = Sheet("f.xlsx", "S", rows, merged)
    layout = READER.recognise(sheet, settings)
    if layout is not None:
        assert LayoutReader().recognise(sheet, settings) is None
    return layout


def read(
    rows: Rows, settings: Settings = SETTINGS, merged: Merged = ()
) -> tuple[Layout, list[Entry], dict[int, str]]:
    layout = recognise(rows, settings, merged)
    assert layout is not None
    sheet = Sheet("f.xlsx", "S", rows, merged)
    told = list(READER.read(sheet, layout, settings))
    if not any(": " in str(value) for value in rows[0]):  # a cell with its label in it is parted
        check_rows(sheet, told, layout.columns)
    entries = [one for one in told if isinstance(one, Entry)]
    return layout, entries, {o.origin.row: o.reason for o in told if isinstance(o, NotEvent)}


def test_one_event_a_sheet() -> None:
    layout, entries, not_events = read([["Record of contact"], [], *BLOCK])
    assert (layout.header_row, layout.begins) == (0, 3)
    assert layout.columns["Event:"] is Field.TEXT
    (entry,) = entries
    assert entry.origin.row == 3
    assert entry.cells == {
        Field.REFERENCE: "A1",
        Field.DATE: "12/03/2019",
        Field.TIME: "14:30",
        Field.TEXT: "Called at the house, Robin asleep upstairs",
        Field.CHILD_SEEN: "Yes",
    }
    assert entry.other == {"Mileage:": "4"}
    told = "told with the entry in row 3"
    assert not_events == {1: "title", 4: told, 5: told, 6: told, 7: told, 8: told}


def test_a_block_begins_where_its_first_label_comes_again() -> None:
    rows: Rows = [["Agency:", "Northshire Police"], [], *BLOCK, [], *SECOND, *BLOCK]
    layout, entries, not_events = read(rows)
    assert layout.agency == "Northshire Police"
    assert [one.origin.row for one in entries] == [3, 10, 14]
    assert entries[1].cells == {
        Field.REFERENCE: "A2",
        Field.DATE: datetime(2019, 3, 19),
        Field.TEXT: "No reply, card left",
        Field.OUTCOME: "Try again",
    }
    assert not_events[1] == "title"
    assert not_events[13] == "told with the entry in row 10"


def test_a_banner_above_a_block_gives_to_its_events() -> None:
    rows: Rows = [
        ["Chronology of Northshire Police involvement"],
        [],
        ["Robin Ashdown"],
        *BLOCK,
        [],
        ["Wren Ashdown"],
        [2019],
        *SECOND,
        [],
        *SECOND[:1],
        ["Date:", "20/03/2019"],
        ["Event:", "Called again, all in"],
    ]
    layout, entries, left_out = read(rows)
    assert layout.begins == 3
    assert [one.other[UNDER_HEADING] for one in entries] == [
        "Robin Ashdown",
        "Wren Ashdown",
        "Wren Ashdown",
    ]
    assert (left_out[1], left_out[3], left_out[11]) == ("title", "banner", "banner")


@pytest.mark.parametrize("day", ["9/1", "9.1."])
def test_days_without_their_year_are_dates_of_a_form(day: str) -> None:
    _, (entry,), _ = read([["Date:", day], *BLOCK[3:5]])
    assert entry.cells[Field.DATE] == day


def test_events_side_by_side() -> None:
    rows: Rows = [
        ["Contact", 1, 2, 3],
        ["Date", "12/03/2019", "19/03/2019", "20/03/2019"],
        ["Worker", "J Hill", None, "J Hill"],
        ["What happened", "Robin seen at home", "No reply, card left", "Mother rang"],
        ["Child seen", "Y", "N", None],
    ]
    _, entries, not_events = read(rows)
    assert [(one.origin.row, one.origin.part) for one in entries] == [(1, 1), (1, 2), (1, 3)]
    assert [one.cells.get(Field.CHILD_SEEN) for one in entries] == ["Y", "N", None]
    assert entries[1].cells[Field.TEXT] == "No reply, card left"
    assert list(not_events) == [2, 3, 4, 5]


def test_a_value_merged_over_events_is_each_ones() -> None:
    rows: Rows = [
        ["Date", "12/03/2019", "19/03/2019"],
        ["Worker", "J Hill", None],
        ["What happened", "Robin seen at home", "No reply, card left"],
    ]
    _, entries, _ = read(rows, merged=((2, 2, 2, 3),))
    assert [one.cells[Field.AUTHOR] for one in entries] == ["J Hill", "J Hill"]


def test_two_labels_in_a_row_and_text_below_its_label() -> None:
    rows: Rows = [
        ["INCIDENT FORM", None, None, None],
        ["Date of incident", "12/03/2019", "Time of incident", "10:15"],
        ["Location", "Playground", "Staff member", "J Hill"],
        ["Description of incident", None, None, None],
        ["Robin said that his arm hurt and would not say why.", None, None, None],
        ["He was seen by the nurse.", None, None, None],
        ["Action taken", "Referred to the nurse", None, None],
        ["Signed", "J Hill", "Date", "13/03/2019"],
    ]
    _, (entry,), not_events = read(rows)
    assert entry.origin.row == 2
    assert entry.cells[Field.DATE] == "12/03/2019"
    assert entry.cells[Field.TIME] == "10:15"
    assert entry.cells[Field.PLACE] == "Playground"
    assert entry.cells[Field.TEXT] == (
        "Robin said that his arm hurt and would not say why.\nHe was seen by the nurse."
    )
    assert entry.other["Date"] == "13/03/2019"
    assert not_events[5] == "told with the entry in row 2"


def test_a_text_that_goes_on_in_the_row_below() -> None:
    rows: Rows = [
        ["Date:", "12/03/2019"],
        ["Event:", "Called at the house."],
        [None, "Nobody was in."],
        ["Outcome:", "Try again"],
    ]
    _, (entry,), _ = read(rows)
    assert entry.cells[Field.TEXT] == "Called at the house.\nNobody was in."


def test_label_and_value_in_one_cell() -> None:
    rows: Rows = [
        ["Date: 12/03/2019", "Time: 14:30"],
        ["Event: Called at the house, Robin asleep"],
        ["Date: 13/03/2019", "Time: 10:00"],
        ["Event: Rang mother: no answer"],
    ]
    _, entries, _ = read(rows)
    assert [one.cells[Field.TEXT] for one in entries] == [
        "Called at the house, Robin asleep",
        "Rang mother: no answer",
    ]
    assert [one.cells[Field.TIME] for one in entries] == ["14:30", "10:00"]


@pytest.mark.parametrize("text", ["Outcome: none, the card was left", "Review: mother came"])
def test_a_value_that_begins_like_a_label_is_a_value(text: str) -> None:
    _, (entry,), _ = read([["Date:", "12/03/2019"], ["Event:", text], ["Author:", "J Hill"]])
    assert entry.cells[Field.TEXT] == text


def test_the_events_date_wins_over_the_dates_of_writing() -> None:
    rows: Rows = [
        ["Date and time (of writing)", "14/03/2019"],
        ["Date and time of incident", "12/03/2019"],
        ["Date received", "15/03/2019"],
        ["What happened", "Robin came in with a bruise"],
    ]
    _, (entry,), _ = read(rows)
    assert entry.cells[Field.DATE] == "12/03/2019"
    assert entry.other == {
        "Date and time (of writing)": "14/03/2019",
        "Date received": "15/03/2019",
    }


def test_the_case_file_settles_labels() -> None:
    rows: Rows = [["Zebra", "12/03/2019"], ["Okapi", "Home visit, no reply"]]
    assert recognise(rows) is None
    settled = replace(SETTINGS, columns={"Zebra": Field.DATE, "Okapi": Field.TEXT})
    _, (entry,), _ = read(rows, settled)
    assert entry.cells[Field.TEXT] == "Home visit, no reply"


def test_an_undated_form_is_one_where_the_sheet_before_was() -> None:
    rows: Rows = [["Date:", "unknown"], ["Event:", "Called at the house"]]
    assert recognise(rows) is None
    layout, (entry,), _ = read(rows, replace(SETTINGS, before=recognise(BLOCK)))
    assert entry.cells[Field.DATE] == "unknown"
    assert layout.doubts == ()


def test_the_agency_in_a_form_is_the_rows() -> None:
    _, (entry,), _ = read([["Agency", "Northshire Police"], *BLOCK])
    assert entry.cells[Field.AGENCY] == "Northshire Police"


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Agency:", "Northshire Police"],
            ["Name of child:", "Robin Ashdown"],
            ["Author:", "J Hill"],
            ["Date completed:", "12/03/2020"],
        ],
        [
            ["Agency:", "Northshire Police"],
            ["Date:", "12/03/2020"],
            ["Summary of involvement:", "The family was known from 2015 on"],
        ],
        [["Date", "Event"], ["12/03/2019", "Called at the house"]],
        [["Date", "Event", "Action"], ["12/03/2019", "Called at the house", "None"]],
        [
            ["Date:", "12/03/2020", None],
            ["Event:", "Review of Robin Ashdown", None],
            ["Date", "Event", "Action"],
            ["12/03/2019", "Called at the house", "None"],
        ],
        [["Date of birth", "03/11/2015"], ["Event", "Birthday party at home"]],
        [["Date", "12/03/2019"], ["Total", 14]],
        [["Event", "Called at the house"], ["Outcome", "None"]],
        [],
    ],
)
def test_what_is_no_form(rows: Rows) -> None:
    assert recognise(rows) is None


def test_the_text_round_a_documents_tables_is_no_form() -> None:
    assert READER.recognise(Sheet("f.docx", "text", BLOCK, prose=True), SETTINGS) is None


def test_marks_go_with_the_event_whose_cells_they_are_on() -> None:
    rows: Rows = [["Team diary"], *BLOCK, *SECOND]
    marks = (
        Mark(MarkKind.COMMENT, 5, 2, "J Hale: who looked?"),
        Mark(MarkKind.WITHDRAWN, 10, 2, "card left"),
        Mark(MarkKind.HIDDEN, 11, 0),
    )
    sheet = Sheet("f.xlsx", "S", rows, (), marks)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    first, second = (o for o in READER.read(sheet, layout, SETTINGS) if isinstance(o, Entry))
    assert any("who looked?" in text for text in first.other.values())
    assert first.marks == ()
    assert second.withdrawn == {Field.TEXT: ("card left",)}
    assert "hidden row" in second.marks


def test_marks_of_events_side_by_side() -> None:
    rows: Rows = [
        ["Date", "12/03/2019", "19/03/2019"],
        ["What happened", "Robin seen at home", "No reply, card left"],
    ]
    marks = (Mark(MarkKind.HIDDEN, 0, 3), Mark(MarkKind.COMMENT, 2, 2, "by whom?"))
    sheet = Sheet("f.xlsx", "S", rows, (), marks)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    first, second = (o for o in READER.read(sheet, layout, SETTINGS) if isinstance(o, Entry))
    assert ("hidden row" in first.marks, "hidden row" in second.marks) == (False, True)
    assert any("by whom?" in text for text in first.other.values())


def test_a_key_or_an_end_below_is_of_no_event() -> None:
    rows: Rows = [*BLOCK, *SECOND, [], ["Abbreviations"], ["HV", "Health visitor"], ["END"]]
    sheet = Sheet("f.xlsx", "S", rows)
    layout, entries, not_events = read(rows)
    assert entries[1].cells[Field.OUTCOME] == "Try again"
    assert (not_events[12], not_events[13]) == ("key to the table", "key to the table")
    assert not_events[14] == "end of the table"
    terms = [one for one in READER.read(sheet, layout, SETTINGS) if isinstance(one, Term)]
    assert [(one.term, one.origin.row) for one in terms] == [("HV", 13)]


def test_a_mark_on_an_empty_cell_is_of_the_label_before_it() -> None:
    rows: Rows = [*BLOCK, ["Outcome:", None]]
    sheet = Sheet("f.xlsx", "S", rows, (), (Mark(MarkKind.NO_RESULT, 7, 2, "A1"),))
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    (problem,) = (o for o in READER.read(sheet, layout, SETTINGS) if isinstance(o, Problem))
    assert (problem.origin.row, problem.kind) == (1, ProblemKind.CELL)
    assert "Outcome:" in problem.message


def test_a_block_that_is_not_filled_in_is_no_event() -> None:
    rows: Rows = [*BLOCK, *([label] for label, _ in BLOCK), *SECOND]
    _, entries, not_events = read(rows)
    assert [one.origin.row for one in entries] == [1, 13]
    assert not_events[7] == not_events[12] == "a form in which nothing is filled in"


LABELS: list[Value] = [
    "Date:",
    "Date",
    "Event:",
    "What happened",
    "Outcome:",
    "Ref no:",
    "Key",
    "x",
]
VALUES: list[Value] = ["12/03/2019", "Robin seen at home", "Outcome: none given", "END", "2019", 4]
CELL = st.sampled_from([None, " ", datetime(2019, 3, 19), *LABELS, *VALUES])
LINE = st.tuples(st.sampled_from(LABELS), st.sampled_from(VALUES))


@given(st.lists(LINE | st.lists(CELL, max_size=4), max_size=14))
@example([["Key", "x"], ["Date:", "12/03/2019"], ["Event:", "Robin seen at home"], ["Key"], ["x"]])
@example([[None, 4, "Date:", "12/03/2019"], ["Event:", "Robin seen at home"]])
@example([["Event:", "Robin seen at home"], ["Date:", "12/03/2019"], ["Event:"], ["2019"]])
@example(
    [
        ("Event:", "Outcome: none given"),
        ("Date:", "12/03/2019"),
        ("Date:", "Robin seen at home"),
        ("Date:", "Outcome: none given"),
    ]
)
def test_every_row_is_told_once(rows: Rows) -> None:
    sheet = Sheet("f.xlsx", "S", rows)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is None or LayoutReader().recognise(sheet, SETTINGS) is None
    if layout is None:
        return
    told = [o for o in READER.read(sheet, layout, SETTINGS) if isinstance(o, Entry | NotEvent)]
    assert sorted({one.origin.row for one in told}) == list_not_blank(sheet)
    for row in {one.origin.row for one in told}:
        parts = [one.origin.part for one in told if one.origin.row == row]
        assert parts == list(range(1, len(parts) + 1))
    kept = "\n".join([*layout.columns, *map(_show, told)])
    values = [show_value(value) for row in rows for value in row]
    assert all(part.rstrip(":") in kept for value in values for part in value.split(": "))


def _show(one: Entry | NotEvent) -> str:
    if isinstance(one, NotEvent):
        return one.text
    return "\n".join(show_value(value) for value in (*one.cells.values(), *one.other.values()))
