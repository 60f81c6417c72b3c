"""Where the headings stand, and which rows are no entries."""

from collections.abc import Sequence

import pytest

from chronolator.columns import list_columns
from chronolator.model import (
    Case,
    Entry,
    Field,
    Layout,
    Mark,
    MarkKind,
    NotEvent,
    Problem,
    Sheet,
    Value,
)
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings

SETTINGS = Settings(load_headings(), load_agencies(), load_dates())
READER = LayoutReader()
Rows = Sequence[Sequence[Value]]
Merged = tuple[tuple[int, int, int, int], ...]


def read(rows: Rows, merged: Merged = ()) -> tuple[Layout, dict[int, Entry | NotEvent]]:
    sheet = Sheet("f.xlsx", "S", rows, merged)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = READER.read(sheet, layout, SETTINGS)
    return layout, {one.origin.row: one for one in told if isinstance(one, Entry | NotEvent)}


def reasons(told: dict[int, Entry | NotEvent]) -> dict[int, str]:
    return {row: one.reason for row, one in told.items() if isinstance(one, NotEvent)}


def test_titles_that_look_like_headings_are_titles() -> None:
    rows: Rows = [
        ["Chronology of significant events"],
        ["Agency", "Northshire Housing"],
        ["Author", "J Hill"],
        ["Date completed", "03/04/2020"],
        ["Name of child", "Robin"],
        [],
        ["Date", "Time", "What happened"],
        ["12/03/2019", None, "Rent arrears letter sent"],
    ]
    layout, told = read(rows)
    assert (layout.header_row, layout.agency) == (7, "Northshire Housing")
    assert set(reasons(told).values()) == {"title", "heading"}
    assert list(reasons(told)) == [1, 2, 3, 4, 5, 7]


@pytest.mark.parametrize("blank", [0, 1, 28])
def test_headings_may_stand_as_low_as_row_30(blank: int) -> None:
    rows: Rows = [["Title"], *[[] for _ in range(blank)], ["Date", "Event"], ["1/2/2019", "x y"]]
    assert read(rows)[0].header_row == blank + 2


def test_headings_below_row_30_are_not_looked_for() -> None:
    rows: Rows = [*[["Title"] for _ in range(30)], ["Date", "Event"], ["1/2/2019", "x"]]
    assert READER.recognise(Sheet("f", "S", rows), SETTINGS) is None


def test_the_first_of_repeated_headings_counts() -> None:
    rows: Rows = [["Date", "Event"], ["1/2/2019", "x"], ["DATE", "event"], ["2/2/2019", "y"]]
    layout, told = read(rows)
    assert layout.header_row == 1
    assert reasons(told) == {1: "heading", 3: "heading repeated"}


def test_two_children_under_the_same_questions() -> None:
    rows: Rows = [
        ["Date", "Event", "Robin", None, "Wren", None],
        [None, None, "Seen?", "Alone?", "Seen?", "Alone?"],
        ["1/2/2019", "Visit", "Y", "N", "N", None],
        ["Date", "Event", "Robin", None, "Wren", None],
        [None, None, "Seen?", "Alone?", "Seen?", "Alone?"],
    ]
    layout, told = read(rows)
    assert layout.header_row == 2
    assert list(layout.columns)[2:] == ["Robin Seen?", "Robin Alone?", "Wren Seen?", "Wren Alone?"]
    entry = told[3]
    assert isinstance(entry, Entry)
    assert entry.cells[Field.CHILD_SEEN] == "Robin Seen?: Y\nWren Seen?: N"
    assert entry.cells[Field.SEEN_ALONE] == "Robin Alone?: N"
    assert reasons(told) == {
        1: "heading",
        2: "heading",
        4: "heading repeated",
        5: "heading repeated",
    }


@pytest.mark.parametrize(
    ("upper", "lower", "headings"),
    [
        (
            ["Date", "Event", "Child", "Mother"],
            [None, None, "Seen?", "Seen?"],
            {"Child Seen?": Field.CHILD_SEEN, "Mother Seen?": None},
        ),
        (
            ["Date", "Details", "Children seen", None],
            [None, None, "Robin", "Wren"],
            {"Children seen Robin": Field.CHILD_SEEN, "Children seen Wren": Field.CHILD_SEEN},
        ),
        (
            ["Date", None, "Details", "Robin", None],
            ["From", "To", None, "Seen?", "Views"],
            {"Date From": Field.DATE, "Date To": Field.END_DATE, "Robin Views": Field.VIEWS},
        ),
        (
            ["Recording", "Event", None, "Professional"],
            ["Date", "Date", "Details", "Name"],
            {"Recording Date": None, "Event Date": Field.DATE, "Professional Name": Field.AUTHOR},
        ),
    ],
)
def test_headings_in_two_rows_are_read_together(
    upper: list[Value], lower: list[Value], headings: dict[str, Field | None]
) -> None:
    row = ["1/2/2019" if i < 2 else "As told at the visit" for i in range(len(upper))]
    layout, _ = read([upper, lower, row])
    assert {one: layout.columns[one] for one in headings} == headings


def test_a_merged_group_stands_over_its_own_columns_only() -> None:
    rows: Rows = [
        ["Mother", None, "Date", "Event"],
        ["Seen?", "Alone?", None, None],
        ["Y", "N", "1/2/2019", "Visit made"],
    ]
    layout, _ = read(rows, ((1, 1, 1, 2), (1, 3, 2, 3)))
    assert layout.columns["Mother Seen?"] is None


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["2020"], "banner"),
        ([2020], "banner"),
        (["March 2019"], "banner"),
        (["Academic Year 2019/20"], "banner"),
        (["MARCH"], "banner"),
        (["Robin Ashdown"], "banner"),
        ([None, "2020"], "banner"),
        (["Total", 14], "total"),
        ([None, "Number of entries:", "14"], "total"),
        (["*** END ***"], "end of the table"),
        (["date ", "EVENT", "Ref"], "heading repeated"),
        ([None, None, 12], "only its number"),
        ([None, None, "12."], "only its number"),
    ],
)
def test_rows_that_are_no_events(row: list[Value], reason: str) -> None:
    _, told = read([["Date", "Event", "Ref"], ["1/2/2019", "Visit made", 1], row])
    assert reasons(told)[3] == reason


@pytest.mark.parametrize(
    "row",
    [
        ["1/2/2019"],
        [None, "continued"],
        [None, "Robin"],
        ["Undated"],
        ["Undated", "Visit"],
        ["No contact recorded from March to May 2019 by any of the staff"],
        ["Robin Ashdown", None, "14"],
        ["Key", "left under the mat for the neighbour", 3],
        [None, "Total of 3 calls made"],
        ["2020", "Moved to Eastvale"],
        [None, None, "R12"],
    ],
)
def test_rows_that_may_be_events_are_entries(row: list[Value]) -> None:
    _, told = read([["Date", "Event", "Ref"], ["1/2/2019", "Visit made", 1], row])
    assert isinstance(told[3], Entry) or row == ["Undated"]


def test_a_key_goes_on_until_an_entry() -> None:
    rows: Rows = [
        ["Date", "Event", "Ref"],
        ["1/2/2019", "Visit", 1],
        [],
        ["Key:"],
        ["WNB", "was not brought"],
        ["NFA", "no further action"],
        ["2/2/2019", "Visit", 2],
        ["NFA", "no further action"],
    ]
    _, told = read(rows)
    assert reasons(told) == {
        1: "heading",
        4: "key to the table",
        5: "key to the table",
        6: "key to the table",
    }
    assert isinstance(told[8], Entry)


def test_a_second_table_is_read_by_its_own_headings() -> None:
    rows: Rows = [
        ["Date", "Agency", "Event"],
        ["1/2/2019", "Police", "Call"],
        ["Agency", "Date", "Event", "Zebra"],
        ["GP", "2/2/2019", "Seen in surgery", "z"],
    ]
    sheet = Sheet("f.xlsx", "S", rows)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = list(READER.read(sheet, layout, SETTINGS))
    entries = [one for one in told if isinstance(one, Entry)]
    assert entries[1].cells[Field.DATE] == "2/2/2019"
    assert entries[1].other == {"Zebra": "z"}
    problems = [one for one in told if isinstance(one, Problem)]
    assert [one.origin.row for one in problems] == [3]


def test_marks_of_a_row_go_with_it() -> None:
    sheet = Sheet(
        "f", "S", [["Date", "Event"], ["1/2/2019", "x"]], marks=(Mark(MarkKind.HIDDEN, 2),)
    )
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    entries = [one for one in READER.read(sheet, layout, SETTINGS) if isinstance(one, Entry)]
    assert entries[0].marks == ("hidden row",)


def test_a_hundred_thousand_rows_cost_no_pattern_for_each_cell() -> None:
    rows: list[list[Value]] = [["Date", "Event"]]
    rows += [["1/2/2019", "Visit"] for _ in range(100_000)]
    assert len(read(rows)[1]) == 100_001


def test_a_number_among_the_headings_is_a_heading() -> None:
    layout, told = read([["Date", "Event", 1], ["1/2/2019", "Visit", "x"]])
    assert list(layout.columns) == ["Date", "Event", "1"]
    assert isinstance(told[2], Entry)


def test_a_row_with_a_date_is_no_heading() -> None:
    rows: Rows = [["Event", "Date", "3 May 2020"], ["Date", "Event"], ["1/2/2019", "Visit"]]
    assert read(rows)[0].header_row == 2


def test_an_integrated_sheet_is_left_to_its_own_reader() -> None:
    headings = [column.heading for column in list_columns(Case())]
    ref = ["C-0123456789" if one == "Ref" else "12/03/2019" for one in headings]
    assert READER.recognise(Sheet("f", "S", [headings, ref]), SETTINGS) is None
    assert READER.recognise(Sheet("f", "S", [["Ref", "Date", "Event"], ["1", *ref[1:3]]]), SETTINGS)


def test_a_row_that_groups_whole_headings_is_one_of_headings() -> None:
    rows: Rows = [
        ["Chronology of contacts"],
        ["When", None, "Contact"],
        ["Date", "Time", "Type of contact", "What happened"],
        ["12/03/2019", "14:00", "Visit", "No reply"],
    ]
    _, told = read(rows, ((1, 1, 1, 4), (2, 1, 2, 2), (2, 3, 2, 4)))
    assert reasons(told) == {1: "title", 2: "heading", 3: "heading"}


def test_a_form_above_the_headings_is_a_title() -> None:
    rows: Rows = [
        ["Name:", "Robin Ashdown"],
        ["Date", "Time", "What happened"],
        ["12/03/2019", "14:00", "No reply"],
    ]
    _, told = read(rows, ((1, 2, 1, 3),))
    assert reasons(told) == {1: "title", 2: "heading"}
