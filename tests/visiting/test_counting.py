"""Days, working days and months against a count day by day, and bank holidays by the calendar."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Counting, Every, Holidays, Unit, Visiting
from chronolator.visiting.counting import Ruler, add_months, find_holidays

DAY = timedelta(days=1)
FIRST, LAST = date(2021, 11, 1), date(2022, 6, 30)
ENGLAND = {
    *(date(2021, 12, 27), date(2021, 12, 28), date(2022, 1, 3), date(2022, 4, 15)),
    *(date(2022, 4, 18), date(2022, 5, 2), date(2022, 6, 2), date(2022, 6, 3)),
}
"""The bank holidays on working days from FIRST to LAST, as the government's list has them."""

KNOWN = [
    # Christmas Day and Boxing Day 2021 fell on a weekend, New Year's Day 2022 too
    (Holidays.ENGLAND, (2021, 12, 27), True),
    (Holidays.ENGLAND, (2021, 12, 28), True),
    (Holidays.ENGLAND, (2021, 12, 29), False),
    (Holidays.ENGLAND, (2022, 1, 3), True),
    (Holidays.ENGLAND, (2022, 1, 4), False),
    (Holidays.SCOTLAND, (2022, 1, 4), True),
    # 2 January, St Andrew's Day, and no Easter Monday, in Scotland alone
    (Holidays.SCOTLAND, (2019, 1, 2), True),
    (Holidays.ENGLAND, (2019, 1, 2), False),
    (Holidays.NORTHERN_IRELAND, (2019, 1, 2), False),
    (Holidays.SCOTLAND, (2020, 11, 30), True),
    (Holidays.SCOTLAND, (2019, 4, 22), False),
    (Holidays.ENGLAND, (2019, 4, 22), True),
    # the summer's: the last Monday of August, in Scotland the first
    (Holidays.ENGLAND, (2019, 8, 26), True),
    (Holidays.NORTHERN_IRELAND, (2019, 8, 26), True),
    (Holidays.SCOTLAND, (2019, 8, 26), False),
    (Holidays.SCOTLAND, (2019, 8, 5), True),
    # 17 March and 12 July (in 2020 a Sunday, and so the 13th) in Northern Ireland alone
    (Holidays.NORTHERN_IRELAND, (2019, 7, 12), True),
    (Holidays.NORTHERN_IRELAND, (2020, 7, 13), True),
    (Holidays.ENGLAND, (2019, 7, 12), False),
    (Holidays.NORTHERN_IRELAND, (2021, 3, 17), True),
    (Holidays.SCOTLAND, (2021, 3, 17), False),
    # moved and given once: VE Day, two jubilees, a funeral, a coronation
    (Holidays.ENGLAND, (2020, 5, 4), False),
    (Holidays.ENGLAND, (2020, 5, 8), True),
    (Holidays.ENGLAND, (2012, 6, 5), True),
    *((whose, (2022, 6, 3), True) for whose in list(Holidays)[:4]),
    *((whose, (2022, 9, 19), True) for whose in list(Holidays)[:4]),
    *((whose, (2023, 5, 8), True) for whose in list(Holidays)[:4]),
    (Holidays.NONE, (2022, 12, 26), False),
]


@pytest.mark.parametrize(("whose", "day", "free"), KNOWN)
def test_bank_holidays(whose: Holidays, day: tuple[int, int, int], *, free: bool) -> None:
    one = date(*day)
    assert (one in find_holidays(whose, one, one)) == free


@pytest.mark.parametrize("year", range(2005, 2031))
def test_wales_has_the_days_of_england(year: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = [first + DAY * number for number in range((last - first).days + 1)]
    free = find_holidays(Holidays.ENGLAND, first, last)
    told = find_holidays(Holidays.WALES, first, last)
    assert [day for day in days if day in told] == [day for day in days if day in free]


def make_ruler(
    every: str,
    counting: Counting = Counting.DAY_AFTER,
    holidays: Holidays = Holidays.ENGLAND,
    first: date = FIRST,
    last: date = LAST,
) -> Ruler:
    number, unit = every.split(maxsplit=1)
    visiting = Visiting("R", Every(int(number), Unit(unit)), counting=counting, holidays=holidays)
    return Ruler(visiting, first, last)


WORKED = [
    # every, counting, seen, next seen, counted, the last day as expected
    ("10 working days", Counting.DAY_AFTER, (2021, 11, 1), (2021, 11, 15), 10, (2021, 11, 15)),
    ("10 working days", Counting.THE_DAY, (2021, 11, 1), (2021, 11, 15), 11, (2021, 11, 14)),
    # seen on a Saturday: the Monday is the first day either way
    ("10 working days", Counting.DAY_AFTER, (2021, 11, 6), (2021, 11, 19), 10, (2021, 11, 21)),
    ("10 working days", Counting.THE_DAY, (2021, 11, 6), (2021, 11, 19), 10, (2021, 11, 21)),
    # the last day counted is a Friday: over the weekend no working day passes
    ("5 working days", Counting.DAY_AFTER, (2021, 11, 5), (2021, 11, 14), 5, (2021, 11, 14)),
    # over Christmas 2021: 20-24 and 29-31 December, 4 and 5 January
    ("10 working days", Counting.DAY_AFTER, (2021, 12, 17), (2022, 1, 5), 10, (2022, 1, 5)),
    # seen on a bank holiday
    ("2 working days", Counting.DAY_AFTER, (2021, 12, 27), (2021, 12, 30), 2, (2021, 12, 30)),
    ("2 working days", Counting.THE_DAY, (2021, 12, 27), (2021, 12, 30), 2, (2021, 12, 30)),
    ("7 days", Counting.DAY_AFTER, (2021, 12, 24), (2021, 12, 31), 7, (2021, 12, 31)),
    ("7 days", Counting.THE_DAY, (2021, 12, 24), (2021, 12, 31), 8, (2021, 12, 30)),
    ("6 weeks", Counting.DAY_AFTER, (2021, 12, 1), (2022, 1, 12), 42, (2022, 1, 12)),
    ("6 weeks", Counting.THE_DAY, (2021, 12, 1), (2022, 1, 12), 43, (2022, 1, 11)),
    ("1 months", Counting.DAY_AFTER, (2022, 1, 31), (2022, 2, 28), 28, (2022, 2, 28)),
    ("1 months", Counting.THE_DAY, (2022, 3, 1), (2022, 3, 31), 31, (2022, 3, 31)),
    ("3 months", Counting.DAY_AFTER, (2021, 11, 30), (2022, 2, 28), 90, (2022, 2, 28)),
]


@pytest.mark.parametrize(("every", "counting", "seen", "following", "counted", "due"), WORKED)
def test_worked_by_hand(
    every: str,
    counting: Counting,
    seen: tuple[int, int, int],
    following: tuple[int, int, int],
    counted: int,
    due: tuple[int, int, int],
) -> None:
    ruler = make_ruler(every, counting)
    assert ruler.count(date(*seen), date(*following)) == counted
    assert ruler.find_due(date(*seen)) == date(*due)


def test_without_holidays_the_working_days_are_the_weekdays() -> None:
    ruler = make_ruler("1 working days", holidays=Holidays.NONE)
    assert ruler.count(date(2021, 12, 24), date(2021, 12, 31)) == 5


def count_slowly(start: date, end: date, unit: Unit, counting: Counting) -> int:
    counted = 0
    day = start if counting is Counting.THE_DAY else start + DAY
    while day <= end:
        counted += unit is Unit.DAYS or (day.weekday() not in {5, 6} and day not in ENGLAND)
        day += DAY
    return counted


DAYS = st.dates(FIRST, LAST)


@given(
    DAYS,
    DAYS,
    st.integers(1, 40),
    st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS]),
    st.sampled_from(list(Counting)),
)
def test_a_count_is_that_of_a_calendar_gone_through_by_hand(
    one: date, other: date, number: int, unit: Unit, counting: Counting
) -> None:
    start, end = sorted((one, other))
    ruler = make_ruler(f"{number} {unit}", counting)
    counted = count_slowly(start, end, unit, counting)
    assert ruler.count(start, end) == counted
    if end > start:
        assert (end > ruler.find_due(start)) == (counted > number)
    reached = ruler.reach(start, number)
    assert count_slowly(start, reached, unit, counting) <= number or reached == start
    assert reached == LAST or count_slowly(start, reached + DAY, unit, counting) > number


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(1, 999))
def test_months_are_added_by_the_calendar(day: date, number: int) -> None:
    assert add_months(day, number) == day + relativedelta(months=number)


def test_months_end_with_the_calendar() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2023, 1, 31), 1) == date(2023, 2, 28)
    assert add_months(date(2023, 1, 31), 2) == date(2023, 3, 31)
    assert add_months(date(9990, 1, 31), 999) == date.max
