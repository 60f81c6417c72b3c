"""Sheets without headings: read by what their columns hold, and that is said."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from chronolator.model import Entry, Field, Layout, NotEvent, Sheet, Value
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.testing import check_rows, make_settings

SETTINGS = make_settings()
READER = LayoutReader()
Rows = Sequence[Sequence[Value]]
TOLD = (
    "Visited the family at home, mother and the children were in",
    "Telephoned the school about his attendance this week",
    "Mother rang to say that the boiler is broken again",
    "Went to the house with the nurse and nobody answered",
)


def recognise(
    rows: Rows, columns: dict[str, Field] | None = None, name: str = "Sheet1"
) -> Layout | None:
    settings = replace(SETTINGS, columns=columns or {})
    return READER.recognise(Sheet("f.xlsx", name, rows), settings)


def read(
    rows: Rows, columns: dict[str, Field] | None = None
) -> tuple[Layout, list[Entry], dict[int, str]]:
    layout = recognise(rows, columns)
    assert layout is not None
    sheet = Sheet("f.xlsx", "Sheet1", rows)
    told = list(READER.read(sheet, layout, SETTINGS))
    check_rows(sheet, told)
    entries = [one for one in told if isinstance(one, Entry)]
    return layout, entries, {o.origin.row: o.reason for o in told if isinstance(o, NotEvent)}


def test_columns_are_known_by_what_they_hold() -> None:
    rows: Rows = [
        ["12/03/2019", "10:15", "J Hill, SW", "Home visit", "Y", TOLD[0]],
        ["14/03/2019", "11:00", "PC 4411 Moss", "T/C", "N", TOLD[1]],
        ["14/03/2019", "15:30", "J Hill, SW", "Call in", None, TOLD[2]],
        ["20/03/2019", None, "K Ahmed (health visitor)", "Home visit", "N", TOLD[3]],
    ]
    layout, entries, not_events = read(rows)
    assert layout.columns == {
        "Column A": Field.DATE,
        "Column B": Field.TIME,
        "Column C": Field.AUTHOR,
        "Column D": Field.CONTACT_TYPE,
        "Column E": None,
        "Column F": Field.TEXT,
    }
    assert (layout.header_row, layout.begins, not_events) == (0, 1, {})
    assert entries[0].other == {"Column E": "Y"}
    assert [one.origin.row for one in entries] == [1, 2, 3, 4]


def test_agencies_are_known_by_their_names() -> None:
    rows: Rows = [
        [datetime(2019, 3, 12), "Police", TOLD[0]],
        [datetime(2019, 3, 14), "School Nursing", TOLD[1]],
        [None, "Northshire Housing", TOLD[2]],
    ]
    layout, entries, _ = read(rows)
    assert list(layout.columns.values()) == [Field.DATE, Field.AGENCY, Field.TEXT]
    assert Field.DATE not in entries[2].cells


def test_titles_and_an_undated_entry_may_stand_above() -> None:
    rows: Rows = [
        ["Chronology of Northshire Police involvement"],
        [],
        ["Undated", TOLD[3]],
        ["12/03/2019", TOLD[0]],
        ["14/03/2019", TOLD[1]],
        ["15/03/2019", TOLD[2]],
    ]
    layout, entries, not_events = read(rows)
    assert (layout.begins, layout.agency) == (3, "Northshire Police")
    assert not_events == {1: "title"}
    assert [one.origin.row for one in entries] == [3, 4, 5, 6]


def test_a_banner_above_the_first_entry_is_one_and_no_title() -> None:
    rows: Rows = [
        ["Northshire Police"],
        ["Robin Ashdown"],
        ["2019"],
        ["12/03/2019", TOLD[0]],
        ["14/03/2019", TOLD[1]],
        ["15/03/2019", TOLD[2]],
    ]
    layout, entries, not_events = read(rows)
    assert (layout.begins, layout.agency) == (2, "Northshire Police")
    assert not_events == {1: "title", 2: "banner", 3: "banner"}
    assert entries[0].period == "2019"
    assert "Robin Ashdown" in entries[0].other.values()


def test_a_merged_date_is_each_rows() -> None:
    rows: Rows = [
        ["12/03/2019", "A1", TOLD[0]],
        [None, "A2", TOLD[1]],
        [None, "A3", TOLD[2]],
        ["14/03/2019", "A4", TOLD[3]],
    ]
    layout = READER.recognise(Sheet("f.xlsx", "S", rows, ((1, 1, 3, 1),)), SETTINGS)
    assert layout is not None
    assert recognise(rows) is None


def test_a_text_that_begins_with_its_date_dates_its_row() -> None:
    rows: Rows = [
        ["12/03/2019", TOLD[0]],
        [None, f"13/03/2019 - {TOLD[1]}\n14/03/2019 - {TOLD[2]}"],
        [None, f"15/03/2019: {TOLD[3]}"],
        ["16/03/2019", TOLD[3]],
    ]
    assert recognise(rows) is not None


def test_the_doubt_names_each_column_and_the_lines_that_settle_it() -> None:
    layout = recognise([["12/03/2019", TOLD[0], "Y"], ["14/03/2019", TOLD[1], "N"]])
    assert layout is not None
    ((doubt, hint),) = layout.doubts
    assert "“Column A” as date" in doubt
    assert "“Column B” as text" in doubt
    block = tomllib.loads(hint[hint.index("[[agency]]") :])["agency"][0]
    assert block["columns"] == {"Column A": "date", "Column B": "text"}
    assert block["files"] == ["f.xlsx"]


def test_the_hint_names_the_agency_to_whom_the_file_belongs() -> None:
    rows = [["12/03/2019", TOLD[0]], ["14/03/2019", TOLD[1]]]
    settings = replace(SETTINGS, agency="Northshire Police")
    layout = READER.recognise(Sheet("f.xlsx", "S", rows), settings)
    assert layout is not None
    ((_, hint),) = layout.doubts
    assert 'name = "Northshire Police"' in hint
    assert "[[agency]]" not in hint
    assert 'columns = { "Column A" = "date", "Column B" = "text" }' in hint


def test_the_case_file_settles_columns_by_their_letters() -> None:
    rows: Rows = [
        ["12/03/2019", "01/04/2019", "HV", "Seen well"],
        [None, "02/04/2019", "HV", "Not in"],
    ]
    assert recognise(rows) is None
    layout, entries, _ = read(rows, {"Column B": Field.DATE, "column d": Field.TEXT})
    assert layout.columns["Column A"] is None
    assert layout.columns["Column B"] is Field.DATE
    assert entries[0].cells[Field.TEXT] == "Seen well"
    assert layout.columns["Column C"] is Field.CONTACT_TYPE
    ((doubt, _),) = layout.doubts
    assert "“Column C” as contact_type" in doubt
    assert "Column B" not in doubt


def test_what_is_settled_by_hand_is_no_doubt() -> None:
    rows = [["12/03/2019", TOLD[0]], ["14/03/2019", TOLD[1]]]
    layout = recognise(rows, {"Column A": Field.DATE, "Column B": Field.TEXT})
    assert layout is not None
    assert layout.doubts == ()


def test_headings_that_nobody_knows_keep_their_names() -> None:
    rows: Rows = [
        ["Zebra", "Okapi", "Gnu"],
        ["12/03/2019", TOLD[0], "Y"],
        ["14/03/2019", TOLD[1], "N"],
    ]
    layout, entries, not_events = read(rows)
    assert layout.columns == {"Zebra": Field.DATE, "Okapi": Field.TEXT, "Gnu": None}
    assert (layout.header_row, not_events) == (1, {1: "heading"})
    assert entries[0].other == {"Gnu": "Y"}
    ((doubt, hint),) = layout.doubts
    assert "row 1" in doubt
    assert '"Okapi" = "text"' in hint


def test_a_letter_settles_a_heading_that_nobody_knows_and_no_other() -> None:
    rows: Rows = [["Date", "Zebra", "Event"], ["12/03/2019", "Home visit", "x"]]
    layout = recognise(rows, {"Column B": Field.CONTACT_TYPE, "Column C": Field.COMMENT})
    assert layout is not None
    assert layout.columns == {
        "Date": Field.DATE,
        "Zebra": Field.CONTACT_TYPE,
        "Event": Field.TEXT,
    }


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Robin Ashdown", "03/11/2015", "Lives at home with his mother"],
            ["Tara Ashdown", "14/02/1990", "Mother of the children, works nights"],
            ["Kit Moss", "30/07/1961", "Grandfather, lives two streets away"],
        ],
        [
            ["12/03/2019", "Ten boxes of paper for the office", 12.5],
            ["19/03/2019", "Two chairs for the meeting room", 80.99],
            ["26/03/2019", "Train fares to the panel meeting", "£14.20"],
        ],
        [["HV", "Health visitor"], ["SW", "Social worker of the family team"]],
        [
            ["0.1", "12/03/2020", "First draft sent to the panel members"],
            ["0.2", "19/03/2020", "Comments of the panel put in"],
        ],
        [
            ["Key dates"],
            ["12/03/2026", "Panel agrees the terms of reference"],
            ["19/04/2026", "Agencies send in their chronologies"],
        ],
        [["12/03/2019", "Mon", "P1"], ["13/03/2019", "Tue", "P2"]],
        [["12/03/2019", TOLD[0]]],
        [["12/03/2019", TOLD[0]], [None, TOLD[1]], [None, TOLD[2]], [None, TOLD[3]]],
        [["12/03/2019", TOLD[n]] for n in (0, 1, 2, 3, 0, 1)],
        [[TOLD[0], 1], [TOLD[1], 2]],
        [
            ["Name", "DOB", "Notes"],
            ["Robin", "03/11/2015", "Lives at home with his mother"],
            ["Tara", "14/02/1990", "Mother of the children, works nights"],
        ],
    ],
)
def test_what_is_no_chronology_is_not_claimed(rows: Rows) -> None:
    assert recognise(rows) is None


@pytest.mark.parametrize("name", ["Timetable", "Action plan"])
def test_a_plan_is_known_by_the_sheets_name(name: str) -> None:
    rows = [["12/03/2026", TOLD[0]], ["14/03/2026", TOLD[1]]]
    assert recognise(rows, name=name) is None
    assert recognise(rows) is not None


def test_the_text_round_a_documents_tables_is_not_claimed() -> None:
    rows = [["12/03/2019", TOLD[0]], ["14/03/2019", TOLD[1]]]
    assert READER.recognise(Sheet("f.docx", "text", rows, prose=True), SETTINGS) is None


@pytest.mark.parametrize("blank", [0, 1])
def test_a_dated_title_above_is_no_entry(blank: int) -> None:
    rows: Rows = [
        ["Period covered", "January 2019 to March 2020"],
        ["Date completed", "03/02/2020"],
        *[[] for _ in range(blank)],
        [datetime(2019, 3, 12), "Home visit", TOLD[0]],
        [datetime(2019, 3, 14), "Telephone call", TOLD[1]],
        [datetime(2019, 3, 20), "Home visit", TOLD[3]],
    ]
    layout, entries, not_events = read(rows)
    assert (layout.header_row, layout.begins) == (0, 3 + blank)
    assert len(entries) == 3
    assert set(not_events) == {1, 2}


def test_an_undated_row_of_words_that_headings_hold_is_an_entry() -> None:
    rows: Rows = [
        [datetime(2019, 3, 12), "Home visit", TOLD[0], "Noted"],
        [datetime(2019, 3, 14), "Telephone call", TOLD[1], "Noted"],
        [None, "Police log", "Father was spoken to at the station", "No further action"],
        [datetime(2019, 3, 20), "Home visit", TOLD[3], "Noted"],
        [datetime(2019, 4, 2), "Telephone call", TOLD[2], "Noted"],
    ]
    layout, entries, not_events = read(rows)
    assert (layout.header_row, layout.begins, not_events) == (0, 1, {})
    assert [one.origin.row for one in entries] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("turned", [False, True])
def test_labels_with_their_values_above_are_titles(*, turned: bool) -> None:
    lines: list[Sequence[Value]] = [
        ["Completed by", "J Hill, team manager"],
        ["Period covered", "January 2019 to March 2020"],
    ]
    rows: Rows = [
        ["Name of children", "Robin and Wren"],
        *(lines[::-1] if turned else lines),
        [],
        [datetime(2019, 3, 12), "Home visit", TOLD[0], "J Hill", "Noted"],
        [datetime(2019, 3, 14), "Telephone call", TOLD[1], "J Hill", "Noted"],
        [datetime(2019, 3, 20), "Home visit", TOLD[3], "K Ahmed", "Noted"],
    ]
    layout, entries, not_events = read(rows)
    assert (layout.header_row, layout.begins) == (0, 5)
    assert len(entries) == 3
    assert not_events == {1: "title", 2: "title", 3: "title"}


DAYS: Rows = [
    ["9/1", "Home visit", TOLD[0], "Noted"],
    ["23/1", "Telephone call", TOLD[1], "Noted"],
    ["14/2", "Home visit", TOLD[3], "Noted"],
]


@pytest.mark.parametrize(("name", "above"), [("2017", []), ("Sheet1", [["2017"]])])
def test_days_below_a_year_are_dates(name: str, above: list[list[Value]]) -> None:
    rows = [*above, *DAYS]
    layout = recognise(rows, name=name)
    assert layout is not None
    assert next(iter(layout.columns.values())) is Field.DATE
    assert (layout.header_row, layout.begins) == (0, 1)


def test_numbers_of_paragraphs_are_no_days() -> None:
    rows: Rows = [["1.1", TOLD[0]], ["1.2", TOLD[1]], ["2.1", TOLD[3]]]
    assert recognise(rows) is None
