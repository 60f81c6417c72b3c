from datetime import date

import pytest

from chronolator.model import Case, When
from chronolator.rows import is_in_period, name_age, name_day


@pytest.mark.parametrize(
    ("born", "first", "last", "age"),
    [
        (date(2015, 11, 3), date(2018, 6, 2), date(2018, 6, 2), "2y 6m"),
        (date(2015, 11, 3), date(2018, 6, 3), date(2018, 6, 3), "2y 7m"),
        (date(2015, 11, 3), date(2016, 3, 3), date(2016, 3, 3), "4m"),
        (date(2015, 11, 3), date(2018, 11, 3), date(2018, 11, 3), "3y"),
        (date(2015, 11, 3), date(2015, 11, 3), date(2015, 11, 3), "0d"),
        (date(2015, 11, 3), date(2015, 12, 2), date(2015, 12, 2), "29d"),
        (date(2015, 11, 3), date(2015, 11, 2), date(2015, 11, 2), "before birth"),
        (date(2015, 11, 3), date(2018, 6, 1), date(2018, 6, 30), "2y 6m to 2y 7m"),
        (date(2015, 11, 3), date(2018, 6, 4), None, "2y 7m"),
        (date(2016, 2, 29), date(2017, 2, 28), date(2017, 2, 28), "11m"),
        (date(2015, 11, 3), None, date(2018, 6, 4), ""),
        (None, date(2018, 6, 4), date(2018, 6, 4), ""),
    ],
)
def test_ages(born: date | None, first: date | None, last: date | None, age: str) -> None:
    assert name_age(born, When("", first, last)) == age


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [
        (date(2018, 4, 1), date(2018, 4, 1), True),
        (date(2018, 3, 31), date(2018, 3, 31), False),
        (date(2018, 3, 31), date(2018, 4, 1), True),
        (date(2020, 10, 1), date(2020, 10, 1), False),
        (date(2020, 9, 30), date(2020, 12, 1), True),
        (None, date(2018, 3, 31), False),
        (None, date(2021, 1, 1), True),
        (date(2017, 1, 1), None, True),
        (date(2021, 1, 1), None, False),
        (None, None, True),
    ],
)
def test_undated_and_overlapping_rows_are_inside(
    first: date | None, last: date | None, *, inside: bool
) -> None:
    case = Case(first=date(2018, 4, 1), last=date(2020, 9, 30))
    assert is_in_period(When("", first, last), case) is inside
    assert is_in_period(When("", first, last), Case()) is True


def test_a_day_is_named_without_the_machines_language() -> None:
    assert name_day(date(2018, 5, 3)) == "3 May 2018"
