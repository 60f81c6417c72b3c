"""Headings that stand in two rows or three."""

from collections.abc import Sequence

import pytest

from chronolator.model import Entry, Field, Layout, NotEvent, Sheet, Value
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.testing import make_settings

SETTINGS = make_settings()
READER = LayoutReader()
Merged = tuple[tuple[int, int, int, int], ...]
Rows = Sequence[Sequence[Value]]


def read(rows: Rows, merged: Merged = ()) -> tuple[Layout, list[Entry], dict[int, str]]:
    sheet = Sheet("f.xlsx", "S", rows, merged)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = list(READER.read(sheet, layout, SETTINGS))
    entries = [one for one in told if isinstance(one, Entry)]
    return layout, entries, {o.origin.row: o.reason for o in told if isinstance(o, NotEvent)}


THREE: Rows = (
    ("Northshire Police", None, None, None, None, None),
    ("When", None, "What happened", "The child", None, "Response"),
    ("Date", "Time", None, "Seen", None, None),
    (None, None, None, "Y/N", "Alone", None),
    ("12/03/2019", "10:15", "Visit made to the home", "Y", "N", "None needed"),
    ("14/03/2019", None, "Called the school", "N", None, "Letter sent"),
)


@pytest.mark.parametrize(
    "merged",
    [(), ((2, 1, 2, 2), (2, 3, 4, 3), (2, 4, 2, 5), (3, 4, 3, 5), (3, 1, 4, 1), (3, 2, 4, 2))],
)
def test_headings_in_three_rows(merged: Merged) -> None:
    layout, entries, not_events = read(THREE, merged)
    assert (layout.begins, layout.header_row) == (2, 4)
    assert not_events == {1: "title", 2: "heading", 3: "heading", 4: "heading"}
    assert entries[0].cells == {
        Field.DATE: "12/03/2019",
        Field.TIME: "10:15",
        Field.TEXT: "Visit made to the home",
        Field.CHILD_SEEN: "Y",
        Field.SEEN_ALONE: "N",
        Field.ACTION: "None needed",
    }


def test_each_childs_columns_below_a_group_keep_its_name() -> None:
    rows: Rows = (
        ("Date", "Event", "Children", None, None, None),
        (None, None, "Robin", None, "Wren", None),
        (None, None, "Seen", "Alone", "Seen", "Alone"),
        ("12/03/2019", "Visit made to the home", "Y", "N", "N", None),
    )
    merged = ((1, 3, 1, 6), (2, 3, 2, 4), (2, 5, 2, 6))
    layout, entries, _ = read(rows, merged)
    assert layout.header_row == 3
    assert entries[0].cells[Field.CHILD_SEEN] == "Robin Seen: Y\nWren Seen: N"
    assert entries[0].cells[Field.SEEN_ALONE] == "Robin Alone: N"


@pytest.mark.parametrize(
    ("upper", "lower", "merged", "told"),
    [
        (
            (None, None, "Robin", None),
            ("Date", "Event", "Seen", "Seen alone"),
            (1, 3, 1, 4),
            "Robin Seen: Y",
        ),
        (
            (None, None, "Child seen?", None),
            ("Date", "Event", "Robin", "Wren"),
            (1, 3, 1, 4),
            "Child seen? Robin: Y\nChild seen? Wren: N",
        ),
    ],
)
def test_a_lone_cell_merged_over_some_headings_groups_them(
    upper: Sequence[Value], lower: Sequence[Value], merged: tuple[int, int, int, int], told: str
) -> None:
    layout, entries, _ = read([upper, lower, ["12/03/2019", "Visit", "Y", "N"]], (merged,))
    assert (layout.begins, layout.header_row) == (1, 2)
    assert entries[0].cells[Field.CHILD_SEEN] == told


@pytest.mark.parametrize(
    ("title", "merged"),
    [
        (("Confidential", None, "Version 2", None), ()),
        (("Chronology of Robin Ashdown", None, None, None), ((1, 1, 1, 4),)),
        ((None, None, "Northshire Police", None), ((1, 3, 1, 5),)),
    ],
)
def test_a_title_over_headings_in_two_rows_is_none_of_them(
    title: Sequence[Value], merged: Merged
) -> None:
    rows: Rows = (
        title,
        ("Date", "Event", "Child", None, "Author"),
        (None, None, "Seen", "Alone", None),
        ("12/03/2019", "Visit made to the home", "Y", "N", "J Hill"),
    )
    layout, entries, not_events = read(rows, (*merged, (2, 3, 2, 4)))
    assert (layout.begins, layout.header_row, not_events[1]) == (2, 3, "title")
    assert list(layout.columns) == ["Date", "Event", "Seen", "Alone", "Author"]
    assert entries[0].cells[Field.CHILD_SEEN] == "Y"


def test_words_of_a_heading_one_below_the_other() -> None:
    rows: Rows = (
        ("Date of", "Agency", "Was the", "Action"),
        ("the", None, "child", None),
        ("incident", None, "seen?", "taken"),
        ("12/03/2019", "Police", "Y", "Home visit made by the officer"),
    )
    layout, entries, _ = read(rows)
    assert layout.header_row == 3
    assert entries[0].cells[Field.DATE] == "12/03/2019"
    assert entries[0].cells[Field.CHILD_SEEN] == "Y"


def test_what_stands_beside_a_group_is_not_of_it() -> None:
    rows: Rows = (
        ("Date", "Event", "Child", None, None),
        (None, None, "Seen", "Alone", "Zebra"),
        ("12/03/2019", "Visit made to the home", "Y", "N", "x"),
    )
    _, entries, _ = read(rows, ((1, 3, 1, 4),))
    assert entries[0].other == {"Zebra": "x"}


def test_below_long_terms_of_reference() -> None:
    terms: list[Sequence[Value]] = [
        (f"{number}. To examine how the agencies worked together in the period",)
        for number in range(1, 26)
    ]
    head: Rows = (("When", None, "Event"), ("From", "To", None))
    layout, entries, not_events = read([*terms, *head, ("12/03/2019", "14/03/2019", "A stay")])
    assert layout.header_row == 27
    assert not_events[25] == "title"
    assert entries[0].cells[Field.END_DATE] == "14/03/2019"


def test_headings_in_three_rows_are_known_again_on_the_next_page() -> None:
    rows: Rows = (*THREE[1:], *THREE[1:4], ("18/03/2019", None, "Visit", "Y", "Y", None))
    _, entries, not_events = read(rows)
    assert [one.origin.row for one in entries] == [4, 5, 9]
    assert [not_events[row] for row in (6, 7, 8)] == ["heading repeated"] * 3


def test_what_stands_over_the_headings_is_known_again_too() -> None:
    over: Rows = (
        ("For the agency", None, None, "For the panel"),
        ("Contact", None, None, "Practice"),
        ("Date", "Event", None, "Notes"),
    )
    rows: Rows = (
        *over,
        ("12/03/2019", "Visit made to the home", None, "None"),
        *over,
        ("14/03/2019", "Called the school", None, None),
    )
    _, entries, not_events = read(rows)
    assert [one.origin.row for one in entries] == [4, 8]
    assert [not_events[row] for row in (5, 6, 7)] == ["heading repeated"] * 3


@pytest.mark.parametrize(
    ("over", "from_", "to"),
    [
        ("Date", "from", "to"),
        ("Dates", "Start", "End"),
        ("Date of contact", "From", "Until"),
        ("Period", "from", "until"),
        ("Attendance", "in", "out"),
        ("Stay", "In", "Out"),
        ("Date", "first day", "last day"),
    ],
)
@pytest.mark.parametrize(
    ("first", "last"), [("17/5", "19/5"), ("17/05/2021", "19/05/2021"), ("17 May", "19 May")]
)
def test_a_date_in_two_columns_below_one_heading(
    over: str, from_: str, to: str, first: str, last: str
) -> None:
    rows: Rows = (
        (over, None, "Child seen", "Event", "Seen alone?"),
        (from_, to, None, None, None),
        ("03/05/2021", None, "Both", "Stay and play with the mother.", None),
        (first, last, "Robin", "Attended three mornings, well and happy.", "No"),
    )
    layout, entries, not_events = read(rows, ((1, 1, 1, 2),))
    assert (layout.begins, layout.header_row) == (1, 2)
    assert not_events == {1: "heading", 2: "heading"}
    assert entries[1].cells[Field.DATE] == first
    assert entries[1].cells[Field.END_DATE] == last
    assert not entries[1].other


def test_a_date_in_two_columns_keeps_the_heading_over_both() -> None:
    rows: Rows = (
        ("Date", None, "Event"),
        ("from", "to", None),
        ("03/05/2021", "04/05/2021", "Stay and play with the mother."),
    )
    layout, _, _ = read(rows, ((1, 1, 1, 2),))
    assert list(layout.columns) == ["Date from", "Date to", "Event"]


def test_times_in_and_out_are_no_days() -> None:
    rows: Rows = (
        ("Date", "Attendance", None, "Event"),
        (None, "in", "out", None),
        ("03/05/2021", "09:00", "15:15", "Stay and play with the mother."),
        ("04/05/2021", "09:10", "15:20", "Played outside with the others."),
    )
    _, entries, _ = read(rows, ((1, 2, 1, 3),))
    assert [one.cells[Field.DATE] for one in entries] == ["03/05/2021", "04/05/2021"]
    assert all(Field.END_DATE not in one.cells for one in entries)
    told = [*entries[0].other.values(), *entries[0].cells.values()]
    assert {"09:00", "15:15"} <= {part for one in told for part in str(one).split()}
