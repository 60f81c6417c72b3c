from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Entry, Field, Mark, MarkKind, ProblemKind, Reading, Sheet
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.sheet import read_sheets
from chronolator.testing import make_settings

SETTINGS = make_settings()
TABLE = Sheet("f.docx", "table 1", [["Date", "Event"], ["01/02/2019", "Home visit by the worker"]])


def prose(*paragraphs: str, marks: Sequence[Mark] = ()) -> Sheet:
    """The text of a document; an empty paragraph stands for a blank row."""
    rows = [[one] if one else [] for one in paragraphs]
    return Sheet("f.docx", "text", rows, marks=tuple(marks), prose=True)


def read(*sheets: Sheet) -> Reading:
    return read_sheets(sheets, [LayoutReader()], SETTINGS, "")[-1]


def show(entry: Entry) -> tuple[int, str, str]:
    return (entry.origin.row, str(entry.cells[Field.DATE]), str(entry.cells.get(Field.TEXT, "")))


def reasons(reading: Reading) -> dict[int, str]:
    return {one.origin.row: one.reason for one in reading.not_events}


@pytest.mark.parametrize(
    ("paragraphs", "entries", "others"),
    [
        (
            ["01/02/2019 - Home visit.", "3 March 2019: seen at nursery."],
            [(1, "01/02/2019", "Home visit."), (2, "3 March 2019", "seen at nursery.")],
            {},
        ),
        (
            ["Chronology", "01/02/2019 14:30 Home visit.", "He was well.", "02/02/2019 Call."],
            [(2, "01/02/2019 14:30", "Home visit.\nHe was well."), (4, "02/02/2019", "Call.")],
            {1: "title", 3: "part of the entry in row 2"},
        ),
        (
            ["01/02/2019", "Home visit.", "02/02/2019", "Call.", "No reply."],
            [(1, "01/02/2019", "Home visit."), (3, "02/02/2019", "Call.\nNo reply.")],
            {
                2: "part of the entry in row 1",
                4: "part of the entry in row 3",
                5: "part of the entry in row 3",
            },
        ),
        (
            ["01/02/2019 Visit.", "02/02/2019 Call.", "Prepared by the author."],
            [(1, "01/02/2019", "Visit."), (2, "02/02/2019", "Call.")],
            {3: "text outside the entries"},
        ),
        (
            ["01/02/2019 Visit.", "More.", "", "Analysis", "Well done.", "02/02/2019 Call."],
            [(1, "01/02/2019", "Visit.\nMore."), (6, "02/02/2019", "Call.")],
            {
                2: "part of the entry in row 1",
                4: "text outside the entries",
                5: "text outside the entries",
            },
        ),
        (
            ["\u2022 01/02/2019 Visit.", "\u2022 02/02/2019 Call."],
            [(1, "01/02/2019", "Visit."), (2, "02/02/2019", "Call.")],
            {},
        ),
    ],
)
def test_paragraphs_that_begin_with_a_date_are_entries_where_no_table_is(
    paragraphs: list[str], entries: list[tuple[int, str, str]], others: dict[int, str]
) -> None:
    reading = read(prose(*paragraphs))
    assert [show(one) for one in reading.entries] == entries
    assert reasons(reading) == others
    (doubt,) = reading.problems
    assert doubt.kind is ProblemKind.READING_UNCERTAIN
    assert "begin with a date" in doubt.message
    assert reading.sources[0].reader == "prose"


def test_the_titles_name_the_agency_and_a_period_holds_below() -> None:
    reading = read(
        prose("Agency: Eastvale Housing", "2019", "01/02/2019 Visit.", "2020", "02/02/2020 Call.")
    )
    assert reading.sources[0].agency == "Eastvale Housing"
    assert [one.period for one in reading.entries] == ["2019", "2020"]
    assert reasons(reading) == {1: "title", 2: "banner", 4: "banner"}


def test_a_date_in_words_round_a_day_or_of_a_month_begins_an_entry_too() -> None:
    reading = read(
        prose(
            "Between 01/02/2019 and 09/02/2019 three visits, no access.",
            "Early March 2019: call from the school.",
            "w/c 11/03/2019 review offered.",
            "In 2019 the service moved to new rooms.",
        )
    )
    assert [show(one) for one in reading.entries] == [
        (1, "Between 01/02/2019 and 09/02/2019", "three visits, no access."),
        (2, "Early March 2019", "call from the school."),
        (3, "w/c 11/03/2019", "review offered."),
    ]


def test_a_day_without_its_year_begins_an_entry_below_a_year() -> None:
    reading = read(prose("2019", "6 June - weighed in clinic.", "9 June: not at home.", "Signed"))
    assert [show(one) for one in reading.entries] == [
        (2, "6 June", "weighed in clinic."),
        (3, "9 June", "not at home."),
    ]
    assert [one.period for one in reading.entries] == ["2019", "2019"]
    assert read(prose("6 June - weighed.", "9 June: not at home.")).entries == ()


def test_the_number_before_a_date_is_its_reference() -> None:
    reading = read(prose("1. 01/02/2019 Visit.", "2. 02/02/2019 Call."))
    assert [one.cells[Field.REFERENCE] for one in reading.entries] == ["1.", "2."]


def test_several_events_in_one_paragraph() -> None:
    reading = read(prose("01/02/2019 Visit.\n02/02/2019 Call.", "03/02/2019 Letter."))
    assert [show(one)[1:] for one in reading.entries] == [
        ("01/02/2019", "Visit."),
        ("02/02/2019", "Call."),
        ("03/02/2019", "Letter."),
    ]


def test_marks_stand_at_the_entry_to_which_their_paragraph_belongs() -> None:
    marks = [
        Mark(MarkKind.WITHDRAWN, 1, 1, "01/02/2019 Visit."),
        Mark(MarkKind.WITHDRAWN, 3, 1, "not"),
        Mark(MarkKind.COMMENT, 3, 1, "A: sure?"),
    ]
    first, second = read(
        prose("01/02/2019 Visit.", "02/02/2019 Call.", "Seen, not heard.", "3/2/2019", marks=marks)
    ).entries[:2]
    assert first.withdrawn == {Field.DATE: ("01/02/2019",), Field.TEXT: ("Visit.",)}
    assert "withdrawn" in first.marks
    assert second.withdrawn == {Field.TEXT: ("not",)}
    assert "A: sure?" in second.other.values()


@pytest.mark.parametrize(
    "paragraphs", [["Some words."], ["01/02/2019 Visit.", "Words."], ["2019", "May 2019"]]
)
def test_text_alone_is_named_as_not_read(paragraphs: list[str]) -> None:
    reading = read(prose(*paragraphs))
    assert reading.entries == ()
    assert [one.origin.row for one in reading.not_events] == list(range(1, len(paragraphs) + 1))
    assert [one.kind for one in reading.problems] == [ProblemKind.SHEET_NOT_READ]


def test_text_beside_a_table_of_events_is_no_event() -> None:
    reading = read(TABLE, prose("Police", "12 March 2021", "Page 1"))
    assert set(reasons(reading).values()) == {"text outside the tables"}
    assert reading.problems == ()


def test_dated_text_beside_a_table_of_events_is_told_in_one_problem() -> None:
    dated = [f"{day:02}/02/2019 Something happened." for day in range(1, 6)]
    reading = read(TABLE, prose("Police", *dated))
    assert reading.entries == ()
    assert len(reading.not_events) == 6
    (problem,) = reading.problems
    assert problem.kind is ProblemKind.READING_UNCERTAIN
    assert "row 2, 3, 4 and 2 more" in problem.message


@pytest.mark.parametrize(
    ("kind", "remedy"),
    [
        ("picture", "Ask the agency"),
        ("embedded file", "save it by itself"),
        ("inserted file", "save it anew"),
    ],
)
def test_what_is_no_text_is_named_with_what_to_do(kind: str, remedy: str) -> None:
    marks = [Mark(MarkKind.PICTURE, 1, 1, kind)]
    (problem,) = read(prose(f"[{kind}]", marks=marks)).problems
    assert problem.kind is ProblemKind.SHEET_NOT_READ
    assert remedy in problem.hint


def test_a_file_inside_the_document_is_told_and_a_picture_beside_a_table_is_not() -> None:
    marks = [Mark(MarkKind.PICTURE, 1, 1, "picture"), Mark(MarkKind.PICTURE, 2, 1, "embedded file")]
    (problem,) = read(TABLE, prose("[picture]", "[embedded file]", marks=marks)).problems
    assert "(row 2)" in problem.message
    assert problem.origin.row == 2


@given(
    st.lists(
        st.sampled_from(["01/02/2019 Visit.", "02/02/2019", "2019", "Words", "", "1/2/19\n2/2/19"]),
        max_size=9,
    ),
    st.booleans(),
)
def test_every_paragraph_is_accounted_for(paragraphs: list[str], beside_table: bool) -> None:  # noqa: FBT001  hypothesis hands it by name
    sheets = [TABLE] if beside_table else []
    reading = read(*sheets, prose(*paragraphs))
    filled = {row for row, text in enumerate(paragraphs, start=1) if text}
    told = {one.origin.row for one in reading.entries} | set(reasons(reading))
    assert told == filled
    assert not any("says nothing of this row" in one.reason for one in reading.not_events)
    kept = "\n".join(
        [str(value) for one in reading.entries for value in one.cells.values()]
        + [one.text for one in reading.not_events]
    )
    for word in " ".join(paragraphs).split():
        assert word in kept


@pytest.mark.parametrize(
    "before",
    [
        Sheet(
            "f.docx", "table 1", [["Name of agency", "Eastvale Housing"], ["Author", "A Reader"]]
        ),
        Sheet("f.docx", "table 1", [["Author", "A Reader"]], above=("Agency: Eastvale Housing",)),
    ],
)
def test_a_table_before_that_of_the_events_names_the_agency(before: Sheet) -> None:
    assert read(before, TABLE).sources[0].agency == "Eastvale Housing"
    assert read(TABLE, before, TABLE).sources[0].agency == "Eastvale Housing"
    assert read(TABLE, before).sources[0].agency == ""


def test_the_text_above_a_table_names_its_agency() -> None:
    table = replace(TABLE, above=("Chronology", "Agency: Eastvale Housing"))
    assert read(table).sources[0].agency == "Eastvale Housing"


def test_the_titles_of_a_document_hold_for_all_its_tables() -> None:
    first = replace(TABLE, above=("Agency: Eastvale Housing",))
    second = replace(TABLE, name="table 2", above=("Agency: Eastvale Police",))
    assert read(first, TABLE).sources[0].agency == "Eastvale Housing"
    assert read(first, second).sources[0].agency == "Eastvale Police"
    assert read(first, second, TABLE).sources[0].agency == ""
    assert read(replace(first, above=()), TABLE).sources[0].agency == ""
