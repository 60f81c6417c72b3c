"""What a whole column shows about the order of day and month."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.dates import DateReader, put_day_first, weigh_order
from chronolator.model import Value
from chronolator.rules.dates import load_dates

RULES = load_dates()
EARLY = [datetime(2016, month, 3) for month in (1, 2, 4, 7)]
LATE = ["22/05/2016", "23/05/2016", "30/06/16", "13.07.2016"]


@pytest.mark.parametrize(
    ("column", "month_first", "part"),
    [
        (["05/22/2016", "06/01/2016", "07/01/2016"], True, "2 dates (06/01/2016, 07/01/2016)"),
        (["06/01/2016 10:00", "05.22.16", ""], True, "1 date (05.22.16) can be read in no other"),
        (["Tues 05/24/2016", "5/25/16"], True, "2 dates (Tues 05/24/2016, 5/25/16)"),
        (["05/22/2016", "05/22/2016"], True, "2 dates (05/22/2016)"),
        (["05/22/2016", "22 May 2016", None], False, ""),
        (["05/22/2016", "06/01/2016", "13/05/2016"], False, "mixes two orders"),
        (["22/05/2016", "06/01/2016"], False, ""),
        (["05/05/2016", "06/06/2016"], False, ""),
        (["May 2016", "", "13/13/2016", "05/32/2016", "1.2.3.2016", 5, True], False, ""),
        ([*EARLY, *LATE], False, "4 true dates, such as 03/01/2016"),
        ([*EARLY[1:], *LATE], False, ""),
        ([*EARLY, *LATE[1:]], False, ""),
        ([*EARLY, *LATE, date(2016, 1, 13)], False, ""),
        ([*EARLY, *LATE, "06/01/2016"], False, ""),
    ],
)
def test_the_column_decides_and_says_so(
    column: list[Value], *, month_first: bool, part: str
) -> None:
    order = weigh_order(column, RULES.limits)
    assert order.month_first is month_first
    assert [part in doubt.message for doubt in order.doubts] == ([True] if part else [])
    assert all(doubt.hint for doubt in order.doubts)


def test_a_column_of_the_other_order_is_read_so_as_a_whole() -> None:
    reader = DateReader(RULES, month_first=True)
    for written, first in (
        ("05/22/2016", date(2016, 5, 22)),
        ("06/01/2016 14:30", date(2016, 6, 1)),
        ("6-1-16", date(2016, 6, 1)),
        ("22 May 2016", date(2016, 5, 22)),
        ("2016-06-01", date(2016, 6, 1)),
        (datetime(2016, 6, 1), date(2016, 6, 1)),
    ):
        when = reader.read(written).when
        assert (when.first, when.last) == (first, first)
    when = reader.read("05/22/2016 - 06/01/2016").when
    assert (when.first, when.last) == (date(2016, 5, 22), date(2016, 6, 1))
    assert when.written == "05/22/2016 - 06/01/2016"
    assert (
        put_day_first("22 May 2016, 1/2/3/2016, 13/05/2016")
        == "22 May 2016, 1/2/3/2016, 13/05/2016"
    )


@given(
    st.lists(st.dates(date(2010, 1, 1), date(2020, 12, 31)), min_size=1, max_size=30),
    st.sampled_from(["{0.day:02}/{0.month:02}/{0.year}", "{0.day}.{0.month}.{0:%y}"]),
)
def test_a_british_column_is_never_turned(days: list[date], form: str) -> None:
    order = weigh_order([form.format(day) for day in days], RULES.limits)
    assert (order.month_first, order.doubts) == (False, ())


@given(st.lists(st.dates(date(2010, 1, 1), date(2020, 12, 31)), max_size=30))
def test_an_american_column_is_read_back(days: list[date]) -> None:
    late = date(2016, 5, 22)
    days = [late, late + timedelta(1), *days]
    texts = [f"{day:%m/%d/%Y}" for day in days]
    assert weigh_order(texts, RULES.limits).month_first
    reader = DateReader(RULES, month_first=True)
    assert [reader.read(text).when.first for text in texts] == days
