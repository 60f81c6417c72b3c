"""What the marks of a sheet add to its rows."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from chronolator.model import (
    Entry,
    Field,
    Mark,
    MarkKind,
    NotEvent,
    Problem,
    ProblemKind,
    Sheet,
    Value,
)
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings
from chronolator.testing import check_rows

SETTINGS = Settings(load_headings(), load_agencies(), load_dates())
READER = LayoutReader()
HEAD: tuple[Value, ...] = ("Date", "Time", "Details", "Comments", "Ref", "Zebra")
ROW: tuple[Value, ...] = ("12/03/2019", "10:00", "Child seen at home", "noted", 12, "z")
Told = tuple[list[Entry], list[NotEvent], list[Problem]]


def read(*marks: Mark, row: Sequence[Value] = ROW, more: Sequence[Sequence[Value]] = ()) -> Told:
    sheet = Sheet("f.xlsx", "S", (HEAD, row, *more), marks=marks)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = list(READER.read(sheet, layout, SETTINGS))
    check_rows(sheet, told, layout.columns)
    return (
        [one for one in told if isinstance(one, Entry)],
        [one for one in told if isinstance(one, NotEvent)],
        [one for one in told if isinstance(one, Problem)],
    )


def strike(column: int, words: str) -> Mark:
    return Mark(MarkKind.WITHDRAWN, 2, column, words)


def strike_all(row: Sequence[Value] = ROW) -> list[Mark]:
    return [strike(place, str(value)) for place, value in enumerate(row, start=1) if value]


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark(MarkKind.HIDDEN, 2), ("hidden row",)),
        (Mark(MarkKind.HIDDEN, 0, 4), ("hidden column “Comments”",)),
        (Mark(MarkKind.HIDDEN), ("hidden sheet",)),
        (Mark(MarkKind.HIDDEN, 2, 3, "at home"), ("hidden words in “Details”: “at home”",)),
        (Mark(MarkKind.HIDDEN, 1), ()),
        (Mark(MarkKind.HIDDEN, 0, 9), ()),
    ],
)
def test_what_is_hidden_is_read_and_says_so(mark: Mark, words: tuple[str, ...]) -> None:
    (entry,), _, problems = read(mark)
    assert entry.marks == words
    assert entry.cells[Field.COMMENT] == "noted"
    assert problems == []


def test_a_hidden_column_says_nothing_of_a_row_without_a_cell_in_it() -> None:
    row = ("12/03/2019", "10:00", "Child seen at home", None, 12)
    assert read(Mark(MarkKind.HIDDEN, 0, 4), row=row)[0][0].marks == ()


def test_words_struck_out_are_kept_and_said() -> None:
    (entry,), _, _ = read(strike(3, "at home"), strike(6, "z"))
    assert entry.cells[Field.TEXT] == "Child seen at home"
    assert entry.withdrawn == {Field.TEXT: ("at home",)}
    assert entry.marks == (
        "words struck out in “Details”: “at home”",
        "words struck out in “Zebra”: “z”",
    )


def test_a_row_struck_out_whole_is_withdrawn_with_its_date() -> None:
    (entry,), _, _ = read(*strike_all())
    assert entry.marks == ("withdrawn",)
    assert entry.cells[Field.DATE] == "12/03/2019"
    assert entry.withdrawn[Field.TEXT] == ("Child seen at home",)


def test_a_row_is_withdrawn_though_its_date_and_number_are_not_struck_out() -> None:
    (entry,), _, _ = read(strike(3, "Child seen at home"), strike(4, "noted"), strike(6, "z"))
    assert entry.marks[0] == "withdrawn"


@pytest.mark.parametrize(
    "marks",
    [
        [strike(3, "Child seen at home")],  # the comment stands
        [strike(1, "12/03/2019"), strike(5, "12")],
        [strike(3, "Child seen")],
    ],
)
def test_rows_of_which_something_stands_are_not_withdrawn(marks: list[Mark]) -> None:
    assert "withdrawn" not in read(*marks)[0][0].marks


def test_a_date_struck_out_is_no_part_of_the_date() -> None:
    row = ("12/05/2019 13/05/2019", *ROW[1:])
    (entry,), _, _ = read(strike(1, "12/05/2019"), row=row)
    assert entry.cells[Field.DATE] == "13/05/2019"
    assert entry.withdrawn == {Field.DATE: ("12/05/2019",)}
    assert entry.other["Date (with the words struck out)"] == "12/05/2019 13/05/2019"


def test_a_date_struck_out_whole_leaves_the_row_undated() -> None:
    row = (date(2019, 5, 12), *ROW[1:])
    (entry,), _, _ = read(strike(1, "12/05/2019"), row=row)
    assert Field.DATE not in entry.cells
    assert entry.other["Date (with the words struck out)"] == "12/05/2019"


def test_comments_and_links_go_with_their_row() -> None:
    (entry,), _, problems = read(
        Mark(MarkKind.COMMENT, 2, 3, "J Hale: which home?"),
        Mark(MarkKind.COMMENT, 2, 3, "K Moor: his own"),
        Mark(MarkKind.COMMENT, 2, 8, "J Hale: stray"),
        Mark(MarkKind.LINK, 2, 3, "https://records.example/1"),
    )
    assert entry.other["Comment on “Details”"] == "J Hale: which home?\nK Moor: his own"
    assert entry.other["Comment on “Column H”"] == "J Hale: stray"
    assert entry.other["Link in “Details”"] == "https://records.example/1"
    assert problems == []


def test_a_comment_on_a_heading_is_kept_and_pointed_to() -> None:
    _, not_events, problems = read(Mark(MarkKind.COMMENT, 1, 4, "J Hale: only from 2018"))
    assert "Comment on “Comments”: J Hale: only from 2018" in not_events[0].text
    assert [one.kind for one in problems] == [ProblemKind.READING_UNCERTAIN]
    assert problems[0].origin.row == 1


@pytest.mark.parametrize("row", [3, 7])
def test_a_comment_where_nothing_stands_is_a_problem_that_holds_it(row: int) -> None:
    _, _, problems = read(Mark(MarkKind.COMMENT, row, 1, "J Hale: more to come"), more=[(), ROW])
    (problem,) = problems
    assert "J Hale: more to come" in problem.message
    assert problem.origin.row == row


@pytest.mark.parametrize(
    ("kind", "text", "heading"),
    [
        (MarkKind.NO_RESULT, "=CONCAT(A1)", "Formula without a result in “Comments”"),
        (MarkKind.ERROR, "#REF!", "Error in “Comments”"),
    ],
)
def test_a_value_that_the_file_does_not_hold(kind: MarkKind, text: str, heading: str) -> None:
    row = ("12/03/2019", "10:00", "Child seen at home", None, 12, "z")
    (entry,), _, problems = read(Mark(kind, 2, 4, text), row=row)
    assert entry.other[heading] == text
    assert [one.kind for one in problems] == [ProblemKind.CELL]
    assert "“Comments”" in problems[0].message


@pytest.mark.parametrize(
    ("value", "shown", "read_as"),
    [
        (date(2019, 5, 1), "May 2019", "May 2019"),
        (datetime(2019, 5, 1), "May-19", "May-19"),
        (date(2019, 5, 15), "May 2019", date(2019, 5, 15)),
        (date(2019, 5, 1), "01-May", date(2019, 5, 1)),
        (43586, "43,586.00", 43586),
    ],
)
def test_a_first_of_a_month_that_shows_its_month_alone_is_the_month(
    value: Value, shown: str, read_as: Value
) -> None:
    (entry,), _, _ = read(Mark(MarkKind.SHOWN, 2, 1, shown), row=(value, *ROW[1:]))
    assert entry.cells[Field.DATE] == read_as
    (mark,) = entry.marks
    assert f"“Date” shows “{shown}”" in mark


def test_a_picture_in_a_cell_is_pointed_to() -> None:
    (entry,), _, (problem,) = read(Mark(MarkKind.PICTURE, 2, 3, "picture"))
    assert entry.cells[Field.TEXT] == "Child seen at home"
    assert problem.kind is ProblemKind.CELL
    assert "“Details”" in problem.message


def test_what_shows_as_it_is_says_nothing() -> None:
    (entry,), _, _ = read(Mark(MarkKind.SHOWN, 2, 1, "12/03/2019"))
    assert entry.marks == ()


@pytest.mark.parametrize(
    ("value", "shown", "read_as"),
    [(1, "Yes", "Yes"), (0, "No", "No"), (1, "", 1), (7.25, "7.3", 7.25), ("1", "Yes", "1")],
)
def test_a_number_that_shows_as_a_word_is_the_word(
    value: Value, shown: str, read_as: Value
) -> None:
    mark = Mark(MarkKind.SHOWN, 2, 4, shown)
    (entry,), _, _ = read(mark, row=(*ROW[:3], value))
    assert entry.cells[Field.COMMENT] == read_as
    assert entry.marks == (f"“Comments” shows “{shown}” for {value}",)
