"""When an event was, as the author corrected it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.dates import DateReader
from chronolator.model import When
from chronolator.notes.corrections.days import correct_when
from chronolator.rules import load_rules

READER = DateReader(load_rules().dates, latest=date(2020, 9, 30), today=date(2026, 1, 2))


def read(written: str, clock: str = "") -> When:
    return READER.read(written, clock or None).when


def tell(when: When) -> str:
    days = " to ".join(str(day or "…") for day in (when.first, when.last))
    times = "-".join(f"{moment:%H:%M}" for moment in (when.at, when.until) if moment)
    return f"{days} {times} {when.precision} {when.qualifier}".replace("  ", " ")


DAY, TIMED, RANGE = read("12/03/2019"), read("12/03/2019", "14:45"), read("10/03/2019 - 15/03/2019")
MONTH, BEFORE, NONE = read("March 2019"), read("before 5 May 2019"), read("31/06/2019")
SPAN, NIGHT = read("12/03/2019", "14:00-15:00"), read("12/03/2019", "23:50-00:20")


@pytest.mark.parametrize(
    ("when", "hers", "wanted"),
    [
        (DAY, {"date": "2019-05-05"}, "2019-05-05 to 2019-05-05 day exact"),
        (DAY, {"date": "5/5/19"}, "2019-05-05 to 2019-05-05 day exact"),
        (DAY, {"date": "about 5 May 2019"}, "2019-05-05 to 2019-05-05 day approximate"),
        (DAY, {"date": "May 2019"}, "2019-05-01 to 2019-05-31 month exact"),
        (DAY, {"date": "5 May"}, "2019-05-05 to 2019-05-05 day exact"),
        (DAY, {"date": "before 5 May 2019"}, "… to 2019-05-05 day before"),
        (DAY, {"date": "since May 2019"}, "2019-05-01 to … month after"),
        (DAY, {"date": "1-5 May 2019"}, "2019-05-01 to 2019-05-05 day range"),
        (DAY, {"date": "unknown"}, "… to … unknown undated"),
        (DAY, {"date": "5/5/19 at 14:30"}, "2019-05-05 to 2019-05-05 14:30 minute exact"),
        (DAY, {"date": "2019-05-05 14:30"}, "2019-05-05 to 2019-05-05 14:30 minute exact"),
        (TIMED, {"date": "2019-05-05"}, "2019-05-05 to 2019-05-05 14:45 minute exact"),
        (TIMED, {"date": "unknown"}, "… to … unknown undated"),
        (TIMED, {"date": "2019-05-05 09:00"}, "2019-05-05 to 2019-05-05 09:00 minute exact"),
        (TIMED, {"time": "16:00"}, "2019-03-12 to 2019-03-12 16:00 minute exact"),
        (TIMED, {"time": "4pm"}, "2019-03-12 to 2019-03-12 16:00 hour exact"),
        (TIMED, {"time": ""}, "2019-03-12 to 2019-03-12 day exact"),
        (TIMED, {"time_to": "15:30"}, "2019-03-12 to 2019-03-12 14:45-15:30 minute range"),
        (TIMED, {"time_to": "00:30"}, "2019-03-12 to 2019-03-13 14:45-00:30 minute range"),
        (TIMED, {"time": "9:00-10:00"}, "2019-03-12 to 2019-03-12 09:00-10:00 minute range"),
        (TIMED, {"date_to": "2019-03-14"}, "2019-03-12 to 2019-03-14 14:45 minute range"),
        (DAY, {"time": "16:00"}, "2019-03-12 to 2019-03-12 16:00 minute exact"),
        (SPAN, {"time": ""}, "2019-03-12 to 2019-03-12 day exact"),
        (SPAN, {"time_to": ""}, "2019-03-12 to 2019-03-12 14:00 minute exact"),
        (SPAN, {"time": "14:15"}, "2019-03-12 to 2019-03-12 14:15-15:00 minute range"),
        (NIGHT, {"date": "2019-05-05"}, "2019-05-05 to 2019-05-06 23:50-00:20 minute range"),
        (NIGHT, {"time_to": ""}, "2019-03-12 to 2019-03-12 23:50 minute exact"),
        (RANGE, {"date": "2019-03-12"}, "2019-03-12 to 2019-03-15 day range"),
        (RANGE, {"date": "2019-05-05"}, "2019-05-05 to 2019-05-05 day exact"),
        (RANGE, {"date": "2019-03-15"}, "2019-03-15 to 2019-03-15 day exact"),
        (RANGE, {"date_to": ""}, "2019-03-10 to 2019-03-10 day exact"),
        (RANGE, {"date_to": "20 March"}, "2019-03-10 to 2019-03-20 day range"),
        (RANGE, {"date_to": "2019-03-10"}, "2019-03-10 to 2019-03-10 day exact"),
        (RANGE, {"date": "May 2019"}, "2019-05-01 to 2019-05-31 month exact"),
        (MONTH, {"date": "2019-03-05"}, "2019-03-05 to 2019-03-05 day exact"),
        (MONTH, {"date": "on 1 March 2019"}, "2019-03-01 to 2019-03-01 day exact"),
        (MONTH, {"date_to": "2019-03-20"}, "2019-03-01 to 2019-03-20 day range"),
        (MONTH, {"date": "2019-03-05", "date_to": ""}, "2019-03-05 to 2019-03-05 day exact"),
        (
            RANGE,
            {"date": "about 9 March 2019", "date_to": ""},
            "2019-03-09 to 2019-03-09 day approximate",
        ),
        (DAY, {"date": "May 2019", "date_to": ""}, "2019-05-01 to 2019-05-31 month exact"),
        (BEFORE, {"date_to": "2019-05-03"}, "… to 2019-05-03 day before"),
        (BEFORE, {"date": "2019-05-01"}, "2019-05-01 to 2019-05-01 day exact"),
        (NONE, {"date": "30/6/2019"}, "2019-06-30 to 2019-06-30 day exact"),
        (NONE, {"date_to": "30/6/2019"}, "… to 2019-06-30 day before"),
        (DAY, {"date": "1/5/19", "date_to": "5/5/19"}, "2019-05-01 to 2019-05-05 day range"),
        (DAY, {"date": "1/5/19", "time": "9am"}, "2019-05-01 to 2019-05-01 09:00 hour exact"),
    ],
)
def test_what_she_wrote_wins(when: When, hers: dict[str, str], wanted: str) -> None:
    corrected, unread = correct_when(when, hers, READER)
    assert (tell(corrected), unread) == (wanted, frozenset())
    assert corrected.written == when.written


@pytest.mark.parametrize(
    ("when", "hers"),
    [
        (DAY, {"date": "31/6/2019"}),
        (DAY, {"date": "the day of the fair"}),
        (DAY, {"date": "three weeks later"}),
        (DAY, {"date": "ditto"}),
        (NONE, {"date": "5 May"}),
        (TIMED, {"time": "after the nursery run"}),
        (TIMED, {"time": "am"}),
        (TIMED, {"time_to": "later"}),
        (DAY, {"date_to": "2019-03-01"}),
        (DAY, {"date_to": "May 2019"}),
        (DAY, {"date_to": "soon"}),
        (MONTH, {"date_to": ""}),
    ],
)
def test_where_it_cannot_be_read_the_agencys_stands(when: When, hers: dict[str, str]) -> None:
    assert correct_when(when, hers, READER) == (when, frozenset(hers))


def test_what_can_be_read_counts_beside_what_cannot() -> None:
    corrected, unread = correct_when(TIMED, {"date": "5/5/19", "time": "noonish"}, READER)
    assert tell(corrected) == "2019-05-05 to 2019-05-05 14:45 minute exact"
    assert unread == {"time"}


@given(
    st.sampled_from([DAY, TIMED, RANGE, MONTH, BEFORE, NONE, SPAN, NIGHT]),
    st.fixed_dictionaries(
        {},
        optional={
            "date": st.dates(date(2018, 1, 1), date(2020, 1, 1)).map(str) | st.text(max_size=9),
            "date_to": st.just("") | st.dates(date(2018, 1, 1), date(2020, 1, 1)).map(str),
            "time": st.just("") | st.times().map(lambda one: f"{one:%H:%M}") | st.text(max_size=5),
            "time_to": st.just("") | st.times().map(lambda one: f"{one:%H:%M}"),
        },
    ),
)
def test_no_correction_ends_before_it_begins(when: When, hers: dict[str, str]) -> None:
    corrected, unread = correct_when(when, hers, READER)
    assert unread <= hers.keys()
    assert corrected.written == when.written
    if corrected.first and corrected.last:
        assert corrected.first <= corrected.last
    assert corrected.at is not None or corrected.until is None
