"""How problems are gathered for the screen."""

import pytest

from chronolator.cli.show import group_problems
from chronolator.model import Origin, Problem, ProblemKind


def make(file: str, row: int = 0) -> Problem:
    return Problem(Origin(file, row=row), ProblemKind.NOTE, "told", "Look at it.")


@pytest.mark.parametrize(
    ("problems", "places"),
    [
        ([make("a.csv", 2)], "a.csv, row 2"),
        ([make("out.xlsx")] * 5, "out.xlsx"),
        ([make("a.csv", row) for row in (4, 3, 2)], "a.csv, row 2; a.csv, row 3; a.csv, row 4"),
        (
            [make("a.csv", row) for row in range(2, 8)] * 2,
            "a.csv, row 2; a.csv, row 3; a.csv, row 4 and 3 more",
        ),
    ],
)
def test_each_place_is_told_once_and_all_are_counted(problems: list[Problem], places: str) -> None:
    told = (ProblemKind.NOTE, len(problems), places, "Look at it.")
    assert group_problems(problems) == [told]
