"""Times, in the date's cell and in a column of their own."""

from datetime import date, datetime, time, timedelta

import pytest

from chronolator.dates import read_when
from chronolator.model import Precision, ProblemKind, Qualifier, Value
from chronolator.rules.dates import load_dates

RULES = load_dates()
DAY, NEXT = date(2016, 5, 17), date(2016, 5, 18)


def tell(clock: Value, written: Value = "17/05/2016") -> str:
    """As "14:30-15:15 minute range"; "none" where no time is read."""
    when = read_when(written, clock, RULES).when
    assert when.first == DAY
    assert when.last == (NEXT if when.until and when.at and when.until < when.at else DAY)
    if when.at is None:
        assert (when.until, when.precision) == (None, Precision.DAY)
        return "none" if when.qualifier is Qualifier.EXACT else f"none {when.qualifier}"
    until = f"-{when.until:%H:%M}" if when.until else ""
    return f"{when.at:%H:%M}{until} {when.precision} {when.qualifier}"


BOTH = [
    ("14:30", "14:30 minute exact"),
    ("14:30:00", "14:30 minute exact"),
    ("1430hrs", "14:30 minute exact"),
    ("14.30 hours", "14:30 minute exact"),
    ("14h30", "14:30 minute exact"),
    ("2.30pm", "14:30 minute exact"),
    ("2:30 p.m.", "14:30 minute exact"),
    ("0230 PM", "14:30 minute exact"),
    ("14:30pm", "14:30 minute exact"),
    ("9am", "09:00 hour exact"),
    ("12am", "00:00 hour exact"),
    ("12.15am", "00:15 minute exact"),
    ("12pm", "12:00 hour exact"),
    ("noon", "12:00 minute exact"),
    ("12 noon", "12:00 minute exact"),
    ("12:00 noon", "12:00 minute exact"),
    ("14:30 - 15:15", "14:30-15:15 minute range"),
    ("1430-1515hrs", "14:30-15:15 minute range"),
    ("23:50 to 00:20", "23:50-00:20 minute range"),
    ("2-3pm", "14:00-15:00 hour range"),
    ("Core group 4, 1:30pm", "13:30 minute exact"),
    ("Core group 1, 2pm to 3pm", "14:00-15:00 hour range"),
    ("11-1pm", "11:00-13:00 hour range"),
    ("10-2am", "22:00-02:00 hour range"),
    ("9.30 - 10.15am", "09:30-10:15 minute range"),
    ("10.45am - 12.15pm", "10:45-12:15 minute range"),
    ("noon - 2pm", "12:00-14:00 hour range"),
    ("between 14:00 and 15:00", "14:00-15:00 minute range"),
    ("14:00 & 16:00", "14:00-16:00 minute range"),
    ("approx 14:00", "14:00 minute approximate"),
    ("?14:00", "14:00 minute approximate"),
    ("c.14:00 - 15:00", "14:00-15:00 minute approximate"),
    ("am", "none"),
    ("late evening", "none"),
    ("time not known", "none"),
]


@pytest.mark.parametrize(
    ("written", "clock", "precision"),
    [
        ("?17/05/2016", "14:30", Precision.DAY),
        ("approx 17/05/2016 14:30", None, Precision.DAY),
        ("on or about 17 May 2016", "2pm", Precision.DAY),
        ("17/05/2016 (exact date not known)", "approx 14:00", Precision.DAY),
        ("17/05/2016 approx 14:30", None, Precision.MINUTE),
        ("17/05/2016 at approx 2pm", None, Precision.HOUR),
        ("17/05/2016", "approx 14:30", Precision.MINUTE),
    ],
)
def test_a_day_that_may_be_another_is_not_known_to_the_minute(
    written: str, clock: str | None, precision: Precision
) -> None:
    when = read_when(written, clock, RULES).when
    assert (when.first, when.last, when.qualifier) == (DAY, DAY, Qualifier.APPROXIMATE)
    assert when.at is not None
    assert when.precision is precision


@pytest.mark.parametrize(("clock", "told"), BOTH)
def test_a_time_is_read_in_either_place(clock: str, told: str) -> None:
    assert tell(clock) == told
    assert tell(None, f"17/05/2016 {clock}") == told
    assert read_when("17/05/2016", clock, RULES).when.written == f"17/05/2016 {clock}"


@pytest.mark.parametrize(
    ("clock", "told"),
    [
        ("1430", "14:30 minute exact"),
        ("14.30", "14:30 minute exact"),
        ("14 30", "14:30 minute exact"),
        ("930", "09:30 minute exact"),
        ("1430/1515", "14:30-15:15 minute range"),
        ("10-11.30", "10:00-11:30 hour range"),
        ("10.00-11", "10:00-11:00 hour range"),
        ("00:00", "00:00 minute exact"),
        ("after 3pm", "15:00 hour approximate"),
        ("from 10:00", "10:00 minute exact"),
        ("17/05/2016 14:30", "14:30 minute exact"),
        ("0.604166667", "14:30 minute exact"),
        ("N/K", "none"),
        ("various", "none"),
        ("see log", "none"),
        ("-", "none"),
        ("18/05/2016", "none"),
        (time(14, 30), "14:30 minute exact"),
        (time(), "00:00 minute exact"),
        (timedelta(hours=14, minutes=30), "14:30 minute exact"),
        (datetime(1899, 12, 31, 14, 30), "14:30 minute exact"),
        (0.604166667, "14:30 minute exact"),
        (42507.604166667, "14:30 minute exact"),
        (14.3, "14:30 minute exact"),
        (14.333, "none"),
        (1430, "14:30 minute exact"),
        (930.0, "09:30 minute exact"),
    ],
)
def test_a_times_column_needs_less(clock: Value, told: str) -> None:
    assert tell(clock) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("17/05/2016 1430", "14:30 minute exact"),
        ("17/05/2016 2015", "20:15 minute exact"),
        ("17/05/2016 14.30", "14:30 minute exact"),
        ("17.05.16 14.03", "14:03 minute exact"),
        ("17/05/2016 - 1430", "14:30 minute exact"),
        ("17/05/2016 - 14.30", "14:30 minute exact"),
        ("17/05/2016 at 9.30", "09:30 minute exact"),
        ("at 1430 on 17/05/2016", "14:30 minute exact"),
        ("17/05/2016 14.00-15.30", "14:00-15:30 minute range"),
        ("14:30 17 May 2016", "14:30 minute exact"),
        ("17 May 16 14:30", "14:30 minute exact"),
        ("17 May 16 2pm", "14:00 hour exact"),
        ("17 May 16 pm", "none"),
        ("17 May 2016 1430hrs", "14:30 minute exact"),
        ("Tue May 17 14:30:00 2016", "14:30 minute exact"),
        ("2016-05-17T14:30", "14:30 minute exact"),
        ("2016-05-17T14:30:00Z", "14:30 minute exact"),
        ("2016-05-17T14:30:00+01:00", "14:30 minute exact"),
        ("20160517143000", "14:30 minute exact"),
        ("20160517T1430", "14:30 minute exact"),
        ("17/05/2016\n14:30", "14:30 minute exact"),
        ("17/05/2016 log 0915", "none"),
        ("17/05/2016 9", "none"),
        ("17/05/2016 00:00 - 00:00", "none"),
    ],
)
def test_a_time_in_the_dates_cell_is_told_from_a_date(written: str, told: str) -> None:
    assert tell(None, written) == told


@pytest.mark.parametrize(
    ("written", "clock", "part"),
    [
        ("17/05/2016 25:10", None, "no time of the clock"),
        ("17/05/2016 14:75", None, "no time of the clock"),
        ("17/05/2016", "24:00", "no time of the clock"),
        ("17/05/2016", "14:30am", "no time of the clock"),
        ("17/05/2016", "9", "no time of the clock"),
        ("17/05/2016", "0pm", "no time of the clock"),
        ("17/05/2016", "10-25:00", "no time of the clock"),
        ("17/05/2016", "09:00, 13:00 and 17:00", "several times"),
        ("17/05/2016 14:00", "15:00", "two times"),
        ("17/05/2016 midnight", None, "midnight"),
        ("2016-05-17T14:30:00Z", None, "time zone"),
    ],
)
def test_a_doubtful_time_keeps_the_day(written: str, clock: str | None, part: str) -> None:
    reading = read_when(written, clock, RULES)
    assert reading.when.first == DAY
    (doubt,) = reading.doubts
    assert doubt.kind is ProblemKind.TIME
    assert part in doubt.message


def test_seconds_are_kept() -> None:
    assert read_when("17/05/2016 14:30:15", None, RULES).when.at == time(14, 30, 15)


def test_two_times_without_a_link_are_the_first() -> None:
    reading = read_when("17/05/2016", "10:15am 11:45am", RULES)
    assert (reading.when.at, reading.when.until) == (time(10, 15), None)
    assert "several times" in reading.doubts[0].message


def test_two_days_each_with_a_time_make_one_range() -> None:
    when = read_when("17/05/2016 14:30 - 18/05/2016 09:00", None, RULES).when
    assert (when.first, when.last) == (DAY, NEXT)
    assert (when.at, when.until) == (time(14, 30), time(9))
    split = read_when("17/05/2016 14:30", None, RULES, end="18/05/2016 09:00").when
    assert (split.first, split.last, split.at, split.until) == (DAY, NEXT, time(14, 30), time(9))
    same = read_when("17/05/2016 14:30", None, RULES, end="17/05/2016 15:00").when
    assert (same.first, same.last, same.at, same.until) == (DAY, DAY, time(14, 30), time(15))


def test_a_time_without_a_day_stays_and_fills_in_no_day() -> None:
    for written, clock in (("undated", "14:30"), ("14:30", None), (None, "14:30")):
        when = read_when(written, clock, RULES).when
        assert (when.first, when.at, when.precision) == (None, time(14, 30), Precision.UNKNOWN)


def test_a_times_column_that_holds_the_date_too_is_enough() -> None:
    when = read_when(None, "17/05/2016 14:30", RULES).when
    assert (when.written, when.first, when.at) == ("17/05/2016 14:30", DAY, time(14, 30))


def test_a_month_is_not_made_finer_by_a_time() -> None:
    when = read_when("May 2016", "14:30", RULES).when
    assert (when.precision, when.at) == (Precision.MONTH, time(14, 30))
