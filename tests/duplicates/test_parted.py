"""Why two rows of one agency are two."""

from dataclasses import replace
from datetime import date, time

import pytest

from chronolator.duplicates import explain_parted
from chronolator.model import Case, Event, Origin, When
from chronolator.rules import load_rules

RULES = load_rules().duplicates
DAY = date(2019, 3, 4)


def make(
    number: int, text: str, at: time | None = None, day: date = DAY, author: str = ""
) -> Event:
    when = When(day.isoformat(), day, day, at)
    origin = Origin("gp.csv", "", number)
    return Event(f"C-{number}", when, "GP", text, origin, author=author)


LETTER = "Letter about the broken boiler sent to the landlord."


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (make(2, LETTER, day=date(2019, 3, 5)), "their days differ"),
        (make(2, LETTER, time(11, 0)), "their times differ"),
        (make(2, LETTER, time(9, 0), author="Dr Lowe"), "other cells differ: author"),
        (make(2, "Flu clinic, jab given.", time(9, 0)), "too few of their words are the same"),
    ],
)
def test_the_reason_that_parts_two_rows(other: Event, says: str) -> None:
    one = make(1, LETTER, time(9, 0))
    assert explain_parted(one, other, Case(), RULES) == (says,)
    assert explain_parted(other, one, Case(), RULES) == (says,)


def test_numbers_that_run_with_the_rows_part_nothing() -> None:
    longer = replace(make(1, f"{LETTER} Copy on file."), author="J Hale", other={"No": "41"})
    other = replace(make(2, LETTER), author="P Orr", other={"No": "42"})
    assert explain_parted(longer, other, Case(), RULES)[0] == "other cells differ: author"
