"""Rows that tell several events in one cell."""

from collections.abc import Sequence
from datetime import date

import pytest

from chronolator.model import Entry, Field, Mark, MarkKind, Problem, Sheet, Value
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings
from chronolator.testing import check_rows

SETTINGS = Settings(load_headings(), load_agencies(), load_dates())
READER = LayoutReader()
HEAD: tuple[Value, ...] = ("Date", "Time", "Event", "Author", "Child seen?")


def read(*row: Value, marks: tuple[Mark, ...] = ()) -> tuple[list[Entry], list[Problem]]:
    rows: list[Sequence[Value]] = [HEAD, ("01/02/2019", None, "Call", "J Hale", None), row]
    sheet = Sheet("f.xlsx", "S", rows, marks=marks)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = list(READER.read(sheet, layout, SETTINGS))
    check_rows(sheet, told, layout.columns)
    entries = [one for one in told if isinstance(one, Entry) and one.origin.row == 3]
    return entries, [one for one in told if isinstance(one, Problem)]


def show(entries: list[Entry]) -> list[tuple[Value, Value]]:
    return [(one.cells.get(Field.DATE), one.cells[Field.TEXT]) for one in entries]


@pytest.mark.parametrize(
    "text",
    [
        "12/03/2019: Visit made\n14/03/2019: Mother rang",
        "12/03/2019 - Visit made\n14/03/2019 - Mother rang",
        "\u2022 12/03/2019 Visit made\r\n\u2022 14/03/2019 Mother rang",
        "1) 12/03/2019 Visit made\n\n2) 14/03/2019 Mother rang",
        "12/03/2019\nVisit made\n14/03/2019\nMother rang",
    ],
)
def test_lines_with_dates_of_their_own_are_events(text: str) -> None:
    entries, problems = read(None, None, text, "J Hale")
    assert show(entries) == [("12/03/2019", "Visit made"), ("14/03/2019", "Mother rang")]
    assert [one.origin.part for one in entries] == [1, 2]
    assert all(one.cells[Field.AUTHOR] == "J Hale" for one in entries)
    assert all("one of 2 events told in one row" in one.marks for one in entries)
    assert problems == []


def test_undated_lines_belong_to_the_line_above_and_the_beginning_to_the_rows_date() -> None:
    text = "Core group met\n12/03/2019: Visit made\nNobody in\n14/03/2019: Mother rang"
    entries, _ = read("11/03/2019", "10:00", text)
    assert show(entries) == [
        ("11/03/2019", "Core group met"),
        ("12/03/2019", "Visit made\nNobody in"),
        ("14/03/2019", "Mother rang"),
    ]
    assert [one.cells.get(Field.TIME) for one in entries] == ["10:00", None, None]


def test_the_beginning_of_a_row_without_a_date_goes_with_each() -> None:
    entries, _ = read(None, None, "Contacts:\n12/03/2019: Visit made\n14/03/2019: Mother rang")
    assert [one.cells[Field.DATE] for one in entries] == ["12/03/2019", "14/03/2019"]
    assert all(one.other["Before the dates in “Event”"] == "Contacts:" for one in entries)


def test_the_rows_own_date_is_kept() -> None:
    text = "12/03/2019: Visit made\n14/03/2019: Mother rang"
    entries, _ = read("March 2019", "pm", text)
    assert all(one.other == {"Date": "March 2019", "Time": "pm"} for one in entries)
    entries, _ = read(date(2019, 3, 12), None, text)
    assert entries[0].other == {}
    assert entries[1].other == {"Date": "12/03/2019"} or entries[1].other == {}


def test_a_time_in_the_line_goes_with_its_date() -> None:
    entries, _ = read(None, None, "12/03/2019 14:30 - Visit made\n14/03/2019 9am - Mother rang")
    assert [one.cells[Field.DATE] for one in entries] == ["12/03/2019 14:30", "14/03/2019 9am"]


def test_a_day_without_its_year_among_whole_ones_is_an_event() -> None:
    text = "12/03/2019 - Visit made\n14/03 - Mother rang\n16/03/2019 - Seen"
    assert [one.cells[Field.DATE] for one in read(None, None, text)[0]] == [
        "12/03/2019",
        "14/03",
        "16/03/2019",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Visit made.\nSeen on 12/03/2019 and again on 14/03/2019.",
        "12/03/2019: Visit made\nNobody in",
        "Dates of birth:\n03/11/2015 Robin\n04/05/2017 Wren",
        "DOB 03/11/2015\nDOB 04/05/2017",
        "Robin 03/11/2015\nWren 04/05/2017",
        "The following visits were planned:\n12/03/2019 home\n14/03/2019 school",
        "Seen on:\n12/03/2019\n14/03/2019",
        "14/3 - Visit made\n16/3 - Mother rang",
        "March 2019 - moved\nApril 2019 - moved back",
        "2 visits\n3 calls",
    ],
)
def test_texts_that_tell_one_event(text: str) -> None:
    entries, _ = read("01/04/2019", None, text)
    assert show(entries) == [("01/04/2019", text)]


@pytest.mark.parametrize(
    "text",
    ["Visit made\nMother rang", "Visit made\n\nMother rang", "\nVisit made\n\n\nMother rang\n"],
)
def test_a_cell_of_dates_beside_as_many_lines(text: str) -> None:
    entries, _ = read("12/03/2019\n14/03/2019", "10:00\n11:30", text)
    assert show(entries) == [("12/03/2019", "Visit made"), ("14/03/2019", "Mother rang")]
    assert [one.cells[Field.TIME] for one in entries] == ["10:00", "11:30"]
    assert all(one.other == {} for one in entries)


@pytest.mark.parametrize(
    ("dates", "text"),
    [
        ("12/03/2019\n14/03/2019", "Visit made"),
        ("12/03/2019\n14/03/2019", "Visit made\nMother rang\nLetter"),
        ("12/03/2019 -\n14/03/2019", "Stay in hospital\nDischarged"),
        ("12/03/2019\nto 14/03/2019", "Stay in hospital\nDischarged"),
        ("12/03/2019\n(recorded later)", "Visit made\nMother rang"),
    ],
)
def test_a_cell_of_dates_that_does_not_match_its_lines(dates: str, text: str) -> None:
    assert len(read(dates, None, text)[0]) == 1


def test_an_answer_that_does_not_say_which_event_it_means_answers_for_none() -> None:
    text = "12/03/2019: Visit made\n14/03/2019: Mother rang\n15/03/2019: Father rang"
    entries, problems = read(None, None, text, None, "Yes")
    assert len(entries) == 3
    assert all(Field.CHILD_SEEN not in one.cells for one in entries)
    assert all(one.other["Child seen?"] == "Yes" for one in entries)
    (problem,) = problems
    assert "3 events" in problem.message
    assert "“Child seen?”" in problem.message


def test_words_struck_out_stay_with_their_event() -> None:
    text = "12/03/2019: Visit made\n14/03/2019: Mother rang"
    marks = (Mark(MarkKind.WITHDRAWN, 3, 3, "Mother rang"),)
    entries, _ = read(None, None, text, marks=marks)
    assert [one.withdrawn for one in entries] == [{}, {Field.TEXT: ("Mother rang",)}]
