"""How problems are gathered."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Origin, Problem, ProblemKind
from chronolator.problems import group_problems, hide_words, tell_places

ASK = "Ask the agency."
NO_DATE = "The row has no date"


def make(
    file: str, row: int = 0, told: str = NO_DATE, kind: ProblemKind = ProblemKind.DATE
) -> Problem:
    return Problem(Origin(file, row=row), kind, told, ASK)


@pytest.mark.parametrize(
    ("origins", "told"),
    [
        ([Origin("a.csv", row=2)], "a.csv, row 2"),
        ([Origin("out.xlsx")] * 5, "out.xlsx"),
        ([Origin("a.csv", row=n) for n in (2, 3)], "a.csv, rows 2 and 3"),
        ([Origin("a.csv", row=n) for n in (2, 3, 4)], "a.csv, rows 2, 3 and 4"),
        ([Origin("a.csv", row=n) for n in range(2, 8)] * 2, "a.csv, rows 2, 3, 4 and 3 more"),
        (
            [Origin("a.xlsx", "2018", 4), Origin("a.xlsx", "2018", 9), Origin("b.csv", row=1)],
            "a.xlsx, sheet 2018, rows 4 and 9; b.csv, row 1",
        ),
        ([Origin("a.csv", row=4), Origin("a.csv", row=4, part=2)], "a.csv, rows 4 and 4, part 2"),
        ([Origin("a.csv", row=n) for n in range(1, 2001)], "a.csv, rows 1, 2, 3 and 1,997 more"),
    ],
)
def test_the_first_places_are_told_each_once(origins: list[Origin], told: str) -> None:
    assert tell_places(origins) == told


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (make("a.csv", 2), make("b.csv", 3), NO_DATE),
        (make("a.csv", 2, f"a.csv, row 2: {NO_DATE}"), make("a.csv", 3, NO_DATE), NO_DATE),
        (
            make("a.csv", 2, '"31/06/2019" is no date'),
            make("a.csv", 3, '"30/02/2018" is no date'),
            'for example: "31/06/2019" is no date',
        ),
        (
            make("a.csv", 2, "03/06/2019 was a Monday, not a Sunday"),
            make("a.csv", 3, "04/06/2019 was a Tuesday, not a Friday"),
            "for example: 03/06/2019 was a Monday, not a Sunday",
        ),
        (
            make("a.xlsx", 0, "a.xlsx: the column “Notes” is taken"),
            make("b.xlsx", 0, "b.xlsx: the column “Detail of it” is taken"),
            "for example: the column “Notes” is taken",
        ),
    ],
)
def test_those_that_differ_in_what_they_quote_are_one_group(
    first: Problem, second: Problem, message: str
) -> None:
    (group,) = group_problems([second, first])
    assert (group.message, group.hint) == (message, ASK)
    assert group.problems == (first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (make("a.csv", 2), make("a.csv", 2, "The row has no time")),
        (make("a.csv", 2), make("a.csv", 2, kind=ProblemKind.TIME)),
        (make("a.csv", 2), replace(make("b.csv", 2), hint='Write name = "B".')),
        (
            make("a.csv", 0, 'column "A" found no row', ProblemKind.NOTE),
            make("a.csv", 0, 'column "B" found no row', ProblemKind.NOTE),
        ),
        (
            make("a.pdf", 0, "a.pdf: a PDF", ProblemKind.FILE_NOT_READ),
            make("b.pdf", 0, "b.pdf: a PDF", ProblemKind.FILE_NOT_READ),
        ),
    ],
)
def test_what_differs_otherwise_stays_apart(first: Problem, second: Problem) -> None:
    assert len(group_problems([first, second])) == 2


@pytest.mark.parametrize(
    ("told", "kind", "hidden"),
    [
        ('"31/06/2019" is no date', ProblemKind.DATE, "... is no date"),
        (
            "03/06/2019 was a Monday, not a Sunday",
            ProblemKind.DATE,
            "... was a Monday, not a Sunday",
        ),
        ("a.csv, row 2: “late” holds no time", ProblemKind.TIME, "... holds no time"),
        (
            "the column “Notes” is taken",
            ProblemKind.READING_UNCERTAIN,
            "the column “Notes” is taken",
        ),
    ],
)
def test_words_of_a_row_can_be_left_out(told: str, kind: ProblemKind, hidden: str) -> None:
    assert hide_words(make("a.csv", 2, told, kind)) == hidden


def test_a_thousand_of_a_kind_are_one_group_after_what_was_not_read() -> None:
    unread = make("scan.pdf", told="a PDF", kind=ProblemKind.FILE_NOT_READ)
    many = [make("a.csv", row) for row in range(1, 1001)]
    first, second = group_problems([*reversed(many), unread])
    assert first.problems == (unread,)
    assert (len(second.problems), second.places) == (1000, "a.csv, rows 1, 2, 3 and 997 more")


PROBLEMS = st.builds(
    Problem,
    st.builds(Origin, st.sampled_from(["a.csv", "b.xlsx"]), row=st.integers(0, 5)),
    st.sampled_from(ProblemKind),
    st.text('"“”ab1 X:', max_size=12),
    st.sampled_from(["Do.", 'Write "a".', 'Write "b".']),
)


@given(st.lists(PROBLEMS, max_size=12))
def test_no_problem_is_left_out_and_none_told_twice(problems: list[Problem]) -> None:
    grouped = [one for group in group_problems(problems) for one in group.problems]
    assert sorted(map(repr, grouped)) == sorted(map(repr, problems))


def test_what_there_is_of_one_row_of_the_chronology_is_told_in_one_line() -> None:
    words = make("out.xlsx", 0, "out.xlsx: row C-1: in other words", ProblemKind.NOTE)
    day = make("out.xlsx", 0, "out.xlsx: row C-1, column Date: changed", ProblemKind.CORRECTION)
    told = [replace(words, event="C-1", hint="Look."), replace(day, event="C-1")]
    apart = replace(day, event="C-2")
    both, other = group_problems([*told, apart])
    assert both.message.splitlines() == ["row C-1: in other words", "row C-1, column Date: changed"]
    assert both.hint.splitlines() == ["Look.", ASK]
    assert (len(both.problems), other.problems) == (2, (apart,))


def test_advice_for_several_files_is_gathered_and_none_of_it_lost() -> None:
    head = "If that is wrong, say so:"
    told = [
        replace(
            make(f"{name}.csv", 0, f"{name}.csv: the column “{name}” is taken"),
            kind=ProblemKind.READING_UNCERTAIN,
            hint=f'{head}\n[[agency]]\nfiles = ["{name}.csv"]',
        )
        for name in ("a", "b")
    ]
    (group,) = group_problems(told)
    assert group.places == "a.csv; b.csv"
    assert group.hint.count(head) == 1
    assert all(f'files = ["{name}.csv"]' in group.hint for name in ("a", "b"))
