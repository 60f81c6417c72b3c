from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronolator.model import Entry, Field, Layout, NotEvent, Problem, Sheet, Term, Value
from chronolator.model.values import show_value
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.readers.sheet import read_sheets
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings

SETTINGS = Settings(load_headings(), load_agencies(), load_dates())
READER = LayoutReader()
HEAD: tuple[Value, ...] = ("Date", "Event")
ROW: tuple[Value, ...] = ("12/03/2019", "Home visit, no reply")


def make(*rows: Sequence[Value], merged: tuple[tuple[int, int, int, int], ...] = ()) -> Sheet:
    return Sheet("f.xlsx", "S", rows, merged)


def read(sheet: Sheet, settings: Settings = SETTINGS) -> tuple[Layout, list[Entry], dict[int, str]]:
    layout = READER.recognise(sheet, settings)
    assert layout is not None
    told = list(READER.read(sheet, layout, settings))
    return (
        layout,
        [one for one in told if isinstance(one, Entry)],
        {one.origin.row: one.reason for one in told if isinstance(one, NotEvent)},
    )


def test_headings_under_titles() -> None:
    sheet = make(
        ("CONFIDENTIAL",), (), ("Agency:", "Northshire Police"), ("Terms: all contacts",), HEAD, ROW
    )
    layout, entries, not_events = read(sheet)
    assert (layout.header_row, layout.agency) == (5, "Northshire Police")
    assert list(not_events) == [1, 3, 4, 5]
    assert entries[0].cells == {Field.DATE: "12/03/2019", Field.TEXT: "Home visit, no reply"}
    assert entries[0].origin.row == 6


@pytest.mark.parametrize(
    ("titles", "agency"),
    [
        ([("Agency: Eastvale Homes",)], "Eastvale Homes"),
        ([("Chronology of involvement - Eastvale Constabulary",)], "Eastvale Constabulary"),
        ([("Mill Lane Surgery chronology",)], "Mill Lane Surgery"),
        (
            [("Eastvale Hospitals NHS Trust",), ("Chronology by the named nurse - maternity, ED",)],
            "Eastvale Hospitals NHS Trust",
        ),
        ([("Chronology of GP contacts - ED",), ("Mill Primary School",)], ""),
        ([("Organisation", "Family Support Service")], "Family Support Service"),
        ([("Chronology for Robin",)], ""),
        ([("Contact with police and social care is listed below, see the terms",)], ""),
        ([()], ""),
        ([("Northshire Police",), ("Robin Ashdown",)], "Northshire Police"),
        ([("Willow Primary School",), ("Northshire Police chronology",)], "Northshire Police"),
        ([("Willow Primary School",), ("Mill Lane Surgery",)], ""),
        ([("Robin Ashdown", "Willow Primary School")], ""),
        ([("Willow Primary School: attended from 2019",)], ""),
        ([("Willow Primary School - attended from 2019",)], ""),
        ([("Willow Primary School - safeguarding log: Robin Ashdown",)], "Willow Primary School"),
        ([("Mill Lane Surgery \u2013 GP Records",)], "Mill Lane Surgery"),
        ([("Eastvale Midwifery \u2013 Tara Ashdown, pregnancy 2015",)], "Eastvale Midwifery"),
        ([("Northshire Police",), ("Willow School - Year 3",)], "Northshire Police"),
        ([("Events known to the police",)], ""),
        (
            [("Willow Primary School",), ("Log - Robin (Nursery/Reception)",)],
            "Willow Primary School",
        ),
        ([("Chronology (Northshire Police)",)], "Northshire Police"),
    ],
)
def test_the_agency_of_the_titles(titles: list[tuple[str, ...]], agency: str) -> None:
    assert read(make(*titles, HEAD, ROW))[0].agency == agency


def test_headings_in_two_rows() -> None:
    sheet = make(
        ("Date", "Details", "Child", None, "Author"),
        (None, None, "Seen?", "Alone?", None),
        ("12/03/2019", "Visit made to the home", "Y", "N", "J Hill"),
        merged=((1, 3, 1, 4),),
    )
    layout, entries, not_events = read(sheet)
    assert layout.header_row == 2
    assert list(not_events) == [1, 2]
    assert entries[0].cells == {
        Field.DATE: "12/03/2019",
        Field.TEXT: "Visit made to the home",
        Field.CHILD_SEEN: "Y",
        Field.SEEN_ALONE: "N",
        Field.AUTHOR: "J Hill",
    }


def test_groups_above_the_headings() -> None:
    sheet = make(
        ("Contact", None, "Analysis"),
        ("From", "To", "Event", "Comment"),
        ("12/03/2019", "14/03/2019", "Stay", "c"),
    )
    layout, entries, _ = read(sheet)
    assert layout.header_row == 2
    assert entries[0].cells[Field.END_DATE] == "14/03/2019"


def test_repeated_headings_banners_and_ends_are_no_events() -> None:
    sheet = make(HEAD, ROW, ("2019",), ("March 2019",), HEAD, ROW, (), ("Total", 2), ("END",))
    _, entries, not_events = read(sheet)
    assert [one.origin.row for one in entries] == [2, 6]
    assert not_events[3] == not_events[4] == "banner"
    assert not_events[5] == "heading repeated"
    assert not_events[8] == "total"
    assert not_events[9] == "end of the table"


@pytest.mark.parametrize(
    "row",
    [
        (None, "Continued: mother then left the room."),
        ("12/03/2019",),
        ("", "x"),
        ("Undated note pinned to the file, about the family and the flat in Mill Lane",),
        (None, "Robin"),
        ("No contact.",),
        ("no contact with the family in this month",),
        ("As above", "Robin"),
        (None, "END of placement"),
        ("13/03/2019", "END"),
    ],
)
def test_what_may_be_an_event_is_an_entry(row: tuple[Value, ...]) -> None:
    _, entries, _ = read(make(HEAD, ROW, row))
    assert entries[-1].origin.row == 3


def test_of_several_dates_the_events_wins_and_the_others_are_kept() -> None:
    sheet = make(
        ("Date of writing", "Date of incident", "Date received", "Details"),
        ("13/03/2019", "12/03/2019", "14/03/2019", "Fell in the yard"),
    )
    layout, entries, _ = read(sheet)
    assert entries[0].cells[Field.DATE] == "12/03/2019"
    assert entries[0].other == {"Date of writing": "13/03/2019", "Date received": "14/03/2019"}
    assert layout.columns["Date received"] is None


def test_columns_of_one_field_are_joined_under_their_headings() -> None:
    sheet = make(
        ("Date", "Event", "Robin seen?", "Wren seen?"), ("12/03/2019", "Visit home", "Y", "N")
    )
    _, entries, _ = read(sheet)
    assert entries[0].cells[Field.CHILD_SEEN] == "Robin seen?: Y\nWren seen?: N"


def test_two_headings_of_one_name() -> None:
    layout, entries, _ = read(make(("Date", "Event", "Zebra", "Zebra"), (*ROW, "a", "b")))
    assert list(layout.columns) == ["Date", "Event", "Zebra", "Zebra (2)"]
    assert entries[0].other == {"Zebra": "a", "Zebra (2)": "b"}


@pytest.mark.parametrize(
    ("sheet", "field", "heading"),
    [
        (make(("Zebra", "Event"), ROW), Field.DATE, "Zebra"),
        (make(("Date", "Zebra"), ROW), Field.TEXT, "Zebra"),
        (make(("", "Event"), (date(2019, 3, 12), "Visit")), Field.DATE, "Column A"),
    ],
)
def test_a_column_without_a_known_heading_is_found_by_what_it_holds(
    sheet: Sheet, field: Field, heading: str
) -> None:
    layout, entries, _ = read(sheet)
    assert layout.columns[heading] is field
    assert field in entries[0].cells
    assert any(heading in doubt for doubt, _ in layout.doubts)


def test_the_case_file_settles_a_heading() -> None:
    settings = replace(SETTINGS, columns={"detail": Field.COMMENT})
    layout, _, _ = read(make(("Date", "Event", "Detail"), (*ROW, "x")), settings)
    assert layout.columns["Detail"] is Field.COMMENT


def test_cells_without_a_heading_are_kept_under_the_sheets_letter() -> None:
    _, entries, _ = read(make(HEAD, (*ROW, "stray", None, "far")))
    assert entries[0].other == {"Column C": "stray", "Column E": "far"}


def test_a_date_merged_over_several_rows_is_each_rows_date() -> None:
    sheet = make(HEAD, ROW, (None, "Later, mother rang"), merged=((2, 1, 3, 1),))
    _, entries, _ = read(sheet)
    assert entries[1].cells[Field.DATE] == "12/03/2019"
    assert entries[1].marks == ("date from merged cell",)


@pytest.mark.parametrize(
    "sheet",
    [
        make(),
        make(("Abbreviation", "Definition"), ("HV", "Health visitor")),
        make(("Name", "Telephone"), ("J Hill", "0123")),
        make(("Some words on a cover sheet",)),
        make(("12/03/2019", "Visit")),
    ],
)
def test_what_holds_no_table_of_events_is_not_claimed(sheet: Sheet) -> None:
    assert READER.recognise(sheet, SETTINGS) is None


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12),
    st.sampled_from(["Date", "Event", "2019", "END", "12/03/2019", "Total"]),
    st.dates(),
    st.datetimes(),
    st.integers(-5, 50_000),
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=12))
@example([[None, "2000", "0"], [None, "DAET", "EVET", "END"]])  # read as headings of another table
def test_every_row_is_accounted_for_with_every_cell(rows: list[list[Value]]) -> None:
    sheet = make(HEAD, *rows)
    layout = READER.recognise(sheet, SETTINGS)
    if layout is None:
        return
    told: dict[int, Entry | NotEvent] = {}
    for one in READER.read(sheet, layout, SETTINGS):
        if isinstance(one, Problem):  # stands beside a row, never instead of it
            assert one.origin.row in told
            continue
        if isinstance(one, Term):  # a row of a key is no event, and explains a word besides
            continue
        assert one.origin.row not in told
        told[one.origin.row] = one
    for number, row in enumerate(sheet.rows, start=1):
        texts = [show_value(cell) for cell in row if show_value(cell)]
        assert bool(texts) == (number in told)
        if not texts:
            continue
        entry = told[number]
        kept = (
            entry.text
            if isinstance(entry, NotEvent)
            else "\n".join(show_value(v) for v in (*entry.cells.values(), *entry.other.values()))
        )
        for text in texts:
            assert text in kept


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2019, 3, 2), "02/03/2019"),
        (datetime(2019, 3, 2), "02/03/2019"),
        (datetime(2019, 3, 2, 14, 5), "02/03/2019 14:05"),
        (time(9, 5), "09:05"),
        (" a ", "a"),
        (None, ""),
        (3, "3"),
    ],
)
def test_how_a_cell_is_shown(value: Value, text: str) -> None:
    assert show_value(value) == text


def test_a_sheet_without_a_title_is_of_the_agency_of_its_workbook() -> None:
    titled = make(("Willow Primary School",), HEAD, ROW)

    def agencies(*sheets: Sheet) -> list[str]:
        readings = read_sheets(sheets, [READER], SETTINGS, "")
        return [source.agency for reading in readings for source in reading.sources]

    assert agencies(titled, replace(make(HEAD, ROW), name="Wren")) == ["Willow Primary School"] * 2
    assert agencies(titled, replace(make(HEAD, ROW), name="Police")) == [
        "Willow Primary School",
        "",
    ]
    other = make(
        ("Report", "When", "Hour", "Place"), ("Visit made home", "1/2/2019", "9:30", "Hall")
    )
    assert agencies(titled, other) == ["Willow Primary School", ""]
    second = make(("Northshire Police",), HEAD, ROW)
    assert agencies(titled, second, make(HEAD, ROW))[2] == ""


def test_sheets_named_after_several_agencies_are_each_of_its_own() -> None:
    def agencies(*names: str) -> list[str]:
        sheets = [replace(make(HEAD, ROW), name=name) for name in names]
        readings = read_sheets(sheets, [READER], SETTINGS, "")
        return [source.agency for reading in readings for source in reading.sources]

    assert agencies("Police", "Housing", "Sheet3") == ["Police", "Housing", ""]
    assert agencies("Ward", "Maternity", "A&E") == ["", "", ""]
    assert agencies("School", "Robin") == ["", ""]
