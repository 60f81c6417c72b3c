from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.timeline import list_months, list_ticks


def test_months_are_all_that_are_touched() -> None:
    months = list_months(date(2018, 11, 30), date(2019, 1, 1))
    assert [str(month) for month in months] == ["2018-11-01", "2018-12-01", "2019-01-01"]


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2018-05-03", "2018-05-03", ["2018-05-03"]),
        ("2018-05-03", "2018-05-06", [f"2018-05-0{n}" for n in range(3, 7)]),
        ("2018-05-01", "2018-05-31", [f"2018-05-{n:02}" for n in range(1, 32, 7)]),
        ("2018-04-15", "2018-09-01", [f"2018-0{n}-01" for n in range(5, 10)]),
        ("2018-04-01", "2020-09-30", ["2018-07-01", "2019-01-01", "2019-07-01"]),
        ("2002-03-01", "2020-09-30", [f"{year}-01-01" for year in range(2005, 2021, 5)]),
    ],
)
def test_a_scale_names_days_that_are_easy_to_count_with(
    first: str, last: str, ticks: list[str]
) -> None:
    found = list_ticks(date.fromisoformat(first), date.fromisoformat(last), 8)
    assert [str(day) for day in found][: len(ticks)] == ticks


@given(st.dates(date(1, 1, 1), date(2200, 1, 1)), st.integers(0, 60_000), st.integers(5, 30))
def test_a_scale_of_any_length_has_some_days_and_not_too_many(
    first: date, days: int, most: int
) -> None:
    last = first + timedelta(days=days)
    ticks = list_ticks(first, last, most)
    assert 1 <= len(ticks) <= most
    assert all(first <= day <= last for day in ticks)
    assert list(ticks) == sorted(set(ticks))
