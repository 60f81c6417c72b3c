"""What the colours of rows say."""

from collections.abc import Sequence

import pytest

from chronolator.model import Entry, Mark, MarkKind, NotEvent, Problem, Sheet, Value
from chronolator.readers.layouts.fills import COLOUR, RATING, find_legend, name_colour
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.readers.sheet import read_sheets
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings

SETTINGS = Settings(load_headings(), load_agencies(), load_dates())
READER = LayoutReader()
HEAD: tuple[Value, ...] = ("Date", "Event", "RAG")
RED, AMBER, GREEN, BLUE = "FF0000", "FFC000", "92D050", "DDEBF7"
Told = tuple[list[str], list[str], list[Problem], list[NotEvent]]


def fill(row: int, colour: str, *columns: int) -> list[Mark]:
    return [Mark(MarkKind.FILL, row, column, colour) for column in columns or (1, 2)]


def read(marks: Sequence[Mark], below: Sequence[Sequence[Value]] = (), count: int = 6) -> Told:
    rows: list[Sequence[Value]] = [HEAD]
    rows += [(f"{day}/03/2019", f"Visit number {day} made") for day in range(1, count + 1)]
    sheet = Sheet("f.xlsx", "S", [*rows, *below], marks=tuple(marks))
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = list(READER.read(sheet, layout, SETTINGS))
    entries = [one for one in told if isinstance(one, Entry)]
    return (
        [one.other.get(RATING, "") for one in entries],
        [one.other.get(COLOUR, "") for one in entries],
        [one for one in told if isinstance(one, Problem)],
        [one for one in told if isinstance(one, NotEvent)],
    )


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("FF0000", "red"),
        ("C00000", "red"),
        ("FFC7CE", "red"),
        ("FFC000", "orange"),
        ("ED7D31", "orange"),
        ("FFFF00", "yellow"),
        ("92D050", "green"),
        ("00B050", "green"),
        ("C6EFCE", "green"),
        ("00B0F0", "blue"),
        ("DDEBF7", "blue"),
        ("7030A0", "purple"),
        ("FF99CC", "pink"),
        ("BFBFBF", "grey"),
        ("FFFFFF", "white"),
        ("000000", "black"),
    ],
)
def test_the_plain_name_of_a_colour(colour: str, name: str) -> None:
    assert name_colour(colour) == name


def test_a_legend_below_explains_the_rows() -> None:
    marks = [*fill(3, RED), *fill(5, GREEN, 2), *fill(10, RED, 1), *fill(11, GREEN, 1)]
    below = [(), ("Key to colours",), (" ", "High risk"), (None, "Green: low risk")]
    ratings, colours, problems, _ = read(marks, below)
    assert ratings == ["", "Red: High risk", "", "Green: low risk", "", ""]
    assert not any(colours)
    assert problems == []


def test_a_row_that_is_filled_as_a_whole() -> None:
    marks = [*fill(3, RED), Mark(MarkKind.FILL, 5, 0, GREEN)]
    assert read(marks)[1] == ["", "red", "", "green", "", ""]


def test_a_legend_beside_the_table() -> None:
    marks = [*fill(3, RED), *fill(2, RED, 6), *fill(4, AMBER, 6), *fill(8, GREEN, 6)]
    rows = [[f"{day}/03/2019", f"Visit number {day} made"] for day in range(1, 7)]
    rows[0] += [None, None, None, "High"]  # type: ignore[list-item]
    rows[2] += [None, None, None, "Medium"]  # type: ignore[list-item]
    sheet = Sheet(
        "f.xlsx", "S", [HEAD, *rows, [None, None, None, None, None, "Low"]], marks=tuple(marks)
    )
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = list(READER.read(sheet, layout, SETTINGS))
    entries = [one for one in told if isinstance(one, Entry)]
    assert [one.other.get(RATING, "") for one in entries] == ["", "Red: High", *[""] * 4]
    assert [one.reason for one in told if isinstance(one, NotEvent)] == [
        "heading",
        "key to the table",
    ]


def test_colours_that_no_legend_explains_are_named_with_one_problem() -> None:
    marks = [*fill(3, RED), *fill(4, RED), *fill(6, AMBER, 3)]
    ratings, colours, problems, _ = read(marks)
    assert not any(ratings)
    assert colours == ["", "red", "red", "", "orange", ""]
    assert len(problems) == 1
    assert "no legend" in problems[0].message


@pytest.mark.parametrize(
    "marks",
    [
        [mark for row in range(1, 8) for mark in fill(row, BLUE)],
        [mark for row in (1,) for mark in fill(row, BLUE)],
        [mark for row in (3, 5, 7) for mark in fill(row, BLUE)],
        [mark for row in range(2, 8) for mark in fill(row, BLUE, 1)],
        [mark for row in (3, 4) for mark in fill(row, "FFFFFF")],
    ],
)
def test_headings_shades_of_all_rows_and_rows_that_take_turns_say_nothing(
    marks: list[Mark],
) -> None:
    ratings, colours, problems, _ = read(marks)
    assert not any(ratings)
    assert not any(colours)
    assert problems == []


def test_shades_that_change_with_the_day_say_nothing() -> None:
    days = ["1/3/2019", "1/3/2019", "2/3/2019", "3/3/2019", "3/3/2019", "4/3/2019"]
    rows: list[Sequence[Value]] = [HEAD, *((day, "Visit made to them") for day in days)]
    marks = [mark for row in (2, 3, 5, 6) for mark in fill(row, BLUE)]
    sheet = Sheet("f.xlsx", "S", rows, marks=tuple(marks))
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = list(READER.read(sheet, layout, SETTINGS))
    assert not any(isinstance(one, Problem) for one in told)


def test_a_legend_on_a_sheet_of_its_own() -> None:
    marks = (*fill(1, RED, 1), *fill(2, GREEN, 1))
    key = Sheet("f.xlsx", "Key", [["High risk"], [None, "Low risk"]], marks=marks)
    assert find_legend([key], SETTINGS.headings) == {RED: "High risk", GREEN: "Low risk"}
    rows = [HEAD, *((f"{day}/03/2019", f"Visit number {day} made") for day in range(1, 5))]
    table = Sheet("f.xlsx", "S", rows, marks=tuple(fill(3, GREEN)))
    readings = read_sheets([table, key], [READER], SETTINGS, "")
    ratings = [one.other.get(RATING, "") for one in readings[0].entries]
    assert ratings == ["", "Green: Low risk", "", ""]


def test_a_legend_above_the_first_table_holds_for_the_sheets_that_follow() -> None:
    rows = [HEAD, *((f"{day}/03/2019", f"Visit number {day} made") for day in range(1, 5))]
    key: list[Sequence[Value]] = [["Key:", "High risk", "Some risk", "Low risk"], *rows]
    marks = (*fill(1, RED, 2), *fill(1, AMBER, 3), *fill(1, GREEN, 4), *fill(4, RED))
    first = Sheet("f.xlsx", "2018", key, marks=marks)
    second = Sheet("f.xlsx", "2019", rows, marks=tuple(fill(3, GREEN)))
    readings = read_sheets([first, second], [READER], SETTINGS, "")
    ratings = [[one.other.get(RATING, "") for one in reading.entries] for reading in readings]
    assert ratings == [["", "Red: High risk", "", ""], ["", "Green: Low risk", "", ""]]
    assert not any(reading.problems for reading in readings)


def test_the_key_below_one_table_explains_the_colours_of_the_one_before() -> None:
    rows = [HEAD, *((f"{day}/03/2019", f"Visit number {day} made") for day in range(1, 5))]
    first = Sheet("f.docx", "table 1", rows, marks=tuple(fill(3, GREEN)))
    more = [*rows, [], ["Key to colours"], [" ", "High risk"], [" ", "Low risk"]]
    marks = (*fill(8, RED, 1), *fill(9, GREEN, 1))
    second = Sheet("f.docx", "table 2", more, marks=marks)
    readings = read_sheets([first, second], [READER], SETTINGS, "")
    ratings = [one.other.get(RATING, "") for one in readings[0].entries]
    assert ratings == ["", "Green: Low risk", "", ""]


@pytest.mark.parametrize(
    ("marks", "rows"),
    [
        (fill(1, RED, 1), [["High", "x"], ["Low", "y"]]),
        ([*fill(1, RED, 1, 2), *fill(2, GREEN, 1)], [["High", "x"], ["Low", "y"]]),
        ([], [["High", "x"], ["Low", "y"]]),
        ([*fill(1, RED, 2), *fill(2, GREEN, 2)], [["1/2/2019", "High"], ["2/2/2019", "Low"]]),
        ([*fill(1, RED, 1), *fill(2, GREEN, 1)], [["High", "x", "y", "z"], ["Low"]]),
    ],
)
def test_a_sheet_with_colours_is_not_always_a_legend(
    marks: list[Mark], rows: list[Sequence[Value]]
) -> None:
    sheet = Sheet("f.xlsx", "S", rows, marks=tuple(marks))
    assert find_legend([sheet], SETTINGS.headings) == {}
